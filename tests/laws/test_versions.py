"""Laws of versions (design 8.8)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from accountkit.roles import VersionHistory, VersionState
from accountkit.testing.versions import POSITIONS, version_histories

days = st.dates(date(2019, 12, 1), date(2027, 12, 31))
seats = st.sampled_from((None, *POSITIONS))


@given(version_histories(), days, seats)
def test_exactly_one_version_holds_on_every_day_from_the_first(
    history: VersionHistory, day: date, seat: str | None
) -> None:
    """None before the first day of the first version, then one and only one, for every position."""
    own = [item for item in history.versions if item.position in {None, seat}]
    first = min((item.effective_from for item in own), default=None)
    holding = history.in_force("seller", day, seat)

    assert (holding is not None) == (first is not None and first <= day)
    started = [item for item in own if item.effective_from <= day]
    seated = [item for item in started if item.position == seat] or started
    assert (max(seated, key=lambda item: item.effective_from) if seated else None) == holding


@given(version_histories())
def test_versions_follow_on_one_another_without_a_gap(history: VersionHistory) -> None:
    """The day after a version's last day is the first day of the one that supersedes it."""
    for version in history.versions:
        last, later = history.last_day(version), history.successor(version)
        assert (last is None) == (later is None)
        if later is not None and last is not None:
            assert history.predecessor(later) == version
            assert last.toordinal() + 1 == later.effective_from.toordinal()
            assert version == history.in_force("seller", last, version.position)
            assert later == history.in_force("seller", later.effective_from, version.position)


@given(version_histories(), days)
def test_a_version_in_force_is_approved(history: VersionHistory, day: date) -> None:
    """No draft and nothing superseded ever holds."""
    for version in history.versions:
        if history.in_force("seller", day, version.position) == version:
            assert VersionState.APPROVED is history.state(version, day)


@given(version_histories(), days, days)
def test_a_state_never_goes_back(history: VersionHistory, one: date, other: date) -> None:
    """Draft, approved, superseded, in that order."""
    order = list(VersionState)
    for version in history.versions:
        states = [history.state(version, day) for day in sorted((one, other))]
        assert order.index(states[0]) <= order.index(states[1])
