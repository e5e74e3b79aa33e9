"""The statement: what a person is paid for a period, as a document that shows its own arithmetic.

One page: who and when, attainment of each quota, the lines with their clauses and total, and how
each line was reckoned. A pay list is the same for everybody, a row a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.documents.document import Document
from accountkit.documents.explanation import Telling
from accountkit.documents.figures import share_text
from accountkit.documents.formats import date_text, money_text
from accountkit.documents.pay_words import pay_words_for
from accountkit.documents.tree import Block, Facts, Heading, Inline, Table, Tree, inline
from accountkit.settlement.statements import Outcome, Statement
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
    telling = Telling(outcome=outcome, words=pay_words_for(locale))
    title = f"{telling.words.statement}: {statement.name}, {statement.label}"
    blocks = tuple(_blocks(statement, telling, title))
    return Document(Tree(language=telling.words.language, title=title, blocks=blocks))


def pay_list(outcome: Outcome, *, locale: str) -> Document:
    """What everybody is paid for a period: a row a person, a column a component, and the total.

    Args:
        outcome: an evaluation, fresh or read back from a store.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UsageError: statements are not printed in that language.
    """
    words = pay_words_for(locale)
    components = dict.fromkeys(part.id for plan in outcome.plans for part in plan.components)
    rows: list[tuple[Inline, ...]] = []
    for statement in outcome.statements:
        amounts = {
            line.component: money_text(line.amount, locale=words.language)
            for line in statement.lines
        }
        total = money_text(statement.total, locale=words.language)
        cells = [amounts.get(name, "") for name in components]
        name = f"{statement.name} ({statement.payee})"
        rows.append(tuple(inline(text) for text in (name, *cells, total)))
    currencies = {statement.currency for statement in outcome.statements}
    for currency in sorted(currencies):
        paid = Money.sum(
            [one.total for one in outcome.statements if one.currency == currency], currency
        )
        blanks = ("" for _ in components)
        texts = (words.total, *blanks, money_text(paid, locale=words.language))
        rows.append(tuple(inline(text) for text in texts))
    title = f"{words.lines}, {outcome.label}"
    table = Table(
        caption=inline(title),
        header=tuple(inline(text) for text in (words.person, *components, words.total)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(components) + 2)),
    )
    return Document(Tree(language=words.language, title=title, blocks=(table,)))


def _blocks(statement: Statement, telling: Telling, title: str) -> Iterator[Block]:
    words = telling.words
    yield Heading(level=1, content=inline(title))
    yield _about(statement, telling)
    if statement.attainments:
        yield _attainments(statement, telling)
    yield _lines(statement, telling)
    yield Heading(level=2, content=inline(words.explanation))
    for line in statement.lines:
        yield from telling.heading(line, level=3)
        yield from telling.arithmetic(line)


def _about(statement: Statement, telling: Telling) -> Facts:
    words = telling.words
    plan = telling.outcome.plan(statement.plan)
    days = words.days.format(
        first=date_text(statement.period.start, locale=words.language),
        last=date_text(statement.period.last_day, locale=words.language),
    )
    lines = {
        words.person: f"{statement.name} ({statement.payee})",
        words.plan: telling.text(plan.title, f"plan {plan.id}"),
        words.period: f"{statement.label} ({days})",
        words.total: money_text(statement.total, locale=words.language),
    }
    return Facts(lines=tuple((inline(name), inline(value)) for name, value in lines.items()))


def _attainments(statement: Statement, telling: Telling) -> Table:
    words = telling.words
    return Table(
        caption=inline(words.attainment),
        header=tuple(
            inline(text) for text in (words.measure, words.measured, words.quota, words.attained)
        ),
        rows=tuple(
            (
                inline(telling.measure(item.measure)),
                inline(telling.value(item.measure, item.measured, statement.currency)),
                inline(telling.value(item.measure, item.quota, statement.currency)),
                inline(share_text(item.ratio, locale=words.language)),
            )
            for item in statement.attainments
        ),
        numeric=(1, 2, 3),
    )


def _lines(statement: Statement, telling: Telling) -> Table:
    words = telling.words
    rows = [
        (line.component, telling.clause(statement, line), line.amount) for line in statement.lines
    ]
    rows.append((words.total, "", statement.total))
    return Table(
        caption=inline(words.lines),
        header=tuple(inline(text) for text in (words.component, words.clause, words.amount)),
        rows=tuple(
            (inline(name), inline(clause), inline(money_text(amount, locale=words.language)))
            for name, clause, amount in rows
        ),
        numeric=(2,),
    )
