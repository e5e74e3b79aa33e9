"""Fulfilment as a number: counted by hand."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from accountkit.engine.duties import agenda_of
from accountkit.engine.fulfilments import Tally, tally
from accountkit.errors import UsageError
from accountkit.facts import Fulfilment
from accountkit.roles import Grace
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of


def test_only_settled_occasions_are_counted() -> None:
    """Mondays of the first quarter of 2026 as of Tuesday 17 March, with two days of grace.

    There are thirteen, 5 January to 30 March. The first eight are done on the day, the ninth (2
    March) three days after it and so late, the tenth (9 March) is late; that of 16 March is due
    and in time until the 18th, and those of 23 and 30 March are to come.
    """
    mondays = [date(2026, 1, 5) + timedelta(7 * count) for count in range(13)]
    delays = [0] * 8 + [3]
    done = [
        Fulfilment(person="ana", duty="report", occasion=monday, done_on=monday + timedelta(delay))
        for monday, delay in zip(mondays, delays, strict=False)
    ]
    duty = a_duty("FREQ=WEEKLY;BYDAY=MO", grace=Grace(days=2))
    agenda = agenda_of(duties_of(a_tenure(a_role(duty), "2026-Q1")), done, on=date(2026, 3, 17))

    assert mondays == [occasion.due for occasion in agenda.occasions]
    assert Tally(done=8, done_late=1, late=1) == tally(agenda.occasions)


@pytest.mark.parametrize(
    "late_counts, expected",
    [
        (Fraction(0), Fraction(8, 10)),
        (Fraction(1, 2), Fraction(17, 20)),
        (Fraction(1), Fraction(9, 10)),
    ],
)
def test_how_much_late_counts_is_a_term(late_counts: Fraction, expected: Fraction) -> None:
    """Eight in time, one late, one not at all: what was late counts as much as is agreed."""
    counted = Tally(done=8, done_late=1, late=1)

    assert expected == counted.attainment(late_counts=late_counts)


def test_where_nothing_is_settled_there_is_no_attainment() -> None:
    """It is neither nothing nor everything."""
    assert None is tally(()).attainment(late_counts=Fraction(1))


@pytest.mark.parametrize("share", [Fraction(-1, 10), Fraction(11, 10)])
def test_late_counts_for_a_share_of_one(share: Fraction) -> None:
    """Being late is worth no more than being in time, and no less than nothing."""
    with pytest.raises(UsageError, match=r"late_counts: .* is not from 0 to 1; give a share"):
        tally(()).attainment(late_counts=share)
