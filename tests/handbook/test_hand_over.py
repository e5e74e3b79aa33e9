"""The hand-over: a pay run as payroll gets it, from the tutorial's small company.

Figures by hand: 600,000.00 at 1.5% and 120,000.40 at 3% are 12,600.012; Nilo's 135,500.00 is 54.2%
of the quota, and below 60% nothing is earned.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accountkit import Facts, Handbook, Money, Outcome, Period, evaluate
from accountkit.errors import InputError, TermsError, UsageError
from accountkit.facts.adjustments import Adjustment
from accountkit.handbook.hand_over import Total, Unsplit, hand_over
from accountkit.handbook.payroll import PayrollColumn, PayrollField, PayrollMapping
from accountkit.plans.bound import BoundPlan
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.statements import Difference, DifferenceReason
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


TOTAL = Total(field=PayrollField.TOTAL, component=None, amount=Money.of("12600.01", "PHP"))


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
    assert (TOTAL,) == hand_over(outcome, LEAST, run=RUN).totals


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
    assert (
        Total(field=PayrollField.COMPONENT, component="override", amount=Money.zero("PHP"))
        == made.totals[1]
    )


def settled(outcome: Outcome) -> Outcome:
    """The same, with more that happened to Lea's 12,600.01.

    1,260.00 are held, 500.00 added by hand, and 20.00 taken for the quarter before: 11,820.01.
    """
    lea, nilo = outcome.statements
    held = Movement(
        kind=MovementKind.HELD,
        term="reserve",
        clause=None,
        pay=Money.of("-1260.00", "PHP"),
        balance=Money.of("1260.00", "PHP"),
    )
    added = Adjustment(
        id="a1",
        person="lea",
        period=outcome.period,
        amount=Money.of("500.00", "PHP"),
        reason="agreed",
        author="Cora",
        date=date(2026, 4, 1),
    )
    taken = Difference(
        period=Period.quarter(2025, 4),
        label="2025-Q4",
        item="commission",
        clause=None,
        paid=Money.of("120.00", "PHP"),
        fresh=Money.of("100.00", "PHP"),
        amount=Money.of("-20.00", "PHP"),
        reason=DifferenceReason.LATE_FACTS,
    )
    paid = attrs.evolve(
        lea,
        movements=(held,),
        adjustments=(added,),
        differences=(taken,),
        total=Money.of("11820.01", "PHP"),
    )
    return attrs.evolve(outcome, statements=(paid, nilo))


SPLIT = PayrollMapping(
    columns=(
        column("No.", "person"),
        column("Commission", "component", "commission"),
        column("Held, released", "movements"),
        column("By hand", "adjustments"),
        column("Earlier", "differences"),
        column("Pay", "total"),
    )
)


def test_everything_that_is_paid_has_a_column(outcome: Outcome) -> None:
    """12,600.01 less 1,260.00, 500.00 more, 20.00 less: the columns add up to the total."""
    made = hand_over(settled(outcome), SPLIT, run=RUN)

    assert (
        'No.,Commission,"Held, released",By hand,Earlier,Pay\r\n'
        "lea,12600.01,-1260.00,500.00,-20.00,11820.01\r\n"
        "nilo,0.00,0.00,0.00,0.00,0.00\r\n"
    ) == made.table.decode()
    assert (
        "total commission: PHP 12600.01\ntotal movements: PHP -1260.00\n"
        "total adjustments: PHP 500.00\ntotal differences: PHP -20.00\ntotal: PHP 11820.01\n"
        "control sum: "
    ) in made.sheet()


def test_what_has_no_column_is_told(outcome: Outcome) -> None:
    """Without a column for what was held, 1,260.00 are missing beside the commission.

    The sheet says so, and the total is what is paid all the same.
    """
    columns = tuple(one for one in SPLIT.columns if one.field is not PayrollField.MOVEMENTS)
    made = hand_over(settled(outcome), attrs.evolve(SPLIT, columns=columns), run=RUN)

    assert (Unsplit(amount=Money.of("-1260.00", "PHP"), people=1),) == made.unsplit
    assert (
        "total: PHP 11820.01\ntotal in no other column: PHP -1260.00 (1 person)\n"
    ) in made.sheet()


def test_a_map_of_the_total_alone_leaves_nothing_out(outcome: Outcome) -> None:
    """The total is everything; there is nothing that another column could lack."""
    made = hand_over(settled(outcome), LEAST, run=RUN)

    assert () == made.unsplit
    assert "total: PHP 11820.01\ncontrol sum: " in made.sheet()


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
