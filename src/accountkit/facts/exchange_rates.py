"""Exchange rates: what a unit of one currency was worth in another, as a source published it.

Which source, on which day and how old a rate may be is a term
(``accountkit.plans.conversions``). A rate holds from its date on; there is no default.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

import attrs

from accountkit.errors import InputError

__all__ = ["ExchangeRate", "ExchangeRates"]

_DATE = attrgetter("date")


@attrs.frozen(kw_only=True)
class ExchangeRate:
    """One unit of ``base`` is worth ``rate`` units of ``quote``, by a source, from a date on."""

    source: str
    base: str
    quote: str
    date: date
    rate: Fraction


class ExchangeRates:
    """The rates that are known.

    Raises:
        InputError: a source gives two rates of the same currencies for the same day.
    """

    def __init__(self, rates: Iterable[ExchangeRate] = ()) -> None:
        grouped: defaultdict[tuple[str, str, str], list[ExchangeRate]] = defaultdict(list)
        for rate in rates:
            grouped[rate.source, rate.base, rate.quote].append(rate)
        self._rates = {key: sorted(found, key=_DATE) for key, found in grouped.items()}
        for (source, base, quote), found in self._rates.items():
            days = [rate.date for rate in found]
            for earlier, later in pairwise(days):
                if earlier == later:
                    raise InputError(
                        f"exchange rate {base} {quote} of {source}",
                        f"is given twice for {later}",
                        "keep one of them",
                    )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExchangeRates) and self.rates == other.rates

    def __hash__(self) -> int:
        return hash(self.rates)

    @property
    def rates(self) -> tuple[ExchangeRate, ...]:
        """All of them, by source, currencies and date."""
        return tuple(rate for key in sorted(self._rates) for rate in self._rates[key])

    def find(
        self, source: str, base: str, quote: str, on: date, valid_days: int
    ) -> ExchangeRate | None:
        """The latest rate of a day, if it is not too old by then.

        A rate of the day itself is one day old.
        """
        found = self._rates.get((source, base, quote), [])
        position = bisect_right(found, on, key=_DATE) - 1
        if position < 0:
            return None
        rate = found[position]
        return rate if on - rate.date < timedelta(days=valid_days) else None
