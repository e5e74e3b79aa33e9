"""Rules about pay: what plans name, shares, people, periods and quotas of teams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from accountkit.handbook import Finding, Handbook, Severity

Found = Callable[..., list[str]]


def wrong(folder: Path) -> list[Finding]:
    """The errors and warnings of a handbook."""
    found = Handbook.load(folder).check().findings
    return [item for item in found if item.severity is not Severity.NOTE]


SPLIT = """
folder: data
tables:
  - kind: deals
    file: deals.csv
    currency: PHP
    columns: {id: [id], date: day, person: who, amount: amount}
  - {kind: splits, file: splits.csv, columns: {deal: [deal], person: who, share: share}}
"""


@pytest.mark.parametrize(
    "shares, total, remedy",
    [
        (("0.3333", "0.3333", "0.3333"), "99.99%", "write thirds as 1/3"),
        (("33.33%", "66.66%"), "99.99%", "write thirds as 1/3"),
        (("0.1667",) * 6, "100.02%", "write 0.1667 as 1/6"),
        (("50%", "40%"), "90%", "let them sum to 100%"),
        (("1", "1"), "200%", "let them sum to 100%"),
    ],
)
def test_shares_that_do_not_sum_to_the_whole(
    company: Callable[..., Path], shares: tuple[str, ...], total: str, remedy: str
) -> None:
    """The clerk is told before the run, with the first row of the deal."""
    folder = company(facts=SPLIT)
    (folder / "data").mkdir()
    (folder / "data" / "deals.csv").write_text(
        "id,day,who,amount\n7,2026-01-09,ana,5.00\n8,2026-01-09,ana,5.00\n", encoding="utf-8"
    )
    people = ("ana", "ben", "p3", "p4", "p5", "p6")
    rows = [f"7,{who},{share}" for who, share in zip(people, shares, strict=False)]
    (folder / "data" / "splits.csv").write_text(
        "\n".join(["deal,who,share", "8,ana,100%", *rows]) + "\n", encoding="utf-8"
    )
    found = [
        str(item).removeprefix(str(folder))
        for item in Handbook.load(folder).check().findings
        if item.rule == "splits"
    ]

    assert [
        f"/data/splits.csv:3:1: warning: shares of deal 7: sum to {total}; {remedy} (splits)"
    ] == found


def test_people_of_other_rows_exist(company: Callable[..., Path]) -> None:
    """As for deals: each name that nobody has is told once, with its first row."""
    folder = company(facts=SPLIT)
    (folder / "data").mkdir()
    (folder / "data" / "deals.csv").write_text(
        "id,day,who,amount\n7,2026-01-09,ana,5.00\n8,2026-01-09,ana,5.00\n", encoding="utf-8"
    )
    (folder / "data" / "splits.csv").write_text(
        "deal,who,share\n7,bem,1\n8,bem,1\n", encoding="utf-8"
    )

    assert [
        (
            '/data/splits.csv:2:1: warning: share: refers to person "bem", which does not exist;'
            " did you mean ben? (people)"
        )
    ] == [str(item).removeprefix(str(folder)) for item in wrong(folder)]


def test_deals_outside_every_period(company: Callable[..., Path]) -> None:
    """The plan is for 2026; deals of nobody's plan are not told here."""
    folder = company(facts=SPLIT.partition("  - {kind: splits")[0])
    (folder / "data").mkdir()
    rows = (
        "id,day,who,amount",
        "1,2026-01-01,ana,5.00",
        "2,2026-12-31,ana,5.00",
        "3,2027-01-01,ana,5.00",
        "4,2025-12-31,ana,5.00",
        "5,2025-12-31,ben,5.00",
    )
    (folder / "data" / "deals.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    assert [
        (
            "/data/deals.csv:4:1: warning: 2 deals of ana: lie in no period of a plan that covers"
            " ana, the first on 2027-01-01; mend the dates, or let a plan cover those days"
            " (deal-outside)"
        ),
        (
            "/data/deals.csv:6:1: warning: 1 deal of ben: lies in no period of a plan that covers"
            " ben, the first on 2025-12-31; mend the dates, or let a plan cover those days"
            " (deal-outside)"
        ),
    ] == [str(item).removeprefix(str(folder)) for item in wrong(folder)]


TEAMS = """
measures:
  - {kind: sales_sum, id: sales, title: {en: sales}}
  - {kind: sales_sum, id: team-sales, title: {en: team sales}, whose: own_and_team}
"""


def test_a_quota_of_a_team_is_compared_with_those_of_the_people_in_it(
    notes: Callable[..., list[str]],
) -> None:
    """Both sums and the difference; quotas of one's own sales are no sum of anything."""
    quotas = """
quotas:
  - {person: ben, measure: team-sales, period: 2026-Q1, target: 1000}
  - {person: ana, measure: team-sales, period: 2026-Q1, target: 1100}
  - {person: ben, measure: team-sales, period: 2026-Q2, target: 1000}
  - {person: ana, measure: team-sales, period: 2026-Q2, target: 1000}
  - {person: ben, measure: sales, period: 2026-Q1, target: 1}
  - {person: ana, measure: sales, period: 2026-Q1, target: 2}
"""

    assert [
        (
            "quotas.yaml:2:65: note: quota of ben for team-sales in 2026-Q1: is 1000, and those of"
            " the direct reports (ana) come to 1100, 100 more; check that this is meant"
            " (quota-cascade)"
        )
    ] == [text for text in notes(measures=TEAMS, quotas=quotas) if "quota-cascade" in text]


def test_what_a_measure_is_made_of_exists(findings: Found, texts: Mapping[str, str]) -> None:
    """It is told where the measure stands, once, however many plans count it."""
    measures = """
measures:
  - {kind: sales_sum, id: sales, title: {en: sales}}
  - {kind: weighted_sum, id: points, title: {en: points}, of: [{measure: sale, weight: 1}]}
"""
    plan = texts["plans/sales.yaml"].replace("measure: sales", "measure: points")

    assert [
        (
            "measures.yaml:3:5: error: measure points: is made of sale, which is not there;"
            " did you mean sales? (plans)"
        )
    ] == [
        text for text in findings(measures=measures, plans__sales=plan) if "measure points" in text
    ]


def test_duties_whose_fulfilment_counts_exist(findings: Found, texts: Mapping[str, str]) -> None:
    """They are duties of a role that the plan covers."""
    measures = """
measures:
  - {kind: sales_sum, id: sales, title: {en: sales}}
  - {kind: fulfilment_share, id: done, title: {en: done}, duties: [sell, sel]}
"""
    plan = texts["plans/sales.yaml"].replace("measure: sales", "measure: done")

    assert (
        'measures.yaml:3:74: error: measure done: refers to duty "sel", which does not exist;'
        " did you mean sell? (plans)"
    ) in findings(measures=measures, plans__sales=plan)


STANDING = """
standing:
  - id: misses
    clause: commission
    liability: sales-plan
    measure: sales
    missed_below: 80%
    stages: [{misses: 2, recommend: watch}]
profile:
  id: neutral
  rules: [{recommendation: watch, lawful: true, needs_human: true, basis: {en: Company rules.}}]
"""


def test_what_misses_bear_on_is_a_responsibility(findings: Found, texts: Mapping[str, str]) -> None:
    """A standing rule names one of a role that the plan covers."""
    plan = texts["plans/sales.yaml"].lstrip("\n") + STANDING.lstrip("\n")

    assert [
        (
            'plans/sales.yaml:22:16: error: standing misses: refers to responsibility "sales-plan",'
            " which does not exist; there is none (plans)"
        )
    ] == [text for text in findings(plans__sales=plan) if "misses" in text]


@pytest.mark.parametrize(
    "lines, message",
    [
        (
            "quota_rules: [{measure: sale, ramp: [50%]}]",
            (
                'error: plan sales: refers to measure "sale", which does not exist; did you mean'
                " sales? (plans)"
            ),
        ),
        (
            "quota_rules: [{measure: sales, year_weights: [50%, 50%]}]",
            (
                "error: quota of sales: has 2 year_weights, and a year has 4 periods of plan sales;"
                " give one for each quarter (plans)"
            ),
        ),
        (
            "quota_rules: [{measure: sales, proration: working_days}]",
            (
                "error: quota of sales: counts working days, and the company does not say which"
                " days those are; add working_week: to company.yaml, or count days in another way"
                " (plans)"
            ),
        ),
        (
            "caps: [{id: c, clause: commission, amount: PHP 1.00, within: month, excess: lost}]",
            (
                "error: cap c: counts within the month, and plan sales is reckoned by the quarter;"
                " use quarter, half or year, and none shorter than the plan's periods (plans)"
            ),
        ),
    ],
)
def test_rules_of_a_plan_fit_the_company(
    findings: Found, texts: Mapping[str, str], lines: str, message: str
) -> None:
    """Each is told in the plan, before anybody is paid by it."""
    (found,) = findings(plans__sales=f"{texts['plans/sales.yaml']}{lines}\n")

    assert found.startswith("plans/sales.yaml:19:")
    assert found.endswith(message)
