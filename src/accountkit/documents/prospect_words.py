"""Prospect words: why a line is not more, and what it would take, in each language.

What is ahead of a line is ``accountkit.settlement.prospects``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

__all__ = ["PROSPECT_WORDS", "ProspectWords"]


@attrs.frozen(kw_only=True)
class ProspectWords:
    """The words of one language for what is ahead.

    ``bands`` is by what the table gives (rate, sum, payout) and where the better value lies (band,
    point, lower); ``bounds`` says how the value needed bounds; ``utmost`` is why there is nothing.
    """

    why: str
    why_item: str
    bounds: Mapping[str, str]
    missed_gate: str
    exceeded_gate: str
    missed_kicker: str
    exceeded_kicker: str
    bands: Mapping[str, str]
    lacks_quota: str
    at_cap: str
    each_more: str
    some_more: str
    utmost: Mapping[str, str]


_ENGLISH = ProspectWords(
    why="Why not more: {reason}",
    why_item="Why not more, {item}: {reason}",
    bounds=MappingProxyType(
        {
            "least": "{needed}",
            "beyond": "more than {needed}",
            "most": "at most {needed}",
            "short": "less than {needed}",
        }
    ),
    missed_gate="the gate opens at {needed} ({name}); counted: {counted}, missing: {missing}.",
    exceeded_gate=(
        "the gate lets {needed} through ({name}); counted: {counted}, too much: {missing}."
    ),
    missed_kicker=(
        "the factor {factor} applies at {needed} ({name}); counted: {counted}, missing: {missing}."
    ),
    exceeded_kicker=(
        "the factor {factor} is for {needed} ({name}); counted: {counted}, too much: {missing}."
    ),
    bands=MappingProxyType(
        {
            "rate_band": (
                "the next band, with the rate {value}, is reached at {needed} ({name}); counted:"
                " {counted}, missing: {missing}."
            ),
            "rate_point": (
                "the rate moves on to {value} at {needed} ({name}); counted: {counted}, missing:"
                " {missing}."
            ),
            "rate_lower": (
                "the rate {value} is for {needed} ({name}); counted: {counted}, too much:"
                " {missing}."
            ),
            "sum_band": (
                "the next band, with the sum {value}, is reached at {needed} ({name}); counted:"
                " {counted}, missing: {missing}."
            ),
            "sum_point": (
                "the sum moves on to {value} at {needed} ({name}); counted: {counted}, missing:"
                " {missing}."
            ),
            "sum_lower": (
                "the sum {value} is for {needed} ({name}); counted: {counted}, too much: {missing}."
            ),
            "payout_band": (
                "the next band, with a payout of {value}, is reached at {needed} ({name});"
                " counted: {counted}, missing: {missing}."
            ),
            "payout_point": (
                "the payout moves on to {value} at {needed} ({name}); counted: {counted},"
                " missing: {missing}."
            ),
            "payout_lower": (
                "a payout of {value} is for {needed} ({name}); counted: {counted}, too much:"
                " {missing}."
            ),
            "table": (
                "the table begins at {needed} ({name}); counted: {counted}, missing: {missing}."
            ),
        }
    ),
    lacks_quota="there is no quota for {name}, and without one this pays nothing.",
    at_cap="the cap of {most} is reached.",
    each_more="each further one pays {amount}.",
    some_more="each further one pays {amount}; so many more are paid in this period: {left}.",
    utmost=MappingProxyType(
        {
            "last_band": "this is the highest band of the plan.",
            "whole_bonus": "the bonus is paid whole, and there is no higher one.",
            "one_rate": "the rate is the same for every amount.",
            "each_alone": "each deal is priced by itself, so the period has no next band.",
            "all_spiffs": "as many are paid as the plan pays in a period.",
            "formula": "a formula gives this, and it has no next band.",
        }
    ),
)

_FILIPINO = ProspectWords(
    why="Bakit hindi mas malaki: {reason}",
    why_item="Bakit hindi mas malaki, {item}: {reason}",
    bounds=MappingProxyType(
        {
            "least": "{needed}",
            "beyond": "higit sa {needed}",
            "most": "hindi higit sa {needed}",
            "short": "mas mababa sa {needed}",
        }
    ),
    missed_gate=(
        "natutugunan ang kondisyon sa {needed} ({name}); nabilang: {counted}, kulang: {missing}."
    ),
    exceeded_gate=(
        "natutugunan ang kondisyon kapag {needed} ({name}); nabilang: {counted}, sobra: {missing}."
    ),
    missed_kicker=(
        "may dagdag na salik na {factor} sa {needed} ({name}); nabilang: {counted}, kulang:"
        " {missing}."
    ),
    exceeded_kicker=(
        "may dagdag na salik na {factor} kapag {needed} ({name}); nabilang: {counted}, sobra:"
        " {missing}."
    ),
    bands=MappingProxyType(
        {
            "rate_band": (
                "naaabot sa {needed} ({name}) ang susunod na baitang, na may porsiyentong {value};"
                " nabilang: {counted}, kulang: {missing}."
            ),
            "rate_point": (
                "nagiging {value} ang porsiyento sa {needed} ({name}); nabilang: {counted},"
                " kulang: {missing}."
            ),
            "rate_lower": (
                "may porsiyentong {value} kapag {needed} ({name}); nabilang: {counted}, sobra:"
                " {missing}."
            ),
            "sum_band": (
                "naaabot sa {needed} ({name}) ang susunod na baitang, na may halagang {value};"
                " nabilang: {counted}, kulang: {missing}."
            ),
            "sum_point": (
                "nagiging {value} ang halaga sa {needed} ({name}); nabilang: {counted}, kulang:"
                " {missing}."
            ),
            "sum_lower": (
                "may halagang {value} kapag {needed} ({name}); nabilang: {counted}, sobra:"
                " {missing}."
            ),
            "payout_band": (
                "naaabot sa {needed} ({name}) ang susunod na baitang, na {value} ang bahaging"
                " babayaran; nabilang: {counted}, kulang: {missing}."
            ),
            "payout_point": (
                "nagiging {value} ang bahaging babayaran sa {needed} ({name}); nabilang:"
                " {counted}, kulang: {missing}."
            ),
            "payout_lower": (
                "{value} ang bahaging babayaran kapag {needed} ({name}); nabilang: {counted},"
                " sobra: {missing}."
            ),
            "table": (
                "nagsisimula ang talaan sa {needed} ({name}); nabilang: {counted}, kulang:"
                " {missing}."
            ),
        }
    ),
    lacks_quota="walang quota para sa {name}, at walang bayad ito kapag wala niyon.",
    at_cap="naabot na ang hangganang {most}.",
    each_more="may bayad na {amount} para sa bawat isa pa.",
    some_more=(
        "may bayad na {amount} para sa bawat isa pa; ganito pa karami ang mababayaran sa panahong"
        " ito: {left}."
    ),
    utmost=MappingProxyType(
        {
            "last_band": "ito na ang pinakamataas na baitang ng plano.",
            "whole_bonus": "buo nang ibinayad ang bonus, at wala nang mas malaki pa.",
            "one_rate": "iisa ang porsiyento para sa anumang halaga.",
            "each_alone": (
                "hiwalay na kinukuwenta ang bawat transaksiyon, kaya walang susunod na baitang ang"
                " panahon."
            ),
            "all_spiffs": "nabayaran na ang pinakamarami na binabayaran ng plano sa isang panahon.",
            "formula": "pormula ang nagbibigay nito, at wala itong susunod na baitang.",
        }
    ),
)

_RUSSIAN = ProspectWords(
    why="Почему не больше: {reason}",
    why_item="Почему не больше, {item}: {reason}",
    bounds=MappingProxyType(
        {
            "least": "{needed}",
            "beyond": "более {needed}",
            "most": "не более {needed}",
            "short": "менее {needed}",
        }
    ),
    missed_gate=(
        "условие выполняется при значении {needed} (показатель «{name}»); учтено: {counted}, не"
        " хватает: {missing}."
    ),
    exceeded_gate=(
        "условие выполняется при значении {needed} (показатель «{name}»); учтено: {counted},"
        " лишнее: {missing}."
    ),
    missed_kicker=(
        "коэффициент {factor} применяется при значении {needed} (показатель «{name}»); учтено:"
        " {counted}, не хватает: {missing}."
    ),
    exceeded_kicker=(
        "коэффициент {factor} применяется при значении {needed} (показатель «{name}»); учтено:"
        " {counted}, лишнее: {missing}."
    ),
    bands=MappingProxyType(
        {
            "rate_band": (
                "следующая ступень со ставкой {value} достигается при значении {needed}"
                " (показатель «{name}»); учтено: {counted}, не хватает: {missing}."
            ),
            "rate_point": (
                "ставка {value} достигается при значении {needed} (показатель «{name}»); учтено:"
                " {counted}, не хватает: {missing}."
            ),
            "rate_lower": (
                "ставка {value} действует при значении {needed} (показатель «{name}»); учтено:"
                " {counted}, лишнее: {missing}."
            ),
            "sum_band": (
                "следующая ступень с суммой {value} достигается при значении {needed} (показатель"
                " «{name}»); учтено: {counted}, не хватает: {missing}."
            ),
            "sum_point": (
                "сумма {value} достигается при значении {needed} (показатель «{name}»); учтено:"
                " {counted}, не хватает: {missing}."
            ),
            "sum_lower": (
                "сумма {value} действует при значении {needed} (показатель «{name}»); учтено:"
                " {counted}, лишнее: {missing}."
            ),
            "payout_band": (
                "следующая ступень с долей выплаты {value} достигается при значении {needed}"
                " (показатель «{name}»); учтено: {counted}, не хватает: {missing}."
            ),
            "payout_point": (
                "доля выплаты {value} достигается при значении {needed} (показатель «{name}»);"
                " учтено: {counted}, не хватает: {missing}."
            ),
            "payout_lower": (
                "доля выплаты {value} действует при значении {needed} (показатель «{name}»);"
                " учтено: {counted}, лишнее: {missing}."
            ),
            "table": (
                "таблица начинается со значения {needed} (показатель «{name}»); учтено: {counted},"
                " не хватает: {missing}."
            ),
        }
    ),
    lacks_quota=(
        "для показателя «{name}» нет планового значения, а без него выплата не начисляется."
    ),
    at_cap="достигнута предельная сумма {most}.",
    each_more="каждая следующая единица даёт {amount}.",
    some_more="каждая следующая единица даёт {amount}; в этом периоде оплачивается ещё: {left}.",
    utmost=MappingProxyType(
        {
            "last_band": "достигнута высшая ступень ставок.",
            "whole_bonus": "премия начислена полностью, большей нет.",
            "one_rate": "ставка одинакова для любой суммы.",
            "each_alone": (
                "каждая сделка рассчитывается отдельно, и следующей ступени за период нет."
            ),
            "all_spiffs": "оплачено всё, что план оплачивает за период.",
            "formula": "сумму даёт формула, и следующей ступени у неё нет.",
        }
    ),
)

PROSPECT_WORDS: Mapping[str, ProspectWords] = MappingProxyType(
    {"en": _ENGLISH, "fil": _FILIPINO, "ru": _RUSSIAN}
)
"""The words of each language that prospects can be told in."""
