"""Timelines answer for a day, never for "now"."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import TermsError
from accountkit.values.periods import Period
from accountkit.values.timelines import Span, Timeline

MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)
TEAMS = Timeline((Span("south", JULY), Span("north", end=MAY)))


def test_a_value_holds_from_its_first_day_until_the_next_takes_over() -> None:
    """North until 30 April, nobody in May and June, south from 1 July."""
    assert "north" == TEAMS.at(date(2026, 4, 30))
    assert "south" == TEAMS.at(JULY)
    assert TEAMS.get(MAY) is None
    assert "nobody" == TEAMS.get(date(2026, 6, 30), "nobody")
    assert "north" == TEAMS.get(date.min, "nobody")
    assert None is Timeline[str](()).get(MAY)


def test_a_day_without_a_value_is_an_error_that_names_what_was_looked_up() -> None:
    """There is no value to fall back on (design 4.7)."""
    with pytest.raises(TermsError) as caught:
        TEAMS.at(MAY, "team of maria")
    assert "team of maria: nothing holds on 2026-05-01; add a value for that day" == str(
        caught.value
    )


def test_spans_are_kept_in_the_order_of_time() -> None:
    """However they are given, two timelines of the same spans are equal."""
    assert ["north", "south"] == [span.value for span in TEAMS.spans]
    assert TEAMS == Timeline((Span("north", end=MAY), Span("south", JULY)))


@pytest.mark.parametrize(
    "first, second, position",
    [
        (Span("a", MAY), Span("b", JULY), 1),
        (Span("b", JULY), Span("a", MAY), 0),
        (Span("a", MAY, date(2026, 7, 2)), Span("b", JULY), 1),
        (Span("a"), Span("b", MAY), 1),
        (Span("a", end=MAY), Span("b", end=JULY), 1),
    ],
)
def test_a_day_has_at_most_one_value(first: Span[str], second: Span[str], position: int) -> None:
    """The message shows both spans, the path leads to the later one as it was given."""
    with pytest.raises(TermsError, match="two values hold on the same day") as caught:
        Timeline((first, second))
    assert ("spans", position) == caught.value.path
    assert f"one {first}" in str(caught.value)
    assert f"one {second}" in str(caught.value)


def test_a_span_has_at_least_one_day() -> None:
    """A span that ends where it starts holds on no day."""
    with pytest.raises(TermsError, match="so it has no day"):
        Span("a", MAY, MAY)


def test_spans_are_shown_with_their_last_day_included() -> None:
    """Until 30 April, where the end is 1 May."""
    assert "until 2026-04-30" == str(Span("a", end=MAY))
    assert "from 2026-05-01 to 2026-06-30" == str(Span("a", MAY, JULY))
    assert "from 2026-05-01" == str(Span("a", MAY))
    assert "always" == str(Span("a"))


def test_a_period_is_cut_where_values_change() -> None:
    """Of the first half of 2026 north has January to April, and nobody the rest."""
    assert (("north", Period.parse("2026-01-01..2026-04-30")),) == TEAMS.over(Period.half(2026, 1))
    assert [
        ("north", "2026-04"),
        ("south", "2026-07-01..2026-07-15"),
    ] == [(team, str(days)) for team, days in TEAMS.over(Period.parse("2026-04-01..2026-07-15"))]


def test_some_values_never_change() -> None:
    """Always holds on the first day there is, and on the last."""
    assert 5 == Timeline.always(5).at(date.min) == Timeline.always(5).at(date.max)
