"""The plan: what a group of people earns by results, for how long, and under which clauses.

A plan is terms only. ``accountkit.plans.bound`` joins it with the people and quotas of a period,
and ``accountkit.engine.pay`` works out what is earned. Dates: ``start`` is the first day the plan
applies, ``until`` the last.
"""

from __future__ import annotations

import enum
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import TermsError, UnknownNameError, did_you_mean
from accountkit.plans.components import Bonus, Commission, Component
from accountkit.plans.parameters import Parameter
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingPoint
from accountkit.values.texts import Text
from accountkit.values.validators import currency_code, identifier, not_empty, unique_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Participants", "Plan", "WithoutQuota"]


class Participants(enum.Enum):
    """Whom the plan covers in a period, of those who hold a position it names."""

    APPOINTED = "appointed"
    """Everybody who holds such a position on a day of the period."""

    ACTIVE = "active"
    """Those of them who have a quota in the period, or a deal that counts for them: one of their
    own, or one of the people under them where the plan has an override."""


class WithoutQuota(enum.Enum):
    """What it means that a person has no quota, or a quota of zero, where one is needed."""

    FAULT = "fault"
    """Somebody forgot it: the person is not paid until it is given."""

    ZERO = "zero"
    """The component pays nothing."""


@attrs.frozen(kw_only=True)
class Plan:
    """Who earns what, by which rules.

    Raises:
        TermsError: a component names a clause that the plan does not have; the plan ends before
            it starts; nobody knows the currency, or amounts are in another.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the plan's id"})
    title: Text = attrs.field(metadata={"doc": "the plan's name in each language"})
    currency: str = attrs.field(
        validator=currency_code,
        metadata={"doc": "ISO 4217 code that everything is counted in"},
    )
    period: PeriodKind = attrs.field(metadata={"doc": "how often it is reckoned"})
    start: date = attrs.field(metadata={"doc": "first day the plan applies"})
    until: date | None = attrs.field(
        default=None, metadata={"doc": "last day the plan applies; left out: until replaced"}
    )
    roles: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "ids of the roles it covers"}
    )
    participants: Participants = attrs.field(
        metadata={"doc": "whom of those roles: all appointed, or those active in the period"}
    )
    without_quota: WithoutQuota = attrs.field(
        default=WithoutQuota.FAULT,
        metadata={"doc": "what a missing or zero quota means where one is needed"},
    )
    rounding: Rounding = attrs.field(
        factory=Rounding, metadata={"doc": "how and where amounts are rounded"}
    )
    parameters: tuple[Parameter, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "numbers that differ by person or level"}
    )
    clauses: tuple[Clause, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "the wording, clause by clause"}
    )
    components: tuple[Component, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "what is paid"}
    )

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.start:
            raise TermsError(
                f"plan {self.id}",
                f"ends on {self.until}, before it starts on {self.start}",
                "swap the dates",
                path=("until",),
            )
        if self.rounding.point is RoundingPoint.DEAL:
            raise TermsError(
                f"plan {self.id}",
                "rounds each deal, and none of its components prices deals one by one",
                "round at component or statement",
                path=("rounding", "point"),
            )
        self._check_clauses()
        for position, component in enumerate(self.components):
            self._check_component(component, ("components", position))

    def _check_clauses(self) -> None:
        seen: set[str] = set()
        for position, clause in enumerate(self.clauses):
            for item in _with_items((clause,)):
                if item.id in seen:
                    raise TermsError(
                        f"clause {item.id}",
                        "stands twice",
                        "give each clause and each item its own id",
                        path=("clauses", position),
                    )
                seen.add(item.id)

    def _check_component(self, component: Component, path: tuple[str | int, ...]) -> None:
        clauses = [clause.id for clause in _with_items(self.clauses)]
        if component.clause not in clauses:
            raise TermsError(
                f"component {component.id}",
                f"refers to clause {component.clause}, which the plan does not have",
                did_you_mean(component.clause, clauses, "add the clause"),
                path=(*path, "clause"),
            )
        if isinstance(component, Bonus) and component.amount is not None:
            currency = component.amount.currency
            if currency != self.currency:
                raise TermsError(
                    f"component {component.id}",
                    f"pays {currency} under a plan in {self.currency}",
                    f"give the sum in {self.currency}",
                    path=(*path, "amount"),
                )

    def covers(self, period: Period) -> bool:
        """Whether the plan applies on a day of the period."""
        ended = self.until is not None and self.until < period.start
        return self.start < period.end and not ended

    def parameter(self, name: str) -> Parameter | None:
        """The declaration of a parameter, if the plan has one."""
        return next((item for item in self.parameters if item.id == name), None)

    def clause(self, clause_id: str) -> Clause:
        """The clause with this id, or the item of a clause.

        Raises:
            UnknownNameError: the plan has no such clause.
        """
        known = {clause.id: clause for clause in _with_items(self.clauses)}
        if clause_id in known:
            return known[clause_id]
        raise UnknownNameError(
            f"plan {self.id}",
            f"has no clause {clause_id}",
            did_you_mean(clause_id, known, f"its clauses are {', '.join(known)}"),
        )

    def parameters_used(self) -> tuple[str, ...]:
        """Names of the parameters that components refer to, each once, in order of use."""
        return tuple(dict.fromkeys(name for part in self.components for name in _names(part)))

    def measures_used(self) -> tuple[str, ...]:
        """Ids of the measures that components refer to, each once, in order of use."""
        used = (name for part in self.components for name in _measures(part))
        return tuple(dict.fromkeys(used))

    def resolve(self, level: str | None, own: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """The values of the plan's parameters for somebody: own, else by level, else the plan's."""
        values: dict[str, Fraction] = {}
        for name in self.parameters_used():
            declared = self.parameter(name)
            value = own.get(name, declared.for_level(level) if declared else None)
            if value is not None:
                values[name] = value
        return values


def _with_items(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _with_items(clause.items)


def _names(component: Component) -> Iterator[str]:
    if component.eligible is not None:
        yield component.eligible.parameter
    if isinstance(component, Commission) and component.times is not None:
        yield component.times
    if isinstance(component, Bonus) and component.amount_from is not None:
        yield component.amount_from


def _measures(component: Component) -> Iterator[str]:
    if not isinstance(component, Bonus):
        yield component.measure
    if component.gate is not None:
        yield component.gate.attainment_of
