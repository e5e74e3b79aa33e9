"""O*NET tasks as duties: core tasks first, supplemental ones in a section of their own.

A task is core when at least 67% call it relevant and its mean importance is 3.0 or more; any other
rated task is supplemental.

Source:
    O*NET Data Dictionary, Task Statements and Task Ratings.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.handbook.imports._english import acts, condition, repeats
from accountkit.handbook.imports._onet_occupation import (
    FEWEST_RESPONDENTS,
    Occupation,
    is_suppressed,
    is_transitional,
)
from accountkit.handbook.imports.doubts import DoubtKind
from accountkit.handbook.imports.imported import plain_text
from accountkit.handbook.imports.rows import Row
from accountkit.roles.duties import Duty
from accountkit.roles.sections import DutySection
from accountkit.values.texts import Text

__all__ = ["duty_sections"]

_SUPPLEMENTAL = "Supplemental"
_SCALES = {"IM": "importance {} of 5", "RT": "relevance {}%"}


def duty_sections(occupation: Occupation) -> Iterator[DutySection]:
    """The sections of duties; none if the database has no tasks of the occupation."""
    rows = _without_repetition(occupation)
    if not rows:
        occupation.lacks("Task Statements", "duties", "write them")
        return
    further = [row for row in rows if row.get("Task Type") == _SUPPLEMENTAL]
    first = [row for row in rows if row.get("Task Type") != _SUPPLEMENTAL]
    _doubt_types(occupation, further, [row for row in first if not row.get("Task Type")])
    for section_id, title, part in (
        ("duties", "Duties", first),
        ("further-duties", "Further duties", further),
    ):
        if part:
            yield DutySection(
                id=section_id,
                title=Text.of(en=title),
                clauses=tuple(_duty(occupation, row) for row in part),
            )


def _what(row: Row) -> str:
    return f"task/{row.get('Task ID')}"


def _without_repetition(occupation: Occupation) -> list[Row]:
    """The tasks, each wording once; those that nearly say the same stay and are doubtful."""
    kept: list[Row] = []
    for row in occupation.rows("Task Statements"):
        earlier = [other for other in kept if repeats(other.get("Task"), row.get("Task"))]
        same = [other for other in earlier if other.get("Task") == row.get("Task")]
        if not same:
            kept.append(row)
        if earlier:
            other = (same or earlier)[0]
            occupation.doubt(
                DoubtKind.REPEATED,
                f"task {row.get('Task ID')}",
                f"says {'the same' if same else 'nearly the same'} as task {other.get('Task ID')}"
                + (" and is left out" if same else ""),
                "keep one of them",
                [occupation.at(row, _what(row)), occupation.at(other, _what(other))],
            )
    return kept


def _doubt_types(occupation: Occupation, further: list[Row], unrated: list[Row]) -> None:
    if further:
        occupation.doubt(
            DoubtKind.BELOW_LEVEL,
            "tasks",
            f"the supplemental ones ({len(further)}) are relevant to fewer than 67%, or their"
            " importance is below 3.0 of 5",
            "drop those that your post does not have",
            [occupation.at(row, _what(row)) for row in further],
        )
    if unrated:
        occupation.doubt(
            DoubtKind.UNRATED,
            "tasks",
            f"those without a type ({len(unrated)}) are rated neither core nor supplemental",
            "keep those that your post has",
            [occupation.at(row, _what(row)) for row in unrated],
        )


def _duty(occupation: Occupation, row: Row) -> Duty:
    clause = occupation.ids.of("duty", row.get("Task ID"), "task")
    ratings = [
        rating
        for rating in occupation.rows("Task Ratings")
        if rating.get("Task ID") == row.get("Task ID") and rating.get("Scale ID") in _SCALES
    ]
    _doubt_wording(occupation, row, clause)
    _doubt_precision(occupation, row, ratings, clause)
    return Duty(
        id=clause,
        text=plain_text({"en": row.get("Task")}),
        source=(occupation.source(_what(row)),),
        note=_note(row, ratings),
    )


def _doubt_wording(occupation: Occupation, row: Row, clause: str) -> None:
    subject, where = f"task {row.get('Task ID')}", [occupation.at(row, _what(row))]
    named = acts(row.get("Task"), occupation.database.task_verbs)
    if len(named) > 1:
        occupation.doubt(
            DoubtKind.SEVERAL_ACTS,
            subject,
            f"seems to name several acts ({', '.join(named)})",
            "write a duty for each that your post has",
            where,
            clause=clause,
        )
    found = condition(row.get("Task"))
    if found:
        occupation.doubt(
            DoubtKind.CONDITIONAL,
            subject,
            f'holds "{found}", which is no condition of the duty',
            "give the duty a condition, or drop the words",
            where,
            clause=clause,
        )


def _doubt_precision(occupation: Occupation, row: Row, ratings: list[Row], clause: str) -> None:
    reasons: list[tuple[DoubtKind, str]] = []
    answered = row.number("Incumbents Responding")
    if answered is not None and answered < FEWEST_RESPONDENTS:
        told = f"was answered by {answered} workers, fewer than {FEWEST_RESPONDENTS}"
        reasons.append((DoubtKind.LOW_PRECISION, told))
    if any(is_suppressed(rating) for rating in ratings):
        told = "has ratings that O*NET recommends to suppress"
        reasons.append((DoubtKind.LOW_PRECISION, told))
    if is_transitional(row):
        reasons.append((DoubtKind.TRANSITIONAL, "was carried over from an older taxonomy"))
    for kind, reason in reasons:
        occupation.doubt(
            kind,
            f"task {row.get('Task ID')}",
            reason,
            "ask somebody who does the work",
            [occupation.at(row, _what(row))],
            clause=clause,
        )


def _note(row: Row, ratings: list[Row]) -> str:
    told = [f"O*NET {row.get('Task Type').lower() or 'unrated'} task"]
    told += [
        _SCALES[rating.get("Scale ID")].format(rating.get("Data Value"))
        for rating in ratings
        if not is_suppressed(rating)
    ]
    answered = row.get("Incumbents Responding")
    told += [f"{answered} workers answered"] if answered else []
    told += [text for text in (row.get("Domain Source").lower(), row.get("Date")) if text]
    return f"{', '.join(told)}."
