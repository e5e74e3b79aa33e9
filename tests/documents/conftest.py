"""A tree with every kind of block, text that a format could take for markup, and tools to look."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Browser, sync_playwright

from accountkit import Handbook
from accountkit.documents import Document, describe
from accountkit.documents.tree import (
    AgreementBlock,
    ApprovalBlock,
    Clauses,
    Corner,
    Dashes,
    Facts,
    Heading,
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Run,
    Signatory,
    Table,
    Tree,
    inline,
)
from accountkit.facts.adjustments import Adjustment
from accountkit.plans import (
    Award,
    Bonus,
    Cap,
    Commission,
    Contacts,
    Draw,
    Event,
    Excess,
    Gate,
    Holdback,
    JurisdictionProfile,
    Participants,
    Payment,
    Plan,
    ProfileRule,
    Recommendation,
    Recovery,
    Release,
    SalesSum,
    Stage,
    StandingRule,
)
from accountkit.settlement.balances import Balance, Movement, MovementKind
from accountkit.settlement.statements import (
    Advice,
    Attainment,
    AwardLine,
    Difference,
    DifferenceReason,
    Line,
    Outcome,
    Statement,
)
from accountkit.settlement.trace import Step, StepKind
from accountkit.values import Clause, Money, Period, PeriodKind, Text

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

HOSTILE = [
    "<script>alert('x')</script> & &amp; \"quoted\"",
    "a * b ** c _d_ __e__ ~~f~~ `g` ^h^",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "=== no rule",
    "--- no rule",
    "> no quote",
    "| no | table |",
    "[no](link) ![no](image) <https://no.link>",
    "{{ no template }} {no} ${no} $no$ @no \\no",
    "line one\nline two\n\n# line four\n    line five",
    "\ttab first, two  spaces inside",
    "    four spaces first",
    "ends in a backslash \\",
    "ends in spaces  ",
    "Ñ ñ ₱ ₽ № «кавычки»",
    "right-to-left\u200f and left-to-right\u200e marks",
    "&copy; &#65; &notanentity;",
    "]]> --> <!-- no comment",
]


NOT_IN_TYPST = "漢字 🙂"
"""Letters that a page on paper needs other typefaces for."""


@pytest.fixture(params=[*HOSTILE, NOT_IN_TYPST])
def hostile(request: pytest.FixtureRequest) -> str:
    """One text after another that must come out as it was typed."""
    text: str = request.param
    return text


@pytest.fixture(params=HOSTILE)
def hostile_in_print(request: pytest.FixtureRequest) -> str:
    """The same, without letters that are not inside typst."""
    text: str = request.param
    return text


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """The folder where pictures of documents are kept for people to look at."""
    folder = ROOT / "build" / "artefacts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program by its name; without it a test is skipped, and fails in CI."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found is not None:
            return found
        reason = f"{name} is not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    return find


@pytest.fixture(scope="session")
def browser(tool: Callable[[str], str]) -> Iterator[Browser]:
    """One browser for all tests."""
    path = tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(
    scope="session", params=[("habagat", "en"), ("habagat", "fil"), ("sever", "ru")], ids="-".join
)
def job_description(request: pytest.FixtureRequest) -> Document:
    """The key account manager of an example company, in one language after another."""
    company, language = request.param
    role = Handbook.load(ROOT / "examples" / company).role("key-account-manager")
    return Document(attrs.evolve(describe(role, locale=language).tree, watermark=None))


@pytest.fixture
def tree() -> Tree:
    """One of each block."""
    return Tree(
        language="fil",
        title="Pahina",
        blocks=(
            ApprovalBlock(
                word=inline("PINAGTIBAY"),
                post=inline("Director", "en"),
                name=inline("Apelyido"),
                signature="lagda",
                date="araw, buwan, taon",
            ),
            Heading(level=1, content=(Run("Trabaho: "), Run("manager", "en"))),
            Paragraph(content=inline("Habagat"), id="company"),
            Facts(lines=((inline("Salapi"), inline("PHP")), (inline("Taon"), inline("2026")))),
            Heading(level=2, content=inline("Una"), number="1.", id="one"),
            Clauses(
                items=(
                    NumberedClause(
                        id="one.a",
                        number="1.1.",
                        content=inline("Mga sumusunod:"),
                        items=(
                            NumberedClause(id="one.a.x", number=None, content=inline("una;")),
                            NumberedClause(id="one.a.y", number=None, content=inline("huli.")),
                        ),
                    ),
                    NumberedClause(
                        id="one.b",
                        number="1.2.",
                        content=inline("May bilang:"),
                        items=(
                            NumberedClause(id="one.b.x", number="1.2.1.", content=inline("isa.")),
                        ),
                    ),
                )
            ),
            Dashes(items=(Item(content=inline("wala")), Item(content=inline("bilang"), id="dash"))),
            Table(
                caption=inline("Bayad"),
                header=(inline("Sino"), inline("Halaga")),
                rows=((inline("Ana"), inline("₱5.00")), (inline("Ben"), inline("₱12.50"))),
                numeric=(1,),
            ),
            AgreementBlock(
                word=inline("SUMANG-AYON"),
                signatories=(
                    Signatory(post=inline("Lawyer", "en"), name=inline("Reyes")),
                    Signatory(post=inline("Accountant", "en"), name=inline("Cruz")),
                ),
                signature="lagda",
                date="araw, buwan, taon",
            ),
            PageBreak(),
            Corner(lines=(inline("Dagdag"), inline("sa utos"))),
        ),
    )


PHP = "PHP"
FIRST_QUARTER = Period.quarter(2026, 1)


def pesos(text: str) -> Money:
    """So many pesos."""
    return Money.of(text, PHP)


def _clause(clause_id: str, en: str, fil: str, ru: str) -> Clause:
    return Clause(id=clause_id, text=Text.of(en=en, fil=fil, ru=ru))


def _settled_plan() -> Plan:
    gate = Gate(attainment_of="sales", at_least=Fraction(1))
    watched = Stage(misses=2, recommend=Recommendation.PROBATION)
    return Plan(
        id="sellers",
        title=Text.of(
            en="Plan for sellers", fil="Plano para sa mga nagbebenta", ru="План продавцов"
        ),
        currency=PHP,
        period=PeriodKind.QUARTER,
        start=date(2026, 1, 1),
        roles=("seller",),
        participants=Participants.APPOINTED,
        clauses=(
            _clause("5.1", "Commission is 5%.", "Ang komisyon ay 5%.", "Комиссия — 5 %."),
            _clause("5.2", "A bonus at quota.", "May bonus sa quota.", "Премия за план."),
            _clause("5.3", "At most so much.", "Hanggang dito lamang.", "Не больше этого."),
            _clause("5.4", "A part is kept back.", "May bahaging pinipigil.", "Часть удержана."),
            _clause("5.5", "Advances are repaid.", "Binabawi ang paunang bayad.", "Аванс — долг."),
            _clause("5.6", "A watch for the quota.", "Relo para sa quota.", "Часы за план."),
            _clause("5.7", "Misses are watched.", "Sinusubaybayan ito.", "Невыполнения учтены."),
            _clause("5.8", "Returns are taken back.", "Binabawi ito.", "Возвраты удержаны."),
        ),
        components=(
            Commission(
                id="commission",
                clause="5.1",
                title=Text.of(en="Commission", fil="Komisyon", ru="Комиссия"),
                measure="sales",
                rate=Fraction(5, 100),
                payment=Payment(at=Event.CASH),
            ),
            Bonus(id="bonus", clause="5.2", gates=(gate,), amount=pesos("5000.00")),
            Award(
                id="watch",
                clause="5.6",
                gates=(gate,),
                item=Text.of(en="A wrist watch", fil="Relo", ru="Наручные часы"),
                taxable_value=pesos("12000.00"),
            ),
        ),
        caps=(Cap(id="ceiling", clause="5.3", amount=pesos("95000.00"), excess=Excess.CARRIED),),
        holdbacks=(Holdback(id="reserve", clause="5.4", share=Fraction(1, 10), release=Release()),),
        draws=(
            Draw(
                id="start-draw",
                clause="5.5",
                amount=pesos("8000.00"),
                is_recoverable=True,
                recovery=Recovery(),
            ),
        ),
        standing=(
            StandingRule(
                id="repeated",
                clause="5.7",
                liability="4.3",
                measure="visits",
                missed_below=Fraction(1),
                stages=(watched,),
            ),
        ),
        profile=JurisdictionProfile(
            id="PH",
            rules=(
                ProfileRule(
                    recommendation=Recommendation.PROBATION,
                    lawful=True,
                    needs_human=True,
                    basis=Text.of(en="Labor Code.", fil="Kodigo sa Paggawa.", ru="Кодекс о труде."),
                ),
            ),
        ),
    )


def _moved(
    kind: str, term: str, clause: str | None, amounts: str, deal: str | None = None
) -> Movement:
    """A movement by what it adds to the pay and to the balance, such as ``-10.00 10.00``."""
    pay, balance = map(pesos, amounts.split())
    return Movement(
        kind=MovementKind(kind), term=term, clause=clause, pay=pay, balance=balance, deal=deal
    )


def _balance(term: str, amounts: str) -> Balance:
    opening, movements, closing = map(pesos, amounts.split())
    return Balance(term=term, opening=opening, movements=movements, closing=closing)


def _settled_lines() -> tuple[Line, ...]:
    counted = Step(
        kind=StepKind.MEASURE,
        subject="sales",
        result=pesos("2000000.00").exact,
        inputs={"level": 0},
        deals=("d1", "d2"),
    )
    priced = Step(
        kind=StepKind.RATE,
        subject="sales",
        result=pesos("100000.00").exact,
        inputs={"base": pesos("2000000.00").exact, "rate": Fraction(5, 100), "times": Fraction(1)},
    )
    bonus = Step(kind=StepKind.BONUS, subject="bonus", result=pesos("5000.00").exact)
    return (
        Line(
            component="commission",
            clause="5.1",
            exact=pesos("100000.00").exact,
            amount=pesos("100000.00"),
            steps=(counted, priced),
        ),
        Line(
            component="bonus",
            clause="5.2",
            exact=pesos("5000.00").exact,
            amount=pesos("5000.00"),
            steps=(bonus,),
        ),
    )


def _settled_statement() -> Statement:
    released = Step(
        kind=StepKind.RELEASE,
        subject="d0",
        result=pesos("8000.00"),
        inputs={
            "earned": pesos("12000.00"),
            "share": Fraction(3, 4),
            "before": pesos("1000.00"),
            "mode": "half_up",
        },
    )
    return Statement(
        payee="maria",
        name="Maria Peñaflor",
        plan="sellers",
        period=FIRST_QUARTER,
        label="2026-Q1",
        lines=_settled_lines(),
        attainments=(
            Attainment(
                measure="sales",
                measured=Fraction(2_000_000),
                quota=Fraction(1_600_000),
                ratio=Fraction(5, 4),
            ),
            Attainment(
                measure="visits", measured=Fraction(18), quota=Fraction(24), ratio=Fraction(3, 4)
            ),
        ),
        movements=(
            _moved("capped", "ceiling", "5.3", "-10000.00 10000.00"),
            _moved("deferred", "commission", "5.1", "-20000.00 20000.00", "d1"),
            _moved("deferred", "commission", "5.1", "-10000.00 10000.00", "d2"),
            attrs.evolve(
                _moved("released", "commission", "5.1", "8000.00 -8000.00", "d0"),
                steps=(released,),
            ),
            _moved("forfeited", "commission", "5.8", "0.00 -500.00", "d9"),
            _moved("taken_back", "returns", "5.8", "-750.00 0.00", "d8"),
            _moved("held", "reserve", "5.4", "-6500.00 6500.00"),
            _moved("recovered", "start-draw", "5.5", "-4000.00 -4000.00"),
        ),
        adjustments=(
            Adjustment(
                id="a1",
                person="maria",
                period=FIRST_QUARTER,
                amount=pesos("1500.00"),
                reason="wrong price list in March",
                author="Ramon Cruz",
                date=date(2026, 4, 2),
            ),
        ),
        differences=(
            Difference(
                period=Period.quarter(2025, 4),
                label="2025-Q4",
                item="commission",
                clause="5.1",
                paid=pesos("40000.00"),
                fresh=pesos("40250.00"),
                amount=pesos("250.00"),
                reason=DifferenceReason.LATE_FACTS,
            ),
        ),
        balances=(
            _balance("commission", "12000.00 21500.00 33500.00"),
            _balance("ceiling", "0.00 10000.00 10000.00"),
            _balance("reserve", "3000.00 6500.00 9500.00"),
            _balance("start-draw", "9000.00 -4000.00 5000.00"),
        ),
        awards=(
            AwardLine(
                component="watch",
                clause="5.6",
                item=Text.of(en="A wrist watch", fil="Relo", ru="Наручные часы"),
                earned_on=date(2026, 3, 31),
                released_on=date(2026, 6, 30),
                taxable_value=pesos("12000.00"),
            ),
        ),
        advice=(
            Advice(
                rule="repeated",
                clause="5.7",
                liability="4.3",
                measure="visits",
                missed=True,
                misses=2,
                recommendation=Recommendation.PROBATION,
                lawful=True,
                needs_human=True,
                basis=Text.of(en="Labor Code.", fil="Kodigo sa Paggawa.", ru="Кодекс о труде."),
            ),
        ),
        total=pesos("63500.00"),
    )


@pytest.fixture
def settled() -> Outcome:
    """A quarter in which much happened to what Maria earned.

    105,000.00 earned; less 10,000.00, 30,000.00, 750.00, 6,500.00 and 4,000.00; and 8,000.00,
    1,500.00 and 250.00 more: 63,500.00 paid.
    """
    return Outcome(
        period=FIRST_QUARTER,
        label="2026-Q1",
        plans=(_settled_plan(),),
        measures=(
            SalesSum(id="sales", title=Text.of(en="sales", fil="benta", ru="продажи")),
            Contacts(
                id="visits",
                title=Text.of(en="visits", fil="pagbisita", ru="визиты"),
                kinds=("visit",),
            ),
        ),
        statements=(_settled_statement(),),
    )
