"""Settling words: movements, balances, adjustments, differences, awards and standing.

What becomes of what was earned, in the words of a payroll clerk, in each language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

__all__ = ["SETTLING_WORDS", "SettlingWords"]


@attrs.frozen(kw_only=True)
class SettlingWords:
    """The words of one language for what follows the earning.

    ``kinds`` is by kind of movement; ``natures`` says what a balance is, by the kind of term that
    keeps it; ``terms`` names terms that have no id of their own; ``summary`` names the groups of
    the closing summary.
    """

    kinds: Mapping[str, str]
    of_term: str
    terms: Mapping[str, str]
    deal: str
    balance_only: str
    adjustment: str
    adjusted: str
    difference: str
    differed: str
    reasons: Mapping[str, str]
    pay: str
    entry: str
    total: str
    basis: str
    summary_caption: str
    summary: Mapping[str, str]
    paid_back: str
    balances: str
    balance: str
    nature: str
    natures: Mapping[str, str]
    opening: str
    moved: str
    closing: str
    awards: str
    award: str
    earned_on: str
    released_on: str
    taxable_value: str
    unknown: str
    standing: str
    missed: str
    met: str
    without_quota: str
    recommendations: Mapping[str, str]
    recommended: str
    unlawful: str
    silent: str
    liability: str
    human: str
    people_decide: str
    cut_off: str


_ENGLISH = SettlingWords(
    kinds=MappingProxyType(
        {
            "capped": "Cut off above the cap",
            "carried_in": "Carried in from earlier periods under the cap",
            "deferred": "Earned, due later",
            "released": "Released",
            "forfeited": "Forfeited",
            "taken_back": "Taken back for returned deals",
            "held": "Held back",
            "guaranteed": "Raised to the guarantee",
            "advanced": "Advanced",
            "recovered": "Advance recovered",
            "forgiven": "Advance forgiven",
            "topped_up": "Topped up to the minimum pay",
            "offset": "Set off against a negative result of earlier periods",
            "paid_later": "Small sum of earlier periods, paid now",
            "carried_over": "Negative result, carried to later periods",
            "waived": "Negative result, waived",
            "postponed": "Too small to be paid yet, carried to the next period",
        }
    ),
    of_term="{kind} ({term})",
    terms=MappingProxyType(
        {
            "returns": "returned deals",
            "minimum_pay": "minimum pay",
            "negative": "negative result",
            "least_payment": "small sums",
        }
    ),
    deal="Deal {deal}: {amount}.",
    balance_only="The pay does not change; the balance does, by {amount}.",
    adjustment="Adjustment: {reason}",
    adjusted="Ordered by {author} on {day}",
    difference="Difference for {period}: {item}",
    differed="Paid then: {paid}, due by now: {fresh}; {reason}",
    reasons=MappingProxyType(
        {
            "late_facts": "facts came in late or were corrected",
            "changed_terms": "the terms have changed since",
        }
    ),
    pay="Pay",
    entry="Entry",
    total="Total",
    basis="Basis",
    summary_caption="Summary",
    summary=MappingProxyType(
        {
            "earned": "Earned",
            "capped": "Cut off above caps",
            "carried_in": "Carried in under caps",
            "held": "Held back or due later",
            "released": "Released",
            "taken_back": "Taken back for returned deals",
            "topped_up": "Raised to guarantees and the minimum pay",
            "advanced": "Advanced",
            "recovered": "Recovered",
            "lifted": "Negative result, not to be paid now",
            "postponed": "Small sums of this and earlier periods",
            "adjusted": "Adjustments",
            "differed": "Differences for closed periods",
            "paid": "Paid",
        }
    ),
    paid_back="To be paid back",
    balances="Balances",
    balance="Balance",
    nature="What it is",
    natures=MappingProxyType(
        {
            "draw": "owed by the person: advances not yet recovered",
            "negative": "owed by the person: negative results of earlier periods",
            "component": "still to be paid: earned and not yet due",
            "holdback": "still to be paid: held back",
            "cap": "still to be paid: above the cap, as far as later periods leave room",
            "least_payment": "still to be paid: too small so far",
        }
    ),
    opening="Opening",
    moved="Movements",
    closing="Closing",
    awards="Awards in kind (not part of the pay)",
    award="Award",
    earned_on="Earned on",
    released_on="Handed out on",
    taxable_value="Taxable value",
    unknown="not known",
    standing="Standing",
    missed="{measure}: the quota of this period was missed. Misses that count: {misses}.",
    met="{measure}: the quota of this period was not missed. Misses that count: {misses}.",
    without_quota="{measure}: this period has no quota. Misses that count: {misses}.",
    recommendations=MappingProxyType(
        {
            "watch": "watch",
            "probation": "probation",
            "termination_review": "review of the employment",
        }
    ),
    recommended="Recommendation: {recommendation}. Basis ({profile}): {basis}",
    unlawful=(
        "Under the plan this leads to: {recommendation}. Misses alone may not lead to it"
        " ({profile}): {basis}"
    ),
    silent=(
        "Nothing is recommended: the profile {profile} does not say whether this may lead to:"
        " {recommendation}."
    ),
    liability="It bears on responsibility {liability}.",
    human="A person must decide; this is a recommendation and no decision.",
    people_decide="People decide; this is a recommendation to them and no decision.",
    cut_off="the cap cut {amount} off ({term}).",
)

_FILIPINO = SettlingWords(
    kinds=MappingProxyType(
        {
            "capped": "Ibinawas na lampas sa hangganan",
            "carried_in": "Idinagdag mula sa mga nakaraang panahon, sakop ng hangganan",
            "deferred": "Kinita na, sa susunod babayaran",
            "released": "Inilabas",
            "forfeited": "Hindi na babayaran",
            "taken_back": "Binawi dahil sa isinauling transaksiyon",
            "held": "Pinigil muna",
            "guaranteed": "Idinagdag para maabot ang garantiya",
            "advanced": "Paunang bayad",
            "recovered": "Nabawi sa paunang bayad",
            "forgiven": "Paunang bayad na hindi na sisingilin",
            "topped_up": "Idinagdag para maabot ang pinakamababang bayad",
            "offset": "Ibinawas para sa kulang ng mga nakaraang panahon",
            "paid_later": "Maliit na halaga ng mga nakaraang panahon, ngayon binabayaran",
            "carried_over": "Kulang, inilipat sa mga susunod na panahon",
            "waived": "Kulang na hindi na sisingilin",
            "postponed": "Napakaliit pa para bayaran, inilipat sa susunod na panahon",
        }
    ),
    of_term="{kind} ({term})",
    terms=MappingProxyType(
        {
            "returns": "mga isinauling transaksiyon",
            "minimum_pay": "pinakamababang bayad",
            "negative": "kulang",
            "least_payment": "maliliit na halaga",
        }
    ),
    deal="Transaksiyong {deal}: {amount}.",
    balance_only="Hindi nagbabago ang bayad; ang balanse ang nagbabago, nang {amount}.",
    adjustment="Pagwawasto: {reason}",
    adjusted="Iniutos ni {author} noong {day}",
    difference="Kaibhan para sa {period}: {item}",
    differed="Ibinayad noon: {paid}, dapat bayaran: {fresh}; {reason}",
    reasons=MappingProxyType(
        {
            "late_facts": "nahuli o iwinasto ang datos",
            "changed_terms": "nagbago ang mga tuntunin mula noon",
        }
    ),
    pay="Bayad",
    entry="Tala",
    total="Kabuuan",
    basis="Batayan",
    summary_caption="Buod",
    summary=MappingProxyType(
        {
            "earned": "Kinita",
            "capped": "Ibinawas na lampas sa mga hangganan",
            "carried_in": "Idinagdag na sakop ng mga hangganan",
            "held": "Pinigil o sa susunod babayaran",
            "released": "Inilabas",
            "taken_back": "Binawi dahil sa mga isinauling transaksiyon",
            "topped_up": "Idinagdag para sa mga garantiya at pinakamababang bayad",
            "advanced": "Paunang bayad",
            "recovered": "Nabawi",
            "lifted": "Kulang na hindi pa babayaran",
            "postponed": "Maliliit na halaga nito at ng mga nakaraang panahon",
            "adjusted": "Mga pagwawasto",
            "differed": "Mga kaibhan para sa mga saradong panahon",
            "paid": "Ibinabayad",
        }
    ),
    paid_back="Dapat ibalik",
    balances="Mga balanse",
    balance="Balanse",
    nature="Ano ito",
    natures=MappingProxyType(
        {
            "draw": "utang ng tao: paunang bayad na hindi pa nababawi",
            "negative": "utang ng tao: kulang ng mga nakaraang panahon",
            "component": "babayaran pa: kinita na ngunit hindi pa dapat bayaran",
            "holdback": "babayaran pa: pinigil muna",
            "cap": "babayaran pa: lampas sa hangganan, kung may puwang sa mga susunod na panahon",
            "least_payment": "babayaran pa: napakaliit pa sa ngayon",
        }
    ),
    opening="Simula",
    moved="Mga galaw",
    closing="Katapusan",
    awards="Mga gantimpalang bagay (hindi kasama sa bayad)",
    award="Gantimpala",
    earned_on="Petsa ng pagkamit",
    released_on="Petsa ng pagbibigay",
    taxable_value="Halagang binubuwisan",
    unknown="hindi alam",
    standing="Katayuan",
    missed=(
        "{measure}: hindi naabot ang quota sa panahong ito. Bilang ng hindi pag-abot: {misses}."
    ),
    met="{measure}: naabot ang hinihingi sa panahong ito. Bilang ng hindi pag-abot: {misses}.",
    without_quota="{measure}: walang quota sa panahong ito. Bilang ng hindi pag-abot: {misses}.",
    recommendations=MappingProxyType(
        {
            "watch": "pagsubaybay",
            "probation": "panahon ng pagsubok",
            "termination_review": "pagsusuri kung itutuloy ang trabaho",
        }
    ),
    recommended="Rekomendasyon: {recommendation}. Batayan ({profile}): {basis}",
    unlawful=(
        "Ayon sa plano ay hahantong ito sa: {recommendation}. Hindi ito maaaring ibatay sa hindi"
        " pag-abot lamang ({profile}): {basis}"
    ),
    silent=(
        "Walang inirerekomenda: hindi sinasabi ng profile na {profile} kung maaari itong humantong"
        " sa: {recommendation}."
    ),
    liability="May kinalaman ito sa pananagutang {liability}.",
    human="Tao ang dapat magpasya; rekomendasyon ito at hindi pasya.",
    people_decide="Mga tao ang nagpapasya; rekomendasyon ito sa kanila at hindi pasya.",
    cut_off="ibinawas ng hangganan ang {amount} ({term}).",
)

_RUSSIAN = SettlingWords(
    kinds=MappingProxyType(
        {
            "capped": "Сверх предельной суммы",
            "carried_in": "Перенесено из прошлых периодов в пределах предельной суммы",
            "deferred": "Начислено, срок выплаты не наступил",
            "released": "Выплачивается из отложенного",
            "forfeited": "Право на выплату утрачено",
            "taken_back": "Удержано по возвращённым сделкам",
            "held": "Отложено",
            "guaranteed": "Доплата до гарантированной суммы",
            "advanced": "Аванс",
            "recovered": "Погашение аванса",
            "forgiven": "Списание аванса",
            "topped_up": "Доплата до минимальной выплаты",
            "offset": "Зачёт отрицательного результата прошлых периодов",
            "paid_later": "Малая сумма прошлых периодов, выплачивается теперь",
            "carried_over": "Отрицательный результат, перенесён на следующие периоды",
            "waived": "Отрицательный результат, списан",
            "postponed": "Сумма слишком мала для выплаты, перенесена на следующий период",
        }
    ),
    of_term="{kind} ({term})",
    terms=MappingProxyType(
        {
            "returns": "возвращённые сделки",
            "minimum_pay": "минимальная выплата",
            "negative": "отрицательный результат",
            "least_payment": "малые суммы",
        }
    ),
    deal="Сделка {deal}: {amount}.",
    balance_only="Выплата не меняется; остаток меняется на {amount}.",
    adjustment="Корректировка: {reason}",
    adjusted="Распоряжение: {author}, {day}",
    difference="Перерасчёт за {period}: {item}",
    differed="Выплачено тогда: {paid}, причитается: {fresh}; {reason}",
    reasons=MappingProxyType(
        {
            "late_facts": "сведения поступили позже или исправлены",
            "changed_terms": "условия с тех пор изменились",
        }
    ),
    pay="Начисления и удержания",
    entry="Статья",
    total="Итого к выплате",
    basis="Основание",
    summary_caption="Свод",
    summary=MappingProxyType(
        {
            "earned": "Начислено",
            "capped": "Сверх предельных сумм",
            "carried_in": "Перенесено в пределах предельных сумм",
            "held": "Отложено",
            "released": "Выплачивается из отложенного",
            "taken_back": "Удержано по возвращённым сделкам",
            "topped_up": "Доплаты до гарантированных и минимальных сумм",
            "advanced": "Авансы",
            "recovered": "Погашено",
            "lifted": "Отрицательный результат, сейчас не удерживается",
            "postponed": "Малые суммы этого и прошлых периодов",
            "adjusted": "Корректировки",
            "differed": "Перерасчёты за закрытые периоды",
            "paid": "К выплате",
        }
    ),
    paid_back="К возврату работником",
    balances="Остатки",
    balance="Остаток",
    nature="Что это",
    natures=MappingProxyType(
        {
            "draw": "долг работника: непогашенные авансы",
            "negative": "долг работника: отрицательный результат прошлых периодов",
            "component": "ещё не выплачено: начислено, срок не наступил",
            "holdback": "ещё не выплачено: отложено",
            "cap": "ещё не выплачено: сверх предельной суммы, перенесено на следующие периоды",
            "least_payment": "ещё не выплачено: сумма слишком мала",
        }
    ),
    opening="На начало",
    moved="Движение",
    closing="На конец",
    awards="Награды в натуральной форме (не входят в выплату)",
    award="Награда",
    earned_on="Заслужена",
    released_on="Вручается",
    taxable_value="Налогооблагаемая стоимость",
    unknown="не известна",
    standing="Выполнение планов",
    missed="{measure}: план за период не выполнен. Учтено невыполнений: {misses}.",
    met="{measure}: невыполнения плана за период нет. Учтено невыполнений: {misses}.",
    without_quota="{measure}: планового значения на период нет. Учтено невыполнений: {misses}.",
    recommendations=MappingProxyType(
        {
            "watch": "наблюдение",
            "probation": "испытательный срок",
            "termination_review": "рассмотрение вопроса о продолжении работы",
        }
    ),
    recommended="Рекомендация: {recommendation}. Основание ({profile}): {basis}",
    unlawful=(
        "По условиям плана следует: {recommendation}. Одних невыполнений для этого по закону"
        " недостаточно ({profile}): {basis}"
    ),
    silent=("Рекомендации нет: правила «{profile}» не говорят, что здесь допускает закон."),
    liability="Это касается ответственности {liability}.",
    human="Решение должен принять человек; здесь только рекомендация.",
    people_decide="Решают люди; здесь только рекомендация для них.",
    cut_off="сверх предельной суммы не выплачено {amount} ({term}).",
)

SETTLING_WORDS: Mapping[str, SettlingWords] = MappingProxyType(
    {"en": _ENGLISH, "fil": _FILIPINO, "ru": _RUSSIAN}
)
"""The words of each language that settled pay can be told in."""
