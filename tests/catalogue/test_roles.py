"""Every role of the catalogue: it fits together, prints in each language, and names its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import attrs
import pytest

from accountkit import catalogue
from accountkit.documents import describe
from accountkit.handbook import Handbook, Severity
from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.roles import (
    PartyChoice,
    QualityNature,
    Role,
    RoleChoices,
    RoleInCompany,
)
from accountkit.values.texts import Text, parse_template

LANGUAGES = ("en", "fil", "ru")
ROWS = frozenset((Path(__file__).parent / "seed_rows.txt").read_text("utf-8").split())
"""Names of the rows of the source's map."""

PARTS = ("parties", "relations", "targets", "documents", "pay", "career", "implied_rights")


@pytest.fixture(scope="module", params=catalogue.role_ids())
def role(request: pytest.FixtureRequest) -> Role:
    """Each role of the catalogue in turn, with all that it extends."""
    return catalogue_role(request.param)


@pytest.fixture(scope="module")
def in_any_company(role: Role) -> RoleInCompany:
    """The role in a company that puts the first office into each of its places."""
    places = (PartyChoice(party=party.id, office=party.one_of[0]) for party in role.parties)
    return RoleInCompany(
        role=role,
        company="Habagat Trading",
        offices=catalogue_offices(),
        jurisdiction=catalogue_jurisdiction("PH"),
        choices=RoleChoices(role=role.id, parties=tuple(places)),
    )


def texts(thing: Any) -> Iterator[Text]:
    """Every text of a role or of a part of it, however deep it stands."""
    if isinstance(thing, Text):
        yield thing
        return
    for part in _parts(thing):
        yield from texts(part)


def sourced(role: Role) -> Iterator[Any]:
    """Everything of a role that may name its source."""
    yield role
    yield from chain.from_iterable(getattr(role, name) for name in PARTS)
    yield from role.sections
    yield from role.clauses()
    if role.approval is not None:
        yield role.approval


# --- it fits together -----------------------------------------------------------------------------


def test_a_role_has_no_fault_once_its_places_are_taken(in_any_company: RoleInCompany) -> None:
    """Every reference leads somewhere, no id stands twice, and every law named is there."""
    assert () == in_any_company.faults()


@pytest.mark.parametrize("role_id", catalogue.role_ids())
def test_a_role_has_the_name_of_its_file(role_id: str) -> None:
    """The name under which a handbook adopts a role is the role's id."""
    assert role_id == catalogue_role(role_id).id


def test_every_target_belongs_to_a_duty(role: Role) -> None:
    """What somebody is held to comes from something they must do, or report on."""
    with_duty = {name for duty in role.duties for name in (*duty.measures, *duty.reports)}

    assert set() == {target.id for target in role.targets} - with_duty


def test_an_adopted_role_passes_the_check(in_any_company: RoleInCompany, tmp_path: Path) -> None:
    """A company that settles its places is told at most that it has no plan of pay yet."""
    _adopt(in_any_company.choices, tmp_path)

    findings = Handbook.load(tmp_path).check().findings
    told = {item.rule for item in findings if item.severity is not Severity.NOTE}
    assert told <= {"liability-pay"}


# --- it prints ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_prints_in_each_language(in_any_company: RoleInCompany, language: str) -> None:
    """All headings and clauses are on the page, and no reference is left unresolved."""
    printed = describe(in_any_company, locale=language).text("plain")

    for section in in_any_company.printed.sections:
        assert section.title.get(language) in printed
    assert "{" not in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_role_lacks_a_language(role: Role, language: str) -> None:
    """Whatever a role says, in print or beside it, is said in each language."""
    assert [] == [text for text in texts(role) if language not in text.languages]


def test_all_languages_refer_to_the_same_things(role: Role) -> None:
    """A translation that drops a reference would say something else."""
    for text in texts(role):
        named = {
            frozenset(_references(text.get(language, form)))
            for language in text.languages
            for form in text.forms(language)
        }
        assert len(named) == 1, text


def test_clauses_are_sentences(role: Role) -> None:
    """A clause ends in a stop, one before a list in a colon; a list ends in a stop."""
    for clause in role.clauses():
        for language in clause.text.languages:
            wording = clause.text.get(language)
            assert "  " not in wording, clause.id
            assert wording.endswith(":" if clause.items else (".", ";")), clause.id
            if clause.items:
                assert clause.items[-1].text.get(language).endswith("."), clause.id


def test_looks_charm_and_temperament_stay_off_the_page(in_any_company: RoleInCompany) -> None:
    """They are no provable requirement: kept with their source and a note, and not printed."""
    printed = {clause.id for clause in in_any_company.printed.clauses()}

    for quality in in_any_company.role.qualities:
        if quality.nature is not QualityNature.CONDUCT:
            assert quality.id not in printed
            assert quality.note is not None, quality.id


# --- where it comes from --------------------------------------------------------------------------


def test_every_clause_names_its_source(role: Role) -> None:
    """No clause stands in the catalogue without the row it comes from."""
    assert [] == [clause.id for clause in role.clauses() if not clause.source]


def test_every_part_names_its_source(role: Role) -> None:
    """Parties, relations, targets, papers, pay and steps come from a row as clauses do."""
    parts = chain.from_iterable(getattr(role, name) for name in PARTS)

    assert [] == [part for part in parts if not part.source]


def test_every_source_is_a_row_of_the_map(role: Role) -> None:
    """A row that does not exist would send the reader nowhere."""
    cited = {row for thing in sourced(role) for row in thing.source}

    assert set() == cited - ROWS


def test_a_role_states_no_number_of_money_or_percent(role: Role) -> None:
    """The source has no rate, amount or share; what a company adds is its own."""
    for text in texts(role):
        for _, _, wording in text.wordings:
            plain = "".join(part for part in parse_template(wording) if isinstance(part, str))
            assert not any(sign.isdigit() or sign == "%" for sign in plain), wording


def _parts(thing: Any) -> Iterable[Any]:
    if attrs.has(thing.__class__):
        return (getattr(thing, field.name) for field in attrs.fields(thing.__class__))
    items: Iterable[Any] = thing if thing.__class__ is tuple else ()
    return items


def _references(wording: str) -> Iterable[tuple[str, str]]:
    parts = parse_template(wording)
    return ((part.kind, part.target) for part in parts if not isinstance(part, str))


def _adopt(choices: RoleChoices, folder: Path) -> None:
    """Write a handbook whose company adopts one role and settles its places."""
    settled = [f"{{party: {item.party}, office: {item.office}}}" for item in choices.parties]
    (folder / "company.yaml").write_text(
        "{id: tala, name: Tala Trading, currency: PHP, jurisdiction: neutral,"
        " languages: [en, fil, ru], calendar: {kind: fiscal}}",
        "utf-8",
    )
    (folder / "roles").mkdir()
    adopted = folder / "roles" / f"{choices.role}.yaml"
    adopted.write_text(f"role: {choices.role}\nparties: [{', '.join(settled)}]\n", "utf-8")
