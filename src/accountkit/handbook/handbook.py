"""The handbook: a company's roles, plans and people, and where its facts are.

One object for all three readers. It is built from a folder of YAML (``load``) or in Python, saved
back to a folder, checked, and asked for what documents and pay need. Dates are explicit in every
question; there is no "current".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import attrs

from accountkit.engine.duties import Agenda, agenda_of
from accountkit.errors import (
    AccountkitError,
    InputError,
    Place,
    Problems,
    UnknownNameError,
    UsageError,
    did_you_mean,
)
from accountkit.facts.fulfilments import Fulfilment
from accountkit.facts.known import Facts
from accountkit.handbook.acceptances import Acceptance, Acceptances
from accountkit.handbook.binding import Promises, bind
from accountkit.handbook.catalogue import catalogue_jurisdiction, catalogue_offices
from accountkit.handbook.checks import check
from accountkit.handbook.company import Company
from accountkit.handbook.contents import contents
from accountkit.handbook.findings import Findings
from accountkit.handbook.folder import read_folder, write_folder
from accountkit.handbook.mapping import FactsMapping
from accountkit.handbook.parts import (
    Measures,
    Offices,
    OrganisationChart,
    Parameters,
    Quotas,
    Signatures,
)
from accountkit.handbook.payroll import PayrollMapping
from accountkit.handbook.places import Places
from accountkit.handbook.postings import posting_of
from accountkit.handbook.records import Records, found_folder, read_records
from accountkit.handbook.role_set import RoleSet, WrittenRole
from accountkit.handbook.staff import staffed
from accountkit.handbook.tenures import tenures_of
from accountkit.handbook.translations import Translation, translation_of
from accountkit.handbook.versions import approved_version
from accountkit.plans.bound import BoundPlan
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.parameters import PersonalParameters
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.roles.choices import RoleChoices
from accountkit.roles.description import RoleInCompany
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.organisation import Organisation
from accountkit.roles.parties import Office
from accountkit.roles.postings import Posting
from accountkit.roles.signatures import Signature
from accountkit.roles.tenures import BoundDuties
from accountkit.roles.version_history import VersionHistory
from accountkit.roles.version_register import VersionRegister
from accountkit.roles.versions import RoleVersion
from accountkit.values.calendars import PeriodKind, parse_range
from accountkit.values.periods import Period

__all__ = ["Handbook", "Origin"]


@attrs.frozen(kw_only=True)
class Origin:
    """Where a handbook was read from, and the data folder it was told to use."""

    folder: Path | None = None
    data: Path | None = None
    places: Places = attrs.field(factory=Places)


def _roles_by_id(roles: Iterable[WrittenRole]) -> tuple[WrittenRole, ...]:
    return tuple(sorted(roles, key=lambda role: role.id))


def _choices_by_role(choices: Iterable[RoleChoices]) -> tuple[RoleChoices, ...]:
    return tuple(sorted(choices, key=lambda choice: (choice.role, choice.position or "")))


def _plans_by_id(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda plan: plan.id))


def _postings_by_id(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    return tuple(sorted(postings, key=lambda posting: posting.id))


def _versions_by_number(versions: Iterable[RoleVersion]) -> tuple[RoleVersion, ...]:
    return tuple(sorted(versions, key=lambda version: (version.role, version.number)))


@attrs.frozen(kw_only=True)
class Handbook:
    """Everything that a company wrote down.

    Two handbooks are equal when they say the same, wherever they were read from. Roles and plans
    are in the order of their ids.
    """

    company: Company
    measures: tuple[Measure, ...] = ()
    offices: tuple[Office, ...] = ()
    chart: OrganisationChart = attrs.field(factory=OrganisationChart)
    parameters: tuple[PersonalParameters, ...] = ()
    quotas: tuple[Quota, ...] = ()
    roles: tuple[WrittenRole, ...] = attrs.field(default=(), converter=_roles_by_id)
    choices: tuple[RoleChoices, ...] = attrs.field(default=(), converter=_choices_by_role)
    plans: tuple[Plan, ...] = attrs.field(default=(), converter=_plans_by_id)
    postings: tuple[Posting, ...] = attrs.field(default=(), converter=_postings_by_id)
    versions: tuple[RoleVersion, ...] = attrs.field(default=(), converter=_versions_by_number)
    signatures: tuple[Signature, ...] = ()
    mapping: FactsMapping | None = None
    payroll: PayrollMapping | None = None
    acceptances: tuple[Acceptance, ...] = ()
    origin: Origin = attrs.field(factory=Origin, eq=False, repr=False)

    @classmethod
    def load(cls, folder: str | Path, data: str | Path | None = None) -> Handbook:
        """Read a folder; ``data`` names the data folder where the handbook leaves it open.

        Raises:
            Problems: everything that is wrong with the files, each with its place.
            UsageError: there is no such folder.
        """
        parts, places = read_folder(Path(folder))
        in_roles = [part for name, part in parts.items() if name.startswith("roles/")]
        return cls(
            company=parts["company.yaml"],
            measures=parts.get("measures.yaml", Measures(measures=())).measures,
            offices=parts.get("offices.yaml", Offices(offices=())).offices,
            chart=parts.get("organisation.yaml", OrganisationChart()),
            parameters=parts.get("parameters.yaml", Parameters(parameters=())).parameters,
            quotas=parts.get("quotas.yaml", Quotas(quotas=())).quotas,
            roles=tuple(part for part in in_roles if not isinstance(part, RoleChoices)),
            choices=tuple(part for part in in_roles if isinstance(part, RoleChoices)),
            plans=tuple(part for name, part in parts.items() if name.startswith("plans/")),
            postings=tuple(part for part in parts.values() if isinstance(part, Posting)),
            versions=tuple(part for part in parts.values() if isinstance(part, RoleVersion)),
            signatures=parts.get("signatures.yaml", Signatures(signatures=())).signatures,
            mapping=parts.get("facts.yaml"),
            payroll=parts.get("payroll.yaml"),
            acceptances=parts.get("acceptances.yaml", Acceptances(acceptances=())).acceptances,
            origin=Origin(
                folder=Path(folder), data=None if data is None else Path(data), places=places
            ),
        )

    def save(self, folder: str | Path) -> None:
        """Write the handbook as a folder of YAML.

        Remarks of the files it came from are not kept, and files that are no part of it stay.

        Raises:
            UsageError: two roles, plans or postings have the same id, or two versions of a role
                the same number.
        """
        write_folder(Path(folder), contents(self))

    def check(self) -> Findings:
        """Everything that does not fit together, in the files and in the tables they map."""
        return check(self)

    def translation(self, language: str) -> Translation:
        """How far all that is said here is written in a language, and what is missing.

        Raises:
            InputError: that is no language.
        """
        return translation_of(self, language)

    def role(self, role_id: str, position: str | None = None) -> RoleInCompany:
        """A role of the handbook or the catalogue, with all that the company settles for it.

        Args:
            role_id: the role wanted.
            position: one of its positions, whose own choices and changes count first.

        Raises:
            UnknownNameError: the handbook has no such role, or no such position of it.
            Problems: what the role extends and what is changed in it do not fit together.
        """
        self._check_known(role_id, position)
        resolved = self.role_set.resolved(role_id, position)
        return RoleInCompany(
            role=resolved.role,
            company=self.company.name,
            offices=self.all_offices,
            jurisdiction=self.jurisdiction,
            choices=self.role_set.settled(role_id, position),
            resolved=resolved,
        )

    def posting(
        self, role_id: str, posting_id: str | None = None, *, position: str | None = None
    ) -> Posting:
        """A posting of a role, or of one of its positions; the only one if no id is given.

        Raises:
            UnknownNameError: there is no such posting of it.
            UsageError: there are several, or none, and no id says which.
        """
        return posting_of(self.postings, role_id, posting_id, position=position)

    def _check_known(self, role_id: str, position: str | None) -> None:
        self.role_set.check_known(role_id)
        if position is None:
            return
        seats = (item.id for item in self.organisation.positions if item.role == role_id)
        settled = (item.position for item in self.choices if item.role == role_id)
        positions = dict.fromkeys([*seats, *(name for name in settled if name)])
        if position not in positions:
            has = f"the role has {', '.join(positions) or 'none'}"
            raise UnknownNameError(
                f"position {position}",
                f"is not one of role {role_id}",
                did_you_mean(position, positions, has),
            )

    @property
    def role_ids(self) -> tuple[str, ...]:
        """Ids of the roles written or adopted here."""
        return self.role_set.ids

    @cached_property
    def role_set(self) -> RoleSet:
        """The roles with their layers, and where each part of them is written."""
        return RoleSet(
            company=self.company.id,
            written=self.roles,
            choices=self.choices,
            places=self.origin.places,
        )

    @cached_property
    def jurisdiction(self) -> Jurisdiction:
        """The laws that the company works under."""
        return catalogue_jurisdiction(self.company.jurisdiction)

    @cached_property
    def all_offices(self) -> tuple[Office, ...]:
        """The company's own offices, then those of the catalogue that it has not written anew."""
        own = {office.id for office in self.offices}
        ready = (office for office in catalogue_offices() if office.id not in own)
        return (*self.offices, *ready)

    @property
    def data_folder(self) -> Path | None:
        """Where the tables are; ``None`` while nobody has said."""
        if self.origin.data is not None:
            return self.origin.data
        if self.mapping is None or self.mapping.folder is None:
            return None
        return (self.origin.folder or Path()) / self.mapping.folder

    @property
    def records(self) -> Records:
        """All that the mapped tables hold; read once.

        Raises:
            UsageError: nobody has said where the data folder is.
            Problems: everything that is wrong with the tables, each with its place.
        """
        found = self._records_or_error
        if isinstance(found, Records):
            return found
        raise found

    @cached_property
    def _records_or_error(self) -> Records | Problems | AccountkitError:
        """What reading came to, so that tables with problems are not read again and again."""
        try:
            return self._read()
        except (Problems, AccountkitError) as error:
            return error

    def _read(self) -> Records:
        if self.mapping is None or not self.mapping.tables:
            return Records()
        folder = found_folder(self.data_folder, self.company.id)
        return read_records(self.mapping, folder, self.company.calendar, self.origin.places)

    def facts(self) -> Facts:
        """All deals of the mapped tables."""
        return self.records.facts

    def fulfilments(self) -> tuple[Fulfilment, ...]:
        """All that the mapped tables say was done of recurring duties."""
        return tuple(row.fulfilment for row in self.records.fulfilments)

    @cached_property
    def organisation(self) -> Organisation:
        """The chart of the handbook, with the people, seats and appointments of staff tables."""
        return staffed(self.chart, self.records)

    @cached_property
    def history(self) -> VersionHistory:
        """The approved versions of roles."""
        return VersionHistory(self.versions)

    @cached_property
    def register(self) -> VersionRegister:
        """The approved versions of roles, who signed them, and who held which position when."""
        return VersionRegister(
            history=self.history, signatures=self.signatures, organisation=self.organisation
        )

    def approved(self, role_id: str, position: str | None = None) -> RoleVersion | None:
        """The version of a role approved last; ``None`` when the role says something else by now.

        Remarks and sources may have changed: they bind nobody.

        Raises:
            UnknownNameError: the handbook has no such role, or no such position of it.
            Problems: what the role extends and what is changed in it do not fit together.
        """
        return approved_version(self.history, self.role(role_id, position))

    @cached_property
    def promises(self) -> Promises:
        """All that the handbook says about pay."""
        parameters: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
        for row in self.records.staff:
            parameters[row.person].update(row.parameters)
        for own in self.parameters:
            parameters[own.person].update(own.values)
        return Promises(
            calendar=self.company.calendar,
            organisation=self.organisation,
            plans=self.plans,
            measures={measure.id: measure for measure in self.measures},
            quotas=(*self.quotas, *(row.quota for row in self.records.quotas)),
            parameters=parameters,
            agenda=self._agenda,
            working_week=self.company.working_week,
        )

    def _agenda(self, person: str, period: Period) -> Agenda:
        return agenda_of(self.bind_duties(person, period), (), on=period.last_day)

    def bind(self, period: Period) -> BoundPlan:
        """The plans, people and quotas of a period, joined for ``accountkit.evaluate``.

        Raises:
            UsageError: no plan is reckoned for exactly this period.
        """
        calendar = self.company.calendar
        if not any(
            plan.covers(period) and calendar.period_of(plan.period, period.start) == period
            for plan in self.plans
        ):
            raise UsageError(
                f"period {calendar.label(period)}",
                "is not a period of any plan",
                self._when_plans_run(),
            )
        return bind(self.promises, period)

    def bind_duties(self, person: str, period: Period) -> BoundDuties:
        """What a person has to do in a period, for ``accountkit.engine.duties``.

        Raises:
            UnknownNameError: nobody has this id, or a position has a role that is not there.
            Problems: what a role extends and what is changed in it do not fit together.
        """
        return BoundDuties(
            company=self.company.id,
            person=person,
            name=self.organisation.person(person).name,
            period=period,
            tenures=tuple(tenures_of(person, period, self.organisation, self.role)),
            working_week=self.company.working_week,
        )

    def periods(self, text: str) -> tuple[Period, ...]:
        """The pay periods that a label or a range names: ``2026-Q1`` or ``2026-Q1..2026-Q4``.

        Raises:
            InputError: the text is no period of the company's calendar.
        """
        kinds = dict.fromkeys(plan.period for plan in self.plans) or PeriodKind
        refused: list[InputError] = []
        for kind in kinds:
            try:
                return parse_range(text, self.company.calendar, kind)
            except InputError as error:
                refused.append(error)
        raise refused[0]

    def place_of(self, fault: Fault) -> Place | None:
        """Where the component or plan stands that a fault comes from; ``None`` if nowhere."""
        for plan in self.plans:
            if plan.id == fault.plan:
                file = self.origin.places.file_with("plans/", "id", plan.id)
                for position, component in enumerate(plan.components):
                    if component.id == fault.component:
                        return self.origin.places.at(file, "components", position)
                return self.origin.places.at(file)
        return self.origin.places.at("organisation.yaml") or self.origin.places.at("facts.yaml")

    def _when_plans_run(self) -> str:
        runs = (
            f"{plan.id} runs by the {plan.period.value} from {plan.start}"
            + (f" to {plan.until}" if plan.until else "")
            for plan in self.plans
        )
        return "; ".join(runs) or "add a plan"
