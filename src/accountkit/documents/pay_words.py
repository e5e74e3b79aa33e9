"""Pay words: what statements and explanations say in each language.

Headings and columns are here; sentences for steps, for what follows the earning and for what is
ahead are in ``accountkit.documents.step_words``, ``settling_words`` and ``prospect_words``. The
figures that fill their gaps are in ``accountkit.documents.figures``. A language that statements
are printed in is in ``PAY_WORDS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.documents.prospect_words import PROSPECT_WORDS, ProspectWords
from accountkit.documents.settling_words import SETTLING_WORDS, SettlingWords
from accountkit.documents.step_words import STEP_WORDS, StepWords

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
    movements: str
    adjustments: str
    differences: str
    total: str
    steps: StepWords
    settling: SettlingWords
    ahead: ProspectWords


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
    movements="Movements",
    adjustments="Adjustments",
    differences="Differences",
    total="Total",
    steps=STEP_WORDS["en"],
    settling=SETTLING_WORDS["en"],
    ahead=PROSPECT_WORDS["en"],
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
    movements="Mga galaw",
    adjustments="Mga pagwawasto",
    differences="Mga kaibhan",
    total="Kabuuan",
    steps=STEP_WORDS["fil"],
    settling=SETTLING_WORDS["fil"],
    ahead=PROSPECT_WORDS["fil"],
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
    movements="Движения",
    adjustments="Корректировки",
    differences="Перерасчёты",
    total="Итого начислено",
    steps=STEP_WORDS["ru"],
    settling=SETTLING_WORDS["ru"],
    ahead=PROSPECT_WORDS["ru"],
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
