"""The job description: a role in a company as a document.

The document has the block of approval, the title, and the role's sections with numbers computed
from where the clauses stand. Whatever is missing or leads nowhere is told at once and nothing is
printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.documents._wording import Wording, capitalised, joined
from accountkit.documents.document import Document
from accountkit.documents.tree import (
    ApprovalBlock,
    Block,
    Clauses,
    Corner,
    Heading,
    Inline,
    NumberedClause,
    Paragraph,
    Tree,
    inline,
    plain_text,
)
from accountkit.documents.words import Paper, words_for
from accountkit.errors import Problems
from accountkit.values.clauses import NumberStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from accountkit.documents.words import Words
    from accountkit.roles.description import ApprovalOrder, RoleInCompany
    from accountkit.roles.role import Approval, Role
    from accountkit.values.clauses import Clause

__all__ = ["describe", "printable"]


def describe(role: RoleInCompany, *, locale: str) -> Document:
    """The job description of a role in a company.

    Args:
        role: the role with all that the company settles for it.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UsageError: the language cannot be printed.
        Problems: the company has choices to make, a reference leads nowhere, or a text or one of
            its grammatical forms is missing; each names its clause, language and form.
    """
    wording = printable(role, locale=locale)
    blocks = tuple(_blocks(role, role.printed, wording))
    if wording.missing:
        raise Problems(f"role {role.role.id} cannot be printed", tuple(wording.missing))
    title = next(block for block in blocks if isinstance(block, Heading))
    language = wording.words.language
    return Document(Tree(language=language, title=plain_text(title.content), blocks=blocks))


def printable(role: RoleInCompany, *, locale: str) -> Wording:
    """The wording of a role that can be printed, in a language.

    Raises:
        UsageError: the language cannot be printed.
        Problems: the company has choices to make, or a reference leads nowhere.
    """
    words = words_for(locale)
    faults = role.faults()
    if faults:
        raise Problems(f"role {role.role.id} cannot be printed", faults)
    return Wording(role=role, words=words, numbers=role.printed.numbers())


def _blocks(role: RoleInCompany, printed: Role, wording: Wording) -> Iterator[Block]:
    if role.choices.approved_by_order is not None:
        yield _approval_by_order(role.choices.approved_by_order, wording.words)
    elif printed.approval is not None:
        yield _approval(role, printed.approval, wording)
    yield Heading(level=1, content=_heading(printed, wording))
    yield Paragraph(content=inline(role.company))
    for section in printed.sections:
        yield Heading(
            level=2,
            content=wording.of(section.id, section.title),
            number=wording.numbers[section.id],
            id=section.id,
        )
        if section.lead is not None:
            yield Paragraph(content=wording.of(section.id, section.lead))
        has_dashes = printed.numbering is NumberStyle.DASH
        yield Clauses(items=_clauses(section.clauses, wording, has_dashes=has_dashes))


def _heading(role: Role, wording: Wording) -> Inline:
    before, _, after = wording.words.job_description_of.partition("{title}")
    title = wording.title(role.id, role.title, role.loans, wording.words.title_form)
    return joined([*inline(before), *title, *inline(after)])


def _clauses(
    clauses: Sequence[Clause], wording: Wording, *, has_dashes: bool
) -> tuple[NumberedClause, ...]:
    items_have_dashes = has_dashes or wording.role.role.nested_dashes
    return tuple(
        NumberedClause(
            id=clause.id,
            number=None if has_dashes else wording.numbers[clause.id],
            content=wording.of(clause.id, clause.text),
            items=_clauses(clause.items, wording, has_dashes=items_have_dashes),
        )
        for clause in clauses
    )


def _approval_by_order(order: ApprovalOrder, words: Words) -> Corner:
    lines = words.approval_by_order(Paper.JOB_DESCRIPTION, number=order.number, day=order.day)
    return Corner(lines=tuple(inline(line) for line in lines))


def _approval(role: RoleInCompany, approval: Approval, wording: Wording) -> ApprovalBlock:
    office = role.office(approval.party)
    post = wording.title(office.id, office.title, office.loans) if office else ()
    return ApprovalBlock(
        word=inline(wording.words.approved),
        post=capitalised(post),
        name=inline(role.choices.approver or wording.words.name_blank),
        signature=wording.words.signature,
        date=wording.words.date,
        date_line=wording.words.date_line,
    )
