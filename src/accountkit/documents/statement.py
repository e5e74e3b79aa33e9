"""The statement: what a person is paid for a period, as a document that shows its own arithmetic.

Who and when, attainment of each quota, the pay row by row with its total, a closing summary, the
balances, awards in kind, what repeated misses lead to, and how each figure was reckoned; what is
empty is left out. Rows of the pay add up to its total, and so do those of the summary. A pay list
is the same for everybody, a row a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from accountkit.documents.document import Document
from accountkit.documents.explanation import Telling
from accountkit.documents.formats import date_text, money_text
from accountkit.documents.movements import grouped
from accountkit.documents.pay_names import PayNames
from accountkit.documents.pay_words import PayWords, pay_words_for
from accountkit.documents.tree import (
    Block,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Table,
    Tree,
    inline,
)
from accountkit.settlement.statements import Advice, Outcome, Statement
from accountkit.values.money import Money

__all__ = ["pay_list", "pay_statement"]


def pay_statement(outcome: Outcome, payee: str, *, locale: str) -> Document:
    """The statement of a person for a period.

    Args:
        outcome: an evaluation, fresh or read back from a store.
        payee: the person's id.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UnknownNameError: the person has no statement.
        UsageError: statements are not printed in that language.
        MissingTextError: the plan or a measure has no wording in that language.
    """
    statement = outcome.statement(payee)
    telling = Telling.of(outcome, statement, pay_words_for(locale))
    title = f"{telling.words.statement}: {statement.name}, {statement.label}"
    blocks = tuple(_blocks(telling, title))
    return Document(Tree(language=telling.words.language, title=title, blocks=blocks))


def pay_list(outcome: Outcome, *, locale: str) -> Document:
    """What everybody is paid for a period: a row a person, a column a component, and the total.

    Movements, adjustments and differences have a column each where somebody has any, so that every
    row adds up to its total.

    Args:
        outcome: an evaluation, fresh or read back from a store.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UsageError: statements are not printed in that language.
        MissingTextError: a component has a title, and none in that language.
    """
    words = pay_words_for(locale)
    columns = tuple(_columns(outcome, words))
    header = (words.person, *(column.header for column in columns), words.total)
    rows = [
        (f"{one.name} ({one.payee})", *(column.of(one) for column in columns), one.total)
        for one in outcome.statements
    ]
    for currency in sorted({one.currency for one in outcome.statements}):
        paid = [one.total for one in outcome.statements if one.currency == currency]
        rows.append((words.total, *(None for _ in columns), Money.sum(paid, currency)))
    title = f"{words.lines}, {outcome.label}"
    table = _table(title, header, rows, words.language)
    return Document(Tree(language=words.language, title=title, blocks=(table,)))


@attrs.frozen(kw_only=True)
class _Column:
    """A column of the pay list: of a component, or of everything of another kind."""

    header: str
    component: str | None = None
    kind: str | None = None

    def of(self, statement: Statement) -> Money | None:
        """What a statement has in it, if anything."""
        amounts: list[Money] = []
        match self.kind:
            case None:
                amounts = [
                    line.amount for line in statement.lines if line.component == self.component
                ]
            case "movements":
                amounts = [one.pay for one in statement.movements]
            case "adjustments":
                amounts = [one.amount for one in statement.adjustments]
            case _:
                amounts = [one.amount for one in statement.differences]
        return Money.sum(amounts, statement.currency) if amounts else None


def _columns(outcome: Outcome, words: PayWords) -> Iterator[_Column]:
    names = PayNames(outcome=outcome, language=words.language, steps=words.steps)
    titles = {
        part.id: names.component(plan, part.id)
        for plan in reversed(outcome.plans)
        for part in plan.components
    }
    told = {line.component for one in outcome.statements for line in one.lines}
    for component in dict.fromkeys(part.id for plan in outcome.plans for part in plan.components):
        if component in told:
            yield _Column(header=titles[component], component=component)
    for kind, header in (
        ("movements", words.movements),
        ("adjustments", words.adjustments),
        ("differences", words.differences),
    ):
        column = _Column(header=header, kind=kind)
        if any(column.of(one) is not None for one in outcome.statements):
            yield column


def _blocks(telling: Telling, title: str) -> Iterator[Block]:
    statement, words = telling.statement, telling.words
    yield Heading(level=1, content=inline(title))
    yield _about(telling)
    if statement.attainments:
        yield _attainments(telling)
    yield _pay(telling)
    if _is_settled(statement):
        yield _summary(telling)
    if statement.balances:
        yield _balances(telling)
    if statement.awards:
        yield _awards(telling)
    yield from _standing(telling)
    explained = tuple(telling.explained(level=3, quoted=False))
    if explained:
        yield Heading(level=2, content=inline(words.explanation))
        yield from explained


def _about(telling: Telling) -> Facts:
    statement, words = telling.statement, telling.words
    days = words.days.format(
        first=date_text(statement.period.start, locale=words.language),
        last=date_text(statement.period.last_day, locale=words.language),
    )
    lines = {
        words.person: f"{statement.name} ({statement.payee})",
        words.plan: telling.names.text(telling.plan.title, f"plan {telling.plan.id}"),
        words.period: f"{statement.label} ({days})",
        _total(telling): telling.money(statement.total),
    }
    return Facts(lines=tuple((inline(name), inline(value)) for name, value in lines.items()))


def _attainments(telling: Telling) -> Table:
    words, names, currency = telling.words, telling.names, telling.statement.currency
    rows = [
        (
            names.measure(item.measure),
            names.value(item.measure, item.measured, currency),
            names.value(item.measure, item.quota, currency),
            names.share(item.ratio),
        )
        for item in telling.statement.attainments
    ]
    header = (words.measure, words.measured, words.quota, words.attained)
    return _worded(words.attainment, header, rows, numeric=(1, 2, 3))


def _pay(telling: Telling) -> Table:
    """Everything that is paid or taken, with its basis; the rows add up to the total."""
    words = telling.words
    rows = [(name, basis, telling.money(amount)) for name, basis, amount in _paid(telling)]
    rows.append((_total(telling), "", telling.money(telling.statement.total)))
    caption, header = words.lines, (words.component, words.clause, words.amount)
    if _is_settled(telling.statement):
        caption = words.settling.pay
        header = (words.settling.entry, words.settling.basis, words.amount)
    return _worded(caption, header, rows, numeric=(2,))


def _total(telling: Telling) -> str:
    """What the total is called: of what was earned, or of what became of it."""
    is_settled = _is_settled(telling.statement)
    return telling.words.settling.total if is_settled else telling.words.total


def _is_settled(statement: Statement) -> bool:
    """Whether anything but lines makes up what is paid."""
    return bool(statement.movements or statement.adjustments or statement.differences)


def _paid(telling: Telling) -> Iterator[tuple[str, str, Money]]:
    statement, settling = telling.statement, telling.settling
    for line in statement.lines:
        basis = telling.names.clause(telling.plan, line.clause)
        yield telling.line(line), basis, line.amount
    for group in grouped(statement):
        if group.pay:
            yield settling.label(group), settling.clause(group.clause), group.pay
    for adjustment in statement.adjustments:
        yield (*settling.adjustment(adjustment), adjustment.amount)
    for difference in statement.differences:
        yield (*settling.difference(difference), difference.amount)


def _summary(telling: Telling) -> Table:
    rows = [
        (name, telling.money(amount))
        for name, amount in telling.settling.summary(telling.statement)
    ]
    words = telling.words
    header = (words.settling.entry, words.amount)
    return _worded(words.settling.summary_caption, header, rows, numeric=(1,))


def _balances(telling: Telling) -> Table:
    words, settling = telling.words.settling, telling.settling
    rows = [
        (
            settling.term(balance.term),
            settling.nature(balance.term),
            telling.money(balance.opening),
            telling.money(balance.movements),
            telling.money(balance.closing),
        )
        for balance in telling.statement.balances
    ]
    header = (words.balance, words.nature, words.opening, words.moved, words.closing)
    return _worded(words.balances, header, rows, numeric=(2, 3, 4))


def _awards(telling: Telling) -> Table:
    words, language = telling.words.settling, telling.words.language
    rows = [
        (
            telling.names.text(award.item, f"item of component {award.component}"),
            telling.names.clause(telling.plan, award.clause),
            date_text(award.earned_on, locale=language),
            date_text(award.released_on, locale=language),
            words.unknown if award.taxable_value is None else telling.money(award.taxable_value),
        )
        for award in telling.statement.awards
    ]
    header = (
        words.award,
        telling.words.clause,
        words.earned_on,
        words.released_on,
        words.taxable_value,
    )
    return _worded(words.awards, header, rows, numeric=(4,))


def _standing(telling: Telling) -> Iterator[Block]:
    """What repeated misses lead to; nothing while there are none."""
    told = [one for one in telling.statement.advice if one.misses]
    if told:
        yield Heading(level=2, content=inline(telling.words.settling.standing))
    for advice in told:
        yield Paragraph(content=inline(" ".join(_advice(advice, telling))))


def _advice(advice: Advice, telling: Telling) -> Iterator[str]:
    words = telling.words.settling
    counted = {True: words.missed, False: words.met, None: words.without_quota}[advice.missed]
    name = telling.names.measure(advice.measure)
    yield counted.format(
        measure=name[:1].upper() + name[1:],
        misses=telling.names.figure(advice.misses),
    )
    yield telling.names.clause(telling.plan, advice.clause)
    if advice.liability is not None:
        yield words.liability.format(liability=advice.liability)
    profile = telling.plan.profile
    if profile is None:
        return
    if advice.silent_on is not None:
        silent_on = words.recommendations[advice.silent_on.value]
        yield words.silent.format(profile=profile.id, recommendation=silent_on)
    elif advice.recommendation is not None and advice.basis is not None:
        yield (words.recommended if advice.lawful else words.unlawful).format(
            recommendation=words.recommendations[advice.recommendation.value],
            profile=profile.id,
            basis=telling.names.text(advice.basis, f"basis of profile {profile.id}"),
        )
        yield words.human if advice.needs_human else words.people_decide


def _worded(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: tuple[int, ...]
) -> Table:
    return Table(
        caption=inline(caption),
        header=tuple(map(inline, header)),
        rows=tuple(tuple(map(inline, row)) for row in rows),
        numeric=numeric,
    )


def _table(
    caption: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str | Money | None]],
    language: str,
) -> Table:
    """A table whose columns after the first hold money, or nothing."""

    def cell(content: str | Money | None) -> Inline:
        if isinstance(content, Money):
            return inline(money_text(content, locale=language))
        return inline(content or "")

    return Table(
        caption=inline(caption),
        header=tuple(map(inline, header)),
        rows=tuple(tuple(map(cell, row)) for row in rows),
        numeric=tuple(range(1, len(header))),
    )
