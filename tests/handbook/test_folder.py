"""The folder of a handbook: which files are read, which are refused, and how they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accountkit.errors import Problems, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.folder import read_folder, write_folder
from accountkit.handbook.parts import Measures, Quotas
from accountkit.plans import SalesSum
from accountkit.testing.pay import plans, quotas
from accountkit.values.texts import Text

EXAMPLES = Path(__file__).parents[2] / "examples"
Company = Callable[..., Path]


def problems(folder: Path) -> list[str]:
    """What is wrong with a folder."""
    with pytest.raises(Problems) as caught:
        Handbook.load(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "file, message",
    [
        (
            "compani.yaml",
            (
                "compani.yaml:1:1: handbook: compani.yaml is not one of its files;"
                " did you mean company.yaml?"
            ),
        ),
        (
            "quotas.yml",
            (
                "quotas.yml:1:1: handbook: quotas.yml is not one of its files;"
                " did you mean quotas.yaml?"
            ),
        ),
        (
            "plan/x.yaml",
            "plan/x.yaml:1:1: handbook: does not read the folder plan; did you mean plans?",
        ),
        (
            "Roles/x.yaml",
            "Roles/x.yaml:1:1: handbook: does not read the folder Roles; did you mean roles?",
        ),
        (
            "attic/x.yaml",
            (
                "attic/x.yaml:1:1: handbook: does not read the folder attic;"
                " its folders are roles, plans, postings, versions"
            ),
        ),
        (
            "plans/x.YML",
            "plans/x.YML:1:1: handbook: reads files that end in .yaml; rename it to x.yaml",
        ),
    ],
)
def test_a_file_under_a_wrong_name_is_never_passed_over(
    company: Company, file: str, message: str
) -> None:
    """A plan that nobody reads is a plan that nobody is paid by."""
    folder = company()
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text("id: x\n", encoding="utf-8")

    assert [message] == problems(folder)


def test_other_files_may_lie_beside(company: Company) -> None:
    """Read-me files, tables and what starts with a point are nobody's business here."""
    folder = company()
    for name in ("README.md", ".github.yaml", ".git/config.yaml", "data/a.csv", "plans/notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")

    assert "tala" == Handbook.load(folder).company.id


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    """A wrong name is wrong usage; a folder without company.yaml is a wrong handbook."""
    with pytest.raises(UsageError, match=r"is not a folder; name the folder that holds company"):
        Handbook.load(tmp_path / "nowhere")
    assert [
        f"{tmp_path}:1:1: handbook: has no company.yaml; add it, or name the folder that holds it"
    ] == problems(tmp_path)


def test_problems_of_all_files_come_at_once(company: Company) -> None:
    """One broken file does not hide another; the order is that of the files."""
    folder = company(company="id: tala\n", measures="", roles__seller="[]", plans__sales="a: *b")

    assert [
        ("company.yaml", 1),
        ("company.yaml", 1),
        ("company.yaml", 1),
        ("company.yaml", 1),
        ("company.yaml", 1),
        ("measures.yaml", 1),
        ("plans/sales.yaml", 1),
        ("roles/seller.yaml", 1),
    ] == [(line.split(":")[0], int(line.split(":")[1])) for line in problems(folder)]


def test_a_file_that_cannot_be_opened(company: Company) -> None:
    """A folder under the name of a file is told as such."""
    folder = company()
    (folder / "quotas.yaml").mkdir()

    assert "tala" == Handbook.load(folder).company.id
    (folder / "plans" / "x.yaml").mkdir()
    (message,) = problems(folder)
    assert message.startswith("plans/x.yaml:1:1: handbook file: cannot be read (")


@pytest.mark.parametrize("name", ["habagat", "adventureworks"])
def test_saving_and_loading_round_trips(name: str, tmp_path: Path) -> None:
    """What was saved is read back equal, and saved again it is the same text."""
    handbook = Handbook.load(EXAMPLES / name)
    handbook.save(tmp_path / "one")
    again = Handbook.load(tmp_path / "one")
    again.save(tmp_path / "two")

    assert handbook == again
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def contents(folder: Path) -> dict[str, str]:
    """All files of a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in files}


def test_saved_files_read_like_written_ones(company: Company, tmp_path: Path) -> None:
    """Numbers and dates need no quotes; a name that others take for a truth value gets some."""
    people = "people: [{id: no, name: 'null'}]"
    Handbook.load(company(organisation=people)).save(tmp_path / "saved")
    plan = (tmp_path / "saved" / "plans" / "sales.yaml").read_text(encoding="utf-8")
    chart = (tmp_path / "saved" / "organisation.yaml").read_text(encoding="utf-8")

    assert "start: 2026-01-01\n" in plan
    assert "junior: 0.01\n" in plan
    assert "people:\n- id: 'no'\n  name: 'null'\n" == chart
    assert {"people": [{"id": "no", "name": "null"}]} == yaml.safe_load(chart)


def test_two_parts_of_one_id_cannot_be_saved(company: Company, tmp_path: Path) -> None:
    """One would overwrite the other; nothing is written at all."""
    folder = company()
    second = (folder / "plans" / "sales.yaml").read_text(encoding="utf-8")
    (folder / "plans" / "second.yaml").write_text(second, encoding="utf-8")

    with pytest.raises(UsageError, match=r"plans/sales\.yaml: would be written twice"):
        Handbook.load(folder).save(tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=plans(),
    wanted=st.lists(quotas(), min_size=1),
    name=st.text(min_size=1).filter(lambda name: name.strip() and name.isprintable()),
)
def test_whatever_is_well_formed_round_trips(
    company: Company, plan: object, wanted: list[object], name: str
) -> None:
    """Plans, quotas and names of any letters come back equal, to the last digit."""
    text = Text.of(en=name.replace("{", "(").replace("}", ")"))
    parts = {
        "measures.yaml": Measures(measures=(SalesSum(id="sales", title=text),)),
        "quotas.yaml": Quotas(quotas=tuple(wanted)),  # type: ignore[arg-type]  # as drawn
        "plans/plan.yaml": plan,
    }
    folder = company()
    write_folder(folder, parts.items())
    found, _ = read_folder(folder)

    assert parts == {name: found[name] for name in parts}
