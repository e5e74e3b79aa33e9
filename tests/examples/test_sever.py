"""Северный ветер: a company that prints and pays in Russian.

Figures by hand: sales of the quarter are 250,000.00 + 300,000.00 + 180,000.50 + 370,000.00 less
50,000.00, which is 1,050,000.50; of that 1% up to the quota of 1,000,000 and 1.5% beyond it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit import Handbook, Money, Outcome, Period, describe, evaluate, explain, pay_statement
from accountkit.handbook import Severity

FOLDER = Path(__file__).parents[2] / "examples" / "sever"
NBSP, NNBSP = "\u00a0", "\u202f"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The example as it is committed."""
    return Handbook.load(FOLDER)


@pytest.fixture(scope="module")
def outcome(handbook: Handbook) -> Outcome:
    """The pay of the first quarter of 2026."""
    return evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())


def test_nothing_is_wrong_and_both_languages_are_whole(handbook: Handbook) -> None:
    """Whoever copies the example starts from a clean one."""
    found = handbook.check().findings

    assert [] == [str(item) for item in found if item.severity is not Severity.NOTE]
    assert all(handbook.translation(language).is_complete for language in ("ru", "en"))


def test_the_job_description_is_in_russian(handbook: Handbook) -> None:
    """The company's own limit and plan stand in the catalogue's sentences."""
    page = describe(handbook.role("key-account-manager"), locale="ru").text("plain")

    assert "УТВЕРЖДАЮ\nГенеральный директор\nИ. П. Соколова ____" in page
    assert "Должностная инструкция менеджера по работе с ключевыми клиентами" in page
    assert (
        "в пределах лимита скидки, установленного для должности "
        f"(12,5{NBSP}%); в нестандартном случае обращается за консультацией к начальнику отдела "
        "продаж."
    ) in page
    assert "4.3. Невыполнение квартального плана продаж, плана по активной клиентской базе" in page


def test_orders_of_a_russian_program_are_read(outcome: Outcome) -> None:
    """Its letters, column names, dates and decimal commas; 10,750.01 + 15,000.00 + 10,000.00."""
    statement = outcome.statement("morozova")

    assert ["10750.01", "15000.00", "10000.00"] == [
        str(line.amount.amount) for line in statement.lines
    ]
    assert Money.of("35750.01", "RUB") == statement.total


def test_the_statement_is_in_russian(outcome: Outcome) -> None:
    """Roubles, percents and days as they are written in Russia, and its own arithmetic."""
    page = pay_statement(outcome, "morozova", locale="ru").text("plain")

    for line in (
        "Расчёт переменной части оплаты труда: Анна Ильинична Морозова, 2026-Q1",
        "Работник: Анна Ильинична Морозова (morozova)",
        f"Период: 2026-Q1 (с 1 января 2026{NNBSP}г. по 31 марта 2026{NNBSP}г.)",
        f"Итого начислено: 35{NBSP}750,01{NBSP}₽",
        f"– Продажи: 1{NBSP}050{NBSP}000,50{NBSP}₽, учтено по 5 сделкам.",
        (
            f"– От 0{NBSP}% до 100{NBSP}% планового значения: 1{NBSP}000{NBSP}000,00{NBSP}₽ × "
            f"1{NBSP}% = 10{NBSP}000,00{NBSP}₽."
        ),
        (
            f"– 10{NBSP}750,0075{NBSP}₽ округлено по правилу «половина — вверх» до "
            f"10{NBSP}750,01{NBSP}₽."
        ),
        "– Новые клиенты: 1, учтено по 1 сделке.",
    ):
        assert line in page.splitlines()


def test_the_explanation_quotes_the_russian_clause(outcome: Outcome) -> None:
    """Whoever asks why reads the words that grant the money."""
    page = explain(outcome, "morozova", locale="ru").text("plain")

    assert "Новым считается клиент, который купил впервые за двенадцать месяцев" in page
    assert "показатель «активные клиенты» выполнен на" in page
