"""Specimens of terms of pay: ladders, components and plans, each made from a few words.

The builders are for examples that are worked out by hand: what a test does not care about has a
plain value, and every other field can be given by its name. Ratios are written as in a handbook
(``12.5%``, ``1/3``), money as ``PHP 5000.00``. Measures are called as in ``EVERY_MEASURE`` of
``accountkit.testing.pay_people``; terms that are drawn by chance are in the modules that start
with ``drawn``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from accountkit.plans.caps import Cap, Excess
from accountkit.plans.components import (
    Award,
    Bonus,
    Commission,
    Component,
    Formula,
    Override,
    Scorecard,
    ScorecardItem,
    Spiff,
    SpiffUnit,
    StepSum,
)
from accountkit.plans.conditions import Gate
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.expressions import Expression
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.measures import Event
from accountkit.plans.modifiers import Bound, Kicker
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.plan import Participants, Plan
from accountkit.plans.quotas import QuotaRule
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.plans.selections import Selection
from accountkit.plans.standing import (
    JurisdictionProfile,
    ProfileRule,
    Recommendation,
    Stage,
    StandingRule,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.ladders import Band, Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.ratios import parse_ratio
from accountkit.values.texts import Text

__all__ = [
    "a_bonus",
    "a_cap",
    "a_commission",
    "a_draw",
    "a_formula",
    "a_gate",
    "a_grid",
    "a_guarantee",
    "a_holdback",
    "a_kicker",
    "a_ladder",
    "a_limit",
    "a_minimum",
    "a_plan",
    "a_profile",
    "a_quota_rule",
    "a_scorecard",
    "a_spiff",
    "a_standing_rule",
    "a_step",
    "an_award",
    "an_override",
    "at_original_rate",
    "in_instalments",
    "paid_at",
]

_START = date(2026, 1, 1)


# --- tables and conditions ------------------------------------------------------------------------


def a_ladder(shape: str, *rows: str, **options: Any) -> Ladder:
    """A ladder of rows such as ``100% 1.5``: the start of a band and its value.

    >>> a_ladder("sliced", "0% 1%", "100% 2%").value_at(Fraction(2))
    Fraction(3, 100)
    """
    bands = (row.split() for row in rows)
    return Ladder(
        LadderShape(shape),
        tuple(Band(start=parse_ratio(start), value=parse_ratio(value)) for start, value in bands),
        **options,
    )


def a_grid(*axes: str, rows: Iterable[str], shape: str = "whole") -> Grid:
    """A grid of axes such as ``attainment 0% 100%`` and a row of values for each band before.

    >>> grid = a_grid("tenure 0 12", "attainment 0% 100%", rows=["1% 2%", "3% 4%"])
    >>> grid.row((Fraction(12),)).value_at(Fraction(1))
    Fraction(1, 25)
    """
    named = (axis.split() for axis in axes)
    return Grid(
        axes=tuple(GridAxis(over=Axis(over), starts=_ratios(starts)) for over, *starts in named),
        shape=LadderShape(shape),
        rows=tuple(_ratios(row.split()) for row in rows),
    )


def a_gate(about: str, **bound: str) -> Gate:
    """A gate such as ``a_gate("attainment_of sales", at_least="80%")``."""
    subject, name = about.split()
    fields: dict[str, Any] = {side: parse_ratio(value) for side, value in bound.items()}
    fields[subject] = name
    return Gate(**fields)


def a_kicker(factor: str, condition: Gate | Selection) -> Kicker:
    """A factor when a gate is passed, or on the deals that are selected."""
    if isinstance(condition, Gate):
        return Kicker(factor=parse_ratio(factor), gate=condition)
    return Kicker(factor=parse_ratio(factor), where=condition)


def a_limit(amount: str) -> Bound:
    """The cap or the floor of one component."""
    return Bound(amount=Money.parse(amount))


# --- when it is due -------------------------------------------------------------------------------


def paid_at(event: str, **options: Any) -> Payment:
    """Due as a deal is invoiced (``invoice``) or as its cash comes in (``cash``)."""
    return Payment(at=Event(event), **options)


def in_instalments(*rows: str) -> Payment:
    """Due in rows such as ``6 60% deal_in_force``: after months, share, condition if any."""
    parts: list[Instalment] = []
    for row in rows:
        months, share, *condition = row.split()
        parts.append(
            Instalment(
                after_months=int(months),
                share=parse_ratio(share),
                condition=Condition(condition[0]) if condition else Condition.NONE,
            )
        )
    return Payment(instalments=tuple(parts))


# --- components -----------------------------------------------------------------------------------


def a_commission(
    priced_by: Ladder | Grid | str,
    over: str = "attainment",
    *,
    at_least: str | None = None,
    **options: Any,
) -> Commission:
    """A commission on sales by a ladder, a grid or one rate such as ``2.5%``.

    With ``at_least`` it has a gate on the attainment of sales.
    """
    fields: dict[str, Any] = {"id": "commission", "clause": "commission", "measure": "sales"}
    match priced_by:
        case Ladder():
            fields |= {"ladder": priced_by, "over": Axis(over)}
        case Grid():
            fields["grid"] = priced_by
        case _:
            fields["rate"] = parse_ratio(priced_by)
    if at_least is not None:
        fields["gates"] = (Gate(attainment_of="sales", at_least=parse_ratio(at_least)),)
    return Commission(**{**fields, **options})


def a_step(table: Ladder | Grid, over: str = "attainment", **options: Any) -> StepSum:
    """A sum by how far sales have come; the table's values are sums."""
    fields: dict[str, Any] = {"id": "step", "clause": "step", "measure": "sales"}
    if isinstance(table, Grid):
        fields["grid"] = table
    else:
        fields |= {"ladder": table, "over": Axis(over)}
    return StepSum(**{**fields, **options})


def a_bonus(
    amount: str | None = None,
    *,
    at_least: str = "100%",
    attainment_of: str = "sales",
    **options: Any,
) -> Bonus:
    """A bonus such as ``PHP 5000.00`` at an attainment; without a sum, name ``amount_from``."""
    fields: dict[str, Any] = {
        "id": "bonus",
        "clause": "bonus",
        "gates": (Gate(attainment_of=attainment_of, at_least=parse_ratio(at_least)),),
        "amount": None if amount is None else Money.parse(amount),
    }
    return Bonus(**{**fields, **options})


def a_spiff(
    amount: str, where: Selection | None = None, *, per: str = "deal", **options: Any
) -> Spiff:
    """So much for each deal, or ``unit``, that is selected; without a selection, for all."""
    fields: dict[str, Any] = {
        "id": "spiff",
        "clause": "spiff",
        "where": Selection() if where is None else where,
        "amount": Money.parse(amount),
        "per": SpiffUnit(per),
    }
    return Spiff(**{**fields, **options})


def a_scorecard(target: str | None, *items: tuple[str, str, Ladder], **options: Any) -> Scorecard:
    """A target and items such as ``("sales", "60%", ladder)``: measure, weight, payout.

    The items are over attainment; without a target, name ``target_from``.
    """
    fields: dict[str, Any] = {
        "id": "scorecard",
        "clause": "scorecard",
        "target": None if target is None else Money.parse(target),
        "items": tuple(
            ScorecardItem(id=measure, measure=measure, weight=parse_ratio(weight), ladder=ladder)
            for measure, weight, ladder in items
        ),
    }
    return Scorecard(**{**fields, **options})


def an_override(rate: str, level: int = 1, **options: Any) -> Override:
    """An override on the sales of the people so many levels down."""
    fields: dict[str, Any] = {
        "id": "override",
        "clause": "override",
        "measure": "sales",
        "rate": parse_ratio(rate),
        "level": level,
    }
    return Override(**{**fields, **options})


def a_formula(expression: Expression, **options: Any) -> Formula:
    """What an expression comes to."""
    fields: dict[str, Any] = {"id": "formula", "clause": "formula", "expression": expression}
    return Formula(**{**fields, **options})


def an_award(item: str = "watch", *, at_least: str = "100%", **options: Any) -> Award:
    """A thing for an attainment of sales."""
    fields: dict[str, Any] = {
        "id": "award",
        "clause": "award",
        "item": Text.of(en=item),
        "gates": (Gate(attainment_of="sales", at_least=parse_ratio(at_least)),),
    }
    return Award(**{**fields, **options})


# --- settling -------------------------------------------------------------------------------------


def a_cap(amount: str, *components: str, excess: str = "lost", **options: Any) -> Cap:
    """The most that components, or all of them, come to together."""
    fields: dict[str, Any] = {
        "id": "cap",
        "clause": "cap",
        "amount": Money.parse(amount),
        "components": components,
        "excess": Excess(excess),
    }
    return Cap(**{**fields, **options})


def a_holdback(
    share: str, *components: str, release: Release | None = None, **options: Any
) -> Holdback:
    """A share of components, or of all of them, held back; by default for one period."""
    fields: dict[str, Any] = {
        "id": "holdback",
        "clause": "holdback",
        "share": parse_ratio(share),
        "components": components,
        "release": Release() if release is None else release,
    }
    return Holdback(**{**fields, **options})


def a_guarantee(amount: str | None, holds: str = "always", **options: Any) -> Guarantee:
    """The least paid while it holds; without a sum, state ``share_of_average`` and its periods."""
    fields: dict[str, Any] = {
        "id": "guarantee",
        "clause": "guarantee",
        "amount": None if amount is None else Money.parse(amount),
        "holds": While(holds),
    }
    return Guarantee(**{**fields, **options})


def a_draw(amount: str, *, recovery: Recovery | None = None, **options: Any) -> Draw:
    """A draw, recovered from all pay above it; not recovered with ``is_recoverable=False``."""
    is_recoverable = options.get("is_recoverable", True)
    fields: dict[str, Any] = {
        "id": "draw",
        "clause": "draw",
        "amount": Money.parse(amount),
        "is_recoverable": True,
        "recovery": Recovery() if recovery is None and is_recoverable else recovery,
    }
    return Draw(**{**fields, **options})


def a_minimum(amount: str) -> MinimumPay:
    """What the whole pay of a period is topped up to."""
    return MinimumPay(clause="minimum", amount=Money.parse(amount))


def at_original_rate(*, attainment_falls: bool = False, **options: Any) -> Returns:
    """Returns take back what was paid, at the rate at which it was paid."""
    return Returns(
        rule=ReturnRule.ORIGINAL_RATE,
        clause="returns",
        attainment_falls=attainment_falls,
        **options,
    )


def a_standing_rule(*stages: str, below: str = "100%", **options: Any) -> StandingRule:
    """What misses of sales lead to, in stages such as ``2 watch`` or ``3/6 probation``.

    ``3/6`` are three misses within six periods, a plain number those in a row.
    """
    read: list[Stage] = []
    for stage in stages:
        count, recommend = stage.split()
        misses, _, within = count.partition("/")
        read.append(
            Stage(
                misses=int(misses),
                within_periods=int(within) if within else None,
                recommend=Recommendation(recommend),
            )
        )
    fields: dict[str, Any] = {
        "id": "standing",
        "clause": "standing",
        "measure": "sales",
        "missed_below": parse_ratio(below),
        "stages": tuple(read),
    }
    return StandingRule(**{**fields, **options})


def a_profile(*rules: str) -> JurisdictionProfile:
    """What is lawful, in rules such as ``watch lawful`` and ``probation lawful human``.

    A rule without ``lawful`` says that it is not; with ``human`` a person must decide.
    """
    words = (rule.split() for rule in rules)
    return JurisdictionProfile(
        id="somewhere",
        rules=tuple(
            ProfileRule(
                recommendation=Recommendation(name),
                lawful="lawful" in marks,
                needs_human="human" in marks,
                basis=Text.of(en=f"on {name}"),
            )
            for name, *marks in words
        ),
    )


def a_quota_rule(measure: str = "sales", **options: Any) -> QuotaRule:
    """How the quota of a measure comes about."""
    return QuotaRule(measure=measure, **options)


# --- the plan -------------------------------------------------------------------------------------


def a_plan(*components: Component, **options: Any) -> Plan:
    """A quarterly plan with these components, and a clause for everything that names one."""
    fields: dict[str, Any] = {
        "id": "plan",
        "title": Text.of(en="plan"),
        "currency": "PHP",
        "period": PeriodKind.QUARTER,
        "start": _START,
        "roles": ("seller",),
        "participants": Participants.APPOINTED,
        "components": components,
    }
    fields |= options
    if "clauses" not in fields:
        names = dict.fromkeys(_clauses(components, options))
        fields["clauses"] = tuple(Clause(id=name, text=Text.of(en=name)) for name in names)
    return Plan(**fields)


def _clauses(components: Iterable[Component], options: dict[str, Any]) -> Iterable[str]:
    """The clauses that the plan's terms name."""
    yield from (part.clause for part in components)
    for name in ("caps", "holdbacks", "guarantees", "draws", "standing"):
        yield from (term.clause for term in options.get(name, ()))
    for name in ("minimum_pay", "returns"):
        term = options.get(name)
        if term is not None and term.clause is not None:
            yield term.clause


def _ratios(texts: Iterable[str]) -> tuple[Fraction, ...]:
    return tuple(parse_ratio(text) for text in texts)
