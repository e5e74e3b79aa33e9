"""Laws of timelines (design 4.7)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accountkit.errors import TermsError
from accountkit.testing.strategies import dates, periods, timelines
from accountkit.values.periods import Period
from accountkit.values.timelines import Span, Timeline

numbers = timelines(st.integers(0, 9))


@given(numbers, dates())
def test_a_day_has_at_most_one_value(timeline: Timeline[int], day: date) -> None:
    """The look-up finds the only span that has the day, or nothing."""
    holding = [span.value for span in timeline.spans if day in span]
    assert len(holding) <= 1
    assert (holding[0] if holding else None) == timeline.get(day)
    assert (holding[0] if holding else -1) == timeline.get(day, -1)


@given(numbers, periods())
def test_a_period_is_cut_into_days_that_hold_one_value(
    timeline: Timeline[int], period: Period
) -> None:
    """The pieces lie within the period, in order, and hold what the look-up gives."""
    pieces = timeline.over(period)
    assert all(one.end <= other.start for (_, one), (_, other) in pairwise(pieces))
    for value, days in pieces:
        assert period.contains_period(days)
        assert value == timeline.at(days.start) == timeline.at(days.last_day)
    held = sum(days.days for _, days in pieces)
    each_day = (period.start + timedelta(days=shift) for shift in range(period.days))
    assert held == sum(timeline.get(day) is not None for day in each_day)


@given(st.lists(st.builds(Span, st.integers(0, 9), st.none() | dates(), st.none()), max_size=3))
def test_spans_that_share_a_day_are_refused(spans: list[Span[int]]) -> None:
    """Spans without an end all hold on the last day, so only one can stand."""
    try:
        timeline = Timeline(tuple(spans))
    except TermsError as error:
        assert len(spans) > 1
        assert "spans" == error.path[0]  # noqa: PT017 - one span alone is sound
    else:
        assert len(timeline.spans) <= 1
