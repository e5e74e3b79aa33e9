"""AW-1 on real data: accountkit against a computation of its own in SQL, line by line to the cent.

The SQL shares no code with accountkit. It counts in whole cents and thousandths and rounds half up
by integer division, so that no fraction and no float is ever there.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from accountkit import Handbook, Money, Outcome, evaluate

FOLDER = Path(__file__).parents[2] / "examples" / "adventureworks"
QUARTERS = "2017-Q3..2020-Q2"
COMMAND = (sys.executable, "-c", "from accountkit.cli import main; main()")
Lines = dict[tuple[str, str, str], int]
"""Cents by quarter, payee and component."""

TABLES = """
CREATE TABLE sale (person TEXT, quarter TEXT, cents INTEGER);
CREATE TABLE quota (person TEXT, quarter TEXT, cents INTEGER);
CREATE TABLE person (id TEXT PRIMARY KEY, superior TEXT, rate INTEGER, bonus INTEGER);
"""

# The clauses of AW-1, one select each. The rate is in thousandths, so a commission is
# rate * (2 * first + 3 * second + 4 * third) / 2000 cents, where the slices end at Q and at 6Q/5;
# (n + 1000) / 2000 in whole numbers rounds it half up. 0.2% of T is T / 500.
AW_1 = """
WITH own AS (SELECT person, quarter, SUM(cents) AS sales FROM sale GROUP BY person, quarter),
team AS (
    SELECT superior AS person, quarter, SUM(cents) AS sales
    FROM sale JOIN person ON person.id = sale.person GROUP BY superior, quarter
),
due AS (
    SELECT person, quarter FROM quota
    UNION SELECT person, quarter FROM own
    UNION SELECT person, quarter FROM team WHERE person IN (SELECT id FROM person)
),
base AS (
    SELECT due.quarter, due.person, person.rate, person.bonus, quota.cents AS quota,
        COALESCE(own.sales, 0) AS sales, COALESCE(team.sales, 0) AS team
    FROM due JOIN person ON person.id = due.person
    LEFT JOIN quota USING (person, quarter)
    LEFT JOIN own USING (person, quarter)
    LEFT JOIN team USING (person, quarter)
)
SELECT quarter, person, 'commission',
    CASE WHEN 2 * sales < quota THEN 0 ELSE
        (rate * (2 * MIN(sales, quota)
            + 3 * MAX(0, MIN(sales, quota * 6 / 5) - quota)
            + 4 * MAX(0, sales - quota * 6 / 5)) + 1000) / 2000
    END
FROM base WHERE rate > 0
UNION ALL
SELECT quarter, person, 'bonus', CASE WHEN sales >= quota THEN bonus ELSE 0 END FROM base
UNION ALL
SELECT quarter, person, 'override', (team + 250) / 500 FROM base WHERE rate = 0
"""


def whole(text: str, decimals: int) -> int:
    """A number in units of its last decimal: 34.20 with two is 3420."""
    before, _, after = text.partition(".")
    assert len(after) <= decimals
    return int(before + after.ljust(decimals, "0"))


def quarter_of(day: str) -> str:
    """The calendar quarter of a day: 2019-02-28 is in 2019-Q1."""
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


@pytest.fixture(scope="session")
def data(shared_data: Path) -> Path:
    """The folder of the sample company's tables."""
    return shared_data / "adventureworks"


@pytest.fixture(scope="session")
def by_sql(data: Path) -> Lines:
    """AW-1 worked out in SQL."""

    def rows(table: str) -> list[dict[str, str]]:
        with (data / table).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        database.executemany(
            "INSERT INTO sale VALUES (?, ?, ?)",
            (
                (row["salesperson_id"], quarter_of(row["order_date"]), whole(row["amount"], 2))
                for row in rows("order_lines.csv")
            ),
        )
        database.executemany(
            "INSERT INTO quota VALUES (?, ?, ?)",
            (
                (row["salesperson_id"], row["quarter"], whole(row["amount"], 2))
                for row in rows("quotas.csv")
            ),
        )
        database.executemany(
            "INSERT INTO person VALUES (?, ?, ?, ?)",
            (
                (
                    row["salesperson_id"],
                    row["reports_to"],
                    whole(row["commission_rate"], 3),
                    whole(row["bonus"], 2),
                )
                for row in rows("salespeople.csv")
            ),
        )
        return {(quarter, who, part): cents for quarter, who, part, cents in database.execute(AW_1)}


@pytest.fixture(scope="session")
def outcomes(data: Path) -> dict[str, Outcome]:
    """AW-1 worked out by accountkit, by quarter."""
    handbook = Handbook.load(FOLDER, data)
    handbook.check().raise_for_errors()
    facts = handbook.facts()
    found = [evaluate(handbook.bind(period), facts) for period in handbook.periods(QUARTERS)]
    return {outcome.label: outcome for outcome in found}


def printed(data: Path, period: str) -> dict[str, Any]:
    """What ``accountkit pay --json`` prints."""
    done = subprocess.run(
        [*COMMAND, "pay", str(FOLDER), "--data", str(data), "--period", period, "--json"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert (0, "") == (done.returncode, done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def lines_in(answer: dict[str, Any]) -> Lines:
    """The lines of printed statements."""
    return {
        (statement["period"], statement["payee"], line["component"]): whole(line["amount"], 2)
        for statement in answer["statements"]
        for line in statement["lines"]
    }


def test_every_line_of_twelve_quarters_agrees_with_sql_to_the_cent(
    by_sql: Lines, outcomes: dict[str, Outcome]
) -> None:
    """The same payees, the same components, the same cents; none more and none less."""
    found = {
        (label, statement.payee, line.component): line.amount.minor
        for label, outcome in outcomes.items()
        for statement in outcome.statements
        for line in statement.lines
    }
    assert by_sql == found


def test_totals_are_the_sums_of_the_lines_in_sql(
    by_sql: Lines, outcomes: dict[str, Outcome]
) -> None:
    """Every component is rounded by itself, and the total adds the rounded ones."""
    expected: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (quarter, payee, _), cents in by_sql.items():
        expected[quarter, payee] += cents
    found = {
        (label, statement.payee): statement.total.minor
        for label, outcome in outcomes.items()
        for statement in outcome.statements
    }
    assert dict(expected) == found


def test_all_are_paid_and_nothing_is_at_fault(outcomes: dict[str, Outcome]) -> None:
    """163 quotas were given, one for each person and quarter, so there are 163 statements.

    Ten people in each of the first four quarters, then 13, 14, 14, 14, 17, 17, 17 and 17.
    """
    assert {
        "2017-Q3": 10,
        "2017-Q4": 10,
        "2018-Q1": 10,
        "2018-Q2": 10,
        "2018-Q3": 13,
        "2018-Q4": 14,
        "2019-Q1": 14,
        "2019-Q2": 14,
        "2019-Q3": 17,
        "2019-Q4": 17,
        "2020-Q1": 17,
        "2020-Q2": 17,
    } == {label: len(outcome.statements) for label, outcome in outcomes.items()}
    assert 163 == sum(len(outcome.statements) for outcome in outcomes.values())
    assert () == tuple(fault for outcome in outcomes.values() for fault in outcome.faults)


def test_pamela_earned_in_three_slices(outcomes: dict[str, Outcome]) -> None:
    """280 at 1% sold 429,746.04 of a quota of 210,000 in 2018-Q3.

    1% of 210,000 is 2,100.00; 1.5% of the 42,000 up to 252,000 is 630.00; 2% of the 177,746.04
    above is 3,554.9208. Together 6,284.9208, so 6,284.92. The quota is reached: 5,000.00 more.
    """
    statement = outcomes["2018-Q3"].statement("280")
    assert Money.parse("USD 6284.92") == statement.line("commission").amount
    assert Money.parse("USD 5000.00") == statement.line("bonus").amount
    assert Money.parse("USD 11284.92") == statement.total


def test_pamela_earned_in_two_slices(outcomes: dict[str, Outcome]) -> None:
    """280 at 1% sold 191,328.30 of a quota of 165,000 in 2017-Q3.

    1% of 165,000 is 1,650.00; 1.5% of the 26,328.30 above is 394.9245. Together 2,044.9245.
    """
    assert Money.parse("USD 2044.92") == outcomes["2017-Q3"].statement("280").lines[0].amount


def test_michael_below_the_quota_earns_his_rate_and_no_bonus(outcomes: dict[str, Outcome]) -> None:
    """275 at 1.2% sold 304,755.49 of 367,000 in 2017-Q3: 3,657.06588, so 3,657.07."""
    statement = outcomes["2017-Q3"].statement("275")
    assert ["commission", "bonus"] == [line.component for line in statement.lines]
    assert Money.parse("USD 3657.07") == statement.total


def test_jillian_below_half_of_the_quota_earns_nothing(outcomes: dict[str, Outcome]) -> None:
    """277 sold 425,060.43 of 947,000 in 2020-Q2, and half of that is 473,500: a line of zero."""
    statement = outcomes["2020-Q2"].statement("277")
    assert Money.parse("USD 0.00") == statement.line("commission").amount
    assert Money.parse("USD 0.00") == statement.total


def test_amy_earns_on_the_sales_of_her_reports(outcomes: dict[str, Outcome]) -> None:
    """The reports of 287 sold 1,611,165.10 in 2020-Q2, and 0.2% of that is 3,222.3302.

    She sold 2,456.79 of a quota of 1,000 herself, which reaches it; her bonus is 0 all the same.
    """
    statement = outcomes["2020-Q2"].statement("287")
    assert ["bonus", "override"] == [line.component for line in statement.lines]
    assert Money.parse("USD 0.00") == statement.line("bonus").amount
    assert Money.parse("USD 3222.33") == statement.line("override").amount


@pytest.mark.parametrize("period", ["2019-Q1", QUARTERS])
def test_the_command_prints_the_same_cents(period: str, by_sql: Lines, data: Path) -> None:
    """``pay --json`` for one quarter and for all twelve in one call."""
    answer = printed(data, period)
    expected = {key: cents for key, cents in by_sql.items() if period in {key[0], QUARTERS}}

    assert expected == lines_in(answer)
    assert ("USD", period, []) == (answer["currency"], answer["period"], answer["faults"])
    for statement in answer["statements"]:
        cents = sum(whole(line["amount"], 2) for line in statement["lines"])
        assert cents == whole(statement["total"], 2)
        for line in statement["lines"]:
            assert f"aw-1:{line['component']}" == line["clause"]
