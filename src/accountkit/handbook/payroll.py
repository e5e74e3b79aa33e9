"""Payroll: which columns the file has that a payroll system imports, and how it is written.

Terms only: the file itself is made in ``accountkit.handbook.hand_over``. Nothing is rounded for
it; amounts are the money of the statements.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import TermsError
from accountkit.handbook import _validators
from accountkit.handbook.mapping import Layout
from accountkit.values.validators import identifier, not_empty

__all__ = ["PayrollColumn", "PayrollField", "PayrollMapping"]


class PayrollField(enum.Enum):
    """What a column may hold."""

    PERSON = "person"
    """The person's id."""

    NAME = "name"
    """The person's name."""

    PLAN = "plan"
    """The id of the plan that the person is paid under."""

    PERIOD = "period"
    """The label of the period, such as ``2026-Q1``."""

    FIRST_DAY = "first_day"
    """The first day of the period."""

    LAST_DAY = "last_day"
    """The last day of the period."""

    COMPONENT = "component"
    """The amount of one component; empty for somebody who has no such line."""

    MOVEMENTS = "movements"
    """What was held, released, advanced, recovered, topped up and so on, in one sum."""

    ADJUSTMENTS = "adjustments"
    """The sum of the adjustments by hand."""

    DIFFERENCES = "differences"
    """What is paid or taken for closed periods."""

    TOTAL = "total"
    """What the person is paid: all components, movements, adjustments and differences."""

    CURRENCY = "currency"
    """The currency of all amounts of the row, by its ISO 4217 code."""

    RUN = "run"
    """The key of the pay run, the same on every row."""

    CONSTANT = "constant"
    """A text of the map's own, the same on every row, such as the code of an earning."""


_NEEDS = {PayrollField.COMPONENT: "component", PayrollField.CONSTANT: "value"}
"""The key that a field needs and no other has."""


@attrs.frozen(kw_only=True)
class PayrollColumn:
    """One column of the file.

    Raises:
        TermsError: it is of a component or a constant and does not say which, or says so and is
            not.
    """

    header: str = attrs.field(validator=not_empty, metadata={"doc": "the column's heading"})
    field: PayrollField = attrs.field(metadata={"doc": "what it holds, such as person or total"})
    component: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "with field: component, the component's id"},
    )
    value: str | None = attrs.field(
        default=None, metadata={"doc": "with field: constant, what stands on every row"}
    )

    def __attrs_post_init__(self) -> None:
        given = {"component": self.component, "value": self.value}
        for field, key in _NEEDS.items():
            if self.field is field and given[key] is None:
                raise TermsError(
                    f"column {self.header}",
                    f"holds a {field.value} and does not say which",
                    f"add {key}: ...",
                )
            if self.field is not field and given[key] is not None:
                raise TermsError(
                    f"column {self.header}",
                    f"has the {key} {given[key]}, and holds the {self.field.value}",
                    f"write field: {field.value}, or take the {key} out",
                    path=(key,),
                )


@attrs.frozen(kw_only=True)
class PayrollMapping(Layout):
    """The file ``payroll.yaml``: the columns in their order, and how the file is written.

    Raises:
        TermsError: a heading stands twice, or a file without a column of the person and one of the
            total, from which nobody could be paid in full.
    """

    columns: tuple[PayrollColumn, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "the columns, first to last"}
    )
    encoding: str = attrs.field(
        default="utf-8", validator=_validators.encoding, metadata={"doc": "the file's encoding"}
    )

    def __attrs_post_init__(self) -> None:
        seen: dict[str, int] = {}
        for position, column in enumerate(self.columns):
            if column.header in seen:
                raise TermsError(
                    f"column {column.header}",
                    f"stands twice, as column {seen[column.header] + 1} and {position + 1}",
                    "give each column its own heading",
                    path=("columns", position, "header"),
                )
            seen[column.header] = position
        held = {column.field for column in self.columns}
        for needed in (PayrollField.PERSON, PayrollField.TOTAL):
            if needed not in held:
                raise TermsError(
                    "payroll mapping",
                    f"has no column of the {needed.value}",
                    f"add a column with field: {needed.value}",
                    path=("columns",),
                )
