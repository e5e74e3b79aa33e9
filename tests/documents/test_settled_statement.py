"""A statement on which much happened to what was earned, made by hand and added up by hand.

The specimen is ``settled`` in ``conftest``: 105,000.00 earned, 63,500.00 paid.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import attrs
import pytest

from accountkit.documents import Depth, explain, pay_list, pay_statement
from accountkit.documents.movements import SUMMARY, summed
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.documents.settling_words import SETTLING_WORDS
from accountkit.documents.tree import Table, plain_text
from accountkit.plans import Recommendation
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.statements import DifferenceReason, Outcome
from accountkit.values import Money

NB, NNB = "\u00a0", "\u202f"


def tables(outcome: Outcome, locale: str = "en") -> dict[str, Table]:
    """The tables of Maria's statement, by caption."""
    blocks = pay_statement(outcome, "maria", locale=locale).tree.blocks
    return {plain_text(block.caption): block for block in blocks if isinstance(block, Table)}


def cells(table: Table) -> list[list[str]]:
    """The rows of a table."""
    return [[plain_text(cell) for cell in row] for row in table.rows]


def with_statement(outcome: Outcome, **changes: Any) -> Outcome:
    """The outcome with other fields of Maria's statement."""
    (maria,) = outcome.statements
    return attrs.evolve(outcome, statements=(attrs.evolve(maria, **changes),))


def test_every_row_of_the_pay_has_its_basis(settled: Outcome) -> None:
    """A row for each line, each term and kind of movement, each adjustment, each difference."""
    table = tables(settled)["Pay"]

    assert ["Entry", "Basis", "Amount"] == [plain_text(cell) for cell in table.header]
    assert [
        ["Commission", "Commission is 5%.", "₱100,000.00"],
        ["bonus", "A bonus at quota.", "₱5,000.00"],
        ["Cut off above the cap (ceiling)", "At most so much.", "-₱10,000.00"],
        ["Earned, due later (Commission)", "Commission is 5%.", "-₱30,000.00"],
        ["Released (Commission)", "Commission is 5%.", "₱8,000.00"],
        ["Taken back for returned deals", "Returns are taken back.", "-₱750.00"],
        ["Held back (reserve)", "A part is kept back.", "-₱6,500.00"],
        ["Advance recovered (start-draw)", "Advances are repaid.", "-₱4,000.00"],
        [
            "Adjustment: wrong price list in March",
            "Ordered by Ramon Cruz on April 2, 2026",
            "₱1,500.00",
        ],
        [
            "Difference for 2025-Q4: Commission",
            ("Paid then: ₱40,000.00, due by now: ₱40,250.00; facts came in late or were corrected"),
            "₱250.00",
        ],
        ["Total", "", "₱63,500.00"],
    ] == cells(table)


def test_the_rows_of_the_pay_in_filipino(settled: Outcome) -> None:
    """The same rows, in the words of a payroll clerk in Manila."""
    assert [
        "Komisyon",
        "bonus",
        "Ibinawas na lampas sa hangganan (ceiling)",
        "Kinita na, sa susunod babayaran (Komisyon)",
        "Inilabas (Komisyon)",
        "Binawi dahil sa isinauling transaksiyon",
        "Pinigil muna (reserve)",
        "Nabawi sa paunang bayad (start-draw)",
        "Pagwawasto: wrong price list in March",
        "Kaibhan para sa 2025-Q4: Komisyon",
        "Kabuuan",
    ] == [row[0] for row in cells(tables(settled, "fil")["Bayad"])]


def test_the_rows_of_the_pay_in_russian(settled: Outcome) -> None:
    """And in Moscow, where what is paid is not called what was earned."""
    rows = cells(tables(settled, "ru")["Начисления и удержания"])

    assert [
        "Комиссия",
        "bonus",
        "Сверх предельной суммы (ceiling)",
        "Начислено, срок выплаты не наступил (Комиссия)",
        "Выплачивается из отложенного (Комиссия)",
        "Удержано по возвращённым сделкам",
        "Отложено (reserve)",
        "Погашение аванса (start-draw)",
        "Корректировка: wrong price list in March",
        "Перерасчёт за 2025-Q4: Комиссия",
        "Итого к выплате",
    ] == [row[0] for row in rows]
    assert f"Распоряжение: Ramon Cruz, 2 апреля 2026{NNB}г." == rows[8][1]


@pytest.mark.parametrize("caption", ["Pay", "Summary"])
def test_rows_add_up_to_the_last_one(settled: Outcome, caption: str) -> None:
    """Whoever checks the page with a calculator finds what is paid."""
    *parts, total = (
        Decimal(re.sub("[₱,]", "", row[-1])) for row in cells(tables(settled)[caption])
    )

    assert Decimal("63500.00") == total == sum(parts)


def test_the_summary(settled: Outcome) -> None:
    """What was earned, what became of it, what is paid; 30,000.00 and 6,500.00 are kept."""
    assert [
        ["Earned", "₱105,000.00"],
        ["Cut off above caps", "-₱10,000.00"],
        ["Held back or due later", "-₱36,500.00"],
        ["Released", "₱8,000.00"],
        ["Taken back for returned deals", "-₱750.00"],
        ["Recovered", "-₱4,000.00"],
        ["Adjustments", "₱1,500.00"],
        ["Differences for closed periods", "₱250.00"],
        ["Paid", "₱63,500.00"],
    ] == cells(tables(settled)["Summary"])


def test_who_has_to_pay_back_is_told(settled: Outcome) -> None:
    """A total below nothing is not called paid."""
    owing = with_statement(settled, total=Money.of("-20.00", "PHP"))

    assert ["To be paid back", "-₱20.00"] == cells(tables(owing)["Summary"])[-1]


def test_each_balance_says_whose_it_is(settled: Outcome) -> None:
    """Opening, movements, closing: each row adds up, too."""
    assert [
        ["Commission", "still to be paid: earned and not yet due"],
        ["ceiling", "still to be paid: above the cap, as far as later periods leave room"],
        ["reserve", "still to be paid: held back"],
        ["start-draw", "owed by the person: advances not yet recovered"],
    ] == [row[:2] for row in cells(tables(settled)["Balances"])]
    assert [
        ["₱12,000.00", "₱21,500.00", "₱33,500.00"],
        ["₱0.00", "₱10,000.00", "₱10,000.00"],
        ["₱3,000.00", "₱6,500.00", "₱9,500.00"],
        ["₱9,000.00", "-₱4,000.00", "₱5,000.00"],
    ] == [row[2:] for row in cells(tables(settled)["Balances"])]


def test_an_award_is_no_part_of_the_pay(settled: Outcome) -> None:
    """It has its dates and its value for tax, and stands apart."""
    assert [
        ["A wrist watch", "A watch for the quota.", "March 31, 2026", "June 30, 2026", "₱12,000.00"]
    ] == cells(tables(settled)["Awards in kind (not part of the pay)"])


def test_a_value_that_nobody_knows_is_told(settled: Outcome) -> None:
    """It is not taken for nothing."""
    (award,) = settled.statements[0].awards
    unknown = with_statement(settled, awards=(attrs.evolve(award, taxable_value=None),))
    (row,) = cells(tables(unknown)["Awards in kind (not part of the pay)"])

    assert "not known" == row[-1]


@pytest.mark.parametrize(
    "locale, expected",
    [
        (
            "en",
            (
                "Visits: the quota of this period was missed. Misses that count: 2. Misses are"
                " watched. It bears on responsibility 4.3. Recommendation: probation. Basis (PH):"
                " Labor Code. A person must decide; this is a recommendation and no decision."
            ),
        ),
        (
            "fil",
            (
                "Pagbisita: hindi naabot ang quota sa panahong ito. Bilang ng hindi pag-abot: 2."
                " Sinusubaybayan ito. May kinalaman ito sa pananagutang 4.3. Rekomendasyon: panahon"
                " ng pagsubok. Batayan (PH): Kodigo sa Paggawa. Tao ang dapat magpasya;"
                " rekomendasyon ito at hindi pasya."
            ),
        ),
        (
            "ru",
            (
                "Визиты: план за период не выполнен. Учтено невыполнений: 2. Невыполнения учтены."
                " Это касается ответственности 4.3. Рекомендация: испытательный срок. Основание"
                " (PH): Кодекс о труде. Решение должен принять человек; здесь только рекомендация."
            ),
        ),
    ],
)
def test_advice_names_its_basis_and_that_people_decide(
    settled: Outcome, locale: str, expected: str
) -> None:
    """It recommends to people and decides nothing."""
    assert expected in pay_statement(settled, "maria", locale=locale).text("plain").splitlines()


def advised(outcome: Outcome, **changes: Any) -> str:
    """Maria's statement with other advice."""
    (advice,) = outcome.statements[0].advice
    changed = with_statement(outcome, advice=(attrs.evolve(advice, **changes),))
    return pay_statement(changed, "maria", locale="en").text("plain")


def test_what_is_not_lawful_is_not_recommended(settled: Outcome) -> None:
    """The profile says that misses alone are not enough."""
    page = advised(settled, lawful=False, needs_human=False)

    assert (
        "Under the plan this leads to: probation. Misses alone may not lead to it (PH): Labor"
        " Code. People decide; this is a recommendation to them and no decision."
    ) in page
    assert "Recommendation:" not in page


def test_a_profile_that_is_silent_recommends_nothing(settled: Outcome) -> None:
    """The statement says of what it is silent."""
    page = advised(
        settled,
        recommendation=None,
        lawful=None,
        basis=None,
        silent_on=Recommendation.TERMINATION_REVIEW,
    )

    assert (
        "Nothing is recommended: the profile PH does not say whether this may lead to: review of"
        " the employment."
    ) in page


def test_nobody_is_told_of_misses_that_are_none(settled: Outcome) -> None:
    """What is empty is left out."""
    page = advised(settled, missed=False, misses=0, recommendation=None, lawful=None, basis=None)

    assert "Standing" not in page


def test_what_is_empty_is_left_out(settled: Outcome) -> None:
    """A statement of lines alone is as short as ever, and needs no summary."""
    plain = with_statement(
        settled,
        movements=(),
        adjustments=(),
        differences=(),
        balances=(),
        awards=(),
        advice=(),
        attainments=(),
        total=Money.of("105000.00", "PHP"),
    )
    page = pay_statement(plain, "maria", locale="en")

    assert ["Pay"] == [
        plain_text(block.caption) for block in page.tree.blocks if isinstance(block, Table)
    ]
    assert ["Component", "Clause", "Amount"] == page.text("plain").splitlines()[9].split()


def test_deals_stand_below_the_rows(settled: Outcome) -> None:
    """One row for 30,000.00 that are due later; below, the deals that they are of."""
    page = pay_statement(settled, "maria", locale="en").text("plain")

    assert (
        "Earned, due later (Commission): -₱30,000.00\n"
        "-------------------------------------------\n\n"
        "– Deal d1: -₱20,000.00.\n"
        "– Deal d2: -₱10,000.00.\n"
    ) in page
    assert (
        "Forfeited (Commission): -₱500.00\n"
        "--------------------------------\n\n"
        "– Deal d9: -₱500.00.\n"
        "– The pay does not change; the balance does, by -₱500.00.\n"
    ) in page


def test_an_explanation_tells_what_happened_to_the_pay(settled: Outcome) -> None:
    """Movements, adjustments and differences, each with the clause or the reason."""
    page = explain(settled, "maria", locale="en", depth=Depth.LINES).text("plain")

    for text in (
        "Held back (reserve): -₱6,500.00\n-------------------------------\n\nA part is kept back.",
        "Ordered by Ramon Cruz on April 2, 2026",
        "Paid then: ₱40,000.00, due by now: ₱40,250.00; facts came in late or were corrected",
        "Award: A wrist watch",
    ):
        assert text in page
    assert "Deal d1" not in page
    assert "Deal d1" in explain(settled, "maria", locale="en").text("plain")


def test_a_cap_of_the_plan_is_why_it_is_not_more(settled: Outcome) -> None:
    """No line can say it, since the cap is over all of them."""
    page = explain(settled, "maria", locale="en", depth=Depth.LINES, more=True).text("plain")

    assert "Why not more: the cap cut ₱10,000.00 off (ceiling)." in page


def test_a_pay_list_has_a_column_for_whatever_is_paid(settled: Outcome) -> None:
    """100,000.00 + 5,000.00 - 43,250.00 + 1,500.00 + 250.00; an award has no column."""
    header, _, maria, total = pay_list(settled, locale="en").text("plain").splitlines()[1:]

    assert ["Name", "Commission", "bonus", "Movements", "Adjustments", "Differences", "Total"] == (
        header.split()
    )
    assert [
        "₱100,000.00",
        "₱5,000.00",
        "-₱43,250.00",
        "₱1,500.00",
        "₱250.00",
        "₱63,500.00",
    ] == maria.split()[3:]
    assert ["Total", "₱63,500.00"] == total.split()


@pytest.mark.parametrize("format_", ["markdown", "html", "docx", "pdf"])
@pytest.mark.parametrize("locale", PAY_WORDS)
def test_every_format_prints_it(settled: Outcome, format_: str, locale: str) -> None:
    """In every language, and the same bytes each time."""
    page = pay_statement(settled, "maria", locale=locale)

    assert page.content(format_) == pay_statement(settled, "maria", locale=locale).content(format_)


def test_every_kind_of_movement_is_in_one_group_of_the_summary() -> None:
    """A kind in none would be missing from the sum, one in two would count twice."""
    grouped = [kind for kinds in SUMMARY.values() for kind in kinds]

    assert sorted(MovementKind, key=str) == sorted(grouped, key=str)


def test_the_summary_adds_up_for_every_kind_of_movement(settled: Outcome) -> None:
    """A peso of each kind, one after the other."""
    (maria,) = settled.statements
    for kind in MovementKind:
        moved = attrs.evolve(maria.movements[0], kind=kind, pay=Money.of("1.00", "PHP"))
        one = attrs.evolve(
            maria,
            movements=(moved,),
            adjustments=(),
            differences=(),
            total=Money.of("105001.00", "PHP"),
        )
        *parts, paid = summed(one).values()

        assert paid == Money.sum(parts, "PHP")


@pytest.mark.parametrize("language", SETTLING_WORDS)
def test_every_language_has_words_for_whatever_may_happen(language: str) -> None:
    """Every kind of movement, reason, group and recommendation."""
    words = SETTLING_WORDS[language]

    assert {kind.value for kind in MovementKind} == set(words.kinds)
    assert {reason.value for reason in DifferenceReason} == set(words.reasons)
    assert {*SUMMARY, "earned", "adjusted", "differed", "paid"} == set(words.summary)
    assert {one.value for one in Recommendation} == set(words.recommendations)
