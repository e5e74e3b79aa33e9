"""Step words: a sentence for each kind of step of a trace, in each language.

Sentences are whole, with named gaps in braces; the figures that fill them are in
``accountkit.documents.figures``. What a step holds is said in ``accountkit.settlement.trace``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents.words import Counted

__all__ = ["STEP_WORDS", "StepWords"]


@attrs.frozen(kw_only=True)
class StepWords:
    """The words of one language for the steps of a trace.

    ``asked`` is by what a gate asks about; ``relations`` by bound and outcome; ``follows`` by what
    the outcome means; ``limits`` by how a value lies to a sum; ``formulas`` by operation, the
    operands in ``{parts}``.
    """

    deal_count: Counted
    month_count: Counted
    counted_own: str
    counted_reports: str
    counted_level: str
    counted_team: str
    counted_together: str
    counted_plain: str
    deals: str
    conversions: str
    rate_published: str
    rate_fixed: str
    converted: str
    converted_rounded: str
    product: str
    quotient: str
    quota: str
    quota_labels: Mapping[str, str]
    divided: str
    no_quota: str
    gate: str
    asked: Mapping[str, str]
    relations: Mapping[str, str]
    follows: Mapping[str, str]
    axes: Mapping[str, str]
    position: str
    slice_attainment: str
    slice_axis: str
    rate: str
    times: str
    labelled: str
    kicker: str
    credited: str
    to_date: str
    of_deal: str
    instalment: str
    deal: str
    deal_returned: str
    step: str
    before: str
    bonus: str
    score: str
    weight: str
    payout: str
    formulas: Mapping[str, str]
    cap_reached: str
    cap_kept: str
    floor_reached: str
    floor_kept: str
    rounded: str
    rounded_statement: str
    rounded_deal: str
    modes: Mapping[str, str]
    shared: str
    release: str
    clawback: str
    given_back: str
    forfeited: str
    taken_share: str
    limits: Mapping[str, str]


_ENGLISH = StepWords(
    deal_count=Counted("{n} deal", "{n} deals"),
    month_count=Counted("{n} month", "{n} months"),
    counted_own="{measure}: {result}, counted from {count}.",
    counted_reports="{measure} of direct reports: {result}, counted from {count}.",
    counted_level=(
        "{measure} of the people {level} steps down the line of reporting: {result}, counted"
        " from {count}."
    ),
    counted_team=(
        "{measure} of everybody down the line of reporting: {result}, counted from {count}."
    ),
    counted_together=(
        "{measure}, own and of everybody down the line of reporting: {result}, counted from"
        " {count}."
    ),
    counted_plain="{measure}: {result}.",
    deals="Deals: {deals}.",
    conversions="Converted from another currency: {count}.",
    rate_published="{rate} (rate of {source} on {day})",
    rate_fixed="{rate} (rate fixed by the plan)",
    converted="Deal {deal}: {amount} × {rate} = {result}.",
    converted_rounded="Deal {deal}: {amount} × {rate}, rounded {mode}, is {result}.",
    product="{measure}: {value} × {weight} = {result}.",
    quotient="{measure}: {dividend} ÷ {divisor} = {result}.",
    quota="Quota of {measure}: {factors} = {result}.",
    quota_labels=MappingProxyType(
        {
            "ramp": "ramp-up",
            "days": "share of the days that count",
            "over_assignment": "over-assignment",
        }
    ),
    divided="Attainment of {measure}: {measured} ÷ {quota} = {result}.",
    no_quota="There is no quota for {measure}, and the plan says that this then pays nothing.",
    gate="Gate: {asked}{follows}",
    asked=MappingProxyType(
        {
            "attainment_of": "{value} of {name} is {relation}",
            "value_of": "the value of {name}, {value}, is {relation}",
            "earned_by": "what {name} earned, {value}, is {relation}",
        }
    ),
    relations=MappingProxyType(
        {
            "at_least_passed": "at least {bound}",
            "at_least_missed": "below {bound}",
            "above_passed": "above {bound}",
            "above_missed": "not above {bound}",
            "at_most_passed": "at most {bound}",
            "at_most_missed": "above {bound}",
            "below_passed": "below {bound}",
            "below_missed": "not below {bound}",
        }
    ),
    follows=MappingProxyType(
        {
            "pays": ", so this pays.",
            "pays_nothing": ", so this pays nothing.",
            "passed": "; the condition holds.",
            "missed": "; the condition does not hold.",
        }
    ),
    axes=MappingProxyType(
        {
            "attainment": "attainment",
            "amount": "amount",
            "count": "count",
            "margin": "margin",
            "discount": "discount",
            "tenure": "tenure",
        }
    ),
    position="Looked up in the table: {axis} {value}.",
    slice_attainment="From {start} to {end} of the quota: {base} × {rate} = {result}.",
    slice_axis="From {start} to {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    labelled="{value} ({label})",
    kicker="kicker",
    credited="share credited",
    to_date="{name}, to date",
    of_deal="Deal {deal}",
    instalment="instalment {number}",
    deal="Deal {deal}: {reckoned}.",
    deal_returned="Deal {deal}, given back, so {product} is taken off: {result}.",
    step="At {at}: {result}.",
    before="{to_date} earned to date, less {before} earned up to the last period, is {result}.",
    bonus="Bonus: {result}.",
    score="{item}: {reckoned}.",
    weight="weight",
    payout="payout",
    formulas=MappingProxyType(
        {
            "number": "A number of the plan: {result}.",
            "value_of": "Value of {parts}: {result}.",
            "attainment_of": "Attainment of {parts}: {result}.",
            "earned_by": "Earned by {parts}: {result}.",
            "parameter_of": "{parts}: {result}.",
            "sum": "{parts} = {result}.",
            "difference": "{parts} = {result}.",
            "product": "{parts} = {result}.",
            "ratio": "{parts} = {result}.",
            "least": "The least of {parts}: {result}.",
            "greatest": "The greatest of {parts}: {result}.",
        }
    ),
    cap_reached="{value} is above the cap of {most}, so it becomes {result}.",
    cap_kept="{value} is not above the cap of {most}.",
    floor_reached="{value} is below the floor of {least}, so it becomes {result}.",
    floor_kept="{value} is not below the floor of {least}.",
    rounded="{exact} rounded {mode} is {result}.",
    rounded_statement="{exact}, rounded {mode} together with the other lines, is {result}.",
    rounded_deal="{exact}, rounded {mode} deal by deal, is {result}.",
    modes=MappingProxyType(
        {
            "half_up": "half up",
            "half_even": "half to even",
            "down": "down",
            "up": "up",
        }
    ),
    shared="{subject}: {share} of {whole} is {result}.",
    release="{subject}: {share} of {earned} is due by now, less {before} before: {result}.",
    clawback="{subject}: {reckoned}, at most {most}: {result}.",
    given_back="given back",
    forfeited="forfeited instead",
    taken_share="share taken back",
    limits=MappingProxyType(
        {
            "over": "{value} is {result} above {sum}.",
            "under": "{value} is {result} short of {sum}.",
            "compared": "{value} against {sum}: {result}.",
            "most": "{value}, at most {most}: {result}.",
            "least": "{value}, at least {least}: {result}.",
        }
    ),
)

_FILIPINO = StepWords(
    deal_count=Counted("{n} transaksiyon", "{n} na transaksiyon"),
    month_count=Counted("{n} buwan", "{n} na buwan"),
    counted_own="{measure}: {result}, nabilang mula sa {count}.",
    counted_reports="{measure} ng mga direktang nag-uulat: {result}, nabilang mula sa {count}.",
    counted_level=(
        "{measure} ng mga taong {level} baitang pababa sa linya ng pag-uulat: {result}, nabilang"
        " mula sa {count}."
    ),
    counted_team=(
        "{measure} ng lahat ng nasa ibaba sa linya ng pag-uulat: {result}, nabilang mula sa"
        " {count}."
    ),
    counted_together=(
        "{measure}, sarili at ng lahat ng nasa ibaba sa linya ng pag-uulat: {result}, nabilang"
        " mula sa {count}."
    ),
    counted_plain="{measure}: {result}.",
    deals="Mga transaksiyon: {deals}.",
    conversions="Ipinalit mula sa ibang pera: {count}.",
    rate_published="{rate} (palitan ng {source} noong {day})",
    rate_fixed="{rate} (palitang itinakda ng plano)",
    converted="Transaksiyong {deal}: {amount} × {rate} = {result}.",
    converted_rounded=(
        "Transaksiyong {deal}: ang {amount} × {rate}, kapag ni-round {mode}, ay {result}."
    ),
    product="{measure}: {value} × {weight} = {result}.",
    quotient="{measure}: {dividend} ÷ {divisor} = {result}.",
    quota="Quota sa {measure}: {factors} = {result}.",
    quota_labels=MappingProxyType(
        {
            "ramp": "bahagi sa mga unang buwan",
            "days": "bahagi ng mga araw na kasama",
            "over_assignment": "dagdag sa quota ng mga nag-uulat",
        }
    ),
    divided="Naabot sa {measure}: {measured} ÷ {quota} = {result}.",
    no_quota="Walang quota para sa {measure}, at ayon sa plano ay walang bayad ito kapag ganoon.",
    gate="Kondisyon: {asked}{follows}",
    asked=MappingProxyType(
        {
            "attainment_of": "{relation} ang {value} na naabot sa {name}",
            "value_of": "{relation} ang {value} na nabilang sa {name}",
            "earned_by": "{relation} ang {value} na kinita sa {name}",
        }
    ),
    relations=MappingProxyType(
        {
            "at_least_passed": "hindi bababa sa {bound}",
            "at_least_missed": "mas mababa sa {bound}",
            "above_passed": "higit sa {bound}",
            "above_missed": "hindi higit sa {bound}",
            "at_most_passed": "hindi higit sa {bound}",
            "at_most_missed": "higit sa {bound}",
            "below_passed": "mas mababa sa {bound}",
            "below_missed": "hindi mas mababa sa {bound}",
        }
    ),
    follows=MappingProxyType(
        {
            "pays": ", kaya may bayad ito.",
            "pays_nothing": ", kaya walang bayad ito.",
            "passed": "; natutugunan ang kondisyon.",
            "missed": "; hindi natutugunan ang kondisyon.",
        }
    ),
    axes=MappingProxyType(
        {
            "attainment": "naabot",
            "amount": "halaga",
            "count": "bilang",
            "margin": "tubo",
            "discount": "diskuwento",
            "tenure": "tagal sa trabaho",
        }
    ),
    position="Hinanap sa talaan: {axis}, {value}.",
    slice_attainment="Mula {start} hanggang {end} ng quota: {base} × {rate} = {result}.",
    slice_axis="Mula {start} hanggang {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    labelled="{value} ({label})",
    kicker="dagdag na salik",
    credited="bahaging ibinilang",
    to_date="{name}, hanggang ngayon",
    of_deal="Transaksiyong {deal}",
    instalment="hulog {number}",
    deal="Transaksiyong {deal}: {reckoned}.",
    deal_returned=("Transaksiyong {deal}, isinauli, kaya ibinabawas ang {product}: {result}."),
    step="Sa {at}: {result}.",
    before=(
        "Ang {to_date} na kinita hanggang ngayon, bawas ang {before} na kinita hanggang sa"
        " nakaraang panahon, ay {result}."
    ),
    bonus="Bonus: {result}.",
    score="{item}: {reckoned}.",
    weight="timbang",
    payout="bahaging babayaran",
    formulas=MappingProxyType(
        {
            "number": "Bilang sa plano: {result}.",
            "value_of": "Halaga ng {parts}: {result}.",
            "attainment_of": "Naabot sa {parts}: {result}.",
            "earned_by": "Kinita sa {parts}: {result}.",
            "parameter_of": "{parts}: {result}.",
            "sum": "{parts} = {result}.",
            "difference": "{parts} = {result}.",
            "product": "{parts} = {result}.",
            "ratio": "{parts} = {result}.",
            "least": "Pinakamaliit sa {parts}: {result}.",
            "greatest": "Pinakamalaki sa {parts}: {result}.",
        }
    ),
    cap_reached="Ang {value} ay higit sa hangganang {most}, kaya nagiging {result} ito.",
    cap_kept="Ang {value} ay hindi higit sa hangganang {most}.",
    floor_reached=(
        "Ang {value} ay mas mababa sa pinakamababang {least}, kaya nagiging {result} ito."
    ),
    floor_kept="Ang {value} ay hindi mas mababa sa pinakamababang {least}.",
    rounded="Ang {exact}, kapag ni-round {mode}, ay {result}.",
    rounded_statement="Ang {exact}, kapag ni-round {mode} kasama ng ibang linya, ay {result}.",
    rounded_deal="Ang {exact}, kapag ni-round {mode} ang bawat transaksiyon, ay {result}.",
    modes=MappingProxyType(
        {
            "half_up": "nang pataas ang kalahati",
            "half_even": "sa pinakamalapit na even ang kalahati",
            "down": "nang pababa",
            "up": "nang pataas",
        }
    ),
    shared="{subject}: ang {share} ng {whole} ay {result}.",
    release=(
        "{subject}: dapat nang bayaran ang {share} ng {earned}, bawas ang {before} na nauna:"
        " {result}."
    ),
    clawback="{subject}: {reckoned}, hindi higit sa {most}: {result}.",
    given_back="isinauli",
    forfeited="hindi na babayaran sa halip",
    taken_share="bahaging binabawi",
    limits=MappingProxyType(
        {
            "over": "Ang {value} ay higit nang {result} sa {sum}.",
            "under": "Ang {value} ay kulang nang {result} sa {sum}.",
            "compared": "{value} kung ihahambing sa {sum}: {result}.",
            "most": "{value}, hindi higit sa {most}: {result}.",
            "least": "{value}, hindi bababa sa {least}: {result}.",
        }
    ),
)

_RUSSIAN_REQUIRED = {
    "at_least": "не менее {bound}",
    "above": "более {bound}",
    "at_most": "не более {bound}",
    "below": "менее {bound}",
}

_RUSSIAN = StepWords(
    deal_count=Counted("{n} сделке", few="{n} сделкам", many="{n} сделкам", other="{n} сделки"),
    month_count=Counted("{n} месяц", few="{n} месяца", many="{n} месяцев", other="{n} месяца"),
    counted_own="{measure}: {result}, учтено по {count}.",
    counted_reports="{measure} прямых подчинённых: {result}, учтено по {count}.",
    counted_level="{measure} подчинённых {level}-й ступени: {result}, учтено по {count}.",
    counted_team="{measure} подчинённых всех ступеней: {result}, учтено по {count}.",
    counted_together=("{measure} — свои и подчинённых всех ступеней: {result}, учтено по {count}."),
    counted_plain="{measure}: {result}.",
    deals="Сделки: {deals}.",
    conversions="Пересчёт в валюту плана выполнен по {count}.",
    rate_published="{rate} (курс {source}, {day})",
    rate_fixed="{rate} (курс, установленный планом)",
    converted="Сделка {deal}: {amount} × {rate} = {result}.",
    converted_rounded="Сделка {deal}: {amount} × {rate}, округлено {mode} до {result}.",
    product="{measure}: {value} × {weight} = {result}.",
    quotient="{measure}: {dividend} ÷ {divisor} = {result}.",
    quota="Плановое значение показателя «{measure}»: {factors} = {result}.",
    quota_labels=MappingProxyType(
        {
            "ramp": "доля в первые месяцы работы",
            "days": "доля учитываемых дней",
            "over_assignment": "превышение в планах подчинённых",
        }
    ),
    divided="Выполнение показателя «{measure}»: {measured} ÷ {quota} = {result}.",
    no_quota=(
        "Для показателя «{measure}» нет планового значения; по условиям плана выплата в этом"
        " случае не начисляется."
    ),
    gate="Условие: {asked}{follows}",
    asked=MappingProxyType(
        {
            "attainment_of": "показатель «{name}» выполнен на {value} при требуемых {relation}",
            "value_of": (
                "значение показателя «{name}» составляет {value} при требуемом {relation}"
            ),
            "earned_by": (
                "по виду начисления «{name}» начислено {value} при требуемой сумме {relation}"
            ),
        }
    ),
    relations=MappingProxyType(
        {
            f"{bound}_{outcome}": required
            for bound, required in _RUSSIAN_REQUIRED.items()
            for outcome in ("passed", "missed")
        }
    ),
    follows=MappingProxyType(
        {
            "pays": "; выплата начисляется.",
            "pays_nothing": "; выплата не начисляется.",
            "passed": "; условие выполнено.",
            "missed": "; условие не выполнено.",
        }
    ),
    axes=MappingProxyType(
        {
            "attainment": "выполнение",
            "amount": "сумма",
            "count": "количество",
            "margin": "маржа",
            "discount": "скидка",
            "tenure": "стаж",
        }
    ),
    position="Место в таблице: {axis} — {value}.",
    slice_attainment="От {start} до {end} планового значения: {base} × {rate} = {result}.",
    slice_axis="От {start} до {end}: {base} × {rate} = {result}.",
    rate="{base} × {rate} = {result}.",
    times="{rate} × {times}",
    labelled="{value} ({label})",
    kicker="повышающий коэффициент",
    credited="учтённая доля",
    to_date="{name} нарастающим итогом",
    of_deal="Сделка {deal}",
    instalment="часть {number}",
    deal="Сделка {deal}: {reckoned}.",
    deal_returned="Сделка {deal}, возврат, поэтому вычитается {product}: {result}.",
    step="При значении {at}: {result}.",
    before=(
        "Начислено нарастающим итогом {to_date}, за вычетом начисленного за прошлые периоды"
        " {before}: {result}."
    ),
    bonus="Премия: {result}.",
    score="{item}: {reckoned}.",
    weight="вес",
    payout="доля выплаты",
    formulas=MappingProxyType(
        {
            "number": "Число из условий плана: {result}.",
            "value_of": "Значение показателя «{parts}»: {result}.",
            "attainment_of": "Выполнение показателя «{parts}»: {result}.",
            "earned_by": "Начислено по виду «{parts}»: {result}.",
            "parameter_of": "{parts}: {result}.",
            "sum": "{parts} = {result}.",
            "difference": "{parts} = {result}.",
            "product": "{parts} = {result}.",
            "ratio": "{parts} = {result}.",
            "least": "Наименьшее из значений {parts}: {result}.",
            "greatest": "Наибольшее из значений {parts}: {result}.",
        }
    ),
    cap_reached="{value} больше предельной суммы {most}, поэтому принимается {result}.",
    cap_kept="{value} не больше предельной суммы {most}.",
    floor_reached="{value} меньше наименьшей суммы {least}, поэтому принимается {result}.",
    floor_kept="{value} не меньше наименьшей суммы {least}.",
    rounded="{exact} округлено {mode} до {result}.",
    rounded_statement="{exact} округлено {mode} вместе с другими строками до {result}.",
    rounded_deal="{exact} округлено {mode} по каждой сделке до {result}.",
    modes=MappingProxyType(
        {
            "half_up": "по правилу «половина — вверх»",
            "half_even": "по правилу «половина — до чётного»",
            "down": "вниз",
            "up": "вверх",
        }
    ),
    shared="{subject}: {share} от {whole} — {result}.",
    release=(
        "{subject}: к этому сроку причитается {share} от {earned}, за вычетом прежних {before}:"
        " {result}."
    ),
    clawback="{subject}: {reckoned}, не более {most}: {result}.",
    given_back="возвращено",
    forfeited="вместо удержания не выплачивается",
    taken_share="удерживаемая доля",
    limits=MappingProxyType(
        {
            "over": "{value} больше {sum} на {result}.",
            "under": "{value} меньше {sum} на {result}.",
            "compared": "{value} при сумме {sum}: {result}.",
            "most": "{value}, не более {most}: {result}.",
            "least": "{value}, не менее {least}: {result}.",
        }
    ),
)

STEP_WORDS: Mapping[str, StepWords] = MappingProxyType(
    {"en": _ENGLISH, "fil": _FILIPINO, "ru": _RUSSIAN}
)
"""The words of each language that steps can be told in."""
