"""Prospect kinds: what may lie ahead of a line.

Plain records; ``accountkit.settlement.prospects`` finds out which of them holds.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import ClassVar, TypeAlias

import attrs

from accountkit.plans.rate_tables import Axis
from accountkit.settlement.trace import Figure
from accountkit.values.ladders import LadderShape
from accountkit.values.money import Money

__all__ = [
    "AtCap",
    "EachMore",
    "Gives",
    "ItemAhead",
    "Items",
    "LowerBand",
    "MissedGate",
    "MissedKicker",
    "NextBand",
    "NoQuota",
    "Prospect",
    "Reach",
    "TableStart",
    "Top",
    "Utmost",
]


class Gives(enum.Enum):
    """What a table gives."""

    RATE = "rate"
    SUM = "sum"
    PAYOUT = "payout"


@attrs.frozen(kw_only=True)
class Reach:
    """How far something is from a value.

    It is a measure, what another component earned, or a position on an axis such as margin: one
    of the three is named. ``excluded`` says that ``needed`` itself does not do, and that there is
    no nearest value that does.

    Units:
        All three in the measure's unit, in money, or as the axis says. ``missing`` is ``needed``
        less ``counted``; with ``too_much`` the other way round: less is needed, not more.
    """

    measure: str | None = None
    component: str | None = None
    axis: Axis | None = None
    counted: Figure
    needed: Figure
    missing: Figure
    excluded: bool = False
    too_much: bool = False


@attrs.frozen(kw_only=True)
class MissedGate:
    """A gate was not passed; ``bound`` is what it asks for, as the plan writes it."""

    KIND: ClassVar[str] = "missed_gate"

    bound: Fraction
    reach: Reach


@attrs.frozen(kw_only=True)
class MissedKicker:
    """Nothing else is ahead but a factor whose gate was not passed."""

    KIND: ClassVar[str] = "missed_kicker"

    factor: Fraction
    reach: Reach


@attrs.frozen(kw_only=True)
class NextBand:
    """There is a further band.

    Units:
        ``start`` as the table's axis says, an attainment or an amount; ``value`` is a rate, a sum
        in the plan's currency or a share paid out. A rate is a ratio of the measure ``priced``,
        or money for each where that only counts; it is multiplied by ``times``, or, where nothing
        was priced yet, by the parameter ``times_of``.
    """

    KIND: ClassVar[str] = "next_band"

    gives: Gives
    shape: LadderShape
    start: Fraction
    value: Fraction
    priced: str
    times: Fraction | None
    times_of: str | None
    reach: Reach


@attrs.frozen(kw_only=True)
class LowerBand:
    """A band below gives more, as where a higher discount earns a lower rate.

    Units:
        As of ``NextBand``; ``end`` is where that band ends.
    """

    KIND: ClassVar[str] = "lower_band"

    gives: Gives
    end: Fraction
    value: Fraction
    priced: str
    times: Fraction | None
    times_of: str | None
    reach: Reach


@attrs.frozen(kw_only=True)
class TableStart:
    """The position on an axis of a grid lies below its first band, where nothing is given."""

    KIND: ClassVar[str] = "table_start"

    reach: Reach


@attrs.frozen(kw_only=True)
class NoQuota:
    """Without a quota for the measure the component pays nothing."""

    KIND: ClassVar[str] = "no_quota"

    measure: str


@attrs.frozen(kw_only=True)
class AtCap:
    """The component's own cap is reached."""

    KIND: ClassVar[str] = "at_cap"

    most: Figure


@attrs.frozen(kw_only=True)
class EachMore:
    """Each further deal or unit pays a sum; ``left`` is how many more are paid, where limited."""

    KIND: ClassVar[str] = "each_more"

    amount: Money
    left: Fraction | None


class Utmost(enum.Enum):
    """What a component gives at most."""

    LAST_BAND = "last_band"
    """The highest band of the table is reached."""

    WHOLE_BONUS = "whole_bonus"
    """The bonus is one sum, and it is paid."""

    ONE_RATE = "one_rate"
    """There is one rate for all amounts."""

    EACH_ALONE = "each_alone"
    """Deals are priced one by one; the period has no band."""

    ALL_SPIFFS = "all_spiffs"
    """As many are paid as the plan pays in a period."""

    FORMULA = "formula"
    """A formula has no band."""


@attrs.frozen(kw_only=True)
class Top:
    """The component has nothing further to reach."""

    KIND: ClassVar[str] = "top"

    utmost: Utmost


@attrs.frozen(kw_only=True)
class ItemAhead:
    """What is ahead of one item of a scorecard."""

    item: str
    ahead: NextBand | LowerBand | NoQuota | Top


@attrs.frozen(kw_only=True)
class Items:
    """Each item of a scorecard has something ahead of its own."""

    KIND: ClassVar[str] = "items"

    items: tuple[ItemAhead, ...]


Prospect: TypeAlias = (
    MissedGate
    | MissedKicker
    | NextBand
    | LowerBand
    | TableStart
    | NoQuota
    | AtCap
    | EachMore
    | Items
    | Top
)
