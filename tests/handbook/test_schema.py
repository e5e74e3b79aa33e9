"""The JSON Schema: shipped as it is generated, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from accountkit.handbook import Handbook
from accountkit.handbook.parts import FILES
from accountkit.handbook.schema import handbook_schema, schema_text, shipped_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = {"plans": "Plan", "postings": "Posting", "roles": "Role", "versions": "RoleVersion"}


class Core(yaml.SafeLoader):
    """YAML as editors read it (the core schema of YAML 1.2): a date is a text, and so is ``no``."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML looks for a class attribute
        letter: [
            (tag, re.compile("true|false") if tag.endswith(":bool") else form)
            for tag, form in resolvers
            if not tag.endswith(("timestamp", "merge", "value"))
        ]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        if letter not in "yYnNoO"
    }


def entry(file: str, content: dict[str, Any]) -> str:
    """The entry of ``$defs`` that a file is about."""
    folder, _, own = file.rpartition("/")
    if folder == "roles" and "role" in content:
        return "RoleChoices"
    return FOLDERS[folder] if folder else FILES[own].__name__


def faults(name: str, content: Any) -> list[str]:
    """What the schema finds wrong with the content of a file."""
    schema = handbook_schema()
    validator: Any = jsonschema.Draft202012Validator(
        {**schema["$defs"][name], "$defs": schema["$defs"]}
    )
    return [error.message for error in validator.iter_errors(content)]


def contents(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """The files of a handbook as editors read them."""
    files = sorted(folder.glob("*.yaml")) + sorted(folder.glob("*/*.yaml"))
    return [
        (str(file.relative_to(folder)), yaml.load(file.read_text(encoding="utf-8"), Core))  # noqa: S506 - as safe as its base
        for file in files
    ]


def test_the_shipped_schema_is_the_generated_one() -> None:
    """If this fails, run ``python -m accountkit.handbook.schema``."""
    assert schema_text() == shipped_schema()


def test_the_schema_is_one() -> None:
    """It follows the rules of JSON Schema, and all its references lead somewhere."""
    schema = json.loads(shipped_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    references = set(re.findall(r'"#/\$defs/(\w+)"', shipped_schema()))

    assert references <= set(schema["$defs"])


def test_classes_do_not_share_a_name() -> None:
    """Each entry says in its description what its class says."""
    found: dict[str, set[str]] = {}
    for name, definition in handbook_schema()["$defs"].items():
        found.setdefault(definition["description"], set()).add(name)
        assert definition["type"] == "object"
    assert all(len(names) == 1 for names in found.values())


@pytest.mark.parametrize("name", ["habagat", "adventureworks"])
def test_the_examples_are_valid(name: str, tmp_path: Path) -> None:
    """As they are written, and as they are saved."""
    Handbook.load(EXAMPLES / name).save(tmp_path)

    for folder in (EXAMPLES / name, tmp_path):
        for file, content in contents(folder):
            assert (file, []) == (file, faults(entry(file, content), content))


@pytest.mark.parametrize(
    "key, value",
    [
        ("perod", "quarter"),
        ("period", "quater"),
        ("roles", "seller"),
        ("roles", [["seller"]]),
        ("start", 2026),
        ("components", [{"kind": "comission"}]),
        ("components", [{"kind": "bonus", "id": "b"}]),
        ("rounding", {"mode": "half_up", "point": "component", "digits": 2}),
        ("title", "Sales"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(key: str, value: Any) -> None:
    """Unknown keys, wrong words and wrong kinds show while they are typed."""
    file = EXAMPLES / "habagat" / "plans" / "head-of-sales-2026.yaml"
    plan = yaml.load(file.read_text(encoding="utf-8"), Core)  # noqa: S506 - as safe as its base

    assert [] == faults("Plan", plan)
    assert [] != faults("Plan", {**plan, key: value})
    assert [] != faults("Plan", {name: plan[name] for name in plan if name != "clauses"})
