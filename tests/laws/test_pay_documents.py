"""Laws of what is printed of pay: it can be told, whatever the plan says, and it adds up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.documents import Depth, explain, pay_statement
from accountkit.documents.movements import summed
from accountkit.documents.statement_data import told_statement
from accountkit.documents.statement_rows import read_rows, statement_rows, write_rows
from accountkit.handbook.hand_over import hand_over
from accountkit.handbook.payroll import PayrollColumn, PayrollField, PayrollMapping
from accountkit.settlement.prospects import prospect
from accountkit.settlement.statements import Outcome
from accountkit.testing.drawn_facts import joined, known_facts
from accountkit.testing.drawn_plans import years
from accountkit.testing.pay_runs import paid_in_turn
from accountkit.values import Money
from accountkit.wire import CONVERTER

HEAVY = settings(max_examples=max(settings().max_examples // 2, 1))  # each draws a year
PARTS = ("movements", "adjustments", "differences", "total")


@st.composite
def outcomes(draw: st.DrawFn) -> tuple[Outcome, ...]:
    """Four quarters of everything that a plan may have, paid in turn; some facts come in late."""
    bounds = draw(years())
    periods = [bound.period for bound in bounds]
    known = draw(known_facts(periods=periods, foreign=True))
    late = joined(known, draw(known_facts(foreign=True, most=4, prefix="late")))
    return paid_in_turn(bounds, [known, known, late, late], trace=True)


@HEAVY
@given(outcomes())
def test_every_statement_can_be_told_in_full(year: tuple[Outcome, ...]) -> None:
    """Whatever components, terms and facts there are: a page, each step, and why not more."""
    for outcome in year:
        for statement in outcome.statements:
            payee = statement.payee
            page = explain(outcome, payee, locale="en", depth=Depth.DEALS, more=True)

            assert "{" not in page.text("plain") + pay_statement(outcome, payee, locale="en").text(
                "plain"
            )


@HEAVY
@given(outcomes())
def test_rows_and_data_add_up_to_what_is_paid(year: tuple[Outcome, ...]) -> None:
    """Lines, movements, adjustments and differences of each person, in CSV and in JSON."""
    for outcome in year:
        rows = statement_rows(outcome)
        assert rows == read_rows(write_rows(rows))
        for statement in outcome.statements:
            own = [row.amount for row in rows if row.person == statement.payee]
            *parts, paid = summed(statement).values()
            told = told_statement(statement)
            amounts = [line["amount"] for line in told["lines"]]
            amounts += [one["pay"] for one in told.get("movements", ())]
            amounts += [
                one["amount"]
                for name in ("adjustments", "differences")
                for one in told.get(name, ())
            ]

            assert statement.total == Money.sum(own, "PHP") == Money.sum(parts, "PHP") == paid
            assert Decimal(told["total"]) == sum(map(Decimal, amounts))


@HEAVY
@given(outcomes())
def test_a_map_with_a_column_for_everything_leaves_nothing_unsplit(
    year: tuple[Outcome, ...],
) -> None:
    """The columns of parts add up to the total, for everybody."""
    for outcome in year:
        if not outcome.statements:
            continue
        names = dict.fromkeys(part.id for plan in outcome.plans for part in plan.components)
        columns = [
            PayrollColumn(header="No.", field=PayrollField.PERSON),
            *(
                PayrollColumn(header=name, field=PayrollField.COMPONENT, component=name)
                for name in names
            ),
            *(PayrollColumn(header=f"all {name}", field=PayrollField(name)) for name in PARTS),
        ]
        made = hand_over(outcome, PayrollMapping(columns=tuple(columns)), run="5f" * 32)
        *parts, total = (one.amount for one in made.totals)

        assert () == made.unsplit
        assert total == Money.sum(parts, "PHP")


@HEAVY
@given(outcomes())
def test_what_is_ahead_is_data_too(year: tuple[Outcome, ...]) -> None:
    """Programs get it by its kind, with whatever it is made of."""
    for outcome in year:
        for statement in outcome.statements:
            for line in statement.lines:
                found = prospect(outcome, statement.plan, line)

                assert found is not None
                assert found.KIND == CONVERTER.unstructure(found)["kind"]
