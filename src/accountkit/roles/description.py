"""The role in a company: a role with all that the company settles for it, complete for print.

What is settled is in ``accountkit.roles.choices``. Here it is joined with the company's offices and
laws, and what keeps the description from being printed is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from accountkit.errors import TermsError, did_you_mean
from accountkit.roles.choices import RoleChoices
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.parties import Office
from accountkit.roles.references import text_references
from accountkit.roles.resolution import ResolvedRole
from accountkit.roles.rights import LimitUnit
from accountkit.roles.role import Role
from accountkit.values.texts import Reference, Text
from accountkit.values.validators import unique_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.roles.choices import GrantedLimit
    from accountkit.roles.duties import Duty
    from accountkit.roles.parties import Party
    from accountkit.roles.recurrences import Recurrence
    from accountkit.roles.rights import Limit
    from accountkit.roles.sections import Section
    from accountkit.roles.work_documents import WorkDocument

__all__ = ["RoleInCompany"]


@attrs.frozen(kw_only=True)
class RoleInCompany:
    """A role and everything that its printed description needs."""

    role: Role = attrs.field(metadata={"doc": "the role"})
    company: str = attrs.field(metadata={"doc": "the company's name"})
    offices: tuple[Office, ...] = attrs.field(
        validator=unique_ids, metadata={"doc": "the offices that parties may name"}
    )
    jurisdiction: Jurisdiction = attrs.field(metadata={"doc": "the laws that apply"})
    choices: RoleChoices = attrs.field(metadata={"doc": "what the company settled"})
    resolved: ResolvedRole | None = attrs.field(
        default=None, repr=False, metadata={"doc": "where each clause of the role comes from"}
    )

    @property
    def printed(self) -> Role:
        """The role without what is held out of print; sections left empty are dropped."""
        shown = {item.clause for item in self.choices.printed_qualities}
        hidden = {item.id for item in self.role.qualities if item.is_held_out} - shown
        if not hidden:
            return self.role
        sections: list[Section] = []
        for section in self.role.sections:
            clauses = tuple(clause for clause in section.clauses if clause.id not in hidden)
            if clauses:
                whole: Any = section
                sections.append(attrs.evolve(whole, clauses=clauses))
        return attrs.evolve(self.role, sections=tuple(sections))

    def office(self, party_id: str) -> Office | None:
        """The office that stands for a party; ``None`` while nobody has chosen."""
        party = next((item for item in self.role.parties if item.id == party_id), None)
        if party is None:
            return None
        chosen = [item.office for item in self.choices.parties if item.party == party_id]
        wanted = chosen[0] if chosen else party.one_of[0] if len(party.one_of) == 1 else None
        return next((office for office in self.offices if office.id == wanted), None)

    def named(self, reference: Reference) -> Text | None:
        """The title or name that a reference stands for, in all its languages and forms.

        ``None`` if it leads nowhere, or to what has no name, such as the number of a clause.
        """
        target, text = reference.target, None
        match reference.kind:
            case "role":
                text = self.role.title
            case "plan":
                text = self.plan_title(target)
            case "limit" if limit := self.limit(target):
                text = limit.text
            case "party" if office := self.office(target):
                text = office.title
            case "law" if law := self.jurisdiction.law(target):
                text = law.title
            case "document" if document := self.document(target):
                text = document.title
            case _:
                pass
        return text

    def plan_title(self, measure: str) -> Text | None:
        """How clauses call the plan for a target: the company's name, else the role's own."""
        own = [item.title for item in self.choices.plans if item.measure == measure]
        named = [target.title for target in self.role.targets if target.id == measure]
        return next(iter((*own, *named)), None)

    def document(self, document_id: str) -> WorkDocument | None:
        """The role's paper with this id."""
        return next((item for item in self.role.documents if item.id == document_id), None)

    def limit(self, limit_id: str) -> Limit | None:
        """The role's limit with this id."""
        limits = (right.limit for right in self.role.rights if right.limit is not None)
        return next((limit for limit in limits if limit.id == limit_id), None)

    def granted(self, limit_id: str) -> GrantedLimit | None:
        """The number the company put to a limit; ``None`` when it put none."""
        return next((item for item in self.choices.limits if item.limit == limit_id), None)

    def falls_due(self, duty: Duty) -> Recurrence | None:
        """When a duty falls due, as the company settles it; ``None`` if it has no fixed rhythm.

        Raises:
            TermsError: what the company settles does not fit the duty.
        """
        own = duty.falls_due
        choices = (item for item in self.choices.recurrences if item.duty == duty.id)
        choice = next(choices, None)
        return own if choice is None else choice.over(own)

    def faults(self) -> tuple[TermsError, ...]:
        """What keeps the description from being printed.

        ``path`` leads from this object: what is wrong with the company's choices starts with
        ``choices``, what is wrong with the role itself with ``role``.
        """
        return (
            *self._role_faults(),
            *self._choice_faults(),
            *self._open_parties(),
            *self._unknown_laws(),
        )

    def _role_faults(self) -> Iterator[TermsError]:
        for fault in self.role.faults():
            yield TermsError(fault.subject, fault.problem, fault.remedy, path=("role", *fault.path))

    def _choice_faults(self) -> Iterator[TermsError]:
        parties = {party.id: party for party in self.role.parties}
        yield from self._unknown("parties", "party", list(parties))
        yield from self._unknown("plans", "measure", [item.id for item in self.role.targets])
        limits = [right.limit for right in self.role.rights if right.limit is not None]
        yield from self._unknown("limits", "limit", [limit.id for limit in limits])
        yield from self._unknown("recurrences", "duty", [duty.id for duty in self.role.duties])
        held_out = [quality.id for quality in self.role.qualities if quality.is_held_out]
        yield from self._unknown("printed_qualities", "clause", held_out)
        for position, choice in enumerate(self.choices.parties):
            if choice.party in parties:
                yield from self._wrong_office(parties[choice.party], choice.office, position)
        for position, granted in enumerate(self.choices.limits):
            limit = self.limit(granted.limit)
            if limit is not None and granted.unit is not limit.unit:
                yield TermsError(
                    f"limit {limit.id}",
                    f"is counted in {limit.unit.value}, and another kind of number is given",
                    f"give {_FIELD[limit.unit]}",
                    path=("choices", "limits", position),
                )

        yield from self._unfit_recurrences()

    def _unfit_recurrences(self) -> Iterator[TermsError]:
        duties = {duty.id: duty for duty in self.role.duties}
        for position, choice in enumerate(self.choices.recurrences):
            try:
                if choice.duty in duties:
                    choice.over(duties[choice.duty].falls_due)
            except TermsError as error:
                error.path = ("choices", "recurrences", position)
                yield error

    def _unknown(self, field: str, key: str, known: list[str]) -> Iterator[TermsError]:
        seen: set[str] = set()
        for position, choice in enumerate(getattr(self.choices, field)):
            name = getattr(choice, key)
            path = ("choices", field, position, key)
            if name not in known:
                yield TermsError(
                    f"role {self.role.id}",
                    f'has no {_CALLED.get(field, key)} "{name}"',
                    did_you_mean(name, known, f"the role has {', '.join(known) or 'none'}"),
                    path=path,
                )
            elif name in seen:
                yield TermsError(
                    f"role {self.role.id}", f"settles {key} {name} twice", "keep one", path=path
                )
            seen.add(name)

    def _wrong_office(self, party: Party, office: str, position: int) -> Iterator[TermsError]:
        path = ("choices", "parties", position, "office")
        known = [item.id for item in self.offices]
        if office not in known:
            yield TermsError(
                f"party {party.id}",
                f'office "{office}" does not exist',
                did_you_mean(office, known, "add it to the offices"),
                path=path,
            )
        elif office not in party.one_of:
            yield TermsError(
                f"party {party.id}",
                f"office {office} may not stand here",
                f"choose one of {', '.join(party.one_of)}",
                path=path,
            )

    def _open_parties(self) -> Iterator[TermsError]:
        settled = {choice.party for choice in self.choices.parties}
        for party in self.role.parties:
            if party.id in settled or self.office(party.id) is not None:
                continue
            if len(party.one_of) > 1:
                yield TermsError(
                    f"role {self.role.id}",
                    f"nobody is chosen as {party.id}",
                    f"choose one of {', '.join(party.one_of)}",
                    path=("choices", "parties"),
                )
            else:
                yield TermsError(
                    f"party {party.id}",
                    f'office "{", ".join(party.one_of)}" does not exist',
                    "add it to the offices",
                    path=("choices", "parties"),
                )

    def _unknown_laws(self) -> Iterator[TermsError]:
        known = [law.id for law in self.jurisdiction.laws]
        named = [(clause.id, law) for clause in self.role.responsibilities for law in clause.laws]
        named += [
            (item.clause, item.target) for item in text_references(self.role) if item.kind == "law"
        ]
        for clause, law in dict.fromkeys(named):
            if law not in known:
                yield TermsError(
                    f"clause {clause}",
                    f'refers to law "{law}", which jurisdiction {self.jurisdiction.id} lacks',
                    did_you_mean(law, known, f"the jurisdiction has {', '.join(known)}"),
                    path=("jurisdiction", "laws"),
                )


_CALLED = {"printed_qualities": "quality held out of print"}
_FIELD = {LimitUnit.PERCENT: "share", LimitUnit.MONEY: "amount", LimitUnit.COLUMN: "column"}
