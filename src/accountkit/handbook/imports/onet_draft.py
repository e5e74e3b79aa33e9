"""The draft from O*NET: one occupation of the database as a role to be adapted.

The wording is that of the database, in English. What O*NET does not know (rights,
responsibilities, to whom the role reports, what it is measured by and paid for) is left to the
company. Importance, level and share are notes, since they are means of what people answered.

Source:
    O*NET Database Content License (CC BY 4.0): the sentence that names the source, the version, the
    licence, the trademark and whoever modified the information; and the address of the licence.
"""

from __future__ import annotations

from accountkit.handbook.imports._english import indefinite, singular
from accountkit.handbook.imports._onet_duties import duty_sections
from accountkit.handbook.imports._onet_occupation import Occupation
from accountkit.handbook.imports._onet_ratings import rated, technologies
from accountkit.handbook.imports._onet_schooling import requirements
from accountkit.handbook.imports.doubts import DoubtKind
from accountkit.handbook.imports.imported import (
    ImportedRole,
    attribution_section,
    noted,
    plain_text,
    qualification_sections,
    slug,
    template,
)
from accountkit.handbook.imports.onet import OnetDatabase
from accountkit.roles.codes import CodeScheme, OccupationCode
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Requirement
from accountkit.roles.role import Role
from accountkit.roles.sections import GeneralSection, Provision, Section
from accountkit.roles.skills import Skill
from accountkit.values.texts import Text

__all__ = ["draft_from_onet"]

_ATTRIBUTION = (
    "This page includes information from the O*NET {release} Database by the U.S. Department of"
    " Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license."
    " O*NET® is a trademark of USDOL/ETA. {company} has modified all or some of this information."
    " USDOL/ETA has not approved, endorsed, or tested these modifications."
    " License: https://creativecommons.org/licenses/by/4.0/"
)
_FIRST_OF_SOC_2018 = (25, 1)


def draft_from_onet(
    database: OnetDatabase, code: str, *, company: str, role_id: str | None = None
) -> ImportedRole:
    """A draft role made of an occupation.

    Args:
        database: the release, as ``read_onet`` reads it.
        code: the O*NET-SOC code, such as 41-3091.00.
        company: who modifies the information, for the attribution.
        role_id: the id of the role; left out, it is made of the title.

    Raises:
        UnknownNameError: the database has no such occupation.
        Problems: a number of the occupation is none.
        TermsError: ``role_id`` is no id.
    """
    occupation = Occupation(database=database, code=code, first=database.occupation(code))
    attribution = _ATTRIBUTION.format(release=database.release, company=company)
    title = _title(occupation)
    aliases = _aliases(occupation)
    codes = _codes(occupation)
    sections = [
        *_sections(occupation),
        attribution_section(attribution, ["en"], occupation.source()),
    ]
    occupation.doubt(
        DoubtKind.MISSING,
        "rights and responsibilities",
        "are nothing that O*NET knows, nor are targets, superiors and pay",
        "write them",
    )
    role = Role(
        id=role_id if role_id is not None else slug(title.get("en", "bare")),
        title=title,
        aliases=aliases,
        codes=codes,
        sections=noted(sections, occupation.doubts),
        source=(occupation.source(),),
        note=f"Draft from O*NET {database.release}, {code}. {attribution}"
        f" {occupation.doubts.about(None)}",
    )
    return ImportedRole(role=role, attribution=attribution, doubts=occupation.doubts.all)


def _title(occupation: Occupation) -> Text:
    published = occupation.first.get("Title")
    one = singular(published)
    if one is None:
        occupation.doubt(
            DoubtKind.PLURAL,
            "title",
            f'"{published}" stays as it is, since no rule tells its singular for certain',
            "write the title that your company uses",
        )
        forms = {"bare": published, "indefinite": published}
    else:
        occupation.doubt(
            DoubtKind.ARTICLE,
            "title",
            f'"{indefinite(one)}" is made of "{published}" by a rule',
            "check the singular and its article",
        )
        forms = {"bare": one, "indefinite": indefinite(one)}
    return Text.parse({"en": {form: template(words) for form, words in forms.items()}})


def _aliases(occupation: Occupation) -> tuple[Text, ...]:
    found: dict[str, str] = {}
    rows = occupation.rows("Alternate Titles")
    if not rows:
        occupation.lacks("Alternate Titles", "other titles", "add those that people know")
    for row in rows:
        found.setdefault(row.get("Alternate Title").casefold(), row.get("Alternate Title"))
    signs = [row for row in rows if set("/()") & set(row.get("Alternate Title"))]
    if signs:
        occupation.doubt(
            DoubtKind.SIGNS,
            "other titles",
            f"those with a slash or a parenthesis ({len(signs)}) may be two titles each",
            "write each title by itself",
            [occupation.at(row, f"title/{row.get('Alternate Title')}") for row in signs],
        )
    found.pop(occupation.first.get("Title").casefold(), None)
    return tuple(plain_text({"en": title}) for title in found.values())


def _codes(occupation: Occupation) -> tuple[OccupationCode, ...]:
    release, title = occupation.database.release, occupation.first.get("Title")
    published = OccupationCode(
        scheme=CodeScheme.ONET_SOC, version=release, code=occupation.code, title=title
    )
    occupation.doubt(
        DoubtKind.CODE,
        "codes",
        "have none of ISCO-08, since O*NET names none",
        "add the ISCO-08 code if your country uses it",
    )
    group, _, detail = occupation.code.partition(".")
    if tuple(int(part) for part in release.split(".")) < _FIRST_OF_SOC_2018:
        occupation.doubt(
            DoubtKind.CODE,
            "codes",
            f"have none of SOC 2018, which O*NET {release} does not follow yet",
            "look it up",
        )
        return (published,)
    if detail != "00":
        occupation.doubt(
            DoubtKind.CODE,
            "codes",
            f"have {group} of SOC 2018, which is broader than {occupation.code}",
            "keep it only if the broader one is meant",
        )
    broader = OccupationCode(
        scheme=CodeScheme.SOC, version="2018", code=group, title=title if detail == "00" else None
    )
    return (published, broader)


def _sections(occupation: Occupation) -> list[Section]:
    sections: list[Section] = []
    description = occupation.first.get("Description")
    if description:
        purpose = Provision(
            id="general.description",
            text=plain_text({"en": description}),
            source=(occupation.source("description"),),
        )
        sections.append(
            GeneralSection(id="general", title=Text.of(en="General"), clauses=(purpose,))
        )
    else:
        occupation.doubt(DoubtKind.MISSING, "description", "is empty", "write it")
    sections += duty_sections(occupation)
    clauses: tuple[Requirement | Knowledge | Skill, ...] = (
        *requirements(occupation),
        *rated(occupation, "Knowledge", Knowledge),
        *rated(occupation, "Skills", Skill),
        *technologies(occupation),
    )
    sections += qualification_sections(clauses)
    return sections
