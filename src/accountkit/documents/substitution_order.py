"""The order of substitution: who acts for whom, from when to when, and what passes, as a document.

It has the number and date, numbered provisions, the line to sign on, and lines on which those
concerned sign that they have read it. Clauses are named by the numbers that the job description of
the position prints today. Why somebody is absent is not said.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from accountkit.documents._post_titles import PostTitles
from accountkit.documents._wording import Wording, capitalised, filled, joined
from accountkit.documents.document import Document
from accountkit.documents.job_description import printable
from accountkit.documents.order_words import OrderWords, order_words_for
from accountkit.documents.sheets import acquaintance_table
from accountkit.documents.tree import (
    AgreementBlock,
    Clauses,
    Heading,
    Inline,
    NumberedClause,
    Paragraph,
    Run,
    Signatory,
    Table,
    Tree,
    inline,
)
from accountkit.documents.words import Paper, words_for
from accountkit.errors import AccountkitError, Problems, TermsError
from accountkit.roles.acting import covered_by
from accountkit.roles.organisation import Organisation
from accountkit.roles.substitution import SubstitutionOrder
from accountkit.values.texts import NAME_FORMS, PLAIN, MissingTextError, Text, base_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from accountkit.roles.description import RoleInCompany

__all__ = ["describe_order"]


def describe_order(
    organisation: Organisation,
    order_id: str,
    roles: Mapping[str, RoleInCompany],
    *,
    company: str,
    locale: str,
) -> Document:
    """The printed order of substitution.

    Args:
        organisation: people, positions and orders.
        order_id: the id of the order.
        roles: the role of each position, by the position's id.
        company: the company's name.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UnknownNameError: there is no such order.
        UsageError: the language cannot be printed.
        Problems: the organisation has faults, a job description that the order covers cannot be
            printed, the order names a clause or limit that no role it covers has, or a text is
            missing in the language.
    """
    order = organisation.order(order_id)
    faults = organisation.faults()
    if faults:
        raise Problems(f"order {order_id} cannot be printed", faults)
    printing = _Printing(
        order=order,
        organisation=organisation,
        words=order_words_for(locale),
        titles=PostTitles(roles=roles, words=words_for(locale)),
        seats=tuple(dict.fromkeys(item.position for item in covered_by(organisation, order))),
    )
    document = printing.document(company)
    if printing.missing:
        raise Problems(f"order {order_id} cannot be printed", printing.missing)
    return document


@attrs.frozen(kw_only=True)
class _Printing:
    """One order being printed; ``seats`` are the positions that it covers."""

    order: SubstitutionOrder
    organisation: Organisation
    words: OrderWords
    titles: PostTitles
    seats: tuple[str, ...]
    _missing: list[AccountkitError] = attrs.field(factory=list["AccountkitError"], init=False)

    @property
    def missing(self) -> tuple[AccountkitError, ...]:
        """Everything that keeps the order from being printed."""
        wordings = (error for wording in self._wordings for error in wording.missing)
        return (*self.titles.missing, *self._missing, *wordings)

    @cached_property
    def _wordings(self) -> tuple[Wording, ...]:
        """The wording of each job description that is covered, once for each role."""
        roles = {role.role.id: role for role in map(self.titles.role, self.seats)}
        return tuple(printable(role, locale=self.words.language) for role in roles.values())

    def document(self, company: str) -> Document:
        """The order on paper."""
        paper = self.titles.words.papers[Paper.SUBSTITUTION_ORDER].text
        title = self.words.heading(paper, self.order.number, self.order.issued_on)
        return Document(
            Tree(
                language=self.words.language,
                title=title,
                blocks=(
                    Heading(level=1, content=inline(title)),
                    Paragraph(content=inline(company)),
                    Clauses(items=tuple(self._numbered())),
                    self._signature(),
                    self._acquaintance(),
                ),
                author=company,
                subject=paper,
                issued=self.order.issued_on,
            )
        )

    def _numbered(self) -> Iterator[NumberedClause]:
        for number, provision in enumerate(self._provisions(), 1):
            yield attrs.evolve(provision, number=f"{number}.")

    def _provisions(self) -> Iterator[NumberedClause]:
        """The provisions, not yet numbered."""
        for seat in self.seats:
            yield _provision(f"acting.{seat}", self._acting(seat))
        yield self._what_passes()
        if self._holders:
            yield _provision("holder", inline(self.words.holder[self.order.mode]))
        if self.order.caps:
            yield _provision("caps", inline(self.words.caps), tuple(self._caps()))

    def _acting(self, seat: str) -> Inline:
        order = self.order
        sentence = self.words.acting if order.absent else self.words.acting_in
        return capitalised(
            filled(
                sentence,
                days=inline(self.words.days(order.start, order.until)),
                deputy=self._with_post(order.deputy),
                title=self.titles.of(seat, self.words.title_form),
                absent=inline(self._name(order.absent)) if order.absent else (),
                position=inline(seat),
            )
        )

    def _what_passes(self) -> NumberedClause:
        sentence = self.words.some_clauses if self.order.clauses else self.words.all_clauses
        what = inline(self.words.what_passes(self.order.transfers))
        return _provision("passes", filled(sentence, what=what), tuple(self._clauses()))

    def _clauses(self) -> Iterator[NumberedClause]:
        """The clauses that pass, each with the number that its job description prints."""
        for clause_id in self.order.clauses:
            found = (_clause(clause_id, wording) for wording in self._wordings)
            clause = next((item for item in found if item is not None), None)
            if clause is None:
                self._lacks(f'lets clause "{clause_id}" pass, which no role it covers has')
            else:
                yield clause

    def _caps(self) -> Iterator[NumberedClause]:
        for cap in self.order.caps:
            found = ((wording.role.limit(cap.limit), wording) for wording in self._wordings)
            limit, wording = next((pair for pair in found if pair[0] is not None), (None, None))
            if limit is None or wording is None:
                self._lacks(f'caps "{cap.limit}", which is a limit of no role it covers')
                continue
            try:
                name = _name_of(limit.text, self.words.language)
            except MissingTextError as error:
                error.subject = f"limit {limit.id}"
                self._missing.append(error)
                continue
            yield _item(f"caps.{cap.limit}", inline(f"{name}: {wording.figure(cap)}"))

    def _lacks(self, problem: str) -> None:
        self._missing.append(
            TermsError(f"order {self.order.id}", problem, "accountkit check tells where it stands")
        )

    def _signature(self) -> AgreementBlock:
        words, order = self.titles.words, self.order
        signatory = Signatory(
            post=capitalised(self._post(order.signed_by, order.issued_on)),
            name=inline(self._name(order.signed_by)),
        )
        return AgreementBlock(
            word=inline(self.words.signed),
            signatories=(signatory,),
            signature=words.signature,
            date=words.date,
            date_line=words.date_line,
        )

    def _acquaintance(self) -> Table:
        people = [
            (self._name(who), capitalised(self._post(who, self.order.start)))
            for who in (self.order.deputy, *self._holders)
        ]
        return acquaintance_table(Paper.SUBSTITUTION_ORDER, people, self.titles.words)

    @property
    def _holders(self) -> tuple[str, ...]:
        """Whoever is substituted: the person named, else who holds the position at first."""
        if self.order.absent is not None:
            return (self.order.absent,)
        return self.organisation.holders(self.seats[0], self.order.start)

    def _name(self, person: str) -> str:
        return self.organisation.person(person).name

    def _post(self, person: str, on: date) -> Inline:
        """The titles of the positions that a person holds on a day."""
        titles = [self.titles.of(seat) for seat in self.organisation.positions_of(person, on)]
        runs = [run for title in dict.fromkeys(titles) for run in (Run(", "), *title)]
        return joined(runs[1:])

    def _with_post(self, person: str) -> Inline:
        post = self._post(person, self.order.start)
        return filled(
            "{name} ({post})" if post else "{name}", name=inline(self._name(person)), post=post
        )


def _provision(
    name: str, content: Inline, items: tuple[NumberedClause, ...] = ()
) -> NumberedClause:
    return NumberedClause(id=name, number=None, content=content, items=items)


def _item(name: str, content: Inline) -> NumberedClause:
    return NumberedClause(id=name, number=None, content=content)


def _clause(clause_id: str, wording: Wording) -> NumberedClause | None:
    """A clause of a role with its number, which one that a duty only implies does not have."""
    role = wording.role.role
    found = (*role.duties, *role.rights, *role.responsibilities)
    clause = next((item for item in found if item.id == clause_id), None)
    if clause is None:
        return None
    number = wording.numbers.get(clause_id)
    before = inline(f"{number} ") if number and number[:1].isalnum() else ()
    return _item(clause_id, joined([*before, *wording.of(clause_id, clause.text)]))


def _name_of(text: Text, language: str) -> str:
    """A name as it stands alone, which is its first case where its language has cases."""
    return text.get(language, base_form(language) if language in NAME_FORMS else PLAIN)
