"""Amounts read: money in a table's currency, or in that of a column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import Layout
from accountkit.handbook.reading import Column, Reading, RowError
from accountkit.values.money import Money

__all__ = ["Amounts", "Currencies"]

Cells: TypeAlias = Sequence[str]


class Currencies:
    """In which currency the amounts of each row are: the table's, unless a column says so."""

    def __init__(self, reading: Reading, default: str, column: str | None, layout: Layout) -> None:
        code = cell.remembered(cell.currency)
        self.of = reading.optional(column, code, "columns", "currency")
        self.default = default
        self.vary = column is not None
        self.layout = layout


class Amounts:
    """A column of amounts: called with the cells of a row, it gives the money."""

    def __init__(self, text: Column[str], currencies: Currencies) -> None:
        self._text = text
        self._currencies = currencies
        money = cell.money_in(currencies.default, currencies.layout)
        self._plain = text.parsed_by(money)
        self._known: dict[str, Column[Money]] = {currencies.default: self._plain}

    @classmethod
    def of(cls, reading: Reading, name: str, currencies: Currencies, key: str) -> Amounts:
        """The column of a name, mapped under a key of ``columns``."""
        return cls(reading.column(name, str, "columns", key), currencies)

    def __call__(self, cells: Cells) -> Money:
        """The money of a row.

        Raises:
            RowError: the cell is no amount of its currency.
        """
        if not self._currencies.vary:
            return self._plain(cells)
        code = self._currencies.of(cells) or self._currencies.default
        column = self._known.get(code)
        if column is None:
            money = cell.money_in(code, self._currencies.layout)
            column = self._known[code] = self._text.parsed_by(money)
        return column(cells)

    def optional(self, cells: Cells) -> Money | None:
        """The money of a row; ``None`` where the cell is empty."""
        return self(cells) if self._text(cells) else None

    def wrong(self, subject: str, problem: str, remedy: str | None) -> RowError:
        """The error of a row whose fault shows here."""
        return self._text.wrong(subject, problem, remedy)
