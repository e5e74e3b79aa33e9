"""Replay: a step's result worked out again from its inputs alone.

It is there to check a trace, and nothing that is paid depends on it: a trace whose replay differs
from what it says was not made by the arithmetic that it tells of. What a step's inputs are, and
how its result follows from them, is said by ``accountkit.settlement.trace.StepKind``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from math import prod

from accountkit.settlement.trace import Figure, Step, StepKind, number_of
from accountkit.values.money import Amount, Money, currency_digits
from accountkit.values.rounding import RoundingMode, RoundingPoint, round_units

__all__ = ["replay"]


def replay(step: Step) -> Figure:
    """What a step comes to by its own inputs, as a figure of the kind of its result.

    The result gives its kind and currency, and no more, with these exceptions. Steps that found
    something and did not work it out give it back, unchecked: ``MEASURE``, ``STEP`` and ``BONUS``;
    of ``POSITION`` the value is checked and not the row. ``DEAL`` takes its sign from the result,
    since a return mirrors what the price of its deal was. ``ROUNDING`` of lines together gives
    back a result that is less than one minor unit from the exact amount, and deal by deal any.

    A result that its currency cannot hold comes out as an ``Amount``, where it was ``Money``.
    """
    return _figure(_RULES[step.kind](_Inputs(step)), step.result)


class _Inputs:
    """The inputs of a step as plain numbers, money in the main unit of its currency."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def __contains__(self, name: str) -> bool:
        return name in self.step.inputs

    def __getitem__(self, name: str) -> Fraction:
        return number_of(self.step.inputs[name])

    def product(self, *names: str) -> Fraction:
        """Those of the inputs that are there, multiplied."""
        return prod((self[name] for name in names if name in self), start=Fraction(1))

    @property
    def operands(self) -> list[Fraction]:
        numbers = range(1, len(self.step.inputs) + 1)
        return [self[str(number)] for number in numbers if str(number) in self]

    @property
    def result(self) -> Fraction:
        return number_of(self.step.result)

    @property
    def scale(self) -> int:
        """How many minor units make one unit of the result's currency."""
        currency = getattr(self.step.result, "currency", None)
        return 1 if currency is None else int(10 ** currency_digits(currency))

    def rounded(self, value: Fraction) -> Fraction:
        """The value in whole minor units by the mode of the step; as it is, if there is none."""
        mode = self.step.inputs.get("mode")
        if mode is None:
            return value
        return Fraction(round_units(value * self.scale, RoundingMode(mode)), self.scale)


def _gate(inputs: _Inputs) -> Fraction:
    name, compare = next(item for item in _BOUNDS.items() if item[0] in inputs)
    return Fraction(compare(inputs["value"], inputs[name]))


def _quota(inputs: _Inputs) -> Fraction:
    over = number_of(inputs.step.inputs.get("over_assignment", 0))
    return inputs.product("target", "ramp", "days") / (1 + over)


def _deal(inputs: _Inputs) -> Fraction:
    value = abs(inputs.product("base", "rate", "times", "sum", "share", "kicker"))
    return -value if inputs.result < 0 else value


def _formula(inputs: _Inputs) -> Fraction:
    operands = inputs.operands
    return _OPERATIONS[inputs.step.subject](operands)


def _rounding(inputs: _Inputs) -> Fraction:
    exact, result = inputs["exact"], inputs.result
    point = inputs.step.inputs["point"]
    together = point == RoundingPoint.STATEMENT.value
    if point == RoundingPoint.DEAL.value or (together and abs(result - exact) * inputs.scale < 1):
        return result
    return inputs.rounded(exact)


def _shared(inputs: _Inputs) -> Fraction:
    exact = inputs["whole"] * inputs["share"]
    if "raised" not in inputs:
        return inputs.rounded(exact)
    units = abs(exact) * inputs.scale // 1 + inputs["raised"]
    part = Fraction(units, inputs.scale)
    return -part if exact < 0 else part


def _release(inputs: _Inputs) -> Fraction:
    return inputs.rounded(inputs.product("earned", "share")) - inputs["before"]


def _clawback(inputs: _Inputs) -> Fraction:
    claim = inputs.rounded(inputs.product("earned", "returned", "share"))
    return min(claim - inputs["before"], inputs["most"])


def _as_found(inputs: _Inputs) -> Fraction:
    return inputs.result


_BOUNDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "at_least": operator.ge,
    "above": operator.gt,
    "at_most": operator.le,
    "below": operator.lt,
}

_OPERATIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": lambda operands: sum(operands, Fraction(0)),
    "difference": lambda operands: operands[0] - operands[1],
    "product": lambda operands: prod(operands, start=Fraction(1)),
    "ratio": lambda operands: operands[0] / operands[1],
    "least": min,
    "greatest": max,
}

_RULES: dict[StepKind, Callable[[_Inputs], Fraction]] = {
    StepKind.CONVERSION: lambda inputs: inputs.rounded(inputs.product("amount", "rate")),
    StepKind.MEASURE: _as_found,
    StepKind.WEIGHTED: lambda inputs: inputs.product("value", "weight"),
    StepKind.QUOTIENT: lambda inputs: inputs["dividend"] / inputs["divisor"],
    StepKind.QUOTA: _quota,
    StepKind.ATTAINMENT: lambda inputs: inputs["measured"] / inputs["quota"],
    StepKind.NO_QUOTA: lambda _: Fraction(0),
    StepKind.GATE: _gate,
    StepKind.POSITION: lambda inputs: inputs["value"],
    StepKind.SLICE: lambda inputs: inputs.product("base", "rate", "times"),
    StepKind.RATE: lambda inputs: inputs.product("base", "rate", "times"),
    StepKind.DEAL: _deal,
    StepKind.STEP: _as_found,
    StepKind.BEFORE: lambda inputs: inputs["to_date"] - inputs["before"],
    StepKind.BONUS: _as_found,
    StepKind.SPIFF: lambda inputs: inputs.product("count", "amount"),
    StepKind.SCORE: lambda inputs: inputs.product("target", "weight", "payout"),
    StepKind.FORMULA: _formula,
    StepKind.KICKER: lambda inputs: inputs.product("value", "factor"),
    StepKind.CAP: lambda inputs: min(inputs["value"], inputs["most"]),
    StepKind.FLOOR: lambda inputs: max(inputs["value"], inputs["least"]),
    StepKind.ROUNDING: _rounding,
    StepKind.SHARED: _shared,
    StepKind.RELEASE: _release,
    StepKind.CLAWBACK: _clawback,
    StepKind.LIMIT: lambda inputs: inputs["sum"] - inputs["value"],
}


def _figure(value: Fraction, like: Figure) -> Figure:
    """The value as a figure of the same kind."""
    match like:
        case Money():
            units = value * 10 ** currency_digits(like.currency)
            if units.denominator == 1:
                return Money.from_minor(units.numerator, like.currency)
            return Amount(value, like.currency)
        case Amount():
            return Amount(value, like.currency)
        case _:
            return value
