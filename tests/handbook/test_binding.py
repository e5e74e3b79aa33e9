"""Binding: who is paid by which plan in a period, and what keeps somebody out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from accountkit.handbook import Handbook
from accountkit.plans import AwayDays
from accountkit.values import Period, PeriodKind, Span, Weekday, WorkingWeek

Company = Callable[..., Path]
Texts = Mapping[str, str]
QUARTER = Period.quarter(2026, 1)
CHART = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
positions:
  - {id: head, role: seller}
  - {id: north, role: seller, level: junior, reports_to: head}
  - {id: south, role: seller, level: senior, reports_to: head}
appointments:
  - {person: ben, position: head, start: 2025-01-01}
"""


def test_parameters_come_from_the_person_the_level_or_the_plan(company: Company) -> None:
    """One's own value first, then that of the level, then the plan's."""
    bound = Handbook.load(company()).bind(QUARTER)
    values = {payee.person: payee.parameters["rate"] for payee in bound.payees}

    assert {"ana": Fraction(1, 100), "ben": Fraction(2, 100)} == values

    own = "parameters: [{person: ana, values: {rate: 3%}}]"
    bound = Handbook.load(company(parameters=own)).bind(QUARTER)
    assert Fraction(3, 100) == bound.payees[0].parameters["rate"]


def test_a_level_that_changes_within_the_period_is_a_fault(company: Company) -> None:
    """Two rates for one quarter are for a clerk to settle; everybody else is bound."""
    chart = CHART + (
        "  - {person: ana, position: north, start: 2025-01-01, until: 2026-01-31}\n"
        "  - {person: ana, position: south, start: 2026-02-01}\n"
    )
    bound = Handbook.load(company(organisation=chart)).bind(QUARTER)

    assert ["ben"] == [payee.person for payee in bound.payees]
    assert [("ana", "sales")] == [(fault.person, fault.plan) for fault in bound.faults]
    assert "depends on the level, which changes within the period: junior, senior" in (
        bound.faults[0].message
    )


def test_somebody_who_left_before_is_not_bound(company: Company) -> None:
    """The last day of an appointment is its ``until``."""
    left = CHART + "  - {person: ana, position: north, start: 2025-01-01, until: 2025-12-31}\n"
    stayed = left.replace("2025-12-31", "2026-01-01")

    assert 1 == len(Handbook.load(company(organisation=left)).bind(QUARTER).payees)
    assert 2 == len(Handbook.load(company(organisation=stayed)).bind(QUARTER).payees)


def test_superiors_follow_the_appointments(company: Company) -> None:
    """On each day of the period the superior is who held the seat above that day."""
    chart = CHART.replace("start: 2025-01-01}", "start: 2026-02-01}") + (
        "  - {person: ana, position: north, start: 2025-01-01}\n"
    )
    superiors = Handbook.load(company(organisation=chart)).bind(QUARTER).superiors["ana"]

    assert superiors.get(date(2026, 1, 31)) is None
    assert "ben" == superiors.at(date(2026, 2, 1))


def test_quotas_of_the_period_alone(company: Company) -> None:
    """A quota of the next quarter is no quota of this one."""
    quotas = """
quotas:
  - {person: ana, measure: sales, period: 2026-Q1, target: 100}
  - {person: ana, measure: sales, period: 2026-Q2, target: 200}
"""
    ana, ben = Handbook.load(company(quotas=quotas)).bind(QUARTER).payees

    assert ({"sales": Fraction(100)}, {}) == (ana.quotas, ben.quotas)


def test_people_of_plans_by_another_period_are_elsewhere(company: Company) -> None:
    """Whose plan runs by the quarter is not unplanned in a month of another plan."""
    folder = company()
    text = (folder / "plans" / "sales.yaml").read_text(encoding="utf-8")
    monthly = text.replace("id: sales\n", "id: monthly\n").replace("quarter", "month")
    (folder / "plans" / "monthly.yaml").write_text(
        monthly.replace("[seller]", "[courier]"), encoding="utf-8"
    )
    bound = Handbook.load(folder).bind(Period.month(2026, 1))

    assert ((), frozenset({"ana", "ben"})) == (bound.payees, bound.elsewhere)


def test_participation_holds_all_spans_and_tenure_starts_with_the_first(company: Company) -> None:
    """Ana came in 2025, left, and came back; the seat she had before was of no plan."""
    chart = CHART.replace("appointments:", "  - {id: desk, role: courier}\nappointments:") + (
        "  - {person: ana, position: desk, start: 2024-05-01, until: 2024-12-31}\n"
        "  - {person: ana, position: north, start: 2025-01-01, until: 2025-02-28}\n"
        "  - {person: ana, position: north, start: 2025-03-01, until: 2025-03-31}\n"
        "  - {person: ana, position: north, start: 2026-02-01}\n"
    )
    ana, ben = Handbook.load(company(organisation=chart)).bind(QUARTER).payees

    assert date(2024, 5, 1) == ana.since
    assert (
        Period(date(2025, 1, 1), date(2025, 4, 1)),
        Period(date(2026, 2, 1), date.max),
    ) == ana.participation
    assert (None, date(2025, 1, 1)) == (ana.left_on, ben.since)


def test_absences_up_to_the_end_of_the_period(company: Company) -> None:
    """What begins later changes nothing; what began before may still last."""
    chart = CHART + (
        "absences:\n"
        "  - {person: ben, kind: illness, start: 2026-03-30}\n"
        "  - {person: ben, kind: leave, start: 2025-12-29, until: 2026-01-02}\n"
        "  - {person: ben, kind: leave, start: 2026-04-01, until: 2026-04-02}\n"
    )
    (ben,) = Handbook.load(company(organisation=chart)).bind(QUARTER).payees

    assert (
        AwayDays(kind="leave", days=Period(date(2025, 12, 29), date(2026, 1, 3))),
        AwayDays(kind="illness", days=Period(date(2026, 3, 30), date.max)),
    ) == ben.absences


def test_superiors_are_known_for_the_days_before_the_period(company: Company) -> None:
    """Measures to date look up who was the superior in an earlier quarter."""
    chart = CHART + "  - {person: ana, position: north, start: 2025-06-01}\n"
    superiors = Handbook.load(company(organisation=chart)).bind(QUARTER).superiors["ana"]

    assert (Span("ben", date(2025, 6, 1), date(2026, 4, 1)),) == superiors.spans


def test_a_line_of_reporting_that_changes(company: Company) -> None:
    """Each stretch has its own superior, and equal neighbours are one stretch."""
    chart = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
  - {id: cora, name: Cora}
positions:
  - {id: head, role: seller}
  - {id: deputy, role: seller}
  - id: north
    role: seller
    reporting_lines: [{to: head, until: 2026-01-31}, {to: deputy, start: 2026-02-01}]
appointments:
  - {person: ben, position: head, start: 2025-01-01}
  - {person: cora, position: deputy, start: 2025-01-01}
  - {person: ana, position: north, start: 2025-01-01, until: 2025-12-31}
  - {person: ana, position: north, start: 2026-01-01}
"""
    superiors = Handbook.load(company(organisation=chart)).bind(QUARTER).superiors

    assert ["ana"] == list(superiors)
    assert (
        Span("ben", date(2025, 1, 1), date(2026, 2, 1)),
        Span("cora", date(2026, 2, 1), date(2026, 4, 1)),
    ) == superiors["ana"].spans


PLAN = "plans/sales.yaml"
LEFT = CHART + "  - {person: ana, position: north, start: 2025-01-01, until: 2025-12-20}\n"


def test_who_left_is_bound_while_later_deals_count(company: Company, texts: Texts) -> None:
    """With 15 days from 20 December, deals up to 4 January count, so she is paid."""
    within = texts[PLAN] + "crediting: {leavers: {policy: earn_closing_within, days: 15}}\n"
    handbook = Handbook.load(company(organisation=LEFT, plans__sales=within))
    ana, ben = handbook.bind(QUARTER).payees

    assert (date(2025, 12, 20), None) == (ana.left_on, ben.left_on)
    assert Fraction(1, 100) == ana.parameters["rate"]
    assert ["ben"] == [payee.person for payee in handbook.bind(Period.quarter(2026, 2)).payees]


def test_who_left_is_not_bound_when_the_days_end_before_the_period(
    company: Company, texts: Texts
) -> None:
    """Twelve days from 20 December end on 1 January, eleven do not reach it."""
    twelve = texts[PLAN] + "crediting: {leavers: {policy: earn_closing_within, days: 12}}\n"
    eleven = twelve.replace("days: 12", "days: 11")

    assert 2 == len(
        Handbook.load(company(organisation=LEFT, plans__sales=twelve)).bind(QUARTER).payees
    )
    assert 1 == len(
        Handbook.load(company(organisation=LEFT, plans__sales=eleven)).bind(QUARTER).payees
    )


SEASONS = "quota_rules: [{measure: sales, year_weights: [10%, 20%, 30%, 40%]}]\n"


def test_a_quota_of_the_year_is_shared_out_over_its_quarters(
    company: Company, texts: Texts
) -> None:
    """PHP 1000.01 at 10/20/30/40%: 100.00, 200.00, 300.00 and 400.01 (largest remainder first)."""
    quotas = "quotas: [{person: ben, measure: sales, period: 2026, target: 1000.01}]"
    handbook = Handbook.load(company(plans__sales=texts[PLAN] + SEASONS, quotas=quotas))
    quarters = [handbook.bind(Period.quarter(2026, number)).payees[1] for number in (1, 2, 3, 4)]

    assert [Fraction(100), Fraction(200), Fraction(300), Fraction("400.01")] == [
        ben.quotas["sales"] for ben in quarters
    ]
    assert () == quarters[0].earlier_quotas
    assert (
        (Period.quarter(2026, 1), {"sales": Fraction(100)}),
        (Period.quarter(2026, 2), {"sales": Fraction(200)}),
    ) == quarters[2].earlier_quotas


def test_a_quota_of_the_quarter_goes_before_a_share_of_the_year(
    company: Company, texts: Texts
) -> None:
    """What is given for the period itself is not distributed."""
    quotas = """
quotas:
  - {person: ben, measure: sales, period: 2026, target: 1000}
  - {person: ben, measure: sales, period: 2026-Q1, target: 7}
"""
    bound = Handbook.load(company(plans__sales=texts[PLAN] + SEASONS, quotas=quotas)).bind(QUARTER)

    assert {"sales": Fraction(7)} == bound.payees[1].quotas


def test_counts_are_shared_out_in_whole_units(company: Company, texts: Texts) -> None:
    """Ten clients over 10/20/30/40% are 1, 2, 3, 4; ten and a half clients cannot be shared out."""
    measures = texts["measures.yaml"].replace(
        "]\n", ", {kind: deal_count, id: deals, title: {en: deals}}]\n"
    )
    rules = texts[PLAN] + SEASONS.replace("{measure: sales,", "{measure: deals,")
    quotas = "quotas: [{person: ben, measure: deals, period: 2026, target: 10}]"
    files = {"measures": measures, "plans__sales": rules}
    bound = Handbook.load(company(**files, quotas=quotas)).bind(Period.quarter(2026, 2))
    assert {"deals": Fraction(2)} == bound.payees[1].quotas

    half = quotas.replace("target: 10", "target: 10.5")
    bound = Handbook.load(company(**files, quotas=half)).bind(QUARTER)
    assert [
        (
            "pay of ben for 2026-Q1: quota of deals is 10.5 for 2026, which cannot be shared out in"
            " whole units; give a target without a fraction of a unit, or one for each period"
        )
    ] == [fault.message for fault in bound.faults]
    assert ["ana"] == [payee.person for payee in bound.payees]


def test_weights_that_are_not_as_many_as_the_periods(company: Company, texts: Texts) -> None:
    """Two weights do not say what four quarters get; whoever has a yearly quota is not paid."""
    two = texts[PLAN] + "quota_rules: [{measure: sales, year_weights: [50%, 50%]}]\n"
    quotas = "quotas: [{person: ben, measure: sales, period: 2026, target: 1000}]"
    bound = Handbook.load(company(plans__sales=two, quotas=quotas)).bind(QUARTER)

    assert [
        (
            "pay of ben for 2026-Q1: quota of sales has 2 year_weights where 2026 has 4 periods;"
            " give one for each quarter"
        )
    ] == [fault.message for fault in bound.faults]


def test_the_frames_that_a_period_lies_in(company: Company, texts: Texts) -> None:
    """By the company's calendar; what the period does not lie in whole is left out."""
    bound = Handbook.load(company()).bind(Period.quarter(2026, 3))
    assert {
        PeriodKind.QUARTER: Period.quarter(2026, 3),
        PeriodKind.HALF: Period.parse("2026-H2"),
        PeriodKind.YEAR: Period.year(2026),
    } == bound.frames

    yearly = texts[PLAN].replace("period: quarter", "period: year")
    bound = Handbook.load(company(plans__sales=yearly)).bind(Period.year(2026))
    assert {PeriodKind.YEAR: Period.year(2026)} == bound.frames


def test_frames_that_the_company_has_not_listed_are_left_out(
    company: Company, texts: Texts
) -> None:
    """A listed calendar of quarters knows no year."""
    listed = """
id: tala
name: Tala Trading
currency: PHP
jurisdiction: neutral
languages: [en]
calendar:
  kind: listed
  listed: [{name: spring, kind: quarter, period: 2026-01-01..2026-03-31}]
"""
    plan = texts[PLAN].replace("until: 2026-12-31\n", "")
    bound = Handbook.load(company(company=listed, plans__sales=plan)).bind(QUARTER)

    assert {PeriodKind.QUARTER: QUARTER} == bound.frames


def test_working_days_come_along(company: Company, texts: Texts) -> None:
    """Quotas prorated by working days need to know which those are."""
    week = texts["company.yaml"] + "working_week: {days: [monday, friday]}\n"
    bound = Handbook.load(company(company=week)).bind(QUARTER)

    assert WorkingWeek(days=(Weekday.MONDAY, Weekday.FRIDAY)) == bound.working_week
    assert Handbook.load(company()).bind(QUARTER).working_week is None


MADE = """
measures:
  - {kind: sales_sum, id: sales, title: {en: sales}}
  - {kind: margin_sum, id: margin, title: {en: margin}}
  - {kind: quotient, id: share, title: {en: share}, dividend: margin, divisor: sales}
  - kind: weighted_sum
    id: points
    title: {en: points}
    of: [{measure: share, weight: 2}]
"""


def test_measures_come_with_what_they_are_made_of(company: Company, texts: Texts) -> None:
    """Points are made of a quotient, and that of margin and sales."""
    plan = (
        texts[PLAN]
        .replace("measure: sales", "measure: points")
        .replace("over: amount", "over: count")
    )
    bound = Handbook.load(company(measures=MADE, plans__sales=plan)).bind(QUARTER)

    assert ["margin", "points", "sales", "share"] == list(bound.measures)


REPORTING = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses:
      - {id: sell, text: {en: Sells.}}
      - id: report
        text: {en: Reports.}
        recurrence: "FREQ=MONTHLY;BYMONTHDAY=5"
        anchor: 2025-01-05
        grace: {days: 3}
      - {id: plan, text: {en: Plans.}, recurrence: "FREQ=WEEKLY", anchor: 2025-01-06}
"""
FULFILMENT = """
measures:
  - {kind: sales_sum, id: sales, title: {en: sales}}
  - {kind: fulfilment_share, id: reports, title: {en: reports}, duties: [report]}
"""


def test_occasions_of_the_duties_that_count_since_the_start_of_the_year(
    company: Company, texts: Texts
) -> None:
    """In the second quarter reports fell due on the 5th of six months; other duties stay out."""
    plan = (
        texts[PLAN]
        .replace("measure: sales", "measure: reports")
        .replace("over: amount", "over: count")
    )
    files = {"roles__seller": REPORTING, "measures": FULFILMENT}
    handbook = Handbook.load(company(**files, plans__sales=plan))
    ana, _ = handbook.bind(Period.quarter(2026, 2)).payees

    assert [date(2026, month, 5) for month in range(1, 7)] == [item.due for item in ana.occasions]
    assert ({"report"}, date(2026, 1, 8)) == (
        {item.duty for item in ana.occasions},
        ana.occasions[0].last_day,
    )
    assert () == Handbook.load(company(**files)).bind(QUARTER).payees[0].occasions
