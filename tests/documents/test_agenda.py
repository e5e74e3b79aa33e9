"""The agenda on paper: what falls due, how it stands, and in whose words."""

from __future__ import annotations

from datetime import date
from string import Formatter

import attrs
import pytest

from accountkit.documents import duty_agenda
from accountkit.documents.agenda_words import AGENDA_WORDS
from accountkit.documents.tree import Dashes, Facts, Inline, Paragraph, Table, plain_text
from accountkit.engine.duties import Agenda, Status, agenda_of
from accountkit.errors import Problems, UsageError
from accountkit.facts import Fulfilment
from accountkit.roles import Duty, Grace, RoleInCompany
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of
from accountkit.values import NumberStyle, Text

MONDAYS = a_duty("FREQ=WEEKLY;BYDAY=MO", grace=Grace(days=2))


def agenda(*duties: Duty, role: RoleInCompany | None = None, days: str = "2026-01") -> Agenda:
    """Ana's January as of the 20th: one report in time, one late, one not done."""
    done = [
        Fulfilment(
            person="ana",
            duty="report",
            occasion=date(2026, 1, 5),
            done_on=date(2026, 1, 6),
            remark="by phone",
        ),
        Fulfilment(
            person="ana", duty="report", occasion=date(2026, 1, 12), done_on=date(2026, 1, 15)
        ),
    ]
    tenure = a_tenure(a_role(*duties) if role is None else role, days)
    return agenda_of(duties_of(tenure), done, on=date(2026, 1, 20))


def words(*cells: Inline) -> list[str]:
    """What cells say."""
    return [plain_text(cell) for cell in cells]


def test_a_row_says_what_is_due_and_how_it_stands() -> None:
    """Day due, clause, duty, last day in time, status, and when it was done with the remark."""
    document = duty_agenda(agenda(MONDAYS), locale="en")
    (table,) = (block for block in document.tree.blocks if isinstance(block, Table))

    assert ("en", "Recurring duties: Ana Cruz") == (document.language, document.title)
    assert ["Due", "Clause", "Duty", "In time until", "Status", "Done on"] == words(*table.header)
    assert [
        [
            "January 5, 2026",
            "1.1.",
            "Report.",
            "January 7, 2026",
            "done",
            "January 6, 2026 (by phone)",
        ],
        [
            "January 12, 2026",
            "1.1.",
            "Report.",
            "January 14, 2026",
            "done late",
            "January 15, 2026",
        ],
        ["January 19, 2026", "1.1.", "Report.", "January 21, 2026", "due", ""],
        ["January 26, 2026", "1.1.", "Report.", "January 28, 2026", "upcoming", ""],
    ] == [words(*row) for row in table.rows]


def test_an_agenda_says_whose_it_is_and_how_many_there_are_of_each_status() -> None:
    """Those that there are none of are left out."""
    document = duty_agenda(agenda(MONDAYS), locale="en")
    (about,) = (block for block in document.tree.blocks if isinstance(block, Facts))

    assert [
        ["Name", "Ana Cruz (ana)"],
        ["Period", "January 1, 2026 to January 31, 2026"],
        ["As of", "January 20, 2026"],
        ["Upcoming", "1"],
        ["Due", "1"],
        ["Done", "1"],
        ["Done late", "1"],
    ] == [words(*line) for line in about.lines]


@pytest.mark.parametrize(
    "locale, row",
    [
        ("fil", ["Enero 12, 2026", "1.1.", "Mag-ulat.", "Enero 14, 2026", "nagawa nang huli"]),
        (
            "ru",
            [
                "12 января 2026\u202fг.",
                "1.1.",
                "Отчитываться.",
                "14 января 2026\u202fг.",
                "исполнено с опозданием",
            ],
        ),
    ],
)
def test_an_agenda_speaks_the_language_of_its_reader(locale: str, row: list[str]) -> None:
    """Words, dates and duties alike."""
    document = duty_agenda(agenda(MONDAYS), locale=locale)
    (table,) = (block for block in document.tree.blocks if isinstance(block, Table))

    assert locale == document.language
    assert row == words(*table.rows[1])[:5]


def test_all_languages_have_the_same_words_and_gaps() -> None:
    """A gap that one language lacks would leave out a name or a day."""
    gaps = [
        {
            name: {gap for _, gap, _, _ in Formatter().parse(text) if gap}
            for name, text in attrs.asdict(words).items()
            if isinstance(text, str)
        }
        for words in AGENDA_WORDS.values()
    ]

    assert ["en", "fil", "ru"] == list(AGENDA_WORDS)
    assert gaps[0] == gaps[1] == gaps[2]
    assert all(set(Status) == set(words.statuses) for words in AGENDA_WORDS.values())


def test_a_clause_with_a_dash_has_no_number() -> None:
    """Its wording has to do."""
    numbered = a_role(MONDAYS)
    dashed = attrs.evolve(numbered, role=attrs.evolve(numbered.role, numbering=NumberStyle.DASH))
    document = duty_agenda(agenda(role=dashed), locale="en")
    (table,) = (block for block in document.tree.blocks if isinstance(block, Table))

    assert ["January 5, 2026", "", "Report."] == words(*table.rows[0])[:3]


def test_an_agenda_without_occasions_says_so() -> None:
    """An empty table would leave the reader wondering."""
    document = duty_agenda(agenda(a_duty()), locale="en")

    assert Paragraph in {type(block) for block in document.tree.blocks}
    assert document.text("plain").endswith("Nothing falls due in this period.\n")


def test_a_duty_whose_days_are_not_settled_is_named() -> None:
    """It is on no day of the table, and must not be forgotten for that."""
    document = duty_agenda(agenda(MONDAYS, a_duty("FREQ=WEEKLY", id="plan")), locale="en")
    (dashes,) = (block for block in document.tree.blocks if isinstance(block, Dashes))

    assert ["1.2. Report."] == words(*(item.content for item in dashes.items))


def test_a_wording_that_is_missing_is_told_by_its_clause() -> None:
    """Nothing is printed in another language instead."""
    english = a_duty("FREQ=DAILY", text=Text.of(en="Report."))
    with pytest.raises(Problems) as refused:
        duty_agenda(agenda(english), locale="fil")

    assert "clause report: is missing in fil" in str(refused.value)


def test_a_language_without_words_is_refused() -> None:
    """The languages that there are words for are named."""
    with pytest.raises(UsageError) as refused:
        duty_agenda(agenda(MONDAYS), locale="de")

    assert (
        'locale: agendas cannot be printed in "de" yet; the languages are en, fil, and ru'
    ) == str(refused.value)
