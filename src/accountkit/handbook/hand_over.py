"""The hand-over: a pay run as one file for a payroll system, with what proves it whole.

The file has a row for each person and nothing else, since payroll systems import every row they
find; totals and the control sum are in a sheet beside it. Where the map splits the pay over
columns, the sheet also says what of the total stands in none of them, so that nothing is left out
unseen.
The same run and the same column map give the same bytes. Which columns there are is said in
``accountkit.handbook.payroll``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import attrs

from accountkit.errors import InputError, UsageError
from accountkit.handbook.payroll import PayrollColumn, PayrollField, PayrollMapping
from accountkit.settlement.statements import Outcome, Statement
from accountkit.values.money import Money
from accountkit.wire.spreadsheets import guarded, record

__all__ = ["HandOver", "Total", "Unsplit", "hand_over"]


@attrs.frozen(kw_only=True)
class Total:
    """What a column of money adds up to in one currency; ``component`` is its, if it is of one."""

    field: PayrollField
    component: str | None
    amount: Money

    @property
    def name(self) -> str:
        """What the sheet calls the column: nothing for the total itself."""
        return self.component or ("" if self.field is PayrollField.TOTAL else self.field.value)


@attrs.frozen(kw_only=True)
class Unsplit:
    """What of the total stands in no other column of the map, in one currency.

    ``people`` counts those who are paid such a sum, or from whom it is taken.
    """

    amount: Money
    people: int


@attrs.frozen(kw_only=True)
class HandOver:
    """A pay run as payroll gets it.

    ``table`` holds the bytes of the file; ``left_out`` names those who cannot be paid.
    """

    run: str
    period: str
    people: int
    totals: tuple[Total, ...]
    unsplit: tuple[Unsplit, ...] = ()
    left_out: tuple[str, ...]
    table: bytes

    @property
    def control_sum(self) -> str:
        """SHA-256 of the file followed by the sheet up to its last line, in hexadecimal digits."""
        return hashlib.sha256(self.table + self._told().encode()).hexdigest()

    def sheet(self) -> str:
        """The control sheet: run, period, number of people, totals, and the control sum last."""
        return f"{self._told()}control sum: {self.control_sum}\n"

    def _told(self) -> str:
        lines = [f"run: {self.run}", f"period: {self.period}", f"people: {self.people}"]
        for total in self.totals:
            of = f" {total.name}" if total.name else ""
            lines.append(f"total{of}: {total.amount}")
        for rest in self.unsplit:
            people = f"{rest.people} {'person' if rest.people == 1 else 'people'}"
            lines.append(f"total in no other column: {rest.amount} ({people})")
        if self.left_out:
            lines.append(f"left out: {', '.join(self.left_out)}")
        return "".join(f"{line}\n" for line in lines)


def hand_over(outcome: Outcome, mapping: PayrollMapping, *, run: str) -> HandOver:
    """Everybody who is paid in a run, as the column map has it; ``run`` is the run's key.

    Raises:
        UsageError: nobody can be paid, or several currencies would stand in a file that names none.
        InputError: the encoding lacks a letter of a name or heading.
    """
    statements = outcome.statements
    if not statements:
        raise UsageError(
            f"pay for {outcome.label}", "has nobody to hand over", "mend what keeps them from pay"
        )
    currencies = dict.fromkeys(statement.currency for statement in statements)
    if len(currencies) > 1 and PayrollField.CURRENCY not in {
        column.field for column in mapping.columns
    }:
        raise UsageError(
            "payroll mapping",
            f"has no column of the currency, and the run pays in {', '.join(currencies)}",
            "add a column with field: currency",
        )
    header = [guarded(column.header) for column in mapping.columns]
    rows = [header, *(_row(statement, outcome, mapping, run) for statement in statements)]
    return HandOver(
        run=run,
        period=outcome.label,
        people=len(statements),
        totals=tuple(_totals(statements, mapping, tuple(currencies))),
        unsplit=tuple(_unsplit(statements, mapping)),
        left_out=tuple(dict.fromkeys(fault.person for fault in outcome.faults)),
        table=_encoded(rows, mapping),
    )


def _row(statement: Statement, outcome: Outcome, mapping: PayrollMapping, run: str) -> list[str]:
    cells = {
        PayrollField.PERSON: guarded(statement.payee),
        PayrollField.NAME: guarded(statement.name),
        PayrollField.PLAN: guarded(statement.plan),
        PayrollField.PERIOD: guarded(outcome.label),
        PayrollField.FIRST_DAY: _day(outcome.period.start, mapping),
        PayrollField.LAST_DAY: _day(outcome.period.last_day, mapping),
        PayrollField.CURRENCY: statement.currency,
        PayrollField.RUN: run,
    }

    def cell(column: PayrollColumn) -> str:
        if column.field in _MONEY:
            return _money(_amount(statement, column), mapping)
        return cells[column.field] if column.value is None else guarded(column.value)

    return [cell(column) for column in mapping.columns]


def _day(day: date, mapping: PayrollMapping) -> str:
    return f"{day:{mapping.date_format}}"


def _money(money: Money | None, mapping: PayrollMapping) -> str:
    return "" if money is None else str(money.amount).replace(".", mapping.decimal_mark)


def _amount(statement: Statement, column: PayrollColumn) -> Money | None:
    """What a statement has in a column of money; ``None`` where it has no such line."""
    if column.field is PayrollField.TOTAL:
        return statement.total
    if column.field is PayrollField.COMPONENT:
        found = [line.amount for line in statement.lines if line.component == column.component]
        return Money.sum(found, statement.currency) if found else None
    return Money.sum(_SUMS[column.field](statement), statement.currency)


def _movements(statement: Statement) -> Iterator[Money]:
    return (one.pay for one in statement.movements)


def _adjustments(statement: Statement) -> Iterator[Money]:
    return (one.amount for one in statement.adjustments)


def _differences(statement: Statement) -> Iterator[Money]:
    return (one.amount for one in statement.differences)


_SUMS: Mapping[PayrollField, Callable[[Statement], Iterator[Money]]] = MappingProxyType(
    {
        PayrollField.MOVEMENTS: _movements,
        PayrollField.ADJUSTMENTS: _adjustments,
        PayrollField.DIFFERENCES: _differences,
    }
)
_PARTS = frozenset({PayrollField.COMPONENT, *_SUMS})
"""Fields that hold a part of the total."""

_MONEY = frozenset({PayrollField.TOTAL, *_PARTS})


def _totals(
    statements: Sequence[Statement], mapping: PayrollMapping, currencies: Sequence[str]
) -> Iterator[Total]:
    """The sum of each column of money, in the order of the columns."""
    for column in mapping.columns:
        for currency in currencies if column.field in _MONEY else ():
            amounts = [
                _amount(one, column) or Money.zero(currency)
                for one in statements
                if one.currency == currency
            ]
            yield Total(
                field=column.field,
                component=column.component,
                amount=Money.sum(amounts, currency),
            )


def _unsplit(statements: Sequence[Statement], mapping: PayrollMapping) -> Iterator[Unsplit]:
    """What the columns of parts leave of the total; nothing where no column holds a part."""
    parts = {
        (column.field, column.component): column
        for column in mapping.columns
        if column.field in _PARTS
    }
    rests: dict[str, list[Money]] = {}
    for statement in statements if parts else ():
        currency = statement.currency
        held = [_amount(statement, column) for column in parts.values()]
        rest = statement.total - Money.sum([money for money in held if money], currency)
        if rest:
            rests.setdefault(currency, []).append(rest)
    for currency, found in rests.items():
        yield Unsplit(amount=Money.sum(found, currency), people=len(found))


def _encoded(rows: Sequence[Sequence[str]], mapping: PayrollMapping) -> bytes:
    text = "".join(record(cells, mapping.separator) for cells in rows)
    try:
        return text.encode(mapping.encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"encoding {mapping.encoding}",
            f'has no letter "{text[error.start]}", which a name or heading needs',
            "write encoding: utf-8",
            path=("encoding",),
        ) from None
