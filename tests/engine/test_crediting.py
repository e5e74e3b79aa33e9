"""Splits, overlays, assignments, leavers, returns and teams: for how much a deal counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay.credit import Credited, credit
from accountkit.plans import (
    Crediting,
    LeaverPolicy,
    Leavers,
    Overlays,
    Plan,
    Returns,
    Selection,
    Whose,
)
from accountkit.plans.faults import Missing
from accountkit.plans.returns import ReturnRule
from accountkit.testing.pay import (
    QUARTER,
    a_bound_plan,
    a_commission,
    a_plan,
    at_original_rate,
    reporting,
    some_facts,
)
from accountkit.values.periods import Period

FLAT = a_commission("10%")
PLAIN = a_plan(FLAT)


def credited(
    *rows: str,
    plan: Plan = PLAIN,
    person: str = "ana",
    level: int | Whose = Whose.OWN,
    facts: dict[str, Any] | None = None,
    days: Period | None = QUARTER,
    where: Selection | None = None,
    known_until: Period | None = None,
    priced: bool = False,
    **options: Any,
) -> Credited:
    """What is credited to one of three people under one plan; Cora and Dan sell nothing."""
    bound = a_bound_plan(dict.fromkeys(("ana", "ben", "cora", "dan"), plan), **options)
    until = None if known_until is None else known_until.end
    known = credit(bound, some_facts(*rows, **(facts or {})), Period.year(2020).start, until)
    payee = next(payee for payee in bound.payees if payee.person == person)
    return known.credited(payee, level, days, where, priced=priced)


def amounts(found: Credited) -> dict[str, str]:
    """How much of each deal counts."""
    return {part.deal.id: str(part.amount) for part in found.each()}


# --- splits ---------------------------------------------------------------------------------------


def test_the_parts_of_a_split_are_money_and_sum_to_the_deal() -> None:
    """100.01 in halves: the odd centavo goes to the first by id, whoever made the deal."""
    row, shares = "ben 2026-01-15 100.01", ["d1 ben 1/2", "d1 ana 1/2"]
    anas = credited(row, facts={"shares": shares})
    bens = credited(row, facts={"shares": shares}, person="ben")
    assert {"d1": "5001/100"} == amounts(anas)
    assert {"d1": "50"} == amounts(bens)
    (part,) = anas.each()
    assert Fraction(1, 2) == part.share
    assert Fraction(10001, 100) == anas.total() + bens.total()


def test_whoever_made_a_deal_has_no_part_of_it_that_the_split_does_not_give() -> None:
    """Ben shares it between Ana and Cora."""
    facts = {"shares": ["d1 ana 30%", "d1 cora 70%"]}
    row = "ben 2026-01-15 100.00"
    found = [amounts(credited(row, facts=facts, person=who)) for who in ("ana", "ben", "cora")]
    assert [{"d1": "30"}, {}, {"d1": "70"}] == found


def test_a_return_takes_the_shares_of_its_deal_unless_it_has_its_own() -> None:
    """10 back of a deal in halves is 5 of Ana's; shared out anew it is all Ben's."""
    rows = ("ana 2026-01-15 100.00", "ana 2026-02-15 -10.00 returns=d1")
    shares = ["d1 ana 1/2", "d1 ben 1/2"]
    assert {"d1": "50", "d2": "-5"} == amounts(credited(*rows, facts={"shares": shares}))
    anew = {"shares": [*shares, "d2 ben 1"]}
    assert {"d1": "50"} == amounts(credited(*rows, facts=anew))
    assert {"d1": "50", "d2": "-10"} == amounts(credited(*rows, facts=anew, person="ben"))


# --- overlays -------------------------------------------------------------------------------------

KNOWN = a_plan(FLAT, crediting=Crediting(overlays=Overlays.CREDIT))


def test_an_overlay_is_credit_on_top_of_the_whole() -> None:
    """Ana has all of her 100, and Ben a fifth of it besides; it is not rounded."""
    row, overlays = "ana 2026-01-15 0.33", ["d1 ben 1/5"]
    assert {"d1": "33/100"} == amounts(credited(row, plan=KNOWN, facts={"overlays": overlays}))
    bens = credited(row, plan=KNOWN, facts={"overlays": overlays}, person="ben")
    assert {"d1": "33/500"} == amounts(bens)


def test_a_split_and_an_overlay_of_one_person_add_up() -> None:
    """Half of 100 and a fifth of it are 70, in two parts."""
    facts = {"shares": ["d1 ana 1/2", "d1 ben 1/2"], "overlays": ["d1 ana 1/5"]}
    found = credited("ana 2026-01-15 100.00", plan=KNOWN, facts=facts)
    assert [50, 20] == [part.amount for part in found.each()]


def test_an_overlay_that_the_plan_does_not_know_is_a_fault_of_whoever_has_it() -> None:
    """And of nobody else."""
    row, facts = "ana 2026-01-15 100.00", {"overlays": ["d1 ben 1/5"]}
    assert {"d1": "100"} == amounts(credited(row, facts=facts))
    with pytest.raises(Missing, match="overlay of ben on deal d1"):
        credited(row, facts=facts, person="ben")


# --- by an attribute ------------------------------------------------------------------------------

BY_REGION = a_plan(FLAT, crediting=Crediting(by_attribute="region"))
NORTH = "ben 2026-01-15 100.00 region=north"


def test_a_deal_counts_for_whom_its_attribute_is_assigned_to_on_its_day() -> None:
    """Ben made it in Ana's region; from 16 January on the region is Cora's."""
    facts = {
        "assignments": [
            "region north ana 2026-01-01 2026-01-15",
            "region north cora 2026-01-16",
        ]
    }
    rows = (NORTH, "ben 2026-01-16 50.00 region=north")
    found = [
        amounts(credited(*rows, plan=BY_REGION, facts=facts, person=who))
        for who in ("ana", "ben", "cora")
    ]
    assert [{"d1": "100"}, {}, {"d2": "50"}] == found


@pytest.mark.parametrize("name, value", [("client", "acme"), ("product", "chair")])
def test_a_client_and_a_product_are_assigned_like_an_attribute(name: str, value: str) -> None:
    """By these names."""
    plan = a_plan(FLAT, crediting=Crediting(by_attribute=name))
    facts = {"assignments": [f"{name} {value} ana"]}
    row = "ben 2026-01-15 100.00 acme product=chair"
    assert {"d1": "100"} == amounts(credited(row, plan=plan, facts=facts))


@pytest.mark.parametrize(
    "row, assignments, person, problem",
    [
        (NORTH, [], "ben", "has the region north, assigned to nobody on 2026-01-15"),
        (
            "ben 2026-01-15 100.00",
            ["region north ana"],
            "ben",
            "has the region left empty, assigned to nobody on 2026-01-15",
        ),
        (
            NORTH,
            ["region north ana", "region north cora"],
            "cora",
            "has the region north, assigned to ana and cora on 2026-01-15",
        ),
    ],
)
def test_nobody_and_two_people_assigned_are_a_fault(
    row: str, assignments: list[str], person: str, problem: str
) -> None:
    """Of whoever made the deal, or of each of the two."""
    with pytest.raises(Missing) as found:
        credited(row, plan=BY_REGION, facts={"assignments": assignments}, person=person)
    assert ("deal d1", problem) == (found.value.subject, found.value.problem)


def test_a_split_comes_before_the_attribute() -> None:
    """The region is Cora's, and the facts give the deal to Ana and Ben."""
    facts = {"assignments": ["region north cora"], "shares": ["d1 ana 1/2", "d1 ben 1/2"]}
    assert {"d1": "50"} == amounts(credited(NORTH, plan=BY_REGION, facts=facts))
    assert {} == amounts(credited(NORTH, plan=BY_REGION, facts=facts, person="cora"))


# --- leavers --------------------------------------------------------------------------------------

AROUND = (
    "ana 2026-02-10 1.00",
    "ana 2026-02-11 2.00",
    "ana 2026-02-20 4.00",
    "ana 2026-02-21 8.00",
)
"""On the last day, a day later, and ten and eleven days later."""


def left(policy: LeaverPolicy | None, days: int | None = None, last: str = "2026-02-10") -> str:
    """What counts of the deals around 10 February, the last day of Ana unless another is named."""
    leavers = None if policy is None else Leavers(policy=policy, days=days)
    plan = a_plan(FLAT, crediting=Crediting(leavers=leavers))
    took_part = {"ana": f"2025-01-01..{last}"}
    return str(credited(*AROUND, plan=plan, took_part=took_part).total())


def test_deals_up_to_the_last_day_count() -> None:
    """1.00 of the last day itself."""
    assert "1" == left(LeaverPolicy.EARN_UNTIL_EXIT)


def test_deals_that_close_within_some_days_count() -> None:
    """Ten days: up to the 20th."""
    assert "7" == left(LeaverPolicy.EARN_CLOSING_WITHIN, 10)


def test_whoever_has_left_may_earn_nothing_in_the_period() -> None:
    """Also not on deals made before; somebody who stays to the last day has left by then."""
    assert "0" == left(LeaverPolicy.NOTHING)
    assert "0" == left(LeaverPolicy.NOTHING, last="2026-03-31")
    assert "15" == left(LeaverPolicy.NOTHING, last="2026-04-01")


def test_deals_after_the_last_day_are_a_fault_where_the_plan_is_silent() -> None:
    """The first of them is named."""
    with pytest.raises(Missing) as found:
        left(None)
    assert "deal d2" == found.value.subject
    assert found.value.problem.startswith("is dated 2026-02-11, after ana left on 2026-02-10")


def test_an_earlier_late_deal_does_not_hide_one_of_the_period() -> None:
    """Ana left in December; her deal of 30 December is seen by what looks back, and not the point.

    That of January is.
    """
    rows = ("ana 2025-12-30 1.00", "ana 2026-01-05 2.00")
    with pytest.raises(Missing, match="deal d2"):
        credited(*rows, days=None, took_part={"ana": "2025-01-01..2025-12-15"})


def test_deals_before_the_first_day_are_not_dropped() -> None:
    """Somebody who takes over in March keeps what is credited from January."""
    found = credited("ana 2026-01-05 1.00", took_part={"ana": "2026-03-01..2026-12-31"})
    assert {"d1": "1"} == amounts(found)


# --- returns --------------------------------------------------------------------------------------

RETURNED = ("ana 2026-01-15 100.00", "ana 2026-03-15 -40.00 returns=d1")


def returned(
    returns: Returns | None, *rows: str, days: Period | None = QUARTER, **options: Any
) -> Credited:
    """What counts when the plan has this rule for returns."""
    plan = a_plan(FLAT, returns=returns)
    return credited(*(rows or RETURNED), plan=plan, days=days, **options)


def test_a_return_counts_in_its_own_period() -> None:
    """Without a rule, and with the one that says so: nothing of it in January, -40 in March."""
    for rule in (None, Returns(rule=ReturnRule.IN_PERIOD)):
        assert {"d1": "100"} == amounts(returned(rule, days=Period.month(2026, 1)))
        assert {"d2": "-40"} == amounts(returned(rule, days=Period.month(2026, 3)))


def test_a_re_rated_return_counts_on_the_day_of_its_deal() -> None:
    """-40 in January, nothing in March."""
    rule = Returns(rule=ReturnRule.RE_RATING)
    assert Fraction(60) == returned(rule, days=Period.month(2026, 1)).total()
    assert Fraction(0) == returned(rule, days=Period.month(2026, 3)).total()


def test_a_re_rated_return_after_the_period_counts_once_it_is_known() -> None:
    """Dated in April: not by the end of March, but by the end of April."""
    rule = Returns(rule=ReturnRule.RE_RATING)
    rows = ("ana 2026-01-15 100.00", "ana 2026-04-15 -40.00 returns=d1")
    assert Fraction(100) == returned(rule, *rows).total()
    known = returned(rule, *rows, known_until=Period.month(2026, 4))
    assert Fraction(60) == known.total()


@pytest.mark.parametrize("day, total", [("2026-02-15", 60), ("2026-02-16", 100)])
def test_a_return_later_than_the_window_is_ignored(day: str, total: int) -> None:
    """One month from 15 January ends with 15 February."""
    rule = Returns(rule=ReturnRule.RE_RATING, window_months=1)
    rows = ("ana 2026-01-15 100.00", f"ana {day} -40.00 returns=d1")
    assert Fraction(total) == returned(rule, *rows).total()


def test_a_return_at_the_original_rate_is_never_priced() -> None:
    """It counts at all only where attainment falls, and then in its own period."""
    keeps, falls = at_original_rate(), at_original_rate(attainment_falls=True)
    assert {"d1": "100"} == amounts(returned(keeps))
    assert {"d1": "100", "d2": "-40"} == amounts(returned(falls))
    assert {"d1": "100"} == amounts(returned(falls, priced=True))


# --- what is not asked for ------------------------------------------------------------------------


def test_a_fault_in_a_deal_that_is_not_asked_for_does_no_harm() -> None:
    """Ana's deal in euros is another client's, and one in a bad split is of another month."""
    rows = (
        "ana 2026-01-15 1.00 acme",
        "ana 2026-01-16 2.00 bolt currency=EUR",
        "ana 2026-03-15 4.00 acme",
    )
    facts = {"shares": ["d3 ana 1/2"]}
    found = credited(
        *rows, facts=facts, days=Period.month(2026, 1), where=Selection(clients=("acme",))
    )
    assert {"d1": "1"} == amounts(found)


# --- teams ----------------------------------------------------------------------------------------

LINE = {"ana": "cora", "ben": "cora", "cora": "dan"}
SHARED = {"shares": ["d1 ana 1/2", "d1 ben 1/2"]}


def test_a_deal_that_two_reports_share_reaches_their_superior_once_and_whole() -> None:
    """100.01, and not twice that."""
    found = credited("ana 2026-01-15 100.01", facts=SHARED, person="cora", level=1, superiors=LINE)
    assert {"d1": "10001/100"} == amounts(found)
    (part,) = found.each()
    assert Fraction(1) == part.share


def test_a_part_of_a_deal_that_is_shared_outside_reaches_the_superior_as_a_part() -> None:
    """Ana's third of 100.00 is 33.34; the rest belongs to people of another line."""
    facts = {"shares": ["d1 ana 1/3", "d1 mia 1/3", "d1 zoe 1/3"]}
    found = credited("ana 2026-01-15 100.00", facts=facts, person="cora", level=1, superiors=LINE)
    assert {"d1": "1667/50"} == amounts(found)


def test_a_team_never_has_more_than_the_whole_of_a_deal() -> None:
    """All of it is Ana's, and Ben has an overlay of it."""
    found = credited(
        "ana 2026-01-15 100.00",
        plan=KNOWN,
        facts={"overlays": ["d1 ben 1/2"]},
        person="cora",
        level=Whose.TEAM,
        superiors=LINE,
    )
    assert {"d1": "100"} == amounts(found)


OF_ALL = ("ana 2026-01-15 1.00", "cora 2026-01-16 2.00", "dan 2026-01-17 4.00")


@pytest.mark.parametrize(
    "whose, total",
    [
        (Whose.OWN, 4),
        (Whose.REPORTS, 2),  # Cora's
        (1, 2),
        (2, 1),  # Ana's
        (3, 0),
        (Whose.TEAM, 3),
        (Whose.OWN_AND_TEAM, 7),
    ],
)
def test_whose_deals_count_for_the_top_of_a_line(whose: int | Whose, total: int) -> None:
    """Ana reports to Cora, and Cora to Dan."""
    found = credited(*OF_ALL, person="dan", level=whose, superiors=LINE)
    assert Fraction(total) == found.total()


def test_a_deal_that_somebody_shares_with_a_report_is_once_in_own_and_team() -> None:
    """Half is Cora's own and half Ana's: together all of it."""
    facts = {"shares": ["d1 ana 1/2", "d1 cora 1/2"]}
    found = credited(
        "ana 2026-01-15 100.00",
        facts=facts,
        person="cora",
        level=Whose.OWN_AND_TEAM,
        superiors=LINE,
    )
    assert {"d1": "100"} == amounts(found)


def test_the_line_of_the_deals_day_counts() -> None:
    """Ana reported to Cora until 15 January, and to Dan from then on."""
    line = {"ana": reporting("cora 2026-01-01 2026-01-15", "dan 2026-01-16")}
    rows = ("ana 2026-01-15 1.00", "ana 2026-01-16 2.00")
    found = [
        credited(*rows, person=who, level=Whose.TEAM, superiors=line).total()
        for who in ("cora", "dan")
    ]
    assert [1, 2] == found


def test_deals_of_somebody_without_a_plan_count_for_the_superior() -> None:
    """Zoe is in no plan of the period, and reports to Cora."""
    found = credited("zoe 2026-01-15 5.00", person="cora", level=1, superiors={"zoe": "cora"})
    assert Fraction(5) == found.total()


def test_a_line_that_goes_in_a_circle_ends() -> None:
    """Ana reports to Ben and Ben to Ana: each has the other's."""
    line = {"ana": "ben", "ben": "ana"}
    found = credited("ana 2026-01-15 5.00", person="ben", level=Whose.TEAM, superiors=line)
    assert Fraction(5) == found.total()
    assert Fraction(0) == credited("ana 2026-01-15 5.00", level=Whose.TEAM, superiors=line).total()
