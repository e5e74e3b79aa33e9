"""Explanations: the steps of a statement's lines as sentences with their numbers.

Nothing is computed here: every figure is one that the evaluation recorded
(``accountkit.settlement.trace``). Money prints with every digit it has until it is rounded.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from fractions import Fraction

import attrs

from accountkit.documents.document import Document
from accountkit.documents.figures import amount_text, number_text, share_text
from accountkit.documents.formats import money_text
from accountkit.documents.pay_words import PayWords, pay_words_for
from accountkit.documents.tree import Block, Dashes, Heading, Item, Paragraph, Tree, inline
from accountkit.settlement.prospects import (
    MissedGate,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    Top,
    prospect,
)
from accountkit.settlement.statements import Line, Outcome, Statement
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.ladders import LadderShape
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import RoundingPoint
from accountkit.values.texts import MissingTextError, Text

__all__ = ["Depth", "Telling", "explain"]


class Depth(enum.Enum):
    """How far down an explanation goes."""

    LINES = "lines"
    """The amount of each line and the clause that grants it."""

    STEPS = "steps"
    """Each step that led to it, too."""

    DEALS = "deals"
    """The deals behind each measure, too."""


def explain(
    outcome: Outcome,
    payee: str,
    *,
    locale: str,
    depth: Depth = Depth.STEPS,
    more: bool = False,
) -> Document:
    """How each line of a person's statement came about, in sentences.

    Args:
        outcome: an evaluation that was traced, fresh or read back from a store.
        payee: the person's id.
        locale: the language to tell it in, such as ``en`` or ``fil``.
        depth: how far down to go.
        more: also tell why each line is not more, and what it would take.

    Raises:
        UnknownNameError: the person has no statement.
        UsageError: statements are not printed in that language.
        MissingTextError: the plan has no wording in that language.
    """
    statement = outcome.statement(payee)
    telling = Telling(outcome=outcome, words=pay_words_for(locale), deals=depth is Depth.DEALS)
    title = f"{statement.name}, {statement.label}"
    blocks: list[Block] = [Heading(level=1, content=inline(title))]
    for line in statement.lines:
        blocks += telling.heading(line, level=2)
        blocks.append(Paragraph(content=inline(telling.clause(statement, line))))
        if depth is not Depth.LINES:
            blocks += telling.arithmetic(line)
        if more:
            blocks += telling.ahead(statement, line)
    return Document(Tree(language=telling.words.language, title=title, blocks=tuple(blocks)))


@attrs.frozen(kw_only=True)
class Telling:
    """The telling of one outcome in one language."""

    outcome: Outcome
    words: PayWords
    deals: bool = False

    def heading(self, line: Line, *, level: int) -> Iterator[Block]:
        """The heading of a line: its component and amount."""
        amount = money_text(line.amount, locale=self.words.language)
        yield Heading(level=level, content=inline(f"{line.component}: {amount}"))

    def arithmetic(self, line: Line) -> Iterator[Block]:
        """A sentence for each step of a line; nothing for a line that was not traced."""
        sentences = [sentence for step in line.steps for sentence in self._sentences(step)]
        if sentences:
            yield Dashes(items=tuple(Item(content=inline(text)) for text in sentences))

    def ahead(self, statement: Statement, line: Line) -> Iterator[Block]:
        """Why a line is not more; nothing for a line that was not traced."""
        found = prospect(self.outcome, statement.plan, line)
        if found is not None:
            yield Paragraph(content=inline(self._ahead(found)))

    def clause(self, statement: Statement, line: Line) -> str:
        """The wording of the clause that grants a line."""
        plan = self.outcome.plan(statement.plan)
        return self.text(plan.clause(line.clause).text, f"clause {line.clause}")

    def measure(self, measure_id: str) -> str:
        """What a measure is called."""
        return self.text(self.outcome.measure(measure_id).title, f"measure {measure_id}")

    def text(self, text: Text, subject: str) -> str:
        """A wording in the language told in; the error names what lacks it."""
        try:
            return text.get(self.words.language)
        except MissingTextError as error:
            error.subject = subject
            raise

    def value(self, measure_id: str, value: Fraction, currency: str) -> str:
        """A value of a measure, in its unit."""
        if self.outcome.measure(measure_id).IS_MONEY:
            return self._figure(Amount(value, currency))
        return self._figure(value)

    def _sentences(self, step: Step) -> Iterator[str]:
        match step.kind:
            case StepKind.MEASURE:
                yield self._counted(step)
                if self.deals and step.deals:
                    yield self.words.deals.format(deals=", ".join(step.deals))
            case StepKind.ATTAINMENT:
                yield self._divided(step)
            case StepKind.NO_QUOTA:
                yield self.words.no_quota.format(measure=self.measure(step.subject))
            case StepKind.GATE:
                yield self._gate(step)
            case StepKind.SLICE:
                yield self._slice(step)
            case StepKind.RATE:
                yield self._priced(self.words.rate, step)
            case StepKind.BONUS:
                yield self.words.bonus.format(result=self._figure(step.result))
            case StepKind.ROUNDING:
                yield self._rounded(step)

    def _counted(self, step: Step) -> str:
        level = step.inputs["level"]
        patterns = {0: self.words.counted_own, 1: self.words.counted_reports}
        sentence = patterns.get(int(str(level)), self.words.counted_team).format(
            measure=self.measure(step.subject),
            level=level,
            result=self._figure(step.result),
            count=self.words.deal_count.of(len(step.deals), locale=self.words.language),
        )
        return sentence[:1].upper() + sentence[1:]

    def _divided(self, step: Step) -> str:
        return self.words.divided.format(
            measure=self.measure(step.subject),
            measured=self._figure(step.inputs["measured"]),
            quota=self._figure(step.inputs["quota"]),
            result=self._share(step.result),
        )

    def _gate(self, step: Step) -> str:
        passed = step.result == 1
        if "at_least" in step.inputs:
            pattern = self.words.gate_passed if passed else self.words.gate_failed
            bound = step.inputs["at_least"]
        else:
            pattern = self.words.gate_above_passed if passed else self.words.gate_above_failed
            bound = step.inputs["above"]
        return pattern.format(
            attainment=self._share(step.inputs["attainment"]),
            bound=self._share(bound),
            measure=self.measure(step.subject),
        )

    def _slice(self, step: Step) -> str:
        start, width = Fraction(str(step.inputs["start"])), Fraction(str(step.inputs["width"]))
        if step.inputs["axis"] == "attainment":
            edges = {"start": self._share(start), "end": self._share(start + width)}
            return self._priced(self.words.slice_attainment, step, **edges)
        edges = {"start": self._figure(start), "end": self._figure(start + width)}
        return self._priced(self.words.slice_amount, step, **edges)

    def _priced(self, pattern: str, step: Step, **edges: str) -> str:
        rate = self._rate(step)
        return pattern.format(
            base=self._figure(step.inputs["base"]),
            rate=rate,
            result=self._figure(step.result),
            **edges,
        )

    def _rate(self, step: Step) -> str:
        times = step.inputs.get("times")
        if times is None or times == 1:
            return self._share(step.inputs["rate"])
        return self.words.times.format(
            rate=self._figure(step.inputs["rate"]), times=self._share(times)
        )

    def _rounded(self, step: Step) -> str:
        together = step.inputs["point"] == RoundingPoint.STATEMENT.value
        pattern = self.words.rounded_statement if together else self.words.rounded
        return pattern.format(
            exact=self._figure(step.inputs["exact"]),
            mode=self.words.modes[str(step.inputs["mode"])],
            result=self._figure(step.result),
        )

    def _ahead(self, found: Prospect) -> str:
        match found:
            case MissedGate(reach=reach):
                return self.words.missed_gate.format(**self._reach(reach))
            case NextBand(reach=reach):
                is_curve = found.shape is LadderShape.CURVE
                pattern = self.words.next_point if is_curve else self.words.next_band
                return pattern.format(rate=self._next_rate(found), **self._reach(reach))
            case NoQuota():
                return self.words.lacks_quota.format(measure=self.measure(found.measure))
            case Top():
                return self.words.utmost[found.utmost.value]

    def _reach(self, reach: Reach) -> dict[str, str]:
        return {
            "measure": self.measure(reach.measure),
            "counted": self._figure(reach.counted),
            "needed": self._figure(reach.needed),
            "missing": self._figure(reach.missing),
        }

    def _next_rate(self, band: NextBand) -> str:
        if band.times_of is None:
            return self._share(band.rate)
        times = band.times_of if band.times is None else self._share(band.times)
        return self.words.times.format(rate=self._figure(band.rate), times=times)

    def _share(self, ratio: Figure) -> str:
        return share_text(Fraction(str(ratio)), locale=self.words.language)

    def _figure(self, figure: Figure) -> str:
        match figure:
            case Amount() | Money():
                return amount_text(figure, locale=self.words.language)
            case Fraction() | int():
                return number_text(figure, locale=self.words.language)
            case str():
                return figure
