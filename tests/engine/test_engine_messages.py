"""Every message of the engine, from its subject to its remedy and the clause that needed it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.engine.duties import agenda_of
from accountkit.engine.fulfilments import Tally
from accountkit.engine.pay import evaluate, evaluate_sequence, evaluate_through, overtime_premium
from accountkit.engine.recurrences import last_day
from accountkit.errors import InputError, UsageError
from accountkit.facts import Fulfilment
from accountkit.facts.known import Facts
from accountkit.plans import (
    Accumulate,
    Component,
    Conversion,
    Crediting,
    DayCount,
    EarnedBy,
    Exception_,
    FulfilmentShare,
    Number,
    OvertimeRule,
    QuotaRule,
    Quotient,
    RateDate,
    Ratio,
    Returns,
    RollUp,
    Selection,
)
from accountkit.plans.returns import ReturnRule
from accountkit.plans.selections import AttributeBound
from accountkit.roles import Duty, Grace
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_formula,
    a_ladder,
    a_plan,
    a_quota_rule,
    a_scorecard,
    a_spiff,
    reporting,
    some_facts,
)
from accountkit.values.ladders import Below
from accountkit.values.money import Money
from accountkit.values.texts import Text

SOLD = "ana 2026-01-15 1000.00"
BACK = "ana 2026-02-15 -400.00"
ALONE = Accumulate.ALONE
FLAT = a_commission("5%")
BONUS = a_bonus("PHP 1.00")
RE_RATING = {"returns": Returns(rule=ReturnRule.RE_RATING)}
BY_TERRITORY = {"crediting": Crediting(by_attribute="territory")}
TITLE = Text.of(en="measure")


def over(axis: str, **options: Any) -> Component:
    """5% wherever on an axis."""
    return a_commission(a_ladder("whole", "0 5%"), axis, **options)


def faults(
    *parts: Component,
    rows: tuple[str, ...] = (SOLD,),
    facts: Facts | dict[str, Any] | None = None,
    terms: dict[str, Any] | None = None,
    **options: Any,
) -> list[str]:
    """What keeps Ana from being paid, whose quota is 1,000."""
    people: dict[str, Any] = {"quotas": {"ana": "1000"}, "elsewhere": {"ben", "cora"}, **options}
    bound = a_bound_plan({"ana": a_plan(*parts, **(terms or {}))}, **people)
    known = facts if isinstance(facts, Facts) else some_facts(*rows, **(facts or {}))
    return [fault.message for fault in evaluate(bound, known).faults]


def what_is_wrong(value: object) -> str:
    """A message without its remedy, to tell cases apart by."""
    return value.split(";", maxsplit=1)[0] if isinstance(value, str) else ""


def bank(on: RateDate) -> dict[str, Conversion]:
    """Terms that convert by the rates of a bank that are at most thirty days old."""
    return {"conversion": Conversion(on=on, source="bank", valid_days=30)}


def priced_with(**fields: Any) -> Facts:
    """A deal with a sum of its own in another currency."""
    (deal,) = some_facts(SOLD).deals
    return Facts([attrs.evolve(deal, **fields)])


def billed(kind: str) -> Facts:
    """A deal in pesos with an invoice or a payment in euros."""
    rows: dict[str, Any] = {kind: ["d1 2026-02-01 5.00"]}
    known = some_facts(SOLD, **rows)
    euros = Money.parse("EUR 5.00")
    return Facts(
        known.deals,
        invoices=[attrs.evolve(item, amount=euros) for item in known.invoices],
        payments=[attrs.evolve(item, amount=euros) for item in known.payments],
    )


# --- what a component lacks -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "message, component, case",
    [
        (
            (
                "quantity of deal d1: is missing where a spiff is paid for each unit; fill the"
                " quantity in [spiff]"
            ),
            a_spiff("PHP 5.00", per="unit"),
            {},
        ),
        (
            (
                "payout of ana for sales in 2026-Q1: 0.4 is outside the table, below its first"
                " band, which starts at 0.5; add a band for it, or state what holds there"
                " [scorecard]"
            ),
            a_scorecard(
                "PHP 9.00", ("sales", "100%", a_ladder("whole", "50% 1", below=Below.REFUSE))
            ),
            {"rows": ("ana 2026-01-15 400.00",)},
        ),
        (
            (
                "component formula of ana: divides by zero; let the formula hold for zero, too"
                " [formula]"
            ),
            a_formula(Ratio(of=Number(value=Fraction(1)), by=Number(value=Fraction(0)))),
            {},
        ),
        (
            (
                "first day of tenure of ana: is missing where a rate depends on tenure; give the"
                " person an appointment with a first day [commission]"
            ),
            over("tenure"),
            {},
        ),
        (
            "margin of visits: is asked of no sum of deals; name a sum of sales [commission]",
            over("margin", measure="visits"),
            {},
        ),
        (
            (
                "discount of ana in 2026-Q1: has no deals of sales to be taken of; add the deals,"
                " or let a gate ask for some first [commission]"
            ),
            over("discount"),
            {"rows": ()},
        ),
        (
            (
                "margin_ratio of ana in 2026-Q1: divides by sales, which is zero; say in the"
                " measure what holds then (when_zero) [commission]"
            ),
            a_commission("5%", measure="margin_ratio"),
            {
                "rows": (),
                "measures": {
                    **EVERY_MEASURE,
                    "margin_ratio": Quotient(
                        id="margin_ratio", title=TITLE, dividend="margin", divisor="sales"
                    ),
                },
            },
        ),
        (
            (
                "reports of ana: has no occasion of report, forecast due in 2026-Q1; say in the"
                " measure what holds then (when_none_due) [commission]"
            ),
            a_commission("5%", measure="reports"),
            {
                "measures": {
                    **EVERY_MEASURE,
                    "reports": FulfilmentShare(
                        id="reports", title=TITLE, duties=("report", "forecast")
                    ),
                }
            },
        ),
    ],
    ids=what_is_wrong,
)
def test_a_component_says_what_it_lacks(
    message: str, component: Component, case: dict[str, Any]
) -> None:
    """What is missing, where, and what to do about it."""
    assert [message] == faults(component, **case)


def test_a_component_that_depends_on_another_says_that_the_other_comes_first() -> None:
    """The parameter is the cause; whoever mends it has mended both."""
    half = a_formula(Ratio(of=EarnedBy(component="commission"), by=Number(value=Fraction(2))))
    assert [
        (
            "parameter rate of ana: has no value for the person, the level or the plan; give one of"
            " them [commission]"
        ),
        (
            "component commission of ana: could not be reckoned, and something depends on it; mend"
            " what it lacks first [formula]"
        ),
    ] == faults(over("amount", times="rate"), half)


# --- what a deal lacks ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message, component, case",
    [
        (
            (
                "rate of deal d1: -0.01 is outside the table, below its first band, which starts at"
                " 0; add a band for it, or state what holds there"
            ),
            over("margin", accumulate=ALONE),
            {"rows": ("ana 2026-01-15 100.00 cost=101",)},
        ),
        (
            (
                "rate of deal d1: is given by exceptions 2 and 3, which fit it equally well; say in"
                " specificity which comes first, or narrow one of them"
            ),
            a_commission(
                "5%",
                accumulate=ALONE,
                exceptions=tuple(
                    Exception_(where=where, rate=Fraction(1))
                    for where in (
                        Selection(products=("vase",)),
                        Selection(products=("lamp",)),
                        Selection(clients=("acme",)),
                    )
                ),
            ),
            {"rows": ("ana 2026-01-15 1.00 acme product=lamp",)},
        ),
        (
            (
                "first day of tenure of ana: is missing where a rate depends on tenure; give the"
                " person an appointment with a first day"
            ),
            over("tenure", accumulate=ALONE),
            {},
        ),
        (
            "quantity of deal d1: is missing where it sets a rate; fill it in",
            over("count", accumulate=ALONE),
            {},
        ),
        (
            (
                "list amount of deal d1: is missing where its discount counts; fill in the amount"
                " before discount, in PHP"
            ),
            over("discount", accumulate=ALONE),
            {},
        ),
        (
            (
                "list amount of deal d1: is PHP 0.00 where its discount counts; fill in the amount"
                " before discount, in PHP"
            ),
            over("discount"),
            {"rows": (f"{SOLD} list=0",)},
        ),
        (
            (
                "list amount of deal d1: is EUR 9.00 where its discount counts; fill in the amount"
                " before discount, in PHP"
            ),
            over("discount"),
            {"facts": priced_with(list_amount=Money.parse("EUR 9.00"))},
        ),
        (
            "margin of deal d1: is asked of a deal of nothing; give it an amount",
            over("margin", accumulate=ALONE),
            {"rows": ("ana 2026-01-15 0.00 cost=1",)},
        ),
        (
            "cost of deal d1: is missing where its margin counts; fill the cost in",
            a_commission("5%", measure="margin"),
            {},
        ),
        (
            "cost of deal d1: is in EUR and the deal in PHP; state both in one currency",
            a_commission("5%", measure="margin"),
            {"facts": priced_with(cost=Money.parse("EUR 9.00"))},
        ),
        (
            "quantity of deal d1: is missing where units count; fill the quantity in",
            a_commission("5", measure="units"),
            {},
        ),
        (
            "cash of deal d1: comes to PHP 5, and the deal is PHP 0.00; mend one of them",
            a_commission("5%", measure="cash"),
            {"rows": ("ana 2026-01-15 0.00",), "facts": {"payments": ["d1 2026-02-01 5.00"]}},
        ),
        (
            "invoice of deal d1: comes to PHP 5, and the deal is PHP 0.00; mend one of them",
            a_commission("5%", measure="invoiced"),
            {"rows": ("ana 2026-01-15 0.00",), "facts": {"invoices": ["d1 2026-02-01 5.00"]}},
        ),
        (
            "invoice i1: is in EUR and its deal d1 in PHP; state both in one currency",
            a_commission("5%", measure="invoiced"),
            {"facts": billed("invoices")},
        ),
        (
            "payment p1: is in EUR and its deal d1 in PHP; state both in one currency",
            a_commission("5%", measure="collected"),
            {"facts": billed("payments")},
        ),
    ],
    ids=what_is_wrong,
)
def test_a_deal_that_lacks_what_counts_says_so(
    message: str, component: Component, case: dict[str, Any]
) -> None:
    """It is named with what is wrong, so that it can be found and mended."""
    assert [f"{message} [commission]"] == faults(component, **case)


# --- what is wrong with credit --------------------------------------------------------------------


@pytest.mark.parametrize(
    "message, case",
    [
        (
            (
                "deal d1: is dated 2026-01-15, after ana left on 2026-01-10, and plan plan does not"
                " say what leavers earn; add crediting: leavers: to the plan"
            ),
            {"took_part": {"ana": "2025-01-01..2026-01-10"}},
        ),
        (
            "return d2: does not say which deal it gives back; fill in the deal that it returns",
            {"rows": (SOLD, BACK), "terms": RE_RATING},
        ),
        (
            "return d2: gives back deal d9, which is not known; add the deal, or mend the return",
            {"rows": (SOLD, f"{BACK} returns=d9"), "terms": RE_RATING},
        ),
        (
            (
                "returns of deal d1: come to PHP 1000.01, more than the deal, which is PHP 1000.00;"
                " mend the returns"
            ),
            {
                "rows": (SOLD, f"{BACK} returns=d1", "ana 2026-03-15 -600.01 returns=d1"),
                "terms": RE_RATING,
            },
        ),
        (
            "return d2: is in EUR, and its deal d1 in PHP; state it in PHP",
            {"rows": (SOLD, f"{BACK} returns=d1 currency=EUR"), "terms": RE_RATING},
        ),
        (
            (
                "overlay of ana on deal d1: is credit on top of the whole, which plan plan does not"
                " know; take the overlay out, or add crediting: overlays: credit to the plan"
            ),
            {"facts": {"overlays": ["d1 ana 1/2"]}},
        ),
        (
            (
                "deal d1: has the territory north, assigned to nobody on 2026-01-15; assign it to"
                " one person"
            ),
            {"rows": (f"{SOLD} territory=north",), "terms": BY_TERRITORY},
        ),
        (
            (
                "deal d1: has the territory left empty, assigned to nobody on 2026-01-15; assign it"
                " to one person"
            ),
            {"terms": BY_TERRITORY},
        ),
        (
            (
                "deal d1: has the territory north, assigned to ana and ben on 2026-01-15; assign it"
                " to one person"
            ),
            {
                "rows": (f"{SOLD} territory=north",),
                "facts": {"assignments": ["territory north ana", "territory north ben"]},
                "terms": BY_TERRITORY,
            },
        ),
        (
            "split of deal d1: names ana twice; give each person one share",
            {"facts": {"shares": ["d1 ana 1/2", "d1 ana 1/2"]}},
        ),
        (
            "split of deal d1: gives ben 0%; give a share above zero, or take the person out",
            {"facts": {"shares": ["d1 ana 1", "d1 ben 0"]}},
        ),
        (
            "split of deal d1: sums to 90%; let the shares sum to 100%; write a third as 1/3",
            {"facts": {"shares": ["d1 ana 1/2", "d1 ben 2/5"]}},
        ),
        (
            (
                "exchange rate for deal d1: is missing: the deal is in EUR and plan plan counts in"
                " PHP; state the deal in PHP, or add conversion: to the plan"
            ),
            {"rows": (f"{SOLD} currency=EUR",)},
        ),
        (
            (
                "exchange rate for deal d1: is missing: plan plan fixes no rate of EUR; add it to"
                " the plan's fixed rates"
            ),
            {
                "rows": (f"{SOLD} currency=EUR",),
                "terms": {"conversion": Conversion(on=RateDate.FIXED, fixed={"USD": Fraction(60)})},
            },
        ),
        (
            (
                "exchange rate for deal d1: is missing: bank has none from EUR to PHP for"
                " 2026-01-15 that is at most 30 days old; add the rate to the table of exchange"
                " rates"
            ),
            {"rows": (f"{SOLD} currency=EUR",), "terms": bank(RateDate.DEAL_DATE)},
        ),
        (
            (
                "exchange rate for deal d1: is missing: bank has none from EUR to PHP for"
                " 2026-03-31 that is at most 30 days old; add the rate to the table of exchange"
                " rates"
            ),
            {"rows": (f"{SOLD} currency=EUR",), "terms": bank(RateDate.PERIOD_END)},
        ),
        (
            (
                "exchange rate for deal d1: is that of its first invoice by plan plan, and it has"
                " none; add the invoice"
            ),
            {"rows": (f"{SOLD} currency=EUR",), "terms": bank(RateDate.INVOICE_DATE)},
        ),
    ],
    ids=what_is_wrong,
)
def test_credit_that_is_not_in_order_says_why(message: str, case: dict[str, Any]) -> None:
    """The deal, whom it should count for, and what would settle it."""
    assert [f"{message} [commission]"] == faults(FLAT, **case)


def test_an_attribute_that_is_no_number_says_so() -> None:
    """The months of a contract are compared with 12, and somebody wrote ``year``."""
    long = Selection(bounds=(AttributeBound(attribute="months", at_least=Fraction(12)),))
    (message,) = faults(a_spiff("PHP 5.00", long), rows=("ana 2026-01-15 1.00 months=year",))
    assert message.startswith("months of deal d1: ")
    assert message.endswith("; write a number, or select without it [spiff]")
    assert '"year"' in message


# --- what a quota lacks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message, rule",
    [
        (
            (
                "first day of tenure of ana: is missing where the quota of sales has a ramp; give"
                " the person an appointment with a first day"
            ),
            a_quota_rule(ramp=(Fraction(1, 2),)),
        ),
        (
            (
                "working days of ana: are missing where they prorate a quota; give the company a"
                " working week"
            ),
            a_quota_rule(proration=DayCount.WORKING_DAYS),
        ),
    ],
    ids=["ramp", "working days"],
)
def test_a_quota_that_cannot_be_worked_out_says_why(message: str, rule: QuotaRule) -> None:
    """The person, the measure and what the rule for its quota needs."""
    assert [f"{message} [bonus]"] == faults(BONUS, terms={"quota_rules": (rule,)})


def test_quotas_rolled_up_in_a_circle_say_whose_they_are() -> None:
    """Ana reported to Ben in January, and Ben to Ana from February on."""
    plan = a_plan(BONUS, quota_rules=(a_quota_rule(roll_up=RollUp()),))
    bound = a_bound_plan(
        {"ana": plan, "ben": plan},
        superiors={
            "ana": reporting("ben 2026-01-01 2026-01-31"),
            "ben": reporting("ana 2026-02-01"),
        },
    )
    assert [
        f"quota of {person} for sales: is that of the people below, who reported in a circle within"
        " 2026-Q1; give the quota of one of them [bonus]"
        for person in ("ana", "ben")
    ] == [fault.message for fault in evaluate(bound, some_facts()).faults]


# --- of everybody ---------------------------------------------------------------------------------


def test_a_return_of_somebody_without_a_plan_is_a_deal_of_its_own_day() -> None:
    """The plan of others re-rates returns; nobody knows whether Zoe's would."""
    assert [
        (
            "pay of zoe for 2026-Q1: is asked for by 1 deal, and no plan covers the person; name"
            " the person's role in a plan, or mend the person on the deals"
        )
    ] == faults(
        FLAT,
        rows=("zoe 2025-11-15 100.00", "zoe 2026-02-15 -40.00 returns=d1"),
        terms=RE_RATING,
    )


def test_an_adjustment_of_somebody_without_a_plan_says_what_it_comes_to() -> None:
    """Money that was agreed is not lost in silence."""
    assert [
        (
            "adjustment a1 of zoe for 2026-Q1: is PHP 5.00, and no plan covers the person; name the"
            " person's role in a plan, or mend the adjustment"
        )
    ] == faults(FLAT, facts={"adjustments": ["zoe 2026-Q1 5.00", "zoe 2026-Q2 7.00"]})


# --- wrong calls and wrong input ------------------------------------------------------------------


def test_periods_that_are_not_in_order_say_which() -> None:
    """The second of the two is named with the one that it does not follow."""
    bounds = a_chain({"ana": a_plan(FLAT)}, "2026-Q2", "2026-Q1")
    with pytest.raises(UsageError) as refused:
        list(evaluate_sequence(bounds, some_facts()))
    assert (
        "period 2026-Q1: does not start after 2026-Q2 has ended; give the periods from the oldest"
        " to the newest"
    ) == str(refused.value)


def test_a_paid_period_that_is_left_out_is_named() -> None:
    """With it everything is there that was carried."""
    first, second = a_chain({"ana": a_plan(FLAT)}, "2026-Q1", "2026-Q2")
    paid = evaluate(first, some_facts())
    with pytest.raises(UsageError) as refused:
        evaluate_through([second], some_facts(), paid=[paid])
    assert (
        "paid period 2026-Q1: is not among the periods of the sequence; give the periods from the"
        " first one that was paid up to the open one"
    ) == str(refused.value)


def test_no_period_at_all_asks_for_one() -> None:
    """There is nothing to work out."""
    with pytest.raises(UsageError) as refused:
        evaluate_through((), some_facts())
    assert "periods: there is none; give at least the open one" == str(refused.value)


@pytest.mark.parametrize(
    "wages, hours, message",
    [
        (
            "USD 50.00",
            "0",
            "hours worked: are 0; give the hours of the week, above zero",
        ),
        (
            "USD -50.00",
            "40",
            "earnings of the week: come to USD -50.00, less than nothing; mend wages or results",
        ),
    ],
)
def test_a_week_that_has_no_rate_says_why(wages: str, hours: str, message: str) -> None:
    """No hours, or less than nothing earned in them."""
    rule = OvertimeRule(standard_hours=Fraction(40), premium_share=Fraction(1, 2))
    with pytest.raises(InputError) as refused:
        overtime_premium(
            rule,
            wages=Money.parse(wages),
            by_results=Money.zero("USD"),
            hours=Fraction(hours),
        )
    assert message == str(refused.value)


def test_grace_beyond_the_calendar_says_so() -> None:
    """The last day of it is 31 December 9999."""
    assert date.max == last_day(date(9999, 12, 30), Grace(days=1), None)
    with pytest.raises(InputError) as refused:
        last_day(date(9999, 12, 30), Grace(days=2), None)
    assert (
        "date: 2 days after 9999-12-30 lie beyond the year 9999; give an earlier date, or fewer"
        " days"
    ) == str(refused.value)


@pytest.mark.parametrize("late_counts", ["-1/100", "101/100"])
def test_how_much_lateness_counts_is_a_share(late_counts: str) -> None:
    """From nothing to all of it."""
    with pytest.raises(UsageError) as refused:
        Tally(done=1, done_late=1, late=1).attainment(late_counts=Fraction(late_counts))
    shown = {"-1/100": "-0.01", "101/100": "1.01"}[late_counts]
    assert f"late_counts: {shown} is not from 0 to 1; give a share" == str(refused.value)


# --- duties ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "duties, remedy",
    [
        ((a_duty("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"),), "there is none"),
        ((a_duty("FREQ=MONTHLY;BYMONTHDAY=1"),), "there is report"),
        (
            (
                a_duty("FREQ=MONTHLY;BYMONTHDAY=1"),
                a_duty("FREQ=MONTHLY;BYMONTHDAY=2", id="plan"),
            ),
            "there is report, plan",
        ),
        ((a_duty("FREQ=MONTHLY;BYMONTHDAY=1", id="vizit"),), "did you mean vizit?"),
    ],
    ids=["none", "one", "two", "near"],
)
def test_a_fulfilment_of_an_unknown_duty_is_told_which_there_are(
    duties: tuple[Duty, ...], remedy: str
) -> None:
    """The nearest name, or else all that fell due."""
    stray = Fulfilment(
        person="ana", duty="visit", occasion=date(2026, 1, 5), done_on=date(2026, 1, 5)
    )
    bound = duties_of(a_tenure(a_role(*duties), "2026-01"))
    found = agenda_of(bound, [stray], on=date(2026, 2, 1))
    assert (
        f"fulfilment of visit: names a duty that did not fall due for ana within 2026-01; {remedy}"
    ) == str(found.stray_problem(stray))
