"""The plan: what a group of people earns by results, for how long, and under which clauses.

A plan is terms only. ``accountkit.plans.bound`` joins it with the people and quotas of a period,
and ``accountkit.engine.pay`` works out what is earned. Dates: ``start`` is the first day the plan
applies, ``until`` the last.
"""

from __future__ import annotations

import enum
from datetime import date
from fractions import Fraction
from functools import cached_property
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

import attrs

from accountkit.errors import TermsError, UnknownNameError, did_you_mean
from accountkit.plans._circles import circle_in
from accountkit.plans._mentions import (
    accumulates,
    components_read,
    measures_asked,
    measures_of,
    moneys_of,
    parameters_of,
)
from accountkit.plans.caps import Cap
from accountkit.plans.components import (
    Accumulate,
    Award,
    Commission,
    Component,
    Override,
    Spiff,
)
from accountkit.plans.conversions import Conversion
from accountkit.plans.crediting import Crediting
from accountkit.plans.draws import Draw
from accountkit.plans.guarantees import Guarantee, MinimumPay
from accountkit.plans.holdbacks import Holdback
from accountkit.plans.parameters import Parameter
from accountkit.plans.quotas import QuotaRule
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.plans.standing import JurisdictionProfile, StandingRule
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingPoint
from accountkit.values.texts import Text
from accountkit.values.validators import currency_code, identifier, not_empty, unique_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["NegativeResult", "Participants", "Plan", "WithoutQuota"]


_OWN_BALANCES: tuple[str, ...] = ("returns", "minimum_pay", "negative", "least_payment")
"""What the movements of the plan's own terms go by."""


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


class NegativeResult(enum.Enum):
    """What becomes of a result below zero."""

    CARRY = "carry"
    """Nothing is paid; it is taken from the pay of later periods."""

    PAY_BACK = "pay_back"
    """The person pays it back: the statement's total is below zero."""

    FORGIVE = "forgive"
    """Nothing is paid, and it is forgotten."""


@attrs.frozen(kw_only=True)
class Plan:
    """Who earns what, by which rules.

    What settles the pay of a period comes in this order, whatever the order it is written in:
    components, caps, releases of payment terms, returns at the original rate, holdbacks,
    guarantees, draws, minimum pay, adjustments and differences, then ``negative`` and
    ``least_payment``.

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
    crediting: Crediting = attrs.field(
        factory=Crediting, metadata={"doc": "which people a deal counts for"}
    )
    quota_rules: tuple[QuotaRule, ...] = attrs.field(
        default=(), metadata={"doc": "how quotas come about, for each measure"}
    )
    conversion: Conversion | None = attrs.field(
        default=None,
        metadata={"doc": "rates for other currencies; left out: such a deal is a fault"},
    )
    returns: Returns | None = attrs.field(
        default=None, metadata={"doc": "what returns mean; left out: they count in their period"}
    )
    caps: tuple[Cap, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the most that is paid, to date too"}
    )
    holdbacks: tuple[Holdback, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "what is held back for a while"}
    )
    guarantees: tuple[Guarantee, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the least that is paid for a while"}
    )
    draws: tuple[Draw, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "advances on pay not yet earned"}
    )
    minimum_pay: MinimumPay | None = attrs.field(
        default=None, metadata={"doc": "what the whole is topped up to"}
    )
    negative: NegativeResult | None = attrs.field(
        default=None,
        metadata={"doc": "what becomes of a result below zero; left out: it is a fault"},
    )
    least_payment: Money | None = attrs.field(
        default=None, metadata={"doc": "smaller sums wait for the next period"}
    )
    standing: tuple[StandingRule, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "what repeated misses lead to"}
    )
    profile: JurisdictionProfile | None = attrs.field(
        default=None, metadata={"doc": "what is lawful where the plan holds; standing needs it"}
    )

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.start:
            raise TermsError(
                f"plan {self.id}",
                f"ends on {self.until}, before it starts on {self.start}",
                "swap the dates",
                path=("until",),
            )
        alone = [part for part in self.components if accumulates(part) is Accumulate.ALONE]
        if self.rounding.point is RoundingPoint.DEAL and not alone:
            raise TermsError(
                f"plan {self.id}",
                "rounds each deal, and none of its components prices deals one by one",
                "round at component or statement",
                path=("rounding", "point"),
            )
        self._check_clauses()
        for position, component in enumerate(self.components):
            self._check_component(component, ("components", position))
        self._check_order()
        self._check_settling()
        self._check_money()

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

    def _check_settling(self) -> None:
        """What settles pay names clauses, components and money that the plan knows."""
        for name, terms in self._settling():
            for position, term in enumerate(terms):
                subject = f"{name.rstrip('s')} {term.id}".replace("_", " ")
                self._check_clause(subject, term.clause, (name, position, "clause"))
        known = [part.id for part in self.components]
        named: tuple[tuple[str, tuple[Cap | Holdback, ...]], ...] = (
            ("caps", self.caps),
            ("holdbacks", self.holdbacks),
        )
        for name, over in named:
            for position, term in enumerate(over):
                for wanted in term.components:
                    if wanted not in known:
                        raise TermsError(
                            f"{name.rstrip('s')} {term.id}",
                            f"names component {wanted}, which the plan does not have",
                            did_you_mean(wanted, known, "name one of its components"),
                            path=(name, position, "components"),
                        )
        if self.minimum_pay is not None:
            self._check_clause("minimum pay", self.minimum_pay.clause, ("minimum_pay", "clause"))
        if self.returns is not None and self.returns.clause is not None:
            self._check_clause("returns", self.returns.clause, ("returns", "clause"))
        if self.standing and self.profile is None:
            raise TermsError(
                f"plan {self.id}",
                "makes recommendations and has no profile of what is lawful",
                "add profile: with what holds where the plan does",
                path=("standing",),
            )
        self._check_names()

    def _settling(
        self,
    ) -> tuple[tuple[str, tuple[Cap | Holdback | Guarantee | Draw | StandingRule, ...]], ...]:
        return (
            ("caps", self.caps),
            ("holdbacks", self.holdbacks),
            ("guarantees", self.guarantees),
            ("draws", self.draws),
            ("standing", self.standing),
        )

    def _check_names(self) -> None:
        """Balances go by id: nothing that keeps one may share its id with another."""
        seen = dict.fromkeys(_OWN_BALANCES, "plan's own balances")
        for name, terms in (("components", self.components), *self._settling()):
            for position, term in enumerate(terms):
                if term.id in seen:
                    raise TermsError(
                        f"{name.rstrip('s')} {term.id}",
                        f"has the id of one of the {seen[term.id]}",
                        "give each its own id",
                        path=(name, position),
                    )
                seen[term.id] = name

    def _check_money(self) -> None:
        for path, money in _moneys(self):
            if money.currency != self.currency:
                raise TermsError(
                    f"plan {self.id}",
                    f"states {money} and counts in {self.currency}",
                    f"give the sum in {self.currency}",
                    path=path,
                )

    def _check_order(self) -> None:
        """Components that read each other form no circle."""
        known = {part.id for part in self.components}
        for position, part in enumerate(self.components):
            for wanted in components_read(part):
                if wanted not in known:
                    raise TermsError(
                        f"component {part.id}",
                        f"reads component {wanted}, which the plan does not have",
                        did_you_mean(wanted, known, "name one of its components"),
                        path=("components", position),
                    )
        circle = circle_in({part.id: components_read(part) for part in self.components})
        if circle:
            raise TermsError(
                f"plan {self.id}",
                f"goes in a circle: {' reads '.join(circle)}",
                "let one of them stand alone",
                path=("components",),
            )

    def _check_clause(self, subject: str, clause: str, path: tuple[str | int, ...]) -> None:
        clauses = [item.id for item in _with_items(self.clauses)]
        if clause not in clauses:
            raise TermsError(
                subject,
                f"refers to clause {clause}, which the plan does not have",
                did_you_mean(clause, clauses, "add the clause"),
                path=path,
            )

    def _check_component(self, component: Component, path: tuple[str | int, ...]) -> None:
        self._check_clause(f"component {component.id}", component.clause, (*path, "clause"))
        if isinstance(component, Award):
            return
        alone = accumulates(component) is Accumulate.ALONE
        if not alone and any(kicker.where is not None for kicker in component.kickers):
            raise TermsError(
                f"component {component.id}",
                "has a kicker for some deals and does not price each alone",
                "give the kicker a gate, or price each deal alone",
                path=(*path, "kickers"),
            )
        counts_deals = alone or isinstance(component, Commission | Spiff | Override)
        if component.payment is not None and component.payment.at and not counts_deals:
            raise TermsError(
                f"component {component.id}",
                f"is due at {component.payment.at.value} and is not earned by deals",
                "give it instalments, or leave the payment terms out",
                path=(*path, "payment", "at"),
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

    @cached_property
    def carries(self) -> bool:
        """Whether anything of one period may matter in a later one."""
        paying = [part for part in self.components if not isinstance(part, Award)]
        return bool(
            self.caps
            or self.holdbacks
            or self.draws
            or self.standing
            or self.least_payment
            or self.negative is NegativeResult.CARRY
            or any(item.average_periods for item in self.guarantees)
            or any(part.payment for part in paying)
            or (self.returns and self.returns.rule is not ReturnRule.IN_PERIOD)
        )

    @cached_property
    def pays_by_deal(self) -> bool:
        """Whether settlement looks at what single deals earned: to pay it later or take it back."""
        paying = [part for part in self.components if not isinstance(part, Award)]
        takes_back = self.returns is not None and self.returns.rule is ReturnRule.ORIGINAL_RATE
        return takes_back or any(part.payment is not None for part in paying)

    @cached_property
    def tops_up(self) -> bool:
        """Whether any term adds to what was earned: a guarantee, a draw or minimum pay."""
        return bool(self.guarantees or self.draws or self.minimum_pay)

    @cached_property
    def in_order(self) -> tuple[Component, ...]:
        """The components, each after those that it reads."""
        if not any(True for part in self.components for _ in components_read(part)):
            return self.components
        graph = {part.id: tuple(components_read(part)) for part in self.components}
        by_id = {part.id: part for part in self.components}
        return tuple(by_id[name] for name in TopologicalSorter(graph).static_order())

    def quota_rule(self, measure: str) -> QuotaRule | None:
        """The rule for the quota of a measure, if the plan has one."""
        return next((rule for rule in self.quota_rules if rule.measure == measure), None)

    def parameters_used(self) -> tuple[str, ...]:
        """Names of the parameters that the plan refers to, each once, in order of use."""
        named = [name for part in self.components for name in parameters_of(part)]
        terms = (*self.caps, *self.guarantees, *self.draws, self.minimum_pay)
        named += [term.amount_from for term in terms if term and term.amount_from]
        return tuple(dict.fromkeys(named))

    def measures_used(self) -> tuple[str, ...]:
        """Ids of the measures that the plan refers to, each once, in order of use.

        Measures that others are made of are not among them.
        """
        used = [name for part in self.components for name in measures_of(part)]
        gates = (item.release.gate for item in self.holdbacks)
        used += [name for gate in gates if gate is not None for name in measures_asked(gate)]
        used += [rule.measure for rule in self.standing]
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


_Path: TypeAlias = tuple[str | int, ...]


def _moneys(plan: Plan) -> Iterator[tuple[_Path, Money]]:
    """Every sum that the plan states, with the path to it; an award's value is in any currency."""
    for position, part in enumerate(plan.components):
        path: _Path = ("components", position)
        if isinstance(part, Award):
            continue
        for name, money in moneys_of(part):
            if money is not None:
                yield (*path, name), money
    yield from _settling_moneys(plan)


def _settling_moneys(plan: Plan) -> Iterator[tuple[_Path, Money]]:
    listed: tuple[tuple[str, tuple[Cap | Guarantee | Draw, ...]], ...] = (
        ("caps", plan.caps),
        ("guarantees", plan.guarantees),
        ("draws", plan.draws),
    )
    for name, terms in listed:
        for position, term in enumerate(terms):
            if term.amount is not None:
                yield (name, position, "amount"), term.amount
    for position, draw in enumerate(plan.draws):
        if draw.recovery is not None and draw.recovery.most is not None:
            yield ("draws", position, "recovery", "most"), draw.recovery.most
    if plan.minimum_pay is not None and plan.minimum_pay.amount is not None:
        yield ("minimum_pay", "amount"), plan.minimum_pay.amount
    if plan.least_payment is not None:
        yield ("least_payment",), plan.least_payment
