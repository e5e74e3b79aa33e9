"""The job description: a role in a company as a document.

The document has the block of approval, the title, and the role's sections with numbers computed
from where the clauses stand. Whatever is missing or leads nowhere is told at once and nothing is
printed. A role prints as a draft; a version prints the very text that was approved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from accountkit.documents._wording import Wording, capitalised, joined
from accountkit.documents.document import Document
from accountkit.documents.layouts import PLAIN_LAYOUT, layout_for
from accountkit.documents.printed_texts import tree_of
from accountkit.documents.sheets import acquaintance_sheet, agreement_block
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
from accountkit.errors import Problems, UsageError
from accountkit.roles.versions import RoleVersion
from accountkit.values.clauses import NumberStyle
from accountkit.wire import is_intact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from accountkit.documents.words import Words
    from accountkit.roles.choices import ApprovalOrder
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.parties import Office
    from accountkit.roles.role import Approval, Role
    from accountkit.values.clauses import Clause

__all__ = ["describe", "description", "printable"]


def describe(
    role: RoleInCompany | RoleVersion,
    *,
    locale: str,
    layout: str | None = None,
    agreement: Sequence[Office] = (),
    acquaintance: Sequence[str] = (),
) -> Document:
    """The job description of a role in a company.

    Args:
        role: the role with all that the company settles for it, to be printed as a draft; or one
            of its versions, whose text is printed as it was approved.
        locale: the language to print, such as ``en`` or ``fil``.
        layout: id of the layout of the pages; left out: ``plain``.
        agreement: offices whose holders are to agree to the text, each with lines to sign on.
        acquaintance: names of the people who are to sign that they have read the text. They get a
            sheet, which only a version can have.

    Raises:
        UsageError: the language cannot be printed, the version has no text in it, there is no such
            layout, or a draft is to have an acquaintance sheet.
        Problems: the company has choices to make, a reference leads nowhere, or a text or one of
            its grammatical forms is missing; each names its clause, language and form.
        TermsError: the text of the version is no longer the one that was approved.
    """
    words = words_for(locale)
    paper = PLAIN_LAYOUT if layout is None else layout_for(layout)
    if isinstance(role, RoleVersion):
        tree = _approved(role, words)
        described, version = role.terms.described(), role
    else:
        tree = attrs.evolve(description(role, locale=locale), watermark=words.draft)
        described, version = role, None
    wording = Wording(role=described, words=words, numbers={})
    sheets = (*_agreement(agreement, wording), *_acquaintance(version, acquaintance, wording))
    _raise_missing(wording)
    return Document(attrs.evolve(tree, blocks=(*tree.blocks, *sheets), layout=paper))


def description(role: RoleInCompany, *, locale: str, version: Sequence[str] = ()) -> Tree:
    """The text of a job description as a tree, with the lines that say which version it is.

    Raises:
        UsageError: the language cannot be printed.
        Problems: as those of ``describe``.
    """
    wording = printable(role, locale=locale)
    blocks = tuple(_blocks(role, role.printed, wording, version))
    _raise_missing(wording)
    title = next(block for block in blocks if isinstance(block, Heading))
    return Tree(
        language=wording.words.language,
        title=plain_text(title.content),
        blocks=blocks,
        author=role.company,
        subject=wording.words.papers[Paper.JOB_DESCRIPTION].text,
    )


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


def _raise_missing(wording: Wording) -> None:
    if wording.missing:
        role = wording.role.role
        raise Problems(f"role {role.id} cannot be printed", tuple(wording.missing))


def _approved(version: RoleVersion, words: Words) -> Tree:
    """The text of a version; one that was changed is never printed."""
    text = version.text(words.language)
    if not is_intact(text):
        raise version.changed(text.language)
    return attrs.evolve(
        tree_of(text),
        author=version.terms.company,
        subject=words.papers[Paper.JOB_DESCRIPTION].text,
        issued=version.approved_on,
    )


def _agreement(offices: Sequence[Office], wording: Wording) -> Iterator[Block]:
    if offices:
        posts = [_post(office, wording) for office in offices]
        yield agreement_block(posts, wording.words)


def _acquaintance(
    version: RoleVersion | None, names: Sequence[str], wording: Wording
) -> Iterator[Block]:
    if not names:
        return
    role = wording.role.role
    if version is None:
        raise UsageError(
            f"role {role.id}",
            "is a draft, and nobody signs to have read a draft",
            "approve it, then print its version",
        )
    post = capitalised(wording.title(role.id, role.title, role.loans))
    yield from acquaintance_sheet(version, names, post, wording.words)


def _post(office: Office, wording: Wording) -> Inline:
    return capitalised(wording.title(office.id, office.title, office.loans))


def _blocks(
    role: RoleInCompany, printed: Role, wording: Wording, version: Sequence[str]
) -> Iterator[Block]:
    if role.choices.approved_by_order is not None:
        yield _approval_by_order(role.choices.approved_by_order, wording.words)
    elif printed.approval is not None:
        yield _approval(role, printed.approval, wording)
    yield Heading(level=1, content=_heading(printed, wording))
    yield Paragraph(content=inline(role.company))
    for line in version:
        yield Paragraph(content=inline(line))
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
    return ApprovalBlock(
        word=inline(wording.words.approved),
        post=_post(office, wording) if office else (),
        name=inline(role.choices.approver or wording.words.name_blank),
        signature=wording.words.signature,
        date=wording.words.date,
        date_line=wording.words.date_line,
    )
