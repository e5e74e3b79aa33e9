"""Duties: their condition, recurrence, and the agreement of data and wording."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accountkit.errors import TermsError
from accountkit.roles import Condition, ConditionalPart, Duty, Grace
from accountkit.values.texts import Text


def duty(text: str = "Report.", **fields: object) -> Duty:
    """A duty to report, with some fields."""
    return Duty(id="duties.report", text=Text.of(en=text), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"]
)
def test_a_recurrence_in_whole_days_is_kept(rule: str) -> None:
    """A weekly plan, a monthly report and an annual forecast recur by RFC 5545 rules."""
    assert rule == duty(recurrence=rule).recurrence


@pytest.mark.parametrize(
    "rule, problem",
    [
        ("every week", 'recurrence: "every week" does not start with how often'),
        ("FREQ=HOURLY", 'recurrence: "FREQ=HOURLY" does not start with how often'),
        ("FREQ=WEEKLY;BYDAY=XX", 'recurrence: "FREQ=WEEKLY;BYDAY=XX" is no recurrence rule'),
        ("FREQ=WEEKLY\nFREQ=DAILY", "does not start with how often"),
        ("", 'recurrence: "" does not start with how often'),
    ],
)
def test_what_is_no_rule_in_days_is_refused(rule: str, problem: str) -> None:
    """A recurrence is an RFC 5545 rule of days or longer, on one line."""
    with pytest.raises(TermsError) as refused:
        duty(recurrence=rule)

    assert problem in str(refused.value)
    assert ("recurrence",) == refused.value.path


def test_a_condition_is_printed_where_the_data_have_it() -> None:
    """A duty that applies only if necessary says so in its wording."""
    kept = duty("Advise {condition if_necessary}.", condition=Condition.IF_NECESSARY)

    assert Condition.IF_NECESSARY is kept.condition


def test_a_condition_that_the_wording_leaves_out_is_refused() -> None:
    """The reader of the page must learn of every condition the data hold."""
    with pytest.raises(TermsError) as refused:
        duty("Advise.", condition=Condition.ON_REQUEST)

    assert (
        "clause duties.report: on_request is a condition that the wording leaves out in en; write "
        "{condition on_request} in the text exactly where condition says it"
    ) == str(refused.value)
    assert ("text", "en") == refused.value.path


def test_a_condition_that_only_the_wording_has_is_refused() -> None:
    """A condition on the page that the data lack would bind nobody."""
    with pytest.raises(TermsError, match="the wording has and the data lack"):
        duty("Advise {condition if_necessary}.")


def test_a_part_of_a_duty_has_a_condition_of_its_own() -> None:
    """Visits follow the schedule always, and go beyond it only if necessary."""
    part = ConditionalPart(what=Text.of(en="other visits"), condition=Condition.IF_NECESSARY)
    kept = duty("Visit by schedule and, {condition if_necessary}, outside it.", in_part=(part,))

    assert Condition.OWN is kept.condition
    assert (part,) == kept.in_part


@pytest.mark.parametrize("fields", [{"anchor": date(2026, 1, 5)}, {"grace": Grace(days=2)}])
def test_an_anchor_or_grace_needs_a_recurrence(fields: dict[str, Any]) -> None:
    """Without a rhythm there is nothing to count from, and no day due to be late after."""
    (name,) = fields
    with pytest.raises(TermsError) as refused:
        duty(**fields)

    assert (
        f"duty duties.report: has {name} and no recurrence; say how often it falls due, as"
        " recurrence"
    ) == str(refused.value)
    assert (name,) == refused.value.path
