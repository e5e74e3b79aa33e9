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
)

_FILIPINO = PayWords(
    language="fil",
    statement="Pahayag ng bayad",
    person="Pangalan",
    plan="Plano",
    period="Panahon",
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
    no_quota="Walang quota para sa {measure}, at ayon sa plano ay wala itong bayad kapag ganoon.",
    gate_passed=(
        "Hangganan: hindi bababa sa {bound} ang {attainment} na naabot sa {measure}, kaya may"
        " bayad ito."
    ),
    gate_failed=(
        "Hangganan: mas mababa sa {bound} ang {attainment} na naabot sa {measure}, kaya walang"
        " bayad ito."
    ),
    gate_above_passed=(
        "Hangganan: higit sa {bound} ang {attainment} na naabot sa {measure}, kaya may bayad ito."
    ),
    gate_above_failed=(
        "Hangganan: hindi higit sa {bound} ang {attainment} na naabot sa {measure}, kaya walang"
        " bayad ito."
    ),
    slice_attainment="Mula {start} hanggang {end} ng quota: {base} × {rate} = {result}.",
    slice_amount="Mula {start} hanggang {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    bonus="Bonus: {result}.",
    rounded="Ang {exact} na ni-round {mode} ay {result}.",
    rounded_statement="Ang {exact}, na ni-round {mode} kasama ng ibang linya, ay {result}.",
    modes=MappingProxyType(
        {
            "half_up": "pataas kapag kalahati",
            "half_even": "sa pinakamalapit na even kapag kalahati",
            "down": "pababa",
            "up": "pataas",
        }
    ),
)

_RUSSIAN = PayWords(
    language="ru",
    statement="Расчёт выплаты",
    person="Работник",
    plan="План оплаты",
    period="Период",
    days="с {first} по {last}",
    explanation="Как получены суммы",
    attainment="Выполнение",
    measure="Показатель",
    measured="Учтено",
    quota="Плановое значение",
    attained="Выполнено",
    lines="Начислено",
    component="Составляющая",
    clause="Пункт",
    amount="Сумма",
    total="Итого",
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
        "Условие: показатель «{measure}» выполнен на {attainment}, то есть не менее чем на"
        " {bound}; выплата начисляется."
    ),
    gate_failed=(
        "Условие: показатель «{measure}» выполнен на {attainment}, то есть менее чем на {bound};"
        " выплата не начисляется."
    ),
    gate_above_passed=(
        "Условие: показатель «{measure}» выполнен на {attainment}, то есть более чем на {bound};"
        " выплата начисляется."
    ),
    gate_above_failed=(
        "Условие: показатель «{measure}» выполнен на {attainment}, то есть не более чем на"
        " {bound}; выплата не начисляется."
    ),
    slice_attainment="От {start} до {end} планового значения: {base} × {rate} = {result}.",
    slice_amount="От {start} до {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    bonus="Премия: {result}.",
    rounded="{exact}, округлено {mode}: {result}.",
    rounded_statement="{exact}, округлено {mode} вместе с другими строками: {result}.",
    modes=MappingProxyType(
        {
            "half_up": "до ближайшего значения, половина вверх",
            "half_even": "до ближайшего значения, половина до чётного",
            "down": "вниз",
            "up": "вверх",
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
