"""Steps: a sentence for every kind of step, in every language, written by hand.

Steps are made here as the trace describes them (``accountkit.settlement.trace``); no engine is
asked. NB is the no-break space of Russian figures.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.documents.pay_names import PayNames
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.documents.step_words import STEP_WORDS
from accountkit.documents.steps import StepTelling
from accountkit.plans import (
    Accumulate,
    Axis,
    Contacts,
    FulfilmentShare,
    Gate,
    Kicker,
    Participants,
    Plan,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Weighting,
)
from accountkit.plans import (
    StepSum as StepComponent,
)
from accountkit.plans.components import Commission, Component
from accountkit.settlement.statements import Outcome
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.testing.pay import QUARTER, a_ladder
from accountkit.values import Amount, Clause, Money, PeriodKind, Text

NB = "\u00a0"
NNB = "\u202f"


def titled(en: str, fil: str, ru: str) -> Text:
    """A title in the three languages."""
    return Text.of(en=en, fil=fil, ru=ru)


COMMISSION = Commission(
    id="commission",
    clause="pay",
    title=titled("Commission", "Komisyon", "Комиссия"),
    measure="sales",
    rate=Fraction(1, 20),
    gates=(Gate(attainment_of="sales", at_least=Fraction(3, 5)),),
    kickers=(Kicker(factor=Fraction(3, 2), gate=Gate(value_of="visits", at_least=Fraction(20))),),
)
MEASURES = (
    SalesSum(id="sales", title=titled("sales", "benta", "продажи")),
    UnitSum(id="units", title=titled("units", "yunit", "единицы")),
    Contacts(id="visits", title=titled("visits", "pagbisita", "визиты"), kinds=("visit",)),
    FulfilmentShare(
        id="duties", title=titled("duties met", "tungkulin", "обязанности"), duties=("2.1",)
    ),
    WeightedSum(
        id="points",
        title=titled("points", "puntos", "баллы"),
        of=(Weighting(measure="units", weight=Fraction(3, 2)),),
    ),
    Quotient(
        id="per-visit",
        title=titled("sales per visit", "benta bawat pagbisita", "продажи на визит"),
        dividend="sales",
        divisor="visits",
    ),
)


def a_plan(*components: Component) -> Plan:
    """A plan of these components, in pesos."""
    return Plan(
        id="plan",
        title=titled("plan", "plano", "план"),
        currency="PHP",
        period=PeriodKind.QUARTER,
        start=QUARTER.start,
        roles=("seller",),
        participants=Participants.APPOINTED,
        clauses=(Clause(id="pay", text=titled("pay", "bayad", "оплата")),),
        components=components,
    )


def told(
    *steps: Step,
    language: str = "en",
    component: Component | None = COMMISSION,
    deals: bool = False,
    deal: str | None = None,
) -> list[str]:
    """The sentences of some steps of a component, or of a movement where there is none."""
    plan = a_plan(component or COMMISSION)
    outcome = Outcome(
        period=QUARTER, label="2026-Q1", plans=(plan,), measures=MEASURES, statements=()
    )
    words = PAY_WORDS[language]
    telling = StepTelling(
        names=PayNames(outcome=outcome, language=language, steps=words.steps),
        plan=plan,
        component=component,
        deals=deals,
        deal=deal,
    )
    return list(telling.sentences(steps))


def amount(text: str) -> Amount:
    """An exact amount in pesos."""
    return Money.of(text, "PHP").exact


def money(text: str) -> Money:
    """Money in pesos."""
    return Money.of(text, "PHP")


def a_step(
    kind: str, subject: str, result: Figure, *, deals: tuple[str, ...] = (), **inputs: Figure
) -> Step:
    """A step of a trace."""
    return Step(kind=StepKind(kind), subject=subject, result=result, inputs=inputs, deals=deals)


OPERANDS: dict[str, Any] = {"1": Fraction(3), "2": Fraction(4)}

SENTENCES: list[tuple[Step, str, str, str]] = [
    (
        a_step("measure", "sales", amount("2000"), level=0, deals=("d1", "d2")),
        "Sales: ₱2,000.00, counted from 2 deals.",
        "Benta: ₱2,000.00, nabilang mula sa 2 transaksiyon.",
        f"Продажи: 2{NB}000,00{NB}PHP, учтено по 2 сделкам.",
    ),
    (
        a_step("measure", "sales", amount("2000"), whose="own_and_team", deals=("d1",)),
        "Sales, own and of everybody down the line of reporting: ₱2,000.00, counted from 1 deal.",
        (
            "Benta, sarili at ng lahat ng nasa ibaba sa linya ng pag-uulat: ₱2,000.00, nabilang"
            " mula sa 1 transaksiyon."
        ),
        f"Продажи — свои и подчинённых всех ступеней: 2{NB}000,00{NB}PHP, учтено по 1 сделке.",
    ),
    (
        a_step("measure", "visits", Fraction(18), level=0),
        "Visits: 18.",
        "Pagbisita: 18.",
        "Визиты: 18.",
    ),
    (
        a_step("measure", "duties", Fraction(19, 20), level=0),
        "Duties met: 95%.",
        "Tungkulin: 95%.",
        f"Обязанности: 95{NB}%.",
    ),
    (
        a_step(
            "weighted",
            "points",
            Fraction(15),
            measure="units",
            value=Fraction(10),
            weight=Fraction(3, 2),
        ),
        "Units: 10 × 1.5 = 15.",
        "Yunit: 10 × 1.5 = 15.",
        "Единицы: 10 × 1,5 = 15.",
    ),
    (
        a_step(
            "quotient", "per-visit", Fraction(100), dividend=amount("2000"), divisor=Fraction(20)
        ),
        "Sales per visit: ₱2,000.00 ÷ 20 = 100.",
        "Benta bawat pagbisita: ₱2,000.00 ÷ 20 = 100.",
        f"Продажи на визит: 2{NB}000,00{NB}PHP ÷ 20 = 100.",
    ),
    (
        a_step(
            "quota",
            "sales",
            amount("500"),
            target=amount("1100"),
            ramp=Fraction(1, 2),
            days=Fraction(1),
            over_assignment=Fraction(1, 10),
        ),
        "Quota of sales: ₱1,100.00 × 50% (ramp-up) ÷ (1 + 10%) (over-assignment) = ₱500.00.",
        (
            "Quota sa benta: ₱1,100.00 × 50% (bahagi sa mga unang buwan) ÷ (1 + 10%) (dagdag sa"
            " quota ng mga nag-uulat) = ₱500.00."
        ),
        (
            f"Плановое значение показателя «продажи»: 1{NB}100,00{NB}PHP × 50{NB}% (доля в первые"
            f" месяцы работы) ÷ (1 + 10{NB}%) (превышение в планах подчинённых) = 500,00{NB}PHP."
        ),
    ),
    (
        a_step(
            "attainment", "sales", Fraction(5, 4), measured=amount("2000"), quota=amount("1600")
        ),
        "Attainment of sales: ₱2,000.00 ÷ ₱1,600.00 = 125%.",
        "Naabot sa benta: ₱2,000.00 ÷ ₱1,600.00 = 125%.",
        f"Выполнение показателя «продажи»: 2{NB}000,00{NB}PHP ÷ 1{NB}600,00{NB}PHP = 125{NB}%.",
    ),
    (
        a_step("no_quota", "sales", 0),
        "There is no quota for sales, and the plan says that this then pays nothing.",
        "Walang quota para sa benta, at ayon sa plano ay walang bayad ito kapag ganoon.",
        (
            "Для показателя «продажи» нет планового значения; по условиям плана выплата в этом"
            " случае не начисляется."
        ),
    ),
    (
        a_step(
            "gate",
            "sales",
            0,
            asked="attainment_of",
            value=Fraction(1, 2),
            at_least=Fraction(3, 5),
        ),
        "Gate: 50% of sales is below 60%, so this pays nothing.",
        "Kondisyon: mas mababa sa 60% ang 50% na naabot sa benta, kaya walang bayad ito.",
        (
            f"Условие: показатель «продажи» выполнен на 50{NB}% при требуемых не менее 60{NB}%;"
            " выплата не начисляется."
        ),
    ),
    (
        a_step("gate", "visits", 1, asked="value_of", value=Fraction(21), at_least=Fraction(20)),
        "Gate: the value of visits, 21, is at least 20; the condition holds.",
        "Kondisyon: hindi bababa sa 20 ang 21 na nabilang sa pagbisita; natutugunan ang kondisyon.",
        (
            "Условие: значение показателя «визиты» составляет 21 при требуемом не менее 20; условие"
            " выполнено."
        ),
    ),
    (
        a_step(
            "gate", "commission", 0, asked="earned_by", value=amount("900"), above=Fraction(1000)
        ),
        (
            "Gate: what Commission earned, ₱900.00, is not above ₱1,000.00; the condition does not"
            " hold."
        ),
        (
            "Kondisyon: hindi higit sa ₱1,000.00 ang ₱900.00 na kinita sa Komisyon; hindi"
            " natutugunan ang kondisyon."
        ),
        (
            f"Условие: по виду начисления «Комиссия» начислено 900,00{NB}PHP при требуемой сумме"
            f" более 1{NB}000,00{NB}PHP; условие не выполнено."
        ),
    ),
    (
        a_step("position", "discount", Fraction(3, 25), value=Fraction(3, 25)),
        "Looked up in the table: discount 12%.",
        "Hinanap sa talaan: diskuwento, 12%.",
        f"Место в таблице: скидка — 12{NB}%.",
    ),
    (
        a_step("position", "tenure", Fraction(14), value=Fraction(14)),
        "Looked up in the table: tenure 14 months.",
        "Hinanap sa talaan: tagal sa trabaho, 14 na buwan.",
        "Место в таблице: стаж — 14 месяцев.",
    ),
    (
        a_step(
            "slice",
            "sales",
            amount("15"),
            start=Fraction(1),
            width=Fraction(1, 4),
            axis="attainment",
            base=amount("500"),
            rate=Fraction(2),
            times=Fraction(3, 200),
        ),
        "From 100% to 125% of the quota: ₱500.00 × 2 × 1.5% = ₱15.00.",
        "Mula 100% hanggang 125% ng quota: ₱500.00 × 2 × 1.5% = ₱15.00.",
        f"От 100{NB}% до 125{NB}% планового значения: 500,00{NB}PHP × 2 × 1,5{NB}% = 15,00{NB}PHP.",
    ),
    (
        a_step("rate", "units", amount("1500"), base=Fraction(3), rate=Fraction(500)),
        "3 × ₱500.00 = ₱1,500.00.",
        "3 × ₱500.00 = ₱1,500.00.",
        f"3 × 500,00{NB}PHP = 1{NB}500,00{NB}PHP.",
    ),
    (
        a_step(
            "deal",
            "d7",
            amount("75"),
            base=amount("1000"),
            rate=Fraction(1, 20),
            times=Fraction(1),
            kicker=Fraction(3, 2),
        ),
        "Deal d7: ₱1,000.00 × 5% × 1.5 (kicker) = ₱75.00.",
        "Transaksiyong d7: ₱1,000.00 × 5% × 1.5 (dagdag na salik) = ₱75.00.",
        f"Сделка d7: 1{NB}000,00{NB}PHP × 5{NB}% × 1,5 (повышающий коэффициент) = 75,00{NB}PHP.",
    ),
    (
        a_step("deal", "d8", amount("250"), sum=amount("500"), share=Fraction(1, 2)),
        "Deal d8: ₱500.00 × 50% (share credited) = ₱250.00.",
        "Transaksiyong d8: ₱500.00 × 50% (bahaging ibinilang) = ₱250.00.",
        f"Сделка d8: 500,00{NB}PHP × 50{NB}% (учтённая доля) = 250,00{NB}PHP.",
    ),
    (
        a_step("deal", "r1", amount("-20"), base=amount("50"), share=Fraction(2, 5)),
        "Deal r1, given back, so ₱50.00 × 40% (given back) is taken off: -₱20.00.",
        "Transaksiyong r1, isinauli, kaya ibinabawas ang ₱50.00 × 40% (isinauli): -₱20.00.",
        (
            f"Сделка r1, возврат, поэтому вычитается 50,00{NB}PHP × 40{NB}% (возвращено):"
            f" -20,00{NB}PHP."
        ),
    ),
    (
        a_step("step", "sales", amount("3000"), at=Fraction(24)),
        "At 24: ₱3,000.00.",
        "Sa 24: ₱3,000.00.",
        f"При значении 24: 3{NB}000,00{NB}PHP.",
    ),
    (
        a_step("before", "commission", amount("40"), to_date=amount("100"), before=amount("60")),
        "₱100.00 earned to date, less ₱60.00 earned up to the last period, is ₱40.00.",
        (
            "Ang ₱100.00 na kinita hanggang ngayon, bawas ang ₱60.00 na kinita hanggang sa"
            " nakaraang panahon, ay ₱40.00."
        ),
        (
            f"Начислено нарастающим итогом 100,00{NB}PHP, за вычетом начисленного за прошлые"
            f" периоды 60,00{NB}PHP: 40,00{NB}PHP."
        ),
    ),
    (
        a_step("bonus", "bonus", amount("5000")),
        "Bonus: ₱5,000.00.",
        "Bonus: ₱5,000.00.",
        f"Премия: 5{NB}000,00{NB}PHP.",
    ),
    (
        a_step("spiff", "spiff", amount("1500"), count=Fraction(3), amount=amount("500")),
        "3 × ₱500.00 = ₱1,500.00.",
        "3 × ₱500.00 = ₱1,500.00.",
        f"3 × 500,00{NB}PHP = 1{NB}500,00{NB}PHP.",
    ),
    (
        a_step(
            "score",
            "growth",
            amount("4800"),
            target=amount("10000"),
            weight=Fraction(2, 5),
            payout=Fraction(6, 5),
            at=Fraction(11, 10),
        ),
        "growth: ₱10,000.00 × 40% (weight) × 120% (payout) = ₱4,800.00.",
        "growth: ₱10,000.00 × 40% (timbang) × 120% (bahaging babayaran) = ₱4,800.00.",
        (
            f"growth: 10{NB}000,00{NB}PHP × 40{NB}% (вес) × 120{NB}% (доля выплаты) ="
            f" 4{NB}800,00{NB}PHP."
        ),
    ),
    (
        a_step("formula", "difference", Fraction(-1), **OPERANDS),
        "3 − 4 = -1.",
        "3 − 4 = -1.",
        "3 − 4 = -1.",
    ),
    (
        a_step("formula", "least", Fraction(3), **OPERANDS),
        "The least of 3; 4: 3.",
        "Pinakamaliit sa 3; 4: 3.",
        "Наименьшее из значений 3; 4: 3.",
    ),
    (
        a_step("kicker", "commission", amount("150"), value=amount("100"), factor=Fraction(3, 2)),
        "₱100.00 × 1.5 (kicker) = ₱150.00.",
        "₱100.00 × 1.5 (dagdag na salik) = ₱150.00.",
        f"100,00{NB}PHP × 1,5 (повышающий коэффициент) = 150,00{NB}PHP.",
    ),
    (
        a_step("cap", "commission", amount("120"), value=amount("150"), most=amount("120")),
        "₱150.00 is above the cap of ₱120.00, so it becomes ₱120.00.",
        "Ang ₱150.00 ay higit sa hangganang ₱120.00, kaya nagiging ₱120.00 ito.",
        f"150,00{NB}PHP больше предельной суммы 120,00{NB}PHP, поэтому принимается 120,00{NB}PHP.",
    ),
    (
        a_step("floor", "commission", amount("80"), value=amount("80"), least=amount("50")),
        "₱80.00 is not below the floor of ₱50.00.",
        "Ang ₱80.00 ay hindi mas mababa sa pinakamababang ₱50.00.",
        f"80,00{NB}PHP не меньше наименьшей суммы 50,00{NB}PHP.",
    ),
    (
        a_step(
            "rounding",
            "commission",
            money("0.13"),
            exact=Amount(Fraction(1, 8), "PHP"),
            mode="half_up",
            point="deal",
        ),
        "₱0.125, rounded half up deal by deal, is ₱0.13.",
        "Ang ₱0.125, kapag ni-round nang pataas ang kalahati ang bawat transaksiyon, ay ₱0.13.",
        f"0,125{NB}PHP округлено по правилу «половина — вверх» по каждой сделке до 0,13{NB}PHP.",
    ),
]


@pytest.mark.parametrize(
    "step, english, filipino, russian", SENTENCES, ids=lambda item: getattr(item, "subject", None)
)
def test_a_step_of_a_component(step: Step, english: str, filipino: str, russian: str) -> None:
    """The same figures in each language, each in its own grammar."""
    languages = {"en": english, "fil": filipino, "ru": russian}

    assert languages == {language: told(step, language=language)[0] for language in languages}


SETTLING: list[tuple[Step, str, str, str]] = [
    (
        a_step(
            "shared", "d1", money("33.33"), whole=money("100.00"), share=Fraction(1, 3), raised=0
        ),
        "Deal d1: 33.3333…% of ₱100.00 is ₱33.33.",
        "Transaksiyong d1: ang 33.3333…% ng ₱100.00 ay ₱33.33.",
        f"Сделка d1: 33,3333…{NB}% от 100,00{NB}PHP — 33,33{NB}PHP.",
    ),
    (
        a_step(
            "shared", "2", money("60.00"), whole=money("100.00"), share=Fraction(3, 5), raised=0
        ),
        "Deal d1, instalment 2: 60% of ₱100.00 is ₱60.00.",
        "Transaksiyong d1, hulog 2: ang 60% ng ₱100.00 ay ₱60.00.",
        f"Сделка d1, часть 2: 60{NB}% от 100,00{NB}PHP — 60,00{NB}PHP.",
    ),
    (
        a_step(
            "release",
            "d1",
            money("8.00"),
            earned=money("12.00"),
            share=Fraction(3, 4),
            before=money("1.00"),
            mode="half_up",
        ),
        "Deal d1: 75% of ₱12.00 is due by now, less ₱1.00 before: ₱8.00.",
        "Transaksiyong d1: dapat nang bayaran ang 75% ng ₱12.00, bawas ang ₱1.00 na nauna: ₱8.00.",
        (
            f"Сделка d1: к этому сроку причитается 75{NB}% от 12,00{NB}PHP, за вычетом прежних"
            f" 1,00{NB}PHP: 8,00{NB}PHP."
        ),
    ),
    (
        a_step(
            "clawback",
            "d1",
            money("3.00"),
            deals=("r1",),
            earned=money("12.00"),
            returned=Fraction(1, 2),
            share=Fraction(7, 10),
            before=money("1.20"),
            most=money("9.00"),
            mode="half_up",
        ),
        (
            "Deal d1: ₱12.00 × 50% (given back: r1) × 70% (share taken back) − ₱1.20 (forfeited"
            " instead), at most ₱9.00: ₱3.00."
        ),
        (
            "Transaksiyong d1: ₱12.00 × 50% (isinauli: r1) × 70% (bahaging binabawi) − ₱1.20 (hindi"
            " na babayaran sa halip), hindi higit sa ₱9.00: ₱3.00."
        ),
        (
            f"Сделка d1: 12,00{NB}PHP × 50{NB}% (возвращено: r1) × 70{NB}% (удерживаемая доля) −"
            f" 1,20{NB}PHP (вместо удержания не выплачивается), не более 9,00{NB}PHP: 3,00{NB}PHP."
        ),
    ),
    (
        a_step("limit", "ceiling", money("-5.00"), value=money("105.00"), sum=money("100.00")),
        "₱105.00 is ₱5.00 above ₱100.00.",
        "Ang ₱105.00 ay higit nang ₱5.00 sa ₱100.00.",
        f"105,00{NB}PHP больше 100,00{NB}PHP на 5,00{NB}PHP.",
    ),
    (
        a_step("limit", "draw", money("30.00"), value=money("70.00"), sum=money("100.00")),
        "₱70.00 is ₱30.00 short of ₱100.00.",
        "Ang ₱70.00 ay kulang nang ₱30.00 sa ₱100.00.",
        f"70,00{NB}PHP меньше 100,00{NB}PHP на 30,00{NB}PHP.",
    ),
    (
        a_step("cap", "draw", money("20.00"), value=money("30.00"), most=money("20.00")),
        "₱30.00, at most ₱20.00: ₱20.00.",
        "₱30.00, hindi higit sa ₱20.00: ₱20.00.",
        f"30,00{NB}PHP, не более 20,00{NB}PHP: 20,00{NB}PHP.",
    ),
]


@pytest.mark.parametrize(
    "step, english, filipino, russian", SETTLING, ids=lambda item: getattr(item, "subject", None)
)
def test_a_step_of_a_movement(step: Step, english: str, filipino: str, russian: str) -> None:
    """What settles the pay, with the deal that it is about."""
    languages = {"en": english, "fil": filipino, "ru": russian}

    assert languages == {
        language: told(step, language=language, component=None, deal="d1")[0]
        for language in languages
    }


def test_every_kind_of_step_has_a_sentence_here() -> None:
    """A new kind brings its sentence, and its test."""
    tested = {step.kind for step, *_ in (*SENTENCES, *SETTLING)}

    assert set(StepKind) - {StepKind.CONVERSION} == tested


CONVERTED = a_step(
    "conversion",
    "d1",
    amount("6150"),
    amount=Amount(Fraction(100), "USD"),
    rate=Fraction(123, 2),
    source="bsp",
    on="2026-01-15",
)


@pytest.mark.parametrize(
    "language, counted, converted",
    [
        (
            "en",
            "Converted from another currency: 1 deal.",
            "Deal d1: $100.00 × 61.5 (rate of bsp on January 15, 2026) = ₱6,150.00.",
        ),
        (
            "fil",
            "Ipinalit mula sa ibang pera: 1 transaksiyon.",
            "Transaksiyong d1: $100.00 × 61.5 (palitan ng bsp noong Enero 15, 2026) = ₱6,150.00.",
        ),
        (
            "ru",
            "Пересчёт в валюту плана выполнен по 1 сделке.",
            (
                f"Сделка d1: 100,00{NB}$ × 61,5 (курс bsp, 15 января 2026{NNB}г.) ="
                f" 6{NB}150,00{NB}PHP."
            ),
        ),
    ],
)
def test_conversions_are_counted_or_told_one_by_one(
    language: str, counted: str, converted: str
) -> None:
    """A quarter may have hundreds of them; at the depth of deals each is told."""
    assert [counted] == told(CONVERTED, language=language)
    assert [converted] == told(CONVERTED, language=language, deals=True)


def test_a_conversion_at_a_fixed_rate_that_is_rounded() -> None:
    """The plan fixes the rate, so no day is named; and says how each amount is rounded."""
    inputs = {name: value for name, value in CONVERTED.inputs.items() if name != "on"}
    fixed = attrs.evolve(CONVERTED, inputs={**inputs, "mode": "half_up"})

    assert [
        "Deal d1: $100.00 × 61.5 (rate fixed by the plan), rounded half up, is ₱6,150.00."
    ] == told(fixed, deals=True)


@pytest.mark.parametrize(
    "bound, passed, words",
    [
        ("at_least", 1, "at least"),
        ("at_least", 0, "below"),
        ("above", 1, "above"),
        ("above", 0, "not above"),
        ("at_most", 1, "at most"),
        ("at_most", 0, "above"),
        ("below", 1, "below"),
        ("below", 0, "not below"),
    ],
)
def test_a_gate_compares_in_one_of_four_ways(bound: str, passed: int, words: str) -> None:
    """The sentence says on which side of the bound the value lies."""
    inputs: dict[str, Any] = {bound: Fraction(20)}
    gate = a_step("gate", "visits", passed, asked="value_of", value=Fraction(20), **inputs)

    assert f"the value of visits, 20, is {words} 20;" in told(gate)[0]


def test_whether_it_pays_hangs_on_the_components_own_gates() -> None:
    """The gate of a kicker decides about a factor only."""
    own = a_step(
        "gate",
        "sales",
        1,
        asked="attainment_of",
        value=Fraction(1),
        at_least=Fraction(3, 5),
    )
    kicker = a_step("gate", "visits", 0, asked="value_of", value=Fraction(2), at_least=Fraction(20))

    assert [
        "Gate: 100% of sales is at least 60%, so this pays.",
        "Gate: the value of visits, 2, is below 20; the condition does not hold.",
    ] == told(own, kicker)


@pytest.mark.parametrize(
    "over, at, sentence",
    [
        (Axis.ATTAINMENT, Fraction(11, 10), "At 110%: ₱3,000.00."),
        (Axis.AMOUNT, Fraction(2000), "At ₱2,000.00: ₱3,000.00."),
        (Axis.TENURE, Fraction(6), "At 6 months: ₱3,000.00."),
    ],
)
def test_a_step_component_says_where_on_its_axis(over: Axis, at: Fraction, sentence: str) -> None:
    """The position is in the unit of the axis."""
    component = StepComponent(
        id="step", clause="pay", measure="sales", over=over, ladder=a_ladder("step", "0 3000")
    )

    assert [sentence] == told(a_step("step", "sales", amount("3000"), at=at), component=component)


def test_slices_of_a_measure_that_counts() -> None:
    """Edges are numbers, and the rate is money for each."""
    component = Commission(
        id="commission",
        clause="pay",
        measure="units",
        over=Axis.COUNT,
        ladder=a_ladder("sliced", "0 500"),
    )
    step = a_step(
        "slice",
        "units",
        amount("5000"),
        start=Fraction(0),
        width=Fraction(10),
        axis="count",
        base=Fraction(10),
        rate=Fraction(500),
        times=Fraction(1),
    )

    assert ["From 0 to 10: 10 × ₱500.00 = ₱5,000.00."] == told(step, component=component)


def test_what_is_counted_to_date_says_so() -> None:
    """The gate asks about the period, the price is of the year to date: two figures, two names."""
    component = attrs.evolve(COMMISSION, accumulate=Accumulate.YEAR_TO_DATE)
    inputs: dict[str, Any] = {"measured": amount("100"), "quota": amount("100")}
    year: dict[str, Any] = {"measured": amount("300"), "quota": amount("200")}
    sentences = told(
        a_step("measure", "sales", amount("100"), level=0, deals=("d2",)),
        a_step("attainment", "sales", Fraction(1), **inputs),
        a_step("measure", "sales", amount("300"), level=0, deals=("d1", "d2")),
        a_step("attainment", "sales", Fraction(3, 2), **year),
        a_step("rate", "sales", amount("15"), base=amount("300"), rate=Fraction(1, 20)),
        component=component,
    )

    assert [
        "Sales: ₱100.00, counted from 1 deal.",
        "Attainment of sales: ₱100.00 ÷ ₱100.00 = 100%.",
        "Sales, to date: ₱300.00, counted from 2 deals.",
        "Attainment of sales, to date: ₱300.00 ÷ ₱200.00 = 150%.",
        "₱300.00 × 5% = ₱15.00.",
    ] == sentences


@pytest.mark.parametrize("language", STEP_WORDS)
def test_every_language_has_words_for_every_axis_and_bound(language: str) -> None:
    """A plan may use any of them."""
    words = STEP_WORDS[language]

    assert {axis.value for axis in Axis} == set(words.axes)
    assert {"attainment_of", "value_of", "earned_by"} == set(words.asked)
    assert {
        f"{bound}_{outcome}"
        for bound in ("at_least", "above", "at_most", "below")
        for outcome in ("passed", "missed")
    } == set(words.relations)


@pytest.mark.parametrize("language", STEP_WORDS)
def test_gaps_have_the_same_names_in_each_language(language: str) -> None:
    """A sentence that lacks a figure would hide it."""
    english, other = STEP_WORDS["en"], STEP_WORDS[language]

    for field in attrs.fields(type(english)):
        known, written = getattr(english, field.name), getattr(other, field.name)
        if isinstance(known, str):
            assert gaps(known) == gaps(written), field.name


def gaps(pattern: str) -> set[str]:
    """The names of the gaps in a sentence."""
    return {part.partition("}")[0] for part in pattern.split("{")[1:]}
