"""Statements and explanations, printed from the example company."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from accountkit.documents import explain, pay_list, pay_statement
from accountkit.documents.explanation import Depth
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.engine.pay import evaluate
from accountkit.errors import UnknownNameError, UsageError
from accountkit.handbook import Handbook
from accountkit.settlement.statements import Outcome
from accountkit.values.periods import Period
from accountkit.values.texts import MissingTextError

EXAMPLES = Path(__file__).parents[2] / "examples"
QUARTER = Period.quarter(2026, 1)


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """The first quarter of 2026 at Habagat."""
    handbook = Handbook.load(EXAMPLES / "habagat")
    return evaluate(handbook.bind(QUARTER), handbook.facts())


def test_a_statement_shows_its_own_arithmetic(outcome: Outcome) -> None:
    """5,500,000.00 at 1.2% and the 564,807.32 beyond it at one and a half times that."""
    page = pay_statement(outcome, "maria", locale="en").text("plain")

    assert "Pay statement: Maria Teresa N. Peñaflor, 2026-Q1" in page
    assert "– From 0% to 100% of the quota: ₱5,500,000.00 × 1 × 1.2% = ₱66,000.00." in page
    assert (
        "– From 100% to 110.269224% of the quota: ₱564,807.32 × 1.5 × 1.2% = ₱10,166.53176." in page
    )
    assert "– ₱76,166.53176 rounded half up is ₱76,166.53." in page
    assert "₱103,166.53" in page


def test_a_statement_in_filipino(outcome: Outcome) -> None:
    """The same figures, told in Filipino, with the plan's own Filipino clauses."""
    page = pay_statement(outcome, "maria", locale="fil").text("plain")

    assert "Pahayag ng bayad: Maria Teresa N. Peñaflor, 2026-Q1" in page
    assert "– Mula 0% hanggang 100% ng quota: ₱5,500,000.00 × 1 × 1.2% = ₱66,000.00." in page
    assert "Enero 1, 2026 hanggang Marso 31, 2026" in page


def test_a_pay_list_has_everybody_and_the_total(outcome: Outcome) -> None:
    """93,043.81 + 103,166.53 + 78,369.60 + 63,578.89 + 37,648.77 + 37,829.65 + 15,000.00."""
    rows = pay_list(outcome, locale="en").text("plain").splitlines()

    assert "Pay, 2026-Q1" == rows[0]
    assert rows[3].startswith("Dolores P. Ybañez (dolores)")
    assert ["Total", "₱428,637.25"] == rows[-1].split()


def test_an_explanation_quotes_the_clause_of_each_line(outcome: Outcome) -> None:
    """Whoever asks why reads the words that grant the money, then the numbers."""
    page = explain(outcome, "paolo", locale="en").text("plain")

    assert "Below 60% of the quota no commission is earned; at exactly 60% it is." in page
    assert "of sales is below 60%, so this pays nothing." in page


def test_an_override_tells_whose_sales_it_counts(outcome: Outcome) -> None:
    """The head of sales earns on the sales of direct reports."""
    page = explain(outcome, "dolores", locale="en").text("plain")

    assert "– Sales of direct reports: ₱21,014,604.30, counted from" in page


def test_deals_are_named_when_asked_for(outcome: Outcome) -> None:
    """The ids behind a measure can be printed, and are left out otherwise."""
    deals = outcome.statement("maria").lines[0].steps[0].deals

    assert deals[0] in explain(outcome, "maria", locale="en", depth=Depth.DEALS).text("plain")
    assert deals[0] not in explain(outcome, "maria", locale="en").text("plain")


def test_the_same_run_prints_the_same_bytes(outcome: Outcome) -> None:
    """Nothing in a statement depends on when or where it is printed."""
    first = pay_statement(outcome, "maria", locale="fil").text("html")

    assert first == pay_statement(outcome, "maria", locale="fil").text("html")


def test_the_page_is_well_formed(outcome: Outcome) -> None:
    """Every element that is opened is closed, in order."""
    checker = _Nesting()
    checker.feed(pay_statement(outcome, "dolores", locale="en").text("html"))

    assert [] == checker.open


def test_somebody_without_a_statement(outcome: Outcome) -> None:
    """A misspelt person is told the nearest name."""
    with pytest.raises(UnknownNameError, match="did you mean maria"):
        pay_statement(outcome, "mario", locale="en")


def test_a_language_that_statements_do_not_know(outcome: Outcome) -> None:
    """The message lists the languages that can be printed."""
    with pytest.raises(UsageError, match="the languages are en, fil, and ru"):
        explain(outcome, "maria", locale="de")


def test_a_plan_without_wording_in_the_language(shared_data: Path) -> None:
    """A missing text is an error that names the clause; it is never replaced by another."""
    handbook = Handbook.load(EXAMPLES / "adventureworks", shared_data / "adventureworks")
    period = Period.quarter(2019, 1)
    paid = evaluate(handbook.bind(period), handbook.facts())

    with pytest.raises(MissingTextError, match=r"plan aw-1: is missing in fil"):
        pay_statement(paid, "275", locale="fil")


def test_every_language_has_every_rounding_mode() -> None:
    """A plan may round in any mode, and the statement must be able to say so."""
    assert all(
        {"half_up", "half_even", "down", "up"} == set(words.steps.modes)
        for words in PAY_WORDS.values()
    )


class _Nesting(HTMLParser):
    """Keeps the elements that are open."""

    VOID = frozenset({"meta", "br", "link", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
