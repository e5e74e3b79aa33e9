"""Steps: each step of a trace as a sentence with its numbers.

Nothing is computed here: every figure is one that the evaluation recorded
(``accountkit.settlement.trace``, which says what each kind of step holds). Money prints with every
digit it has until it is rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from accountkit.documents.formats import date_text
from accountkit.documents.pay_names import PayNames
from accountkit.documents.step_words import StepWords
from accountkit.plans.components import Accumulate, Award, Commission, Component
from accountkit.plans.components import StepSum as StepComponent
from accountkit.plans.measures import Contacts, FulfilmentShare, Quotient, WeightedSum, Whose
from accountkit.plans.plan import Plan
from accountkit.plans.rate_tables import Axis
from accountkit.settlement.trace import Figure, Step, StepKind, number_of
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import RoundingPoint

__all__ = ["StepTelling"]

_BOUNDS = ("at_least", "above", "at_most", "below")
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"sum": " + ", "difference": " − ", "product": " × ", "ratio": " ÷ "}
)
"""What stands between the operands of an operation; others list theirs."""

_TO_DATE = frozenset({Accumulate.QUARTER_TO_DATE, Accumulate.HALF_TO_DATE, Accumulate.YEAR_TO_DATE})
_PRICED = frozenset({StepKind.SLICE, StepKind.RATE, StepKind.STEP, StepKind.BEFORE})


@attrs.frozen(kw_only=True)
class StepTelling:
    """The telling of the steps of one component, or of one movement where there is none.

    With ``deals`` the deals behind a measure are named, and conversions are told deal by deal.
    ``deal`` is the deal that a movement is about; ``to_date`` says that a measure is counted to
    date.
    """

    names: PayNames
    plan: Plan
    component: Component | None = None
    deals: bool = False
    deal: str | None = None
    to_date: bool = False

    @property
    def words(self) -> StepWords:
        """The words of the language told in."""
        return self.names.steps

    def sentences(self, steps: Iterable[Step]) -> Iterator[str]:
        """A sentence or more for each step, in their order."""
        listed = tuple(steps)
        converted = [step for step in listed if step.kind is StepKind.CONVERSION]
        if converted and not self.deals:
            yield self.words.conversions.format(count=self._deal_count(len(converted)))
        counted_to_date = _counted_to_date(self.component, listed)
        to_date = attrs.evolve(self, to_date=True)
        for position, step in enumerate(listed):
            if self.deals or step.kind is not StepKind.CONVERSION:
                telling = to_date if position in counted_to_date else self
                yield telling.sentence(step)
            if self.deals and step.deals and step.kind is not StepKind.CLAWBACK:
                yield self.words.deals.format(deals=", ".join(step.deals))

    def sentence(self, step: Step) -> str:
        """A step as a sentence."""
        return self._told[step.kind](step)

    @property
    def _told(self) -> Mapping[StepKind, Callable[[Step], str]]:
        """How each kind of step is told."""
        return {
            StepKind.CONVERSION: self._converted,
            StepKind.MEASURE: self._counted,
            StepKind.WEIGHTED: self._weighted,
            StepKind.QUOTIENT: self._quotient,
            StepKind.QUOTA: self._quota,
            StepKind.ATTAINMENT: self._divided,
            StepKind.NO_QUOTA: self._no_quota,
            StepKind.GATE: self._gate,
            StepKind.POSITION: self._position,
            StepKind.SLICE: self._slice,
            StepKind.RATE: self._priced,
            StepKind.DEAL: self._deal,
            StepKind.STEP: self._step,
            StepKind.BEFORE: self._before,
            StepKind.BONUS: self._bonus,
            StepKind.SPIFF: self._spiff,
            StepKind.SCORE: self._score,
            StepKind.FORMULA: self._formula,
            StepKind.KICKER: self._kicker,
            StepKind.CAP: self._cap,
            StepKind.FLOOR: self._floor,
            StepKind.ROUNDING: self._rounded,
            StepKind.SHARED: self._shared,
            StepKind.RELEASE: self._release,
            StepKind.CLAWBACK: self._clawback,
            StepKind.LIMIT: self._limit,
        }

    # --- counting -------------------------------------------------------------------------------

    def _converted(self, step: Step) -> str:
        words, inputs = self.words, step.inputs
        rate = self._figure(inputs["rate"])
        if "on" in inputs:
            day = date_text(date.fromisoformat(str(inputs["on"])), locale=self.names.language)
            rate = words.rate_published.format(rate=rate, source=inputs["source"], day=day)
        else:
            rate = words.rate_fixed.format(rate=rate)
        mode = inputs.get("mode")
        pattern = words.converted if mode is None else words.converted_rounded
        return pattern.format(
            deal=step.subject,
            amount=self._figure(inputs["amount"]),
            rate=rate,
            mode="" if mode is None else words.modes[str(mode)],
            result=self._figure(step.result),
        )

    def _counted(self, step: Step) -> str:
        return self._counting_pattern(step).format(
            measure=_capitalised(self._measure(step.subject)),
            level=step.inputs.get("level"),
            result=self._value(step.subject, step.result),
            count=self._deal_count(len(step.deals)),
        )

    def _counting_pattern(self, step: Step) -> str:
        words = self.words
        measure = self.names.outcome.measure(step.subject)
        if isinstance(measure, Contacts | FulfilmentShare | WeightedSum | Quotient):
            return words.counted_plain
        level = step.inputs.get("level")
        if level is not None:
            patterns = {0: words.counted_own, 1: words.counted_reports}
            return patterns.get(int(number_of(level)), words.counted_level)
        whose = {
            Whose.REPORTS.value: words.counted_reports,
            Whose.TEAM.value: words.counted_team,
            Whose.OWN_AND_TEAM.value: words.counted_together,
        }
        return whose.get(str(step.inputs.get("whose")), words.counted_own)

    def _weighted(self, step: Step) -> str:
        measure = str(step.inputs["measure"])
        return self.words.product.format(
            measure=_capitalised(self.names.measure(measure)),
            value=self._value(measure, step.inputs["value"]),
            weight=self._figure(step.inputs["weight"]),
            result=self._figure(step.result),
        )

    def _quotient(self, step: Step) -> str:
        return self.words.quotient.format(
            measure=_capitalised(self.names.measure(step.subject)),
            dividend=self._figure(step.inputs["dividend"]),
            divisor=self._figure(step.inputs["divisor"]),
            result=self._figure(step.result),
        )

    def _quota(self, step: Step) -> str:
        words, inputs = self.words, step.inputs
        factors = self._value(step.subject, inputs["target"])
        for name in ("ramp", "days"):
            if inputs.get(name, 1) != 1:
                share = self._labelled(self._share(inputs[name]), words.quota_labels[name])
                factors += f" × {share}"
        if inputs.get("over_assignment", 0) != 0:
            share = f"(1 + {self._share(inputs['over_assignment'])})"
            factors += f" ÷ {self._labelled(share, words.quota_labels['over_assignment'])}"
        return words.quota.format(
            measure=self.names.measure(step.subject),
            factors=factors,
            result=self._value(step.subject, step.result),
        )

    def _divided(self, step: Step) -> str:
        return self.words.divided.format(
            measure=self._measure(step.subject),
            measured=self._value(step.subject, step.inputs["measured"]),
            quota=self._value(step.subject, step.inputs["quota"]),
            result=self._share(step.result),
        )

    def _no_quota(self, step: Step) -> str:
        return self.words.no_quota.format(measure=self.names.measure(step.subject))

    # --- conditions -----------------------------------------------------------------------------

    def _gate(self, step: Step) -> str:
        words, asked = self.words, str(step.inputs["asked"])
        bound = next(name for name in _BOUNDS if name in step.inputs)
        outcome = "passed" if step.result == 1 else "missed"
        relation = words.relations[f"{bound}_{outcome}"].format(
            bound=self._asked(asked, step.subject, step.inputs[bound])
        )
        is_component = asked == "earned_by"
        name = self.names.component(self.plan, step.subject) if is_component else None
        return words.gate.format(
            asked=words.asked[asked].format(
                name=name or self.names.measure(step.subject),
                value=self._asked(asked, step.subject, step.inputs["value"]),
                relation=relation,
            ),
            follows=words.follows[self._what_follows(step, asked, bound)],
        )

    def _asked(self, asked: str, subject: str, value: Figure) -> str:
        """What a gate asks about, or its bound, in the unit that it is in."""
        if asked == "attainment_of":
            return self._share(value)
        if asked == "value_of":
            return self._value(subject, value)
        return self._figure(self._money(value))

    def _what_follows(self, step: Step, asked: str, bound: str) -> str:
        """Whether the component pays hangs on its own gates only, not on those of a kicker."""
        passed = step.result == 1
        component = None if isinstance(self.component, Award) else self.component
        gates = () if component is None else component.gates
        for gate in gates:
            if getattr(gate, asked) == step.subject and (
                getattr(gate, bound) == number_of(step.inputs[bound])
            ):
                return "pays" if passed else "pays_nothing"
        return "passed" if passed else "missed"

    # --- pricing --------------------------------------------------------------------------------

    def _position(self, step: Step) -> str:
        return self.words.position.format(
            axis=self.words.axes[step.subject],
            value=self._at(step.subject, step.inputs.get("value", step.result)),
        )

    def _slice(self, step: Step) -> str:
        axis = str(step.inputs["axis"])
        start, width = number_of(step.inputs["start"]), number_of(step.inputs["width"])
        is_quota = axis == Axis.ATTAINMENT.value
        pattern = self.words.slice_attainment if is_quota else self.words.slice_axis
        return pattern.format(
            start=self._at(axis, start),
            end=self._at(axis, start + width),
            base=self._figure(step.inputs["base"]),
            rate=self._rate(step),
            result=self._figure(step.result),
        )

    def _priced(self, step: Step) -> str:
        return self.words.rate.format(
            base=self._figure(step.inputs["base"]),
            rate=self._rate(step),
            result=self._figure(step.result),
        )

    def _rate(self, step: Step) -> str:
        """The rate: a percent of money, and money for each of what is only counted."""
        is_money = isinstance(step.inputs["base"], Amount | Money)
        rate, times = step.inputs["rate"], step.inputs.get("times", 1)
        priced = rate if times == 1 else times
        told = self._share(priced) if is_money else self._figure(self._money(priced))
        if times == 1:
            return told
        return self.words.times.format(rate=self._figure(rate), times=told)

    def _deal(self, step: Step) -> str:
        words, inputs = self.words, step.inputs
        base = inputs.get("sum", inputs.get("base", 0))
        factors = [self._figure(self._money(base) if "sum" in inputs else base)]
        if "rate" in inputs:
            factors.append(self._rate(step))
        is_return = "rate" not in inputs and "sum" not in inputs
        share = words.given_back if is_return else words.credited
        for name, label in (("share", share), ("kicker", words.kicker)):
            if name in inputs and inputs[name] != 1:
                told = self._share(inputs[name]) if name == "share" else self._figure(inputs[name])
                factors.append(self._labelled(told, label))
        if is_return or number_of(step.result) < 0 < number_of(base):
            return words.deal_returned.format(
                deal=step.subject,
                product=" × ".join(factors),
                result=self._figure(self._money(step.result)),
            )
        return words.deal.format(deal=step.subject, reckoned=self._product(factors, step))

    def _product(self, factors: list[str], step: Step) -> str:
        """Factors and what they come to; one alone is what it comes to."""
        result = self._figure(self._money(step.result))
        return result if len(factors) == 1 else f"{' × '.join(factors)} = {result}"

    def _step(self, step: Step) -> str:
        axis = _last_axis(self.component)
        position = step.inputs["at"]
        at = self._figure(position) if axis is None else self._at(axis.value, position)
        return self.words.step.format(at=at, result=self._figure(step.result))

    def _before(self, step: Step) -> str:
        return self.words.before.format(**self._figures(step, "to_date", "before"))

    def _bonus(self, step: Step) -> str:
        return self.words.bonus.format(result=self._figure(step.result))

    def _spiff(self, step: Step) -> str:
        return self.words.rate.format(
            base=self._figure(step.inputs["count"]),
            rate=self._figure(step.inputs["amount"]),
            result=self._figure(step.result),
        )

    def _score(self, step: Step) -> str:
        factors = [
            self._figure(step.inputs["target"]),
            self._labelled(self._share(step.inputs["weight"]), self.words.weight),
            self._labelled(self._share(step.inputs["payout"]), self.words.payout),
        ]
        return self.words.score.format(item=step.subject, reckoned=self._product(factors, step))

    def _formula(self, step: Step) -> str:
        operands = [self._operand(step.subject, value) for value in step.inputs.values()]
        parts = _SIGNS.get(step.subject, "; ").join(operands)
        is_share = step.subject == "attainment_of"
        result = self._share(step.result) if is_share else self._figure(step.result)
        return self.words.formulas[step.subject].format(parts=parts, result=result)

    def _operand(self, operation: str, value: Figure) -> str:
        """An operand: a number, or the name of what a leaf of the expression reads."""
        if not isinstance(value, str):
            return self._figure(value)
        if operation in {"value_of", "attainment_of"}:
            return self.names.measure(value)
        return self.names.component(self.plan, value) if operation == "earned_by" else value

    # --- modifying and settling -----------------------------------------------------------------

    def _kicker(self, step: Step) -> str:
        return self.words.rate.format(
            base=self._figure(step.inputs["value"]),
            rate=self._labelled(self._figure(step.inputs["factor"]), self.words.kicker),
            result=self._figure(step.result),
        )

    def _cap(self, step: Step) -> str:
        told = self._figures(step, "value", "most")
        if self.component is None:
            return self.words.limits["most"].format(**told)
        is_kept = number_of(step.inputs["value"]) <= number_of(step.inputs["most"])
        return (self.words.cap_kept if is_kept else self.words.cap_reached).format(**told)

    def _floor(self, step: Step) -> str:
        told = self._figures(step, "value", "least")
        if self.component is None:
            return self.words.limits["least"].format(**told)
        is_kept = number_of(step.inputs["value"]) >= number_of(step.inputs["least"])
        return (self.words.floor_kept if is_kept else self.words.floor_reached).format(**told)

    def _rounded(self, step: Step) -> str:
        patterns = {
            RoundingPoint.STATEMENT.value: self.words.rounded_statement,
            RoundingPoint.DEAL.value: self.words.rounded_deal,
        }
        return patterns.get(str(step.inputs["point"]), self.words.rounded).format(
            exact=self._figure(step.inputs["exact"]),
            mode=self.words.modes[str(step.inputs["mode"])],
            result=self._figure(step.result),
        )

    def _shared(self, step: Step) -> str:
        return self.words.shared.format(
            subject=self._subject(step),
            share=self._share(step.inputs["share"]),
            whole=self._figure(step.inputs["whole"]),
            result=self._figure(step.result),
        )

    def _release(self, step: Step) -> str:
        return self.words.release.format(
            subject=self._subject(step),
            share=self._share(step.inputs["share"]),
            **self._figures(step, "earned", "before"),
        )

    def _clawback(self, step: Step) -> str:
        words, inputs = self.words, step.inputs
        returned = ": ".join(filter(None, (words.given_back, ", ".join(step.deals))))
        reckoned = (
            f"{self._figure(inputs['earned'])}"
            f" × {self._labelled(self._share(inputs['returned']), returned)}"
            f" × {self._labelled(self._share(inputs['share']), words.taken_share)}"
        )
        before = inputs.get("before")
        if before is not None and number_of(before):
            reckoned += f" − {self._labelled(self._figure(before), words.forfeited)}"
        return words.clawback.format(
            subject=self._subject(step), reckoned=reckoned, **self._figures(step, "most")
        )

    def _subject(self, step: Step) -> str:
        """The deal that a movement is about, an instalment of it, or the term."""
        of_deal = [] if self.deal is None else [self.words.of_deal.format(deal=self.deal)]
        if step.subject == self.deal:
            return of_deal[0]
        if step.subject.isdecimal():
            instalment = self.words.instalment.format(number=step.subject)
            return _capitalised(", ".join([*of_deal, instalment]))
        return self.names.component(self.plan, step.subject)

    def _limit(self, step: Step) -> str:
        value, bound = number_of(step.inputs["value"]), number_of(step.inputs["sum"])
        result = abs(number_of(step.result))
        how = "compared"
        if result == abs(value - bound):
            how = "over" if value > bound else "under"
        told = {**self._figures(step, "value", "sum"), "result": self._figure(self._money(result))}
        return self.words.limits[how].format(**told)

    # --- figures --------------------------------------------------------------------------------

    def _figures(self, step: Step, *inputs: str) -> dict[str, str]:
        """Inputs of a step and its result, all of them money."""
        told = {name: self._figure(self._money(step.inputs[name])) for name in inputs}
        return told | {"result": self._figure(self._money(step.result))}

    def _money(self, figure: Figure) -> Figure:
        return self.names.money(figure, self.plan.currency)

    def _value(self, measure: str, value: Figure) -> str:
        return self.names.value(measure, value, self.plan.currency)

    def _measure(self, measure: str) -> str:
        name = self.names.measure(measure)
        return self.words.to_date.format(name=name) if self.to_date else name

    def _at(self, axis: str, position: Figure) -> str:
        return self.names.position(axis, position, self._currency_along())

    def _currency_along(self) -> str | None:
        """The currency of amounts along the component's axis, if the measure there is of money."""
        if not isinstance(self.component, Commission | StepComponent):
            return None
        measure = self.names.outcome.measure(self.component.by or self.component.measure)
        return self.plan.currency if measure.IS_MONEY else None

    def _deal_count(self, count: int) -> str:
        return self.words.deal_count.of(count, locale=self.names.language)

    def _labelled(self, value: str, label: str) -> str:
        return self.words.labelled.format(value=value, label=label)

    def _figure(self, figure: Figure) -> str:
        return self.names.figure(figure)

    def _share(self, ratio: Figure) -> str:
        return self.names.share(ratio)


def _counted_to_date(component: Component | None, steps: tuple[Step, ...]) -> frozenset[int]:
    """Which steps count a measure to date: of a component that does, the last before its price."""
    if not isinstance(component, Commission | StepComponent):
        return frozenset()
    if component.accumulate not in _TO_DATE:
        return frozenset()
    found: dict[tuple[StepKind, str], int] = {}
    for position, step in enumerate(steps):
        if step.kind in _PRICED:
            break
        if step.kind in {StepKind.MEASURE, StepKind.ATTAINMENT}:
            found[step.kind, step.subject] = position
    priced = {component.measure, component.by}
    return frozenset(position for (_, subject), position in found.items() if subject in priced)


def _capitalised(name: str) -> str:
    """A name as it opens a sentence."""
    return name[:1].upper() + name[1:]


def _last_axis(component: Component | None) -> Axis | None:
    """The axis that the values of a component's table run along."""
    if not isinstance(component, Commission | StepComponent):
        return None
    return component.over if component.grid is None else component.grid.axes[-1].over
