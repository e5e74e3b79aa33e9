"""Wording: clauses of a role as runs of text in one language, their references filled in.

What a language lacks is collected rather than raised, so that everything missing is told at once.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from accountkit.documents.formats import money_text, percent_text
from accountkit.documents.tree import Inline, Run, inline
from accountkit.documents.words import Words
from accountkit.errors import AccountkitError, InputError, TermsError
from accountkit.roles.conditions import Condition
from accountkit.roles.description import RoleInCompany
from accountkit.roles.requirements import Requirement
from accountkit.values.texts import (
    PLAIN,
    MissingTextError,
    Reference,
    Text,
    base_form,
    parse_template,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from accountkit.roles.choices import GrantedLimit
    from accountkit.roles.titles import Loan

_GAP = re.compile(r"\{([a-z]+)\}")

__all__ = ["Wording", "capitalised", "filled", "joined"]


@attrs.frozen(kw_only=True)
class Wording:
    """The words of one role in one language; ``missing`` fills up as they are asked for."""

    role: RoleInCompany
    words: Words
    numbers: Mapping[str, str]
    missing: list[AccountkitError] = attrs.field(factory=list["AccountkitError"], init=False)

    @cached_property
    def _items(self) -> frozenset[str]:
        """Ids of what is listed below a clause, and goes on with its sentence."""
        return frozenset(item.id for clause in self.role.role.clauses() for item in clause.items)

    def of(self, clause: str, text: Text) -> Inline:
        """The text of a clause or section, with its references filled in.

        A reference that opens a sentence opens it with a capital letter.
        """
        try:
            template = text.get(self.words.language)
        except MissingTextError as error:
            return self._lacking(f"clause {clause}", error)
        content: list[Run] = []
        parts = parse_template(template)
        for part in parts:
            if isinstance(part, str):
                content.append(Run(part))
                continue
            try:
                content += self.referred(part)
            except MissingTextError as error:
                content += self._lacking(f"clause {clause}, in {part}", error)
            except (TermsError, InputError) as error:
                error.clause = clause
                self.missing.append(error)
        runs = joined(content)
        opens_sentence = isinstance(parts[0], Reference) and clause not in self._items
        return capitalised(runs) if opens_sentence else runs

    def title(
        self, subject: str, title: Text, loans: tuple[Loan, ...], form: str | None = None
    ) -> Inline:
        """A title in a form, else as it stands alone, its borrowed words marked as such."""
        try:
            return self._titled(title, loans, form or base_form(self.words.language))
        except MissingTextError as error:
            return self._lacking(f"title of {subject}", error)

    def _lacking(self, subject: str, error: MissingTextError) -> Inline:
        error.subject = subject
        self.missing.append(error)
        return ()

    def _titled(self, title: Text, loans: tuple[Loan, ...], form: str) -> Inline:
        language = self.words.language
        text, bare = title.get(language, form), title.get(language, base_form(language))
        lender = next((loan.from_ for loan in loans if loan.language == language), None)
        if lender is None or bare not in text:
            return inline(text)
        before, _, after = text.partition(bare)
        return (*inline(before), Run(bare, lender), *inline(after))

    def referred(self, reference: Reference) -> Inline:
        """What a reference prints; that it leads somewhere was made sure before."""
        target, form = reference.target, reference.form
        match reference.kind:
            case "role":
                return self._titled(self.role.role.title, self.role.role.loans, form or PLAIN)
            case "party" if office := self.role.office(target):
                return self._titled(office.title, office.loans, form or PLAIN)
            case _:
                return inline(self._named(reference))

    def _named(self, reference: Reference) -> str:
        target, language = reference.target, self.words.language
        match reference.kind:
            case "clause":
                return self._number(target)
            case "condition":
                return self.words.conditions[Condition(target)]
            case "experience":
                form = reference.form or base_form(language)
                return self.words.duration(self._experience(target), form)
            case _:
                pass
        name = self.role.named(reference)
        if name is None:
            raise TermsError(f"reference {reference}", "leads nowhere")
        granted = self.role.granted(target) if reference.kind == "limit" else None
        figure = f" ({self.figure(granted)})" if granted else ""
        return name.get(language, reference.form or PLAIN) + figure

    def _number(self, clause_id: str) -> str:
        if clause_id not in self.numbers:
            raise TermsError(
                f"reference to clause {clause_id}",
                "cannot be printed, since the clause is held out of print",
                "take the reference out, or print the clause with a reason",
            )
        number = self.numbers[clause_id].removesuffix(".")
        if not number[-1:].isalnum():
            raise TermsError(
                f"reference to clause {clause_id}",
                "cannot be printed, since the clause has a dash and no number",
                "refer to the clause above it",
            )
        return number

    def figure(self, granted: GrantedLimit) -> str:
        """The number that is put to a limit, as the language writes it."""
        if granted.share is not None:
            return percent_text(granted.share, locale=self.words.language)
        if granted.amount is not None:
            return money_text(granted.amount, locale=self.words.language)
        return granted.column or ""

    def _experience(self, clause_id: str) -> int:
        return next(
            clause.experience_months
            for clause in self.role.role.clauses()
            if clause.id == clause_id
            and isinstance(clause, Requirement)
            and clause.experience_months is not None
        )


def capitalised(content: Inline) -> Inline:
    """The same words, the first letter a capital."""
    if not content:
        return content
    first, *rest = content
    return (Run(first.text[:1].upper() + first.text[1:], first.language), *rest)


def joined(runs: list[Run]) -> Inline:
    """The same words with neighbours of one language made one run."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].language == run.language:
            found[-1] = Run(found[-1].text + run.text, run.language)
        else:
            found.append(run)
    return tuple(found)


def filled(sentence: str, **gaps: Inline) -> Inline:
    """A sentence with named gaps in braces, each filled with its content."""
    runs: list[Run] = []
    for place, part in enumerate(_GAP.split(sentence)):
        runs += gaps[part] if place % 2 else inline(part)
    return joined(runs)
