"""The draft from ESCO: one occupation of the classification as a role to be adapted.

The wording is that of the classification, in the languages asked for. ESCO knows what an occupation
calls for, essential or optional in some country or other, and neither duties nor rights, schooling
or experience: those are left to the company.

Source:
    Commission Decision 2011/833/EU and the conditions on ESCO's download page: a publication says
    that it uses the classification, and a modified version says that it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from accountkit.handbook.imports._english import indefinite, repeats
from accountkit.handbook.imports._esco_records import (
    EscoClassification,
    EscoOccupation,
    EscoRelation,
)
from accountkit.handbook.imports.doubts import DoubtKind, Doubts, SourceRow
from accountkit.handbook.imports.imported import (
    Ids,
    ImportedRole,
    attribution_section,
    noted,
    plain_text,
    qualification_sections,
    slug,
    template,
)
from accountkit.roles.codes import CodeScheme, OccupationCode
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Strength
from accountkit.roles.role import Role
from accountkit.roles.sections import GeneralSection, Provision, Section
from accountkit.roles.skills import Skill
from accountkit.values.texts import Text

__all__ = ["draft_from_esco"]

_ATTRIBUTION = (
    "This publication uses the ESCO classification of the European Commission. It is a modified and"
    " adapted version of ESCO {release}, made by {company}."
)
_ISCO_DIGITS = 4
_UNREGULATED = "/unregulated"
_RELEASED = frozenset({"", "released"})


def draft_from_esco(
    classification: EscoClassification, name: str, *, company: str, role_id: str | None = None
) -> ImportedRole:
    """A draft role made of an occupation, in every language that was read.

    Args:
        classification: the release, as ``read_esco`` reads it.
        name: the occupation's address, its code, or its preferred label.
        company: who modifies the classification, for the attribution.
        role_id: the id of the role; left out, it is made of the label.

    Raises:
        UnknownNameError: there is no such occupation.
        UsageError: the name is that of several.
        TermsError: ``role_id`` is no id.
    """
    draft = _Draft(esco=classification, occupation=classification.occupation(name))
    attribution = _ATTRIBUTION.format(release=classification.release, company=company)
    title = _title(draft)
    aliases = _aliases(draft)
    codes = _codes(draft)
    sections = [
        *_sections(draft),
        attribution_section(attribution, classification.languages, draft.source()),
    ]
    _doubt_the_rest(draft)
    role = Role(
        id=role_id if role_id is not None else _role_id(draft),
        title=title,
        aliases=aliases,
        codes=codes,
        sections=noted(sections, draft.doubts),
        source=(draft.source(),),
        note=f"Draft from ESCO {classification.release}. {attribution} {draft.doubts.about(None)}",
    )
    return ImportedRole(role=role, attribution=attribution, doubts=draft.doubts.all)


@attrs.frozen(kw_only=True)
class _Draft:
    """An occupation on its way to a draft."""

    esco: EscoClassification
    occupation: EscoOccupation
    doubts: Doubts = attrs.field(factory=Doubts)
    ids: Ids = attrs.field(factory=Ids)

    def source(self, what: str | None = None) -> str:
        """The id of what a clause comes from, such as ``esco:1.2.0:http://...``."""
        return f"esco:{self.esco.release}:{what or self.occupation.uri}"

    def at(self, relation: EscoRelation) -> SourceRow:
        """The row of a relation with the id of its skill."""
        return SourceRow(self.source(_address(self, relation)), relation.place)

    def doubt(
        self,
        kind: DoubtKind,
        subject: str,
        problem: str,
        remedy: str,
        rows: Iterable[SourceRow] = (),
        *,
        clause: str | None = None,
    ) -> None:
        """Remember a doubt; one that comes from no row in particular is about the occupation."""
        where = tuple(rows) or (SourceRow(self.source(), self.occupation.place),)
        self.doubts.add(kind, subject, problem, remedy, where, clause=clause)

    def text(self, wordings: Mapping[str, str], subject: str, clause: str | None) -> Text:
        """A wording in the languages it has; those it has not are doubtful."""
        missing = [language for language in self.esco.languages if language not in wordings]
        if missing:
            self.doubt(
                DoubtKind.LANGUAGE,
                subject,
                f"is not there in {', '.join(missing)}",
                "write it",
                clause=clause,
            )
        return plain_text(wordings)


def _address(draft: _Draft, relation: EscoRelation) -> str:
    """The address of a skill; without one, its name below the occupation's address."""
    return relation.skill.uri or f"{draft.occupation.uri}/{_first(relation.skill.labels)}"


def _first(wordings: Mapping[str, str]) -> str:
    return next(iter(wordings.values()), "")


def _role_id(draft: _Draft) -> str:
    labels = draft.occupation.labels
    name = slug(labels.get("en") or _first(labels))
    return name or f"esco-{draft.occupation.uri.rpartition('/')[2]}"


def _title(draft: _Draft) -> Text:
    forms: dict[str, str | dict[str, str]] = {}
    labels = draft.occupation.labels
    draft.text(labels, "title", None)
    for language, label in labels.items():
        words = template(label)
        forms[language] = words
        if language == "en":
            forms[language] = {"bare": words, "indefinite": indefinite(words)}
            draft.doubt(
                DoubtKind.ARTICLE,
                "title",
                f'"{indefinite(label)}" has its article by a rule',
                "check the article",
            )
        if _has_signs(label):
            draft.doubt(
                DoubtKind.SIGNS,
                "title",
                f'"{label}" holds a slash or a parenthesis and may be two titles',
                "write the title that your company uses",
            )
    return Text.parse(forms)


def _has_signs(title: str) -> bool:
    return any(sign in title for sign in "/()")


def _aliases(draft: _Draft) -> tuple[Text, ...]:
    titles = [
        (language, title)
        for language, others in draft.occupation.others.items()
        for title in dict.fromkeys(others)
        if title != draft.occupation.labels.get(language)
    ]
    signs = [title for _, title in titles if _has_signs(title)]
    if signs:
        draft.doubt(
            DoubtKind.SIGNS,
            "other titles",
            f"those with a slash or a parenthesis ({'; '.join(signs)}) may be two titles each",
            "write each title by itself",
        )
    return tuple(plain_text({language: title}) for language, title in titles)


def _codes(draft: _Draft) -> tuple[OccupationCode, ...]:
    occupation, release = draft.occupation, draft.esco.release
    published = OccupationCode(
        scheme=CodeScheme.ESCO,
        version=release,
        code=occupation.uri,
        title=_first(occupation.labels),
    )
    isco = occupation.isco
    if isco is None or not (isco.isascii() and isco.isdigit() and len(isco) <= _ISCO_DIGITS):
        told = "none" if isco is None else f'"{isco}", which is no code'
        draft.doubt(
            DoubtKind.CODE, "codes", f"have {told} of ISCO-08", "look up the group of ISCO-08"
        )
        return (published,)
    names = (draft.esco.groups or {}).get(isco)
    if names is None:
        draft.doubt(
            DoubtKind.CODE,
            "codes",
            f"have {isco} of ISCO-08, which no table of groups names",
            "check that the group exists",
        )
    group = OccupationCode(
        scheme=CodeScheme.ISCO_08,
        version="08",
        code=isco,
        title=_first(names) if names else None,
    )
    return (published, group)


def _sections(draft: _Draft) -> list[Section]:
    sections: list[Section] = []
    descriptions = draft.occupation.descriptions
    if descriptions:
        purpose = Provision(
            id="general.description",
            text=draft.text(descriptions, "description", "general.description"),
            source=(draft.source(),),
        )
        sections.append(
            GeneralSection(id="general", title=Text.of(en="General"), clauses=(purpose,))
        )
    else:
        draft.doubt(DoubtKind.MISSING, "description", "is empty", "write it")
    sections += qualification_sections(_qualifications(draft))
    return sections


def _qualifications(draft: _Draft) -> tuple[Knowledge | Skill, ...]:
    """Essential ones first, knowledge before skills, each once."""
    relations = _once(draft, draft.esco.relations.get(draft.occupation.uri, ()))
    if not relations:
        draft.doubt(DoubtKind.MISSING, "skills", "are none", "write down what your post asks for")
        return ()
    _doubt_strength(draft, relations)
    _doubt_kinds(draft, relations)
    _doubt_repetition(draft, relations)
    relations.sort(key=lambda item: (not item.is_essential, not item.skill.is_knowledge))
    return tuple(_clause(draft, relation) for relation in relations)


def _once(draft: _Draft, relations: Sequence[EscoRelation]) -> list[EscoRelation]:
    """The relations to each skill that has a name, an essential one before an optional one."""
    kept: dict[str, EscoRelation] = {}
    for relation in sorted(relations, key=lambda item: not item.is_essential):
        name = _address(draft, relation)
        first = kept.setdefault(name, relation)
        if first.is_essential and not relation.is_essential:
            draft.doubt(
                DoubtKind.CONTRADICTION,
                f"skill {_first(relation.skill.labels)}",
                "is both essential and optional, and was read as essential",
                "settle which it is",
                [draft.at(first), draft.at(relation)],
            )
    nameless = [relation for relation in kept.values() if not relation.skill.labels]
    if nameless:
        draft.doubt(
            DoubtKind.MISSING,
            "skills",
            f"those that no table of skills names ({len(nameless)}) are left out",
            "take the skills from the same download",
            [draft.at(relation) for relation in nameless],
        )
    return [relation for relation in kept.values() if relation.skill.labels]


def _doubt_strength(draft: _Draft, relations: Sequence[EscoRelation]) -> None:
    essential = sum(relation.is_essential for relation in relations)
    draft.doubt(
        DoubtKind.STRENGTH,
        "skills",
        f"essential ones ({essential}) are read as required and optional ones"
        f" ({len(relations) - essential}) as useful, while ESCO speaks of all employers",
        "keep those that your post asks for",
        [draft.at(relation) for relation in relations],
    )


def _doubt_kinds(draft: _Draft, relations: Sequence[EscoRelation]) -> None:
    unclear = [relation for relation in relations if relation.skill.is_knowledge is None]
    if unclear:
        draft.doubt(
            DoubtKind.KIND,
            "skills",
            f"those of which nothing tells the kind ({len(unclear)}) are read as skills",
            "make knowledge of those that are",
            [draft.at(relation) for relation in unclear],
        )


def _doubt_repetition(draft: _Draft, relations: Sequence[EscoRelation]) -> None:
    for position, relation in enumerate(relations):
        label = _first(relation.skill.labels)
        for other in relations[:position]:
            if repeats(_first(other.skill.labels), label):
                draft.doubt(
                    DoubtKind.REPEATED,
                    f"skill {label}",
                    f"says nearly the same as {_first(other.skill.labels)}",
                    "keep one of them",
                    [draft.at(relation), draft.at(other)],
                )


def _clause(draft: _Draft, relation: EscoRelation) -> Knowledge | Skill:
    skill = relation.skill
    cls: type[Knowledge | Skill] = Knowledge if skill.is_knowledge else Skill
    label = skill.labels.get("en") or _first(skill.labels)
    address = _address(draft, relation)
    clause = draft.ids.of(cls.KIND, label, (skill.uri or "unnamed").rpartition("/")[2])
    return cls(
        id=clause,
        text=draft.text(skill.labels, f"{cls.KIND} {label}", clause),
        source=(draft.source(address),),
        note=f"ESCO: {'essential' if relation.is_essential else 'optional'}.",
        strength=Strength.REQUIRED if relation.is_essential else Strength.USEFUL,
        codes=tuple(filter(None, (skill.uri,))),
    )


def _doubt_the_rest(draft: _Draft) -> None:
    occupation = draft.occupation
    draft.doubt(
        DoubtKind.MISSING,
        "duties",
        "are nothing that ESCO knows, nor are rights, responsibilities, schooling and experience",
        "write them; the description and the skills say what the work is about",
    )
    if occupation.regulated and not occupation.regulated.endswith(_UNREGULATED):
        draft.doubt(
            DoubtKind.REGULATED,
            "occupation",
            f"is regulated somewhere in the European Union ({occupation.regulated})",
            "look up whether your country asks for a licence, and add the requirement",
        )
    if occupation.status not in _RELEASED:
        draft.doubt(
            DoubtKind.STATUS,
            "occupation",
            f'has the status "{occupation.status}" in ESCO',
            "look up what took its place",
        )
    headings = [language for language in draft.esco.languages if language != "en"]
    if headings:
        draft.doubt(
            DoubtKind.LANGUAGE,
            "headings",
            f"of sections are not there in {', '.join(headings)}",
            "write them",
        )
