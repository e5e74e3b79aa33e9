"""Prospects: why a line is not more, and what it would take.

Nothing is reckoned anew. The trace says what was counted and what the quota was, the plan says
where the gate, the cap or the next band is, and what is missing between them is their exact
difference. The value needed is the least that the measure can have: money ends at the currency's
minor unit, clients come one by one. Where a lower value pays more, it is the most that would do.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from accountkit.plans.components import (
    Accumulate,
    Award,
    Bonus,
    Commission,
    Component,
    Formula,
    Override,
    Scorecard,
    ScorecardItem,
    Spiff,
)
from accountkit.plans.components import StepSum as StepComponent
from accountkit.plans.conditions import Gate
from accountkit.plans.measures import (
    ActiveClients,
    Contacts,
    DealCount,
    DistinctClients,
    NewClients,
    Quotient,
    UnitSum,
    WeightedSum,
)
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.settlement._prospect_kinds import (
    AtCap,
    EachMore,
    Gives,
    ItemAhead,
    Items,
    LowerBand,
    MissedGate,
    MissedKicker,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    TableStart,
    Top,
    Utmost,
)
from accountkit.settlement.statements import Line, Outcome
from accountkit.settlement.trace import Figure, Step, StepKind, number_of
from accountkit.values.ladders import Band, Edge, Ladder, LadderShape
from accountkit.values.money import Amount, currency_digits

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
    "prospect",
]


def prospect(outcome: Outcome, plan_id: str, line: Line) -> Prospect | None:
    """What lies ahead of a line; ``None`` for one that was not traced.

    Args:
        outcome: the run that the line is of.
        plan_id: the plan that the person is paid under.
        line: a line of one of its statements.

    Raises:
        UnknownNameError: the run has no such plan.
    """
    if not line.steps:
        return None
    plan = outcome.plan(plan_id)
    component = next(part for part in plan.components if part.id == line.component)
    return _Ahead(outcome, plan.currency, line).of(component)


_WHOLE = (ActiveClients, NewClients, DistinctClients, Contacts)
"""Measures that count whole things only."""

_SPLIT = (DealCount, UnitSum)
"""Measures that count whole things, or shares of them."""

_PRICES = frozenset({StepKind.SLICE, StepKind.RATE, StepKind.STEP, StepKind.BEFORE})


class _Ahead:
    """The way ahead of one line, by the steps that were recorded of it."""

    def __init__(self, outcome: Outcome, currency: str, line: Line) -> None:
        self._outcome = outcome
        self._currency = currency
        self._steps = line.steps
        self._exact = line.exact

    def of(self, component: Component) -> Prospect:
        """What comes first: a quota, a gate, the cap, a further band, and last a kicker."""
        lacking = self._lacking(component)
        if lacking is not None:
            return NoQuota(measure=lacking)
        for gate in component.gates:
            missed = self._missed(gate)
            if missed is not None:
                return MissedGate(bound=gate.bound, reach=missed)
        capped = self._step(StepKind.CAP)
        if capped is not None and number_of(capped.inputs["value"]) >= number_of(capped.result):
            return AtCap(most=capped.inputs["most"])
        found = self._by_kind(component)
        if isinstance(found, Top):
            return self._kicker(component) or found
        return found

    def _lacking(self, component: Component) -> str | None:
        """The measure without whose quota the whole line is nothing."""
        if self._exact:
            return None
        items = component.items if isinstance(component, Scorecard) else ()
        apart = {item.measure for item in items}
        asked = {gate.attainment_of for gate in component.gates}
        lacking = (step.subject for step in self._all(StepKind.NO_QUOTA))
        return next((name for name in lacking if name not in apart or name in asked), None)

    def _by_kind(self, component: Component) -> Prospect:
        match component:
            case Commission() | StepComponent():
                return self._tabled(component)
            case Scorecard():
                return Items(items=tuple(map(self._item, component.items)))
            case Spiff():
                return self._spiff(component)
            case Formula():
                return Top(utmost=Utmost.FORMULA)
            case Override():
                return Top(utmost=Utmost.ONE_RATE)
            case Bonus() | Award():
                return Top(utmost=Utmost.WHOLE_BONUS)

    # --- gates ----------------------------------------------------------------------------------

    def _missed(self, gate: Gate) -> Reach | None:
        """How far a gate is from being passed; none if it was, or was never asked."""
        name = gate.bound_name
        asked = next(
            (
                step
                for step in self._steps
                if step.kind is StepKind.GATE
                and step.subject in {gate.attainment_of, gate.value_of, gate.earned_by}
                and name in step.inputs
                and number_of(step.inputs[name]) == gate.bound
            ),
            None,
        )
        if asked is None or asked.result != 0:
            return None
        counted, edge = number_of(asked.inputs["value"]), gate.bound
        measure = gate.value_of
        divided = None
        if gate.attainment_of is not None:
            divided = next(
                step
                for step in self._all(StepKind.ATTAINMENT, gate.attainment_of)
                if number_of(step.result) == counted
            )
        if divided is not None:
            measure = gate.attainment_of
            counted = number_of(divided.inputs["measured"])
            edge *= number_of(divided.inputs["quota"])
        way = _Way(edge=edge, owned=gate.passes(gate.bound), too_much=name in {"at_most", "below"})
        return self._reach(counted, way, measure=measure, component=gate.earned_by)

    def _kicker(self, component: Component) -> MissedKicker | None:
        """The first kicker whose gate was not passed, of those that would give more."""
        if isinstance(component, Award):
            return None
        for kicker in component.kickers:
            missed = None if kicker.gate is None else self._missed(kicker.gate)
            if missed is not None and kicker.factor > 1:
                return MissedKicker(factor=kicker.factor, reach=missed)
        return None

    # --- tables ---------------------------------------------------------------------------------

    def _tabled(self, component: Commission | StepComponent) -> Prospect:
        if isinstance(component, Commission) and component.rate is not None:
            return Top(utmost=Utmost.ONE_RATE)
        alone = component.accumulate is Accumulate.ALONE
        if component.grid is not None:
            if alone:
                return Top(utmost=Utmost.EACH_ALONE)
            return self._on_grid(component, component.grid)
        assert component.ladder is not None  # noqa: S101 - the constructor saw to it
        assert component.over is not None  # noqa: S101 - as above
        if alone and component.over is not Axis.ATTAINMENT:
            return Top(utmost=Utmost.EACH_ALONE)
        table = _Table(
            ladder=component.ladder,
            over=component.over,
            measure=component.by or component.measure,
            priced=component.measure,
            gives=Gives.SUM if isinstance(component, StepComponent) else Gives.RATE,
            times_of=component.times if isinstance(component, Commission) else None,
        )
        return self._band(table)

    def _on_grid(self, component: Commission | StepComponent, grid: Grid) -> Prospect:
        """What is ahead on the last axis, or on the first one that lies below its table."""
        positions: list[Fraction] = []
        for axis in grid.axes[:-1]:
            place = self._place(axis.over, axis.by or component.by or component.measure)
            if axis.band_of(place.position) is None:
                return TableStart(reach=self._to_start(axis, place))
            positions.append(place.position)
        row = grid.row(tuple(positions))
        assert row is not None  # noqa: S101 - every position lies in a band
        last = grid.axes[-1]
        table = _Table(
            ladder=row,
            over=last.over,
            measure=last.by or component.by or component.measure,
            priced=component.measure,
            gives=Gives.SUM if isinstance(component, StepComponent) else Gives.RATE,
            times_of=component.times if isinstance(component, Commission) else None,
        )
        return self._band(table)

    def _to_start(self, axis: GridAxis, place: _Place) -> Reach:
        owned = axis.edge is Edge.AT_OR_ABOVE
        return self._along(place, _Way(edge=axis.starts[0], owned=owned))

    def _band(self, table: _Table) -> NextBand | LowerBand | Top:
        place = self._place(table.over, table.measure)
        ladder = table.ladder
        band = ladder.next_band(place.position)
        if not table.prices_itself:
            band = _better_above(ladder, place.position)
        if band is not None:
            owned = ladder.next_band(band.start) != band
            return NextBand(
                gives=table.gives,
                shape=ladder.shape,
                start=band.start,
                value=band.value,
                priced=table.priced,
                times=self._times(),
                times_of=table.times_of,
                reach=self._along(place, _Way(edge=band.start, owned=owned)),
            )
        lower = None if table.prices_itself else _better_below(ladder, place.position)
        if lower is None:
            return Top(utmost=Utmost.LAST_BAND)
        end, value = lower
        owned = ladder.shape is LadderShape.CURVE or ladder.edge is Edge.ABOVE
        return LowerBand(
            gives=table.gives,
            end=end,
            value=value,
            priced=table.priced,
            times=self._times(),
            times_of=table.times_of,
            reach=self._along(place, _Way(edge=end, owned=owned, too_much=True)),
        )

    def _item(self, item: ScorecardItem) -> ItemAhead:
        lacking = self._step(StepKind.NO_QUOTA, item.measure)
        if lacking is not None:
            return ItemAhead(item=item.id, ahead=NoQuota(measure=item.measure))
        table = _Table(
            ladder=item.ladder,
            over=item.over,
            measure=item.measure,
            priced=item.measure,
            gives=Gives.PAYOUT,
            times_of=None,
        )
        return ItemAhead(item=item.id, ahead=self._band(table))

    def _spiff(self, component: Spiff) -> EachMore | Top:
        counted = self._step(StepKind.SPIFF)
        left = None
        if component.at_most is not None:
            paid = Fraction(0) if counted is None else number_of(counted.inputs["count"])
            left = component.at_most - paid
            if left <= 0:
                return Top(utmost=Utmost.ALL_SPIFFS)
        return EachMore(amount=component.amount, left=left)

    def _place(self, axis: Axis, measure: str) -> _Place:
        """Where the line stands on an axis, by what was recorded of it."""
        if axis is Axis.ATTAINMENT:
            divided = self._priced_by(StepKind.ATTAINMENT, measure)
            quota = number_of(divided.inputs["quota"])
            return _Place(
                position=number_of(divided.result), unit=quota, measure=measure, axis=axis
            )
        if axis in {Axis.AMOUNT, Axis.COUNT}:
            counted = self._counted(measure)
            return _Place(position=counted, unit=Fraction(1), measure=measure, axis=axis)
        found = self._priced_by(StepKind.POSITION, axis.value)
        return _Place(position=number_of(found.result), unit=Fraction(1), measure=None, axis=axis)

    def _counted(self, measure: str) -> Fraction:
        """The value of a measure, which for one that is made of others is in their last step."""
        match self._outcome.measure(measure):
            case WeightedSum():
                parts = self._all(StepKind.WEIGHTED, measure)
                return sum((number_of(step.result) for step in parts), Fraction(0))
            case Quotient(when_zero=when_zero):
                divided = self._step(StepKind.QUOTIENT, measure)
                return number_of(when_zero or 0) if divided is None else number_of(divided.result)
            case _:
                return number_of(self._priced_by(StepKind.MEASURE, measure).result)

    def _priced_by(self, kind: StepKind, subject: str) -> Step:
        """The step that the price rests on: the last one before it, after those of the gates."""
        found: Step | None = None
        for step in self._steps:
            if step.kind in _PRICES:
                break
            if step.kind is kind and step.subject == subject:
                found = step
        found = found or self._step(kind, subject)
        assert found is not None  # noqa: S101 - the evaluation records it before it prices
        return found

    def _along(self, place: _Place, way: _Way) -> Reach:
        """The way along an axis, in the unit of the measure on it, if it is one's."""
        there = attrs.evolve(way, edge=way.edge * place.unit)
        axis = place.axis if place.measure is None else None
        counted = place.position * place.unit
        return self._reach(counted, there, measure=place.measure, axis=axis)

    # --- reaching -------------------------------------------------------------------------------

    def _reach(
        self,
        counted: Fraction,
        way: _Way,
        *,
        measure: str | None = None,
        component: str | None = None,
        axis: Axis | None = None,
    ) -> Reach:
        """The way to an edge, or to the nearest value beyond it where the edge is not ``owned``."""
        is_money = component is not None or (
            measure is not None and self._outcome.measure(measure).IS_MONEY
        )
        scale = self._scale(measure, axis, counted, is_money=is_money)
        needed = way.edge if scale is None else way.nearest(scale)

        def figure(value: Fraction) -> Figure:
            return Amount(value, self._currency) if is_money else value

        return Reach(
            measure=measure,
            component=component,
            axis=axis,
            counted=figure(counted),
            needed=figure(needed),
            missing=figure(counted - needed if way.too_much else needed - counted),
            excluded=scale is None and not way.owned,
            too_much=way.too_much,
        )

    def _scale(
        self, measure: str | None, axis: Axis | None, counted: Fraction, *, is_money: bool
    ) -> int | None:
        """How many steps a unit has; none where every value between is possible."""
        if is_money:
            scale: int = 10 ** currency_digits(self._currency)
            return scale
        if axis is Axis.TENURE:
            return 1
        what = None if measure is None else self._outcome.measure(measure)
        is_whole = isinstance(what, _WHOLE) or (
            isinstance(what, _SPLIT) and counted.denominator == 1
        )
        return 1 if is_whole else None

    def _times(self) -> Fraction | None:
        """What every rate was multiplied by, if anything was priced."""
        for step in self._steps:
            if step.kind in {StepKind.SLICE, StepKind.RATE} and "times" in step.inputs:
                return number_of(step.inputs["times"])
        return None

    def _step(self, kind: StepKind, subject: str | None = None) -> Step | None:
        return next(self._all(kind, subject), None)

    def _all(self, kind: StepKind, subject: str | None = None) -> Iterator[Step]:
        return (
            step for step in self._steps if step.kind is kind and subject in {None, step.subject}
        )


@attrs.frozen(kw_only=True)
class _Table:
    """A ladder, what it is over, and what its values are."""

    ladder: Ladder
    over: Axis
    measure: str
    priced: str
    gives: Gives
    times_of: str | None

    @property
    def prices_itself(self) -> bool:
        """Whether a higher position has more to price too, so that no lower rate outweighs it."""
        of_deals = self.over in {Axis.MARGIN, Axis.DISCOUNT, Axis.TENURE}
        return self.gives is Gives.RATE and self.measure == self.priced and not of_deals


@attrs.frozen(kw_only=True)
class _Place:
    """A position on an axis; ``unit`` is what one of the axis is worth in the measure's unit."""

    position: Fraction
    unit: Fraction
    measure: str | None
    axis: Axis


@attrs.frozen(kw_only=True)
class _Way:
    """An edge to reach from below, or with ``too_much`` from above; ``owned``: the edge does."""

    edge: Fraction
    owned: bool
    too_much: bool = False

    def nearest(self, scale: int) -> Fraction:
        """The nearest value that does, of those with so many steps a unit."""
        steps = self.edge * scale
        if self.too_much:
            return Fraction(steps // 1 if self.owned else -(-steps // 1) - 1, scale)
        return Fraction(-(-steps // 1) if self.owned else steps // 1 + 1, scale)


def _better_above(ladder: Ladder, position: Fraction) -> Band | None:
    """The next band, or, where the band reached prices everything, the next that gives more."""
    band = ladder.next_band(position)
    if ladder.shape is LadderShape.SLICED or band is None:
        return band
    now = ladder.value_at(position)
    while band is not None and band.value <= now:
        following = [later for later in ladder.bands if later.start > band.start]
        band = following[0] if following else None
    return band


def _better_below(ladder: Ladder, position: Fraction) -> tuple[Fraction, Fraction] | None:
    """The end of the nearest band below that gives more, and what it gives.

    Of a curve it is the nearest point below that does; a sliced ladder prices every slice anyway.
    """
    if ladder.shape is LadderShape.SLICED:
        return None
    now = ladder.value_at(position)
    below = [band for band in ladder.bands if band.start < position and band.value > now]
    if not below:
        return None
    nearest = below[-1]
    end = nearest.start if ladder.shape is LadderShape.CURVE else nearest.end
    return None if end is None else (end, nearest.value)
