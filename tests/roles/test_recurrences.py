"""How often a duty falls due: what a rule may say, what it may leave open, and who settles that."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import TermsError
from accountkit.roles import Grace, Recurrence, RecurrenceChoice, RoleChoices, RoleInCompany
from accountkit.testing.duties import a_duty, a_role

REMEDY = "write an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO or FREQ=MONTHLY;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    "rule, message",
    [
        ("weekly", f"does not start with how often, in days or longer; {REMEDY}"),
        (
            "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU",
            f"is no recurrence rule, since a part of it stands twice; {REMEDY}",
        ),
        ("FREQ=WEEKLYS", f'is no recurrence rule, since FREQ is "WEEKLYS"; {REMEDY}'),
        ("FREQ=MONTHLY;INTERVAL=0", f'is no recurrence rule, since INTERVAL is "0"; {REMEDY}'),
        ("FREQ=MONTHLY;BYMONTH=13", f'is no recurrence rule, since BYMONTH is "13"; {REMEDY}'),
        ("FREQ=MONTHLY;BYMONTHDAY=0", f'is no recurrence rule, since BYMONTHDAY is "0"; {REMEDY}'),
        ("FREQ=WEEKLY;BYDAY=", f'is no recurrence rule, since BYDAY is ""; {REMEDY}'),
        (
            "FREQ=DAILY;UNTIL=20261231T090000Z",
            f'is no recurrence rule, since UNTIL is "20261231T090000Z"; {REMEDY}',
        ),
        ("FREQ=DAILY;UNTIL=20260231", 'is no recurrence rule, since UNTIL is "20260231"'),
        ("FREQ=DAILY;BYHOUR=9", 'has "BYHOUR", which no rule in whole days has; leave it out'),
        ("FREQ=YEARLY;BYEASTER=0", 'has "BYEASTER", which no rule in whole days has'),
        ("FREQ=WEEKLY;", 'has "", which no rule in whole days has; leave it out'),
        (
            "FREQ=WEEKLY;BYMONTHDAY=1",
            "has BYMONTHDAY, which does not go with WEEKLY; leave it out",
        ),
        (
            "FREQ=DAILY;COUNT=3;UNTIL=20261231",
            "ends twice, by COUNT and by UNTIL; keep one of the two",
        ),
        ("FREQ=YEARLY;BYWEEKNO=26", "names weeks of the year and no weekday; add BYDAY"),
        (
            "FREQ=WEEKLY;BYDAY=1MO",
            "counts weekdays where there is one of each; write BYDAY without numbers",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO,TU",
            "counts some weekdays and not others; write two duties, or count all of them",
        ),
        (
            "FREQ=MONTHLY;BYSETPOS=-1",
            "has BYSETPOS and no days to choose from; add BYDAY or BYMONTHDAY",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "falls on no day at all; check its days, its end and its anchor",
        ),
    ],
)
def test_what_is_no_rule_is_refused(rule: str, message: str) -> None:
    """The message shows the rule, says what is wrong with it and how to mend it."""
    with pytest.raises(TermsError) as refused:
        Recurrence(rule=rule)

    assert str(refused.value).startswith(f'recurrence: "{rule}" {message}')


@pytest.mark.parametrize(
    "rule, anchor",
    [
        ("FREQ=MONTHLY", "2026-01-31"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-03-31"),
        ("FREQ=MONTHLY", "2026-01-29"),  # February mostly lacks it
        ("FREQ=YEARLY", "2024-02-29"),
        ("FREQ=YEARLY;BYMONTH=4,10", "2026-10-31"),
    ],
)
def test_a_day_that_some_months_lack_is_not_taken_from_the_anchor(rule: str, anchor: str) -> None:
    """RFC 5545 would pass over those months in silence, and people mean their last day."""
    day = date.fromisoformat(anchor)
    with pytest.raises(TermsError) as refused:
        Recurrence(rule=rule, anchor=day)

    assert (
        f'recurrence: "{rule}" takes its day from {anchor}, and there are months without a day'
        f" {day.day}; add BYMONTHDAY=-1 for the last day of a month, or BYMONTHDAY={day.day} to"
        " pass over the months without it"
    ) == str(refused.value)


@pytest.mark.parametrize(
    "rule, anchor",
    [
        ("FREQ=MONTHLY", "2026-01-28"),
        ("FREQ=YEARLY", "2025-12-31"),
        ("FREQ=WEEKLY", "2026-01-31"),
        ("FREQ=DAILY", "2026-01-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31"),
    ],
)
def test_a_day_that_every_month_has_is_taken_from_the_anchor(rule: str, anchor: str) -> None:
    """And so is one that the rule names for itself."""
    assert None is Recurrence(rule=rule, anchor=date.fromisoformat(anchor)).open_question


@pytest.mark.parametrize(
    "rule, question",
    [
        ("FREQ=WEEKLY", "on which day it falls"),
        ("FREQ=MONTHLY", "on which day it falls"),
        ("FREQ=YEARLY;BYMONTH=12", "on which day it falls"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "from which day it counts"),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1", "from which day it counts"),
        ("FREQ=WEEKLY;BYDAY=MO", None),
        ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", None),
        ("FREQ=DAILY", None),
    ],
)
def test_a_rule_says_what_it_leaves_open(rule: str, question: str | None) -> None:
    """Nothing is assumed: not Monday, not the first, and not the day of appointment."""
    assert question == Recurrence(rule=rule).open_question
    assert None is Recurrence(rule=rule, anchor=date(2026, 1, 5)).open_question


def test_grace_is_counted_in_one_way() -> None:
    """Three days are not three working days."""
    for counts in ({}, {"days": 3, "working_days": 3}):
        with pytest.raises(TermsError) as refused:
            Grace(**counts)
        assert (
            "grace: needs exactly one of days and working_days;"
            " keep the one that the time is counted in"
        ) == str(refused.value)
    with pytest.raises(TermsError, match="grace: -1 is below zero; give zero or more"):
        Grace(days=-1)


def test_a_rule_that_ends_before_its_anchor_is_refused() -> None:
    """It would never fall due, and one of its two days is likely wrong."""
    with pytest.raises(TermsError) as refused:
        Recurrence(rule="FREQ=DAILY;UNTIL=20251231", anchor=date(2026, 1, 1))

    assert (
        'recurrence: "FREQ=DAILY;UNTIL=20251231" falls on no day at all; check its days, its end'
        " and its anchor"
    ) == str(refused.value)


# --- what a company settles -----------------------------------------------------------------------


def faults(role: RoleInCompany) -> list[str]:
    """What is wrong with the company's choices."""
    return [str(fault) for fault in role.faults()]


def test_a_company_settles_what_the_role_leaves_open() -> None:
    """The role says every week; the company says on Mondays, with two days of grace."""
    settled = RecurrenceChoice(
        duty="report", recurrence="FREQ=WEEKLY;BYDAY=MO", grace=Grace(days=2)
    )
    duty = a_duty("FREQ=WEEKLY")
    role = a_role(duty, settled=(settled,))

    assert [] == faults(role)
    assert Recurrence(rule="FREQ=WEEKLY;BYDAY=MO", grace=Grace(days=2)) == role.falls_due(duty)


def test_what_a_company_leaves_out_stays_as_the_role_has_it() -> None:
    """Here only the anchor is the company's."""
    duty = a_duty("FREQ=MONTHLY;INTERVAL=3", grace=Grace(working_days=5))
    role = a_role(duty, settled=(RecurrenceChoice(duty="report", anchor=date(2026, 1, 15)),))

    assert (
        Recurrence(
            rule="FREQ=MONTHLY;INTERVAL=3", anchor=date(2026, 1, 15), grace=Grace(working_days=5)
        )
    ) == role.falls_due(duty)


def test_a_company_gives_a_rhythm_to_a_duty_that_has_none() -> None:
    """A role that says nothing of how often leaves that open, too."""
    duty = a_duty()
    settled = RecurrenceChoice(duty="report", recurrence="FREQ=DAILY")

    assert None is a_role(duty).falls_due(duty)
    assert Recurrence(rule="FREQ=DAILY") == a_role(duty, settled=(settled,)).falls_due(duty)


def test_what_a_company_settles_must_fit_the_duty() -> None:
    """A duty that is not there, none of its own to settle, and an anchor its rule cannot use."""
    settled = (
        RecurrenceChoice(duty="reprot"),
        RecurrenceChoice(duty="advise", anchor=date(2026, 1, 5)),
        RecurrenceChoice(duty="report", anchor=date(2026, 1, 31)),
        RecurrenceChoice(duty="report"),
    )
    role = a_role(a_duty("FREQ=MONTHLY"), a_duty(id="advise"), settled=settled)

    unknown, twice, nothing, unfit = faults(role)
    assert 'role seller: has no duty "reprot"; did you mean report?' == unknown
    assert "role seller: settles duty report twice; keep one" == twice
    assert (
        "duty advise: has no recurrence of its own to settle; say how often it falls due, as"
        " recurrence"
    ) == nothing
    assert unfit.startswith('recurrence: "FREQ=MONTHLY" takes its day from 2026-01-31')
    assert ("choices", "recurrences", 2) == role.faults()[3].path


def test_a_position_settles_before_the_company_does() -> None:
    """One seller reports on Fridays, the others on Mondays."""
    everybody = RecurrenceChoice(duty="report", recurrence="FREQ=WEEKLY;BYDAY=MO")
    north = RecurrenceChoice(duty="report", recurrence="FREQ=WEEKLY;BYDAY=FR")
    own = RoleChoices(role="seller", position="north", recurrences=(north,))

    assert (north,) == own.over(RoleChoices(role="seller", recurrences=(everybody,))).recurrences


def test_a_rule_of_the_company_is_read_as_strictly_as_one_of_the_role() -> None:
    """It is refused where it stands, before anything is joined."""
    with pytest.raises(TermsError, match='recurrence: "FREQ=HOURLY" does not start with how often'):
        RecurrenceChoice(duty="report", recurrence="FREQ=HOURLY")
