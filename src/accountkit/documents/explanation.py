"""Explanations: how each line and movement of a statement came about, in sentences.

Nothing is computed here: every figure is one that the evaluation recorded. A sentence for each
step is ``accountkit.documents.steps``, what is ahead is ``accountkit.documents.ahead``, and what
settled the pay is ``accountkit.documents.movements``.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

import attrs

from accountkit.documents.ahead import AheadTelling
from accountkit.documents.document import Document
from accountkit.documents.formats import money_text
from accountkit.documents.movements import MovementGroup, MovementTelling, grouped
from accountkit.documents.pay_names import PayNames, component_of
from accountkit.documents.pay_words import PayWords, pay_words_for
from accountkit.documents.steps import StepTelling
from accountkit.documents.tree import Block, Dashes, Heading, Item, Paragraph, Tree, inline
from accountkit.plans.plan import Plan
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.prospects import prospect
from accountkit.settlement.statements import AwardLine, Line, Outcome, Statement
from accountkit.settlement.trace import Step
from accountkit.values.money import Money

__all__ = ["Depth", "Telling", "explain"]


class Depth(enum.Enum):
    """How far down an explanation goes."""

    LINES = "lines"
    """The amount of each line and movement, and the clause that grants it."""

    STEPS = "steps"
    """Each step that led to it, too."""

    DEALS = "deals"
    """The deals behind each measure, too, and the conversion of each."""


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
    telling = Telling.of(outcome, statement, pay_words_for(locale), depth)
    title = f"{statement.name}, {statement.label}"
    heading = Heading(level=1, content=inline(title))
    blocks = (heading, *telling.explained(level=2, quoted=True, more=more))
    return Document(Tree(language=telling.words.language, title=title, blocks=blocks))


@attrs.frozen(kw_only=True)
class Telling:
    """The telling of one statement in one language."""

    statement: Statement
    plan: Plan
    names: PayNames
    words: PayWords
    depth: Depth

    @classmethod
    def of(
        cls, outcome: Outcome, statement: Statement, words: PayWords, depth: Depth = Depth.STEPS
    ) -> Telling:
        """The telling of a statement of an outcome."""
        return cls(
            statement=statement,
            plan=outcome.plan(statement.plan),
            names=PayNames(outcome=outcome, language=words.language, steps=words.steps),
            words=words,
            depth=depth,
        )

    @property
    def settling(self) -> MovementTelling:
        """The telling of what settled the statement."""
        return MovementTelling(names=self.names, plan=self.plan, words=self.words.settling)

    def explained(self, *, level: int, quoted: bool, more: bool = False) -> Iterator[Block]:
        """Everything that the statement pays or hands out, one after the other.

        Args:
            level: that of the headings.
            quoted: whether clauses and reasons are told too, where no table tells them already.
            more: whether to tell why each line is not more.
        """
        for line in self.statement.lines:
            yield self._heading(self.line(line), line.amount, level)
            yield from self._basis(self.names.clause(self.plan, line.clause), quoted=quoted)
            yield from self._steps(line.component, line.steps)
            if more:
                yield from self._ahead(line)
        for group in grouped(self.statement):
            yield from self._moved(group, level=level, quoted=quoted, more=more)
        if quoted:
            yield from self._posted(level)
        for award in self.statement.awards:
            yield from self._awarded(award, level=level, quoted=quoted)

    def line(self, line: Line) -> str:
        """What a line is called."""
        return self.names.component(self.plan, line.component)

    def money(self, money: Money) -> str:
        """A sum as the language writes it."""
        return money_text(money, locale=self.words.language)

    def _heading(self, name: str, amount: Money, level: int) -> Heading:
        return Heading(level=level, content=inline(f"{name}: {self.money(amount)}"))

    def _basis(self, text: str, *, quoted: bool) -> Iterator[Block]:
        if quoted and text:
            yield Paragraph(content=inline(text))

    def _steps(self, component: str, steps: Iterable[Step]) -> Iterator[Block]:
        """A sentence for each step of a component; nothing for one that was not traced."""
        if self.depth is not Depth.LINES:
            telling = StepTelling(
                names=self.names,
                plan=self.plan,
                component=component_of(self.plan, component),
                deals=self.depth is Depth.DEALS,
            )
            yield from _dashes(telling.sentences(steps))

    def _ahead(self, line: Line) -> Iterator[Block]:
        """Why a line is not more; nothing for a line that was not traced."""
        found = prospect(self.names.outcome, self.statement.plan, line)
        if found is not None:
            for sentence in self._looking.sentences(found):
                yield Paragraph(content=inline(sentence))

    @property
    def _looking(self) -> AheadTelling:
        return AheadTelling(names=self.names, plan=self.plan, words=self.words.ahead)

    def _moved(
        self, group: MovementGroup, *, level: int, quoted: bool, more: bool
    ) -> Iterator[Block]:
        sentences = () if self.depth is Depth.LINES else tuple(self.settling.sentences(group))
        if not quoted and not sentences:
            return  # the table of the pay says it all
        amount = group.pay or group.balance
        yield self._heading(self.settling.label(group), amount, level)
        yield from self._basis(self.settling.clause(group.clause), quoted=quoted)
        yield from _dashes(sentences)
        if more and group.kind is MovementKind.CAPPED:
            reason = self.words.settling.cut_off.format(
                amount=self.money(-group.pay), term=self.settling.term(group.term)
            )
            yield Paragraph(content=inline(self._looking.why(reason)))

    def _posted(self, level: int) -> Iterator[Block]:
        """Adjustments and differences with their reasons."""
        settling = self.settling
        for adjustment in self.statement.adjustments:
            name, why = settling.adjustment(adjustment)
            yield self._heading(name, adjustment.amount, level)
            yield Paragraph(content=inline(why))
        for difference in self.statement.differences:
            name, why = settling.difference(difference)
            yield self._heading(name, difference.amount, level)
            yield from self._basis(settling.clause(difference.clause), quoted=True)
            yield Paragraph(content=inline(why))

    def _awarded(self, award: AwardLine, *, level: int, quoted: bool) -> Iterator[Block]:
        if not quoted and not award.steps:
            return
        item = self.names.text(award.item, f"item of component {award.component}")
        yield Heading(level=level, content=inline(f"{self.words.settling.award}: {item}"))
        yield from self._basis(self.names.clause(self.plan, award.clause), quoted=quoted)
        yield from self._steps(award.component, award.steps)


def _dashes(sentences: Iterable[str]) -> Iterator[Dashes]:
    items = tuple(Item(content=inline(text)) for text in sentences)
    if items:
        yield Dashes(items=items)
