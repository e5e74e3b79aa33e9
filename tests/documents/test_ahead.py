"""Ahead: a sentence for everything that may lie ahead of a line, in every language, by hand.

What lies ahead is worked out in ``tests/settlement/test_prospects``; here it only gets its words.
NB is the no-break space of Russian figures.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.documents.ahead import AheadTelling
from accountkit.documents.pay_names import PayNames
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.documents.prospect_words import PROSPECT_WORDS
from accountkit.plans import Axis
from accountkit.settlement.prospects import (
    AtCap,
    EachMore,
    Gives,
    ItemAhead,
    Items,
    LowerBand,
    MissedGate,
    MissedKicker,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    TableStart,
    Top,
    Utmost,
)
from accountkit.settlement.statements import Outcome
from accountkit.values import LadderShape, Money

NB = "\u00a0"


def pesos(text: str) -> Any:
    """An exact amount in pesos."""
    return Money.of(text, "PHP").exact


def a_band(**changes: Any) -> NextBand:
    """A next band of sales at 1,000.00, of which 800.00 are there."""
    fields: dict[str, Any] = {
        "gives": Gives.RATE,
        "shape": LadderShape.WHOLE,
        "start": Fraction(1),
        "value": Fraction(1, 20),
        "priced": "sales",
        "times": None,
        "times_of": None,
        "reach": SALES,
    }
    return NextBand(**{**fields, **changes})


SALES = Reach(measure="sales", counted=pesos("800"), needed=pesos("1000"), missing=pesos("200"))
VISITS = Reach(
    measure="visits",
    counted=Fraction(7),
    needed=Fraction(5),
    missing=Fraction(2),
    too_much=True,
)
DISCOUNT = Reach(
    axis=Axis.DISCOUNT,
    counted=Fraction(15, 100),
    needed=Fraction(10, 100),
    missing=Fraction(5, 100),
    too_much=True,
    excluded=True,
)
TENURE = Reach(axis=Axis.TENURE, counted=Fraction(2), needed=Fraction(6), missing=Fraction(4))
EARNED = Reach(component="commission", counted=pesos("45"), needed=pesos("50"), missing=pesos("5"))

EN, FIL, RU = "Why not more", "Bakit hindi mas malaki", "Почему не больше"

SENTENCES: list[tuple[Prospect, str, str, str]] = [
    (
        MissedGate(bound=Fraction(50), reach=EARNED),
        "the gate opens at ₱50.00 (Commission); counted: ₱45.00, missing: ₱5.00.",
        "natutugunan ang kondisyon sa ₱50.00 (Komisyon); nabilang: ₱45.00, kulang: ₱5.00.",
        (
            f"условие выполняется при значении 50,00{NB}PHP (показатель «Комиссия»); учтено:"
            f" 45,00{NB}PHP, не хватает: 5,00{NB}PHP."
        ),
    ),
    (
        MissedGate(bound=Fraction(5), reach=VISITS),
        "the gate lets at most 5 through (visits); counted: 7, too much: 2.",
        "natutugunan ang kondisyon kapag hindi higit sa 5 (pagbisita); nabilang: 7, sobra: 2.",
        "условие выполняется при значении не более 5 (показатель «визиты»); учтено: 7, лишнее: 2.",
    ),
    (
        MissedKicker(factor=Fraction(3, 2), reach=SALES),
        "the factor 1.5 applies at ₱1,000.00 (sales); counted: ₱800.00, missing: ₱200.00.",
        "may dagdag na salik na 1.5 sa ₱1,000.00 (benta); nabilang: ₱800.00, kulang: ₱200.00.",
        (
            f"коэффициент 1,5 применяется при значении 1{NB}000,00{NB}PHP (показатель «продажи»);"
            f" учтено: 800,00{NB}PHP, не хватает: 200,00{NB}PHP."
        ),
    ),
    (
        a_band(),
        (
            "the next band, with the rate 5%, is reached at ₱1,000.00 (sales); counted: ₱800.00,"
            " missing: ₱200.00."
        ),
        (
            "naaabot sa ₱1,000.00 (benta) ang susunod na baitang, na may porsiyentong 5%; nabilang:"
            " ₱800.00, kulang: ₱200.00."
        ),
        (
            f"следующая ступень со ставкой 5{NB}% достигается при значении 1{NB}000,00{NB}PHP"
            f" (показатель «продажи»); учтено: 800,00{NB}PHP, не хватает: 200,00{NB}PHP."
        ),
    ),
    (
        a_band(gives=Gives.SUM, value=Fraction(5000)),
        (
            "the next band, with the sum ₱5,000.00, is reached at ₱1,000.00 (sales); counted:"
            " ₱800.00, missing: ₱200.00."
        ),
        (
            "naaabot sa ₱1,000.00 (benta) ang susunod na baitang, na may halagang ₱5,000.00;"
            " nabilang: ₱800.00, kulang: ₱200.00."
        ),
        (
            f"следующая ступень с суммой 5{NB}000,00{NB}PHP достигается при значении"
            f" 1{NB}000,00{NB}PHP (показатель «продажи»); учтено: 800,00{NB}PHP, не хватает:"
            f" 200,00{NB}PHP."
        ),
    ),
    (
        a_band(priced="visits", value=Fraction(60), times_of="fee", times=Fraction(2)),
        (
            "the next band, with the rate 60 × ₱2.00, is reached at ₱1,000.00 (sales); counted:"
            " ₱800.00, missing: ₱200.00."
        ),
        (
            "naaabot sa ₱1,000.00 (benta) ang susunod na baitang, na may porsiyentong 60 × ₱2.00;"
            " nabilang: ₱800.00, kulang: ₱200.00."
        ),
        (
            f"следующая ступень со ставкой 60 × 2,00{NB}PHP достигается при значении"
            f" 1{NB}000,00{NB}PHP (показатель «продажи»); учтено: 800,00{NB}PHP, не хватает:"
            f" 200,00{NB}PHP."
        ),
    ),
    (
        a_band(gives=Gives.SUM, value=Fraction(5000), shape=LadderShape.CURVE),
        "the sum moves on to ₱5,000.00 at ₱1,000.00 (sales); counted: ₱800.00, missing: ₱200.00.",
        "nagiging ₱5,000.00 ang halaga sa ₱1,000.00 (benta); nabilang: ₱800.00, kulang: ₱200.00.",
        (
            f"сумма 5{NB}000,00{NB}PHP достигается при значении 1{NB}000,00{NB}PHP (показатель"
            f" «продажи»); учтено: 800,00{NB}PHP, не хватает: 200,00{NB}PHP."
        ),
    ),
    (
        LowerBand(
            gives=Gives.RATE,
            end=Fraction(1, 10),
            value=Fraction(1, 20),
            priced="sales",
            times=None,
            times_of=None,
            reach=DISCOUNT,
        ),
        "the rate 5% is for less than 10% (discount); counted: 15%, too much: more than 5%.",
        (
            "may porsiyentong 5% kapag mas mababa sa 10% (diskuwento); nabilang: 15%, sobra: higit"
            " sa 5%."
        ),
        (
            f"ставка 5{NB}% действует при значении менее 10{NB}% (показатель «скидка»); учтено:"
            f" 15{NB}%, лишнее: более 5{NB}%."
        ),
    ),
    (
        TableStart(reach=TENURE),
        "the table begins at 6 months (tenure); counted: 2 months, missing: 4 months.",
        (
            "nagsisimula ang talaan sa 6 na buwan (tagal sa trabaho); nabilang: 2 buwan, kulang: 4"
            " na buwan."
        ),
        (
            "таблица начинается со значения 6 месяцев (показатель «стаж»); учтено: 2 месяца, не"
            " хватает: 4 месяца."
        ),
    ),
    (
        NoQuota(measure="sales"),
        "there is no quota for sales, and without one this pays nothing.",
        "walang quota para sa benta, at walang bayad ito kapag wala niyon.",
        "для показателя «продажи» нет планового значения, а без него выплата не начисляется.",
    ),
    (
        AtCap(most=pesos("40")),
        "the cap of ₱40.00 is reached.",
        "naabot na ang hangganang ₱40.00.",
        f"достигнута предельная сумма 40,00{NB}PHP.",
    ),
    (
        EachMore(amount=Money.of("500.00", "PHP"), left=None),
        "each further one pays ₱500.00.",
        "may bayad na ₱500.00 para sa bawat isa pa.",
        f"каждая следующая единица даёт 500,00{NB}PHP.",
    ),
    (
        EachMore(amount=Money.of("500.00", "PHP"), left=Fraction(1)),
        "each further one pays ₱500.00; so many more are paid in this period: 1.",
        (
            "may bayad na ₱500.00 para sa bawat isa pa; ganito pa karami ang mababayaran sa"
            " panahong ito: 1."
        ),
        f"каждая следующая единица даёт 500,00{NB}PHP; в этом периоде оплачивается ещё: 1.",
    ),
    (
        Top(utmost=Utmost.FORMULA),
        "a formula gives this, and it has no next band.",
        "pormula ang nagbibigay nito, at wala itong susunod na baitang.",
        "сумму даёт формула, и следующей ступени у неё нет.",
    ),
]


def told(outcome: Outcome, found: Prospect, language: str) -> list[str]:
    """The sentences of something ahead, under Maria's plan."""
    words = PAY_WORDS[language]
    telling = AheadTelling(
        names=PayNames(outcome=outcome, language=language, steps=words.steps),
        plan=outcome.plan("sellers"),
        words=words.ahead,
    )
    return list(telling.sentences(found))


@pytest.mark.parametrize(
    "found, english, filipino, russian", SENTENCES, ids=lambda item: getattr(item, "KIND", None)
)
def test_what_is_ahead(
    settled: Outcome, found: Prospect, english: str, filipino: str, russian: str
) -> None:
    """What it takes, how much of it is there, and how much is missing or too much."""
    assert [f"{EN}: {english}"] == told(settled, found, "en")
    assert [f"{FIL}: {filipino}"] == told(settled, found, "fil")
    assert [f"{RU}: {russian}"] == told(settled, found, "ru")


def test_each_item_of_a_scorecard_is_told(settled: Outcome) -> None:
    """A sentence for each, with its name."""
    items = Items(
        items=(
            ItemAhead(item="growth", ahead=a_band(gives=Gives.PAYOUT, value=Fraction(6, 5))),
            ItemAhead(item="visits", ahead=Top(utmost=Utmost.LAST_BAND)),
        )
    )

    assert [
        (
            "Why not more, growth: the next band, with a payout of 120%, is reached at ₱1,000.00"
            " (sales); counted: ₱800.00, missing: ₱200.00."
        ),
        "Why not more, visits: this is the highest band of the plan.",
    ] == told(settled, items, "en")


@pytest.mark.parametrize("language", PROSPECT_WORDS)
def test_every_language_has_words_for_whatever_may_be_ahead(language: str) -> None:
    """Every table, every reason, and the same gaps as the English sentences."""
    words, english = PROSPECT_WORDS[language], PROSPECT_WORDS["en"]

    assert {one.value for one in Utmost} == set(words.utmost)
    assert {f"{gives.value}_{how}" for gives in Gives for how in ("band", "point", "lower")} == (
        set(words.bands) - {"table"}
    )
    for field in attrs.fields(type(english)):
        known, written = getattr(english, field.name), getattr(words, field.name)
        if isinstance(known, str):
            assert gaps(known) == gaps(written), field.name
        else:
            assert {name: gaps(one) for name, one in known.items()} == {
                name: gaps(one) for name, one in written.items()
            }


def gaps(pattern: str) -> set[str]:
    """The names of the gaps in a sentence."""
    return {part.partition("}")[0] for part in pattern.split("{")[1:]}
