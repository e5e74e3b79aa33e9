"""What the parts of a handbook must be for each other, rule by rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accountkit.handbook import Finding, Handbook, Severity

Found = Callable[..., list[str]]
PEOPLE = """
people:
  - {id: ana, name: Ana}
positions:
  - {id: north, role: seler}
  - {id: south, role: seller, reports_to: wset}
appointments:
  - {person: anna, position: north, start: 2025-01-01}
"""


def wrong(folder: Path, data: Path | None = None) -> list[Finding]:
    """The errors and warnings of a handbook."""
    found = Handbook.load(folder, data).check().findings
    return [item for item in found if item.severity is not Severity.NOTE]


def test_the_company_is_clean(findings: Found) -> None:
    """Whatever a test below finds, its own edit is the reason."""
    assert [] == findings()


def test_the_organisation(findings: Found) -> None:
    """People, positions, superiors and roles exist."""
    assert [
        (
            'organisation.yaml:4:23: error: position north: refers to role "seler",'
            " which does not exist; did you mean seller? (organisation)"
        ),
        (
            'organisation.yaml:5:43: error: position south: position "wset" does not exist;'
            " add the position (organisation)"
        ),
        (
            'organisation.yaml:7:14: error: appointment 1: person "anna" does not exist;'
            " did you mean ana? (organisation)"
        ),
    ] == [line for line in findings(organisation=PEOPLE) if "level" not in line]


def test_a_plan_names_what_is_there(company: Callable[..., Path]) -> None:
    """Roles, measures and parameters of a plan exist."""
    folder = company()
    plan = folder / "plans" / "sales.yaml"
    text = plan.read_text(encoding="utf-8")
    for good, bad in (("[seller]", "[seler]"), ("measure: sales", "measure: sale")):
        text = text.replace(good, bad)
    plan.write_text(text.replace("times: rate", "times: rat"), encoding="utf-8")

    assert [
        (
            'plans/sales.yaml:7:9: error: plan sales: refers to role "seler", which does not exist;'
            " did you mean seller? (plans)"
        ),
        (
            'plans/sales.yaml:11:1: error: plan sales: refers to parameter "rat",'
            " which does not exist; did you mean rate? (plans)"
        ),
        (
            "plans/sales.yaml:15:14: error: plan sales: needs measure sale, which is not there;"
            " did you mean sales? (plans)"
        ),
    ] == [str(item) for item in wrong(folder)]


def test_what_stands_twice(findings: Found) -> None:
    """A person's quota or parameters given twice are not silently one of the two."""
    quotas = """
quotas:
  - {person: ana, measure: sales, period: 2026-Q1, target: 1}
  - {person: ana, measure: sales, period: 2026-01-01..2026-03-31, target: 2}
"""
    parameters = """
parameters:
  - {person: ana, values: {rate: 1%}}
  - {person: ana, values: {rate: 2%}}
"""

    assert [
        "parameters.yaml:3:14: error: parameters of ana: stands twice; keep one (repeated)",
        (
            "quotas.yaml:3:14: error: quota of ana for sales in 2026-Q1: stands twice,"
            " first in quotas.yaml:2:14; keep one (repeated)"
        ),
    ] == findings(quotas=quotas, parameters=parameters)


def test_a_quota_in_the_handbook_and_in_a_table(company: Callable[..., Path]) -> None:
    """The same quota is found wherever it stands."""
    folder = company(
        quotas="quotas: [{person: ana, measure: sales, period: 2026-Q1, target: 1}]",
        facts="""
folder: data
tables:
  - kind: quotas
    file: q.csv
    measure: sales
    columns: {person: who, period: when, target: target}
""",
    )
    (folder / "data").mkdir()
    (folder / "data" / "q.csv").write_text("who,when,target\nana,2026-Q1,2\n", encoding="utf-8")

    assert [
        (
            f"{folder}/data/q.csv:2:1: error: quota of ana for sales in 2026-Q1: stands twice,"
            " first in quotas.yaml:1:19; keep one (repeated)"
        )
    ] == [str(item) for item in wrong(folder)]


def test_quotas_of_nobody_and_of_nothing(findings: Found) -> None:
    """A name that nobody knows is likely misspelt."""
    quotas = "quotas: [{person: anna, measure: sale, period: 2026-Q1, target: 1}]"

    assert [
        (
            'quotas.yaml:1:19: warning: quota: refers to person "anna", which does not exist;'
            " did you mean ana? (quotas)"
        ),
        (
            'quotas.yaml:1:34: warning: quota: refers to measure "sale", which does not exist;'
            " did you mean sales? (quotas)"
        ),
    ] == findings(quotas=quotas)


def test_a_language_that_is_missing(findings: Found) -> None:
    """What the company prints in two languages is written in two."""
    company = """
id: tala
name: Tala
currency: PHP
jurisdiction: neutral
languages: [en, fil]
calendar: {kind: fiscal}
"""

    assert {"languages"} == {line.rpartition("(")[2][:-1] for line in findings(company=company)}


def test_tables_are_found_wrong_only_once(company: Callable[..., Path]) -> None:
    """Other rules that need the tables do not tell it again."""
    folder = company(
        facts="folder: data\ntables: [{kind: clients, file: c.csv, columns: {id: i, name: n}}]"
    )
    (folder / "data").mkdir()

    (found,) = wrong(folder)
    assert str(found).startswith("facts.yaml:2:32: error: table: file ")


def test_a_data_folder_that_is_not_there(company: Callable[..., Path]) -> None:
    """Named in the file, it is told there; named on the run, it is told of the run."""
    folder = company(
        facts="folder: data\ntables: [{kind: clients, file: c.csv, columns: {id: i, name: n}}]"
    )

    (named_in_the_file,) = wrong(folder)
    (named_on_the_run,) = wrong(folder, folder / "nowhere")
    assert "facts.yaml:1:9" == str(named_in_the_file.place)
    assert named_on_the_run.place is None


def test_a_data_folder_that_is_named_later(notes: Found) -> None:
    """It is worth a note and no more."""
    found, *_ = notes(facts="tables: [{kind: clients, file: c.csv, columns: {id: i, name: n}}]")

    assert found.startswith("facts.yaml:1:1: note: facts: do not say where their data folder is")
