"""The imported role: a draft made of a published occupation, with what its licence asks for.

The draft is a role like any other. Every clause names the row it comes from; what was doubtful
about a clause stands in its note, and all doubts come with the draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from accountkit.handbook.imports.doubts import Doubt, Doubts
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Requirement, Strength
from accountkit.roles.role import Role
from accountkit.roles.sections import GeneralSection, Provision, QualificationSection, Section
from accountkit.roles.skills import Skill
from accountkit.values.clauses import Clause
from accountkit.values.idents import MAX_LENGTH
from accountkit.values.texts import Text

__all__ = [
    "Ids",
    "ImportedRole",
    "attribution_section",
    "noted",
    "plain_text",
    "qualification_sections",
    "slug",
    "template",
]

C = TypeVar("C", bound=Clause)

_HEADINGS = {
    "requirements": "Education and experience",
    "knowledge": "Knowledge",
    "further-knowledge": "Further knowledge",
    "skills": "Skills",
    "further-skills": "Further skills",
}
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


@attrs.frozen(kw_only=True)
class ImportedRole:
    """A draft role, the words that its source must be named with, and what is doubtful.

    ``attribution`` is also a clause of the role, so that it is in every copy of the document.
    """

    role: Role
    attribution: str
    doubts: tuple[Doubt, ...]


class Ids:
    """Ids for the clauses of one role, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, kind: str, name: str, otherwise: str) -> str:
        """An id such as ``skill.manage-contracts``.

        ``otherwise`` stands for a name without Latin letters; a number is added where an id is
        taken.
        """
        stem = f"{kind}.{slug(name) or otherwise}"[: MAX_LENGTH - len("-99")]
        found, number = stem, 1
        while found in self._given:
            number += 1
            found = f"{stem}-{number}"
        self._given.add(found)
        return found


def slug(text: str) -> str:
    """A text as an id: small Latin letters and digits, cut after a word; empty if it has none.

    >>> slug("Sales Representatives, Wholesale")
    'sales-representatives-wholesale'
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    name = _NOT_IN_SLUGS.sub("-", letters.lower().replace("'", "")).strip("-")
    if len(name) <= MAX_LENGTH:
        return name
    return name[: MAX_LENGTH + 1].rpartition("-")[0]


def plain_text(wordings: Mapping[str, str]) -> Text:
    """Published wordings by language as a text: on one line, and a brace is a brace."""
    return Text.of(**{language: template(words) for language, words in wordings.items()})


def template(words: str) -> str:
    r"""A published wording as texts hold it.

    >>> template("Sell {wind},\nby the hour.")
    'Sell {{wind}}, by the hour.'
    """
    return " ".join(words.split()).replace("{", "{{").replace("}", "}}")


def attribution_section(attribution: str, languages: Iterable[str], source: str) -> GeneralSection:
    """The last section of a draft: whose words it uses.

    The sentence is the one that the licence gives, in whatever language the rest is printed.
    """
    return GeneralSection(
        id="attribution",
        title=Text.of(en="Source of the wording"),
        clauses=(
            Provision(
                id="attribution.source",
                text=Text.of(**dict.fromkeys(languages, attribution)),
                source=(source,),
                note="Keep it in every copy as long as wording of the source is in the role.",
            ),
        ),
    )


def qualification_sections(
    clauses: Iterable[Requirement | Knowledge | Skill],
) -> Iterator[QualificationSection]:
    """What the holder brings, by what it is and whether it is required; no section is empty."""
    parts: dict[str, list[Requirement | Knowledge | Skill]] = {name: [] for name in _HEADINGS}
    for clause in clauses:
        match clause:
            case Requirement():
                name = "requirements"
            case Knowledge():
                name = "knowledge"
            case Skill():
                name = "skills"
        is_further = clause.strength is not Strength.REQUIRED
        parts[f"further-{name}" if is_further else name].append(clause)
    for name, part in parts.items():
        if part:
            title = Text.of(en=_HEADINGS[name])
            yield QualificationSection(id=name, title=title, clauses=tuple(part))


def noted(sections: Sequence[Section], doubts: Doubts) -> tuple[Section, ...]:
    """The sections, with the doubts about each clause in its note."""
    return tuple(_noted_section(section, doubts) for section in sections)


def _noted_section(section: Section, doubts: Doubts) -> Section:
    clauses: Any = tuple(_noted_clause(clause, doubts) for clause in section.clauses)
    return attrs.evolve(section, clauses=clauses)  # each clause keeps its class


def _noted_clause(clause: C, doubts: Doubts) -> C:
    told = doubts.about(clause.id)
    note = " ".join(filter(None, (clause.note, told))) or None
    return attrs.evolve(clause, note=note)
