"""Pay words: what statements and explanations say in each language.

Sentences are whole, with named gaps in braces; the figures that fill them are in
``accountkit.documents.figures``. A language that statements are printed in is in ``PAY_WORDS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.documents.words import Counted

__all__ = ["PAY_WORDS", "PayWords", "pay_words_for"]


@attrs.frozen(kw_only=True)
class PayWords:
    """The words of one language for statements and their arithmetic."""

    language: str
    statement: str
    person: str
    plan: str
    period: str
    days: str
    explanation: str
    attainment: str
    measure: str
    measured: str
    quota: str
    attained: str
    lines: str
    component: str
    clause: str
    amount: str
    total: str
    deal_count: Counted
    counted_own: str
    counted_reports: str
    counted_team: str
    deals: str
    divided: str
    no_quota: str
    gate_passed: str
    gate_failed: str
    gate_above_passed: str
    gate_above_failed: str
    slice_attainment: str
    slice_amount: str
    rate: str
    times: str
    bonus: str
    rounded: str
    rounded_statement: str
    modes: Mapping[str, str]
    missed_gate: str
    next_band: str
    next_point: str
    lacks_quota: str
    utmost: Mapping[str, str]


_ENGLISH = PayWords(
    language="en",
    statement="Pay statement",
    person="Name",
    plan="Plan",
    period="Period",
    days="{first} to {last}",
    explanation="How it was reckoned",
    attainment="Attainment",
    measure="Measure",
    measured="Counted",
    quota="Quota",
    attained="Attained",
    lines="Pay",
    component="Component",
    clause="Clause",
    amount="Amount",
    total="Total",
    counted_own="{measure}: {result}, counted from {count}.",
    deal_count=Counted("{n} deal", "{n} deals"),
    counted_reports="{measure} of direct reports: {result}, counted from {count}.",
    counted_team=(
        "{measure} of the people {level} steps down the line of reporting: {result}, counted"
        " from {count}."
    ),
    deals="Deals: {deals}.",
    divided="Attainment of {measure}: {measured} ÷ {quota} = {result}.",
    no_quota="There is no quota for {measure}, and the plan says that this then pays nothing.",
    gate_passed="Gate: {attainment} of {measure} is at least {bound}, so this pays.",
    gate_failed="Gate: {attainment} of {measure} is below {bound}, so this pays nothing.",
    gate_above_passed="Gate: {attainment} of {measure} is above {bound}, so this pays.",
    gate_above_failed="Gate: {attainment} of {measure} is not above {bound}, so this pays nothing.",
    slice_attainment="From {start} to {end} of the quota: {base} × {rate} = {result}.",
    slice_amount="From {start} to {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    bonus="Bonus: {result}.",
    rounded="{exact} rounded {mode} is {result}.",
    rounded_statement="{exact}, rounded {mode} together with the other lines, is {result}.",
    modes=MappingProxyType(
        {
            "half_up": "half up",
            "half_even": "half to even",
            "down": "down",
            "up": "up",
        }
    ),
    missed_gate=(
        "Why not more: the gate opens at {needed} ({measure}); counted: {counted}, missing:"
        " {missing}."
    ),
    next_band=(
        "Why not more: the next band, with the rate {rate}, is reached at {needed} ({measure});"
        " counted: {counted}, missing: {missing}."
    ),
    next_point=(
        "Why not more: the rate moves on to {rate} at {needed} ({measure}); counted: {counted},"
        " missing: {missing}."
    ),
    lacks_quota=(
        "Why not more: there is no quota for {measure}, and without one this pays nothing."
    ),
    utmost=MappingProxyType(
        {
            "last_band": "Why not more: this is the highest band of the plan.",
            "whole_bonus": "Why not more: the bonus is paid whole, and there is no higher one.",
            "one_rate": "Why not more: the rate is the same for every amount.",
        }
    ),
)

_FILIPINO = PayWords(
    language="fil",
    statement="Pahayag ng bayad",
    person="Pangalan",
    plan="Plano",
    period="Saklaw na panahon",
    days="{first} hanggang {last}",
    explanation="Paano ito kinuwenta",
    attainment="Naabot",
    measure="Sukatan",
    measured="Nabilang",
    quota="Quota",
    attained="Naabot",
    lines="Bayad",
    component="Bahagi",
    clause="Sugnay",
    amount="Halaga",
    total="Kabuuan",
    counted_own="{measure}: {result}, nabilang mula sa {count}.",
    deal_count=Counted("{n} transaksiyon", "{n} na transaksiyon"),
    counted_reports=("{measure} ng mga direktang nag-uulat: {result}, nabilang mula sa {count}."),
    counted_team=(
        "{measure} ng mga taong {level} baitang pababa sa linya ng pag-uulat: {result}, nabilang"
        " mula sa {count}."
    ),
    deals="Mga transaksiyon: {deals}.",
    divided="Naabot sa {measure}: {measured} ÷ {quota} = {result}.",
    no_quota="Walang quota para sa {measure}, at ayon sa plano ay walang bayad ito kapag ganoon.",
    gate_passed=(
        "Kondisyon: hindi bababa sa {bound} ang {attainment} na naabot sa {measure}, kaya may"
        " bayad ito."
    ),
    gate_failed=(
        "Kondisyon: mas mababa sa {bound} ang {attainment} na naabot sa {measure}, kaya walang"
        " bayad ito."
    ),
    gate_above_passed=(
        "Kondisyon: higit sa {bound} ang {attainment} na naabot sa {measure}, kaya may bayad ito."
    ),
    gate_above_failed=(
        "Kondisyon: hindi higit sa {bound} ang {attainment} na naabot sa {measure}, kaya walang"
        " bayad ito."
    ),
    slice_attainment="Mula {start} hanggang {end} ng quota: {base} × {rate} = {result}.",
    slice_amount="Mula {start} hanggang {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    bonus="Bonus: {result}.",
    rounded="Ang {exact}, kapag ni-round {mode}, ay {result}.",
    rounded_statement="Ang {exact}, kapag ni-round {mode} kasama ng ibang linya, ay {result}.",
    modes=MappingProxyType(
        {
            "half_up": "nang pataas ang kalahati",
            "half_even": "sa pinakamalapit na even ang kalahati",
            "down": "nang pababa",
            "up": "nang pataas",
        }
    ),
    missed_gate=(
        "Bakit hindi mas malaki: natutugunan ang kondisyon sa {needed} ({measure}); nabilang:"
        " {counted}, kulang: {missing}."
    ),
    next_band=(
        "Bakit hindi mas malaki: naaabot sa {needed} ({measure}) ang susunod na baitang, na may"
        " porsiyentong {rate}; nabilang: {counted}, kulang: {missing}."
    ),
    next_point=(
        "Bakit hindi mas malaki: nagiging {rate} ang porsiyento sa {needed} ({measure}); nabilang:"
        " {counted}, kulang: {missing}."
    ),
    lacks_quota=(
        "Bakit hindi mas malaki: walang quota para sa {measure}, at walang bayad ito kapag wala"
        " niyon."
    ),
    utmost=MappingProxyType(
        {
            "last_band": "Bakit hindi mas malaki: ito na ang pinakamataas na baitang ng plano.",
            "whole_bonus": (
                "Bakit hindi mas malaki: buo nang ibinayad ang bonus, at wala nang mas malaki pa."
            ),
            "one_rate": "Bakit hindi mas malaki: iisa ang porsiyento para sa anumang halaga.",
        }
    ),
)

_RUSSIAN = PayWords(
    language="ru",
    statement="Расчёт переменной части оплаты труда",
    person="Работник",
    plan="Условия оплаты",
    period="Период",
    days="с {first} по {last}",
    explanation="Как получены суммы",
    attainment="Выполнение плановых показателей",
    measure="Показатель",
    measured="Факт",
    quota="Плановое значение",
    attained="Выполнение",
    lines="Начислено",
    component="Вид начисления",
    clause="Основание",
    amount="Сумма",
    total="Итого начислено",
    counted_own="{measure}: {result}, учтено по {count}.",
    deal_count=Counted("{n} сделке", few="{n} сделкам", many="{n} сделкам", other="{n} сделки"),
    counted_reports="{measure} прямых подчинённых: {result}, учтено по {count}.",
    counted_team="{measure} подчинённых {level}-й ступени: {result}, учтено по {count}.",
    deals="Сделки: {deals}.",
    divided="Выполнение показателя «{measure}»: {measured} ÷ {quota} = {result}.",
    no_quota=(
        "Для показателя «{measure}» нет планового значения; по условиям плана выплата в этом"
        " случае не начисляется."
    ),
    gate_passed=(
        "Условие: показатель «{measure}» выполнен на {attainment} при требуемых не менее {bound};"
        " выплата начисляется."
    ),
    gate_failed=(
        "Условие: показатель «{measure}» выполнен на {attainment} при требуемых не менее {bound};"
        " выплата не начисляется."
    ),
    gate_above_passed=(
        "Условие: показатель «{measure}» выполнен на {attainment} при требуемых более {bound};"
        " выплата начисляется."
    ),
    gate_above_failed=(
        "Условие: показатель «{measure}» выполнен на {attainment} при требуемых более {bound};"
        " выплата не начисляется."
    ),
    slice_attainment="От {start} до {end} планового значения: {base} × {rate} = {result}.",
    slice_amount="От {start} до {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    bonus="Премия: {result}.",
    rounded="{exact} округлено {mode} до {result}.",
    rounded_statement="{exact} округлено {mode} вместе с другими строками до {result}.",
    modes=MappingProxyType(
        {
            "half_up": "по правилу «половина — вверх»",
            "half_even": "по правилу «половина — до чётного»",
            "down": "вниз",
            "up": "вверх",
        }
    ),
    missed_gate=(
        "Почему не больше: условие выполняется при значении {needed} (показатель «{measure}»);"
        " учтено: {counted}, не хватает: {missing}."
    ),
    next_band=(
        "Почему не больше: следующая ступень со ставкой {rate} достигается при значении {needed}"
        " (показатель «{measure}»); учтено: {counted}, не хватает: {missing}."
    ),
    next_point=(
        "Почему не больше: ставка {rate} достигается при значении {needed} (показатель"
        " «{measure}»); учтено: {counted}, не хватает: {missing}."
    ),
    lacks_quota=(
        "Почему не больше: для показателя «{measure}» нет планового значения, а без него выплата"
        " не начисляется."
    ),
    utmost=MappingProxyType(
        {
            "last_band": "Почему не больше: достигнута высшая ступень ставок.",
            "whole_bonus": "Почему не больше: премия начислена полностью, большей нет.",
            "one_rate": "Почему не больше: ставка одинакова для любой суммы.",
        }
    ),
)

PAY_WORDS: Mapping[str, PayWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that statements can be printed in."""


def pay_words_for(locale: str) -> PayWords:
    """The words for a locale.

    Raises:
        UsageError: statements are not printed in that language.
    """
    return words_in(PAY_WORDS, locale, "statements")
