"""The Key Account Manager: every row of the source is there, in order, tied and translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from accountkit.roles import (
    Act,
    Bound,
    Condition,
    Duty,
    DutySection,
    Education,
    Requirement,
    Role,
    RoleInCompany,
)
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text, parse_template

LANGUAGES = ("en", "fil", "ru")


def clause(role: Role, clause_id: str) -> Clause:
    """The clause or item with an id."""
    return next(item for item in role.clauses() if item.id == clause_id)


def duty(role: Role, clause_id: str) -> Duty:
    """The duty with an id."""
    return next(item for item in role.duties if item.id == clause_id)


def test_duties_follow_the_source_one_by_one(kam: Role) -> None:
    """Document A has duties 2.1 to 2.23, and each clause names its own."""
    assert [f"D-A2.{number}" for number in range(1, 24)] == [
        next(row for row in item.source if row.startswith("D-A2.")) for item in kam.duties
    ]


def test_rights_and_responsibilities_follow_the_source_one_by_one(kam: Role) -> None:
    """Document A has rights 3.1 to 3.6 and responsibilities 4.1 to 4.3."""
    printed = [right for right in kam.rights if right not in kam.implied_rights]

    assert [f"RT-A3.{number}" for number in range(1, 7)] == [item.source[0] for item in printed]
    assert ["LB-A4.1", "LB-A4.2", "LB-A4.3"] == [item.source[0] for item in kam.responsibilities]


def test_general_provisions_follow_the_source(kam: Role) -> None:
    """Category, appointment, subordination, substitution, requirements and guidance."""
    assert [
        ("REL32",),
        ("REL01", "REL02", "REL03"),
        ("REL04", "REL05", "REL06"),
        ("REL07",),
        ("RQ01", "RQ02"),
        ("KN-A1.6a", "KN-A1.6b", "KN-A1.6c", "KN-A1.6d", "KN-A1.6e"),
    ] == [item.source for item in kam.sections[0].clauses]
    assert [
        ("KN-A1.6a",),
        ("KN-A1.6b",),
        ("KN-A1.6c",),
        ("KN-A1.6d",),
        ("KN-A1.6e",),
    ] == [item.source for item in clause(kam, "general.guidance").items]


def test_every_row_about_the_role_is_cited(kam: Role) -> None:
    """Relations, targets, discounts and credit of document A, and its block of approval."""
    cited = {row for item in kam.clauses() for row in item.source}
    cited |= {row for party in kam.parties for row in party.source}
    cited |= {row for target in kam.targets for row in target.source}
    cited |= {row for right in kam.implied_rights for row in right.source}
    assert kam.approval is not None
    cited |= set(kam.approval.source)

    relations = {f"REL{number:02}" for number in (*range(1, 8), *range(9, 17))}
    targets = {f"MT{number:02}" for number in range(1, 14)}
    prices = {"DISC1", "DISC2", "DISC3", "DISC4", "DISC7", "DISC9"}
    credit = {"CR1", "CR3", "CR4", "CR5", "CR6", "CR7", "CR8", "CR9", "CR10"}
    assert set() == (relations | targets | prices | credit | {"PAY10"}) - cited


def test_every_clause_names_its_source(kam: Role) -> None:
    """No clause stands in the catalogue without the row it comes from."""
    assert [] == [item.id for item in kam.clauses() if not item.source]


def test_every_cited_row_is_a_row_of_the_source(kam: Role) -> None:
    """Rows have the names that the map of the source gives them."""
    name = re.compile(
        r"D-A2\.\d+|RT-A3\.\d|LB-A4\.\d|KN-A1\.6[a-e]|(REL|MT|RQ|PAY)\d\d|DISC\d|CR\d+|[ER]\d\d"
    )
    rows = [row for item in kam.clauses() for row in item.source]

    assert [] == [row for row in rows if not name.fullmatch(row)]


def test_the_role_has_no_fault(kam: Role) -> None:
    """Every reference leads somewhere and no id stands twice."""
    assert () == kam.faults()


def texts(role: Role) -> Iterator[tuple[str, Text]]:
    """Everything of a role that can be printed, with the id it belongs to."""
    yield from ((item.id, item.text) for item in (*role.clauses(), *role.implied_rights))
    yield from ((item.id, item.title) for item in (*role.sections, *role.targets))
    yield from ((item.id, item.lead) for item in role.sections if item.lead is not None)
    yield from ((item.id, item.limit.text) for item in role.rights if item.limit is not None)
    yield from ((item.id, part.what) for item in role.duties for part in item.in_part)
    yield from ((role.id, alias) for alias in role.aliases)
    yield role.id, role.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_each_language(kam: Role, language: str) -> None:
    """English, Filipino and Russian, for everything that can be printed."""
    assert [] == [name for name, text in texts(kam) if language not in text.languages]
    assert () == kam.translation_faults([language])


def test_all_languages_refer_to_the_same_things(kam: Role) -> None:
    """A translation that drops a reference would say something else."""
    for name, text in texts(kam):
        english, *others = (
            {
                (part.kind, part.target)
                for form in text.forms(language)
                for part in parse_template(text.get(language, form))
                if not isinstance(part, str)
            }
            for language in LANGUAGES
        )
        assert all(english == other for other in others), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_in_a_stop_and_have_no_double_spaces(kam: Role, language: str) -> None:
    """Clauses are sentences; a lead-in before dashes ends in a colon, its items in semicolons."""
    for item in kam.clauses():
        text = item.text.get(language)
        assert "  " not in text, item.id
        assert text.endswith((".", ":", ";")), item.id
    *items, last = clause(kam, "general.guidance").items
    assert clause(kam, "general.guidance").text.get(language).endswith(":")
    assert all(item.text.get(language).endswith(";") for item in items)
    assert last.text.get(language).endswith(".")


def test_no_number_is_invented(kam: Role) -> None:
    """The source has no rate, amount or date; the only number is two years of experience."""
    for name, text in texts(kam):
        for language in text.languages:
            for form in text.forms(language):
                words = "".join(
                    part
                    for part in parse_template(text.get(language, form))
                    if isinstance(part, str)
                )
                assert not any(sign.isdigit() for sign in words), name

    (requirement,) = [item for item in kam.clauses() if isinstance(item, Requirement)]
    assert 24 == requirement.experience_months
    assert Education.HIGHER is requirement.education


def test_conditions_are_kept_as_data(kam: Role) -> None:
    """The words "if necessary", "on request", "on a decision" stand where the source has them."""
    whole = {
        item.source[0]: item.condition for item in kam.duties if item.condition is not Condition.OWN
    }
    parts = {item.source[0]: part.condition for item in kam.duties for part in item.in_part}

    assert {
        "D-A2.7": Condition.IF_NECESSARY,
        "D-A2.14": Condition.IF_NECESSARY,
        "D-A2.17": Condition.ON_REQUEST,
        "D-A2.18": Condition.ON_MANAGEMENT_DECISION,
    } == whole
    assert {"D-A2.3": Condition.IF_NECESSARY, "D-A2.4": Condition.IF_NECESSARY} == parts


def test_the_visit_schedule_recurs_weekly(kam: Role) -> None:
    """The only rhythm that the source names."""
    assert {"duties.schedule": "FREQ=WEEKLY"} == {
        item.id: item.recurrence for item in kam.duties if item.recurrence
    }


def test_one_plan_is_named_in_duty_target_and_responsibility(kam: Role) -> None:
    """What 4.3 answers for is what duties set and pay measures, under the same ids."""
    (plans,) = [item for item in kam.responsibilities if item.within is Bound.VARIABLE_PAY]

    assert ("sales", "active-clients", "new-clients") == plans.measures
    assert ("sales", "active-clients") == duty(kam, "duties.plans").measures
    assert "new-clients" in duty(kam, "duties.visits").measures
    assert "new-clients" in duty(kam, "duties.contracts").measures
    assert set(plans.measures) <= {target.id for target in kam.targets}


def test_the_discount_of_a_duty_rests_on_a_right_with_a_limit(kam: Role) -> None:
    """The right has the limit's name; the number is the company's to give."""
    assert "rights.discount" in duty(kam, "duties.discounts").needs
    (right,) = [item for item in kam.rights if item.act is Act.GRANT_DISCOUNT]

    assert right.limit is not None
    assert "discount" == right.limit.id
    assert "superior" == right.consult


@pytest.mark.parametrize(
    "clause_id, remark",
    [
        ("duties.order-size", "CS12"),
        ("responsibilities.duties", "CS03"),
        ("responsibilities.damage", "CS03"),
        ("responsibilities.plans", "CS15"),
        ("duties.visits", "CS15"),
        ("duties.contracts", "CS15"),
        ("duties.discounts", "CS18"),
        ("general.appointment", "CS19"),
        ("general.category", "X02"),
        ("general.requirements", "X01"),
        ("duties.shortages", "X13"),
        ("responsibilities.plans", "X22"),
    ],
)
def test_defects_of_the_source_are_noted_on_the_clause(
    kam: Role, clause_id: str, remark: str
) -> None:
    """What the source leaves open is read one way, and the note says so."""
    assert remark in (clause(kam, clause_id).note or "")


def test_the_dangling_reference_goes_to_a_clause_by_its_id(kam: Role) -> None:
    """The source's "clause 7" is read as the duty to advise on the order."""
    assert "{clause duties.order-advice}" in clause(kam, "duties.order-size").text.get("en")


def test_the_superior_is_one_of_three_until_the_company_chooses(
    kam: Role, in_company: RoleInCompany
) -> None:
    """Head of sales, development director or commercial director."""
    (party,) = [item for item in kam.parties if item.id == "superior"]

    assert ("head-of-sales", "development-director", "commercial-director") == party.one_of
    assert () == in_company.faults()


def test_sections_are_the_four_of_the_source(kam: Role) -> None:
    """General provisions, duties, rights, responsibilities: 6, 23, 6 and 3 clauses."""
    assert [
        ("general", 6),
        ("duties", 23),
        ("rights", 6),
        ("responsibilities", 3),
    ] == [(section.id, len(section.clauses)) for section in kam.sections]
    assert isinstance(kam.sections[1], DutySection)
