"""The hand-over: a pay run as payroll gets it, from the tutorial's small company.

Figures by hand: 600,000.00 at 1.5% and 120,000.40 at 3% are 12,600.012; Nilo's 135,500.00 is 54.2%
of the quota, and below 60% nothing is earned.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accountkit import Facts, Handbook, Money, Outcome, Period, evaluate
from accountkit.errors import InputError, TermsError, UsageError
from accountkit.handbook.hand_over import Total, hand_over
from accountkit.handbook.payroll import PayrollColumn, PayrollField, PayrollMapping
from accountkit.plans.bound import BoundPlan
from accountkit.stores import PayRun
from accountkit.testing.pay import bound_plans, facts
from accountkit.wire.spreadsheets import unguarded

RUN = "5f" * 32


def column(header: str, field: str, component: str | None = None) -> PayrollColumn:
    """A column by its words."""
    return PayrollColumn(header=header, field=PayrollField(field), component=component)


EVERY = PayrollMapping(
    columns=(
        column("No.", "person"),
        column("Name", "name"),
        column("Plan", "plan"),
        column("Quarter", "period"),
        column("From", "first_day"),
        column("To", "last_day"),
        column("Commission", "component", "commission"),
        column("Pay", "total"),
        column("Currency", "currency"),
        column("Run", "run"),
    )
)
LEAST = PayrollMapping(columns=(column("No.", "person"), column("Pay", "total")))


def first_quarter(folder: Path) -> Outcome:
    """What the first quarter of 2026 comes to."""
    handbook = Handbook.load(folder)
    return evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())


@pytest.fixture
def outcome(bulaklak: Path) -> Outcome:
    """The tutorial's first quarter."""
    return first_quarter(bulaklak)


def test_every_field_of_a_row(outcome: Outcome) -> None:
    """A row for each person and nothing else; days, amounts and the key as they are."""
    rows = hand_over(outcome, EVERY, run=RUN).table.decode().split("\r\n")
    quarter = "account-managers,2026-Q1,2026-01-01,2026-03-31"

    assert [
        "No.,Name,Plan,Quarter,From,To,Commission,Pay,Currency,Run",
        f"lea,Lea Bautista,{quarter},12600.01,12600.01,PHP,{RUN}",
        f"nilo,Nilo Ocampo,{quarter},0.00,0.00,PHP,{RUN}",
        "",
    ] == rows


def test_the_form_of_another_country(outcome: Outcome) -> None:
    """Semicolons, decimal commas, its own days and letters."""
    mapping = PayrollMapping(
        columns=(column("Табельный №", "person"), column("По", "last_day"), column("К", "total")),
        separator=";",
        decimal_mark=",",
        date_format="%d.%m.%Y",
        encoding="cp1251",
    )

    assert ("Табельный №;По;К\r\nlea;31.03.2026;12600,01\r\nnilo;31.03.2026;0,00\r\n") == hand_over(
        outcome, mapping, run=RUN
    ).table.decode("cp1251")


def test_a_constant_of_the_payroll_system(outcome: Outcome) -> None:
    """The code of the earning stands on every row."""
    code = PayrollColumn(header="Code", field=PayrollField.CONSTANT, value="0815")
    mapping = PayrollMapping(columns=(code, *LEAST.columns))

    assert "Code,No.,Pay\r\n0815,lea,12600.01\r\n0815,nilo,0.00\r\n" == (
        hand_over(outcome, mapping, run=RUN).table.decode()
    )


def test_the_control_sheet(outcome: Outcome) -> None:
    """Who, how many and how much, and last the sum over the file and these lines."""
    made = hand_over(outcome, EVERY, run=RUN)
    told = (
        f"run: {RUN}\nperiod: 2026-Q1\npeople: 2\n"
        "total commission: PHP 12600.01\ntotal: PHP 12600.01\n"
    )
    expected = hashlib.sha256(made.table + told.encode()).hexdigest()

    assert f"{told}control sum: {expected}\n" == made.sheet()
    assert (Total(component=None, amount=Money.of("12600.01", "PHP")),) == hand_over(
        outcome, LEAST, run=RUN
    ).totals


def test_any_change_shows_in_the_control_sum(outcome: Outcome) -> None:
    """Two amounts that trade places leave every total as it was, and not the sum."""
    lea, nilo = outcome.statements
    traded = attrs.evolve(
        outcome,
        statements=(attrs.evolve(lea, total=nilo.total), attrs.evolve(nilo, total=lea.total)),
    )
    before, after = (hand_over(one, LEAST, run=RUN) for one in (outcome, traded))

    assert before.totals == after.totals
    assert before.control_sum != after.control_sum


def test_a_kept_run_gives_the_same_bytes(outcome: Outcome) -> None:
    """Whenever it was made: what a store keeps holds all that payroll gets."""
    made_at = datetime(2026, 4, 1, tzinfo=UTC)
    body = PayRun(key=RUN, made_at=made_at, outcome=outcome).body()
    kept = PayRun.read(RUN, "2031-12-31T00:00:00+00:00", body)

    assert hand_over(outcome, EVERY, run=RUN) == hand_over(kept.outcome, EVERY, run=kept.key)


def test_a_component_that_somebody_does_not_have(outcome: Outcome) -> None:
    """Nothing stands there: zero is what was earned, and nothing is what was not promised."""
    mapping = PayrollMapping(columns=(*LEAST.columns, column("Override", "component", "override")))
    made = hand_over(outcome, mapping, run=RUN)

    assert "No.,Pay,Override\r\nlea,12600.01,\r\nnilo,0.00,\r\n" == made.table.decode()
    assert Total(component="override", amount=Money.zero("PHP")) == made.totals[1]


def test_whoever_is_left_out_is_named(bulaklak: Path) -> None:
    """Nilo has no quota; the sheet says so, under the control sum like everything else."""
    (bulaklak / "data" / "quotas.csv").write_text(
        "seller,quarter,target\nlea,2026-Q1,600000\n", encoding="utf-8"
    )
    made = hand_over(first_quarter(bulaklak), LEAST, run=RUN)

    assert ("nilo",) == made.left_out
    assert "people: 1\ntotal: PHP 12600.01\nleft out: nilo\ncontrol sum: " in made.sheet()


def test_nobody_to_hand_over(outcome: Outcome) -> None:
    """A file without a row would look like a run that was handed over."""
    with pytest.raises(UsageError, match="pay for 2026-Q1: has nobody to hand over"):
        hand_over(attrs.evolve(outcome, statements=()), LEAST, run=RUN)


def test_two_currencies_need_a_column(outcome: Outcome) -> None:
    """An amount that does not say of what is none; with the column each has its own total."""
    lea, nilo = outcome.statements
    euros = attrs.evolve(nilo, lines=(), total=Money.of("5.00", "EUR"))
    mixed = attrs.evolve(outcome, statements=(lea, euros))

    with pytest.raises(UsageError, match="no column of the currency, and the run pays in PHP, EUR"):
        hand_over(mixed, LEAST, run=RUN)
    assert [Money.of("12600.01", "PHP"), Money.of("5.00", "EUR")] == [
        total.amount for total in hand_over(mixed, EVERY, run=RUN).totals if not total.component
    ]


def test_a_letter_that_the_encoding_lacks(outcome: Outcome) -> None:
    """It is told, and never replaced."""
    lea, nilo = outcome.statements
    named = attrs.evolve(outcome, statements=(attrs.evolve(lea, name="Lea Ñora"), nilo))

    with pytest.raises(InputError, match='encoding ascii: has no letter "Ñ"'):
        hand_over(named, attrs.evolve(EVERY, encoding="ascii"), run=RUN)


@pytest.mark.parametrize(
    "fields, told",
    [
        ({"columns": (column("Pay", "total"),)}, "has no column of the person"),
        ({"columns": (column("No.", "person"),)}, "has no column of the total"),
        ({"columns": (*LEAST.columns, column("Pay", "run"))}, "column Pay: stands twice"),
        ({"columns": ()}, "columns: is empty"),
        ({"columns": LEAST.columns, "separator": ";;"}, "is not one character"),
        ({"columns": LEAST.columns, "decimal_mark": "'"}, "stands before no decimals"),
        ({"columns": LEAST.columns, "date_format": "%d.%m."}, "does not tell year, month and day"),
    ],
)
def test_a_column_map_that_is_wrong(fields: dict[str, Any], told: str) -> None:
    """Each fault is refused where the map is made."""
    with pytest.raises(TermsError, match=told):
        PayrollMapping(**fields)


@given(bound_plans(), facts(), st.sampled_from([".", ","]), st.sampled_from(",;\t|"))
def test_the_file_says_what_the_statements_say(
    bound: BoundPlan, sold: Facts, mark: str, separator: str
) -> None:
    """Ids, names and amounts are read back as they are, and the total is their sum."""
    paid = evaluate(bound, sold)
    assume(paid.statements)
    names = (column("No.", "person"), column("Name", "name"), column("Pay", "total"))
    mapping = PayrollMapping(columns=names, decimal_mark=mark, separator=separator)
    hostile = tuple(attrs.evolve(one, name="=1+1\n" + one.name) for one in paid.statements)
    made = hand_over(attrs.evolve(paid, statements=hostile), mapping, run=RUN)
    _, *rows = csv.reader(StringIO(made.table.decode(), newline=""), delimiter=separator)
    read = [
        (person, unguarded(name), Money.of(amount.replace(mark, "."), "PHP"))
        for person, name, amount in rows
    ]

    assert [(one.payee, one.name, one.total) for one in hostile] == read
    assert Money.sum([amount for _, _, amount in read], "PHP") == made.totals[0].amount
