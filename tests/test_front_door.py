"""The front door: what ``import accountkit`` offers, and what it costs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

import accountkit

BUDGET_MS = 20
HEAVY = {
    "attr",
    "attrs",
    "babel",
    "cattrs",
    "dateutil",
    "decimal",
    "difflib",
    "inspect",
    "pyarrow",
    "re",
    "rich",
    "sqlalchemy",
    "typer",
    "typing",
    "yaml",
}


def bare_python(code: str) -> str:
    """What a fresh interpreter prints; it reads no environment, so nothing measures along."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path = {sys.path!r}\n{code}"]
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=quiet).stdout


def milliseconds(code: str) -> float:
    """How long a fresh interpreter takes from start to end."""
    start = time.perf_counter()
    bare_python(code)
    return (time.perf_counter() - start) * 1000


@pytest.mark.parametrize("name", accountkit.__all__)
def test_every_name_leads_to_its_home(name: str) -> None:
    """A name of the front door is the object of that name in the package that defines it."""
    assert getattr(accountkit, name) is not None
    assert name in dir(accountkit)


def test_a_name_at_the_front_door_is_the_same_object_as_at_home() -> None:
    """There is one Money, by whichever door it is fetched."""
    assert accountkit.Money is import_module("accountkit.values.money").Money


def test_an_unknown_name_is_refused_with_the_nearest_one_at_hand() -> None:
    """The error knows the name and the module, so that Python can say what was meant."""
    misspelt = "Mony"
    with pytest.raises(AttributeError, match="has no attribute 'Mony'") as caught:
        getattr(accountkit, misspelt)
    assert caught.value.name == "Mony"
    assert caught.value.obj is accountkit


def test_type_checkers_see_the_names_that_programs_get() -> None:
    """The imports for type checkers, and ``__all__``, name the same things in the same order."""
    tree = ast.parse(Path(accountkit.__file__).read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("accountkit")
        for alias in node.names
    }
    assert set(accountkit.__all__) == imported
    assert accountkit.__all__ == sorted(accountkit.__all__)


def test_importing_the_front_door_loads_nothing_heavy() -> None:
    """No dependency, and none of the costlier parts of the standard library, is imported."""
    before = "before = set(sys.modules)"
    after = "print(*sorted(set(sys.modules) - before))"
    loaded = bare_python(f"{before}\nimport accountkit\n{after}").split()

    assert "accountkit" in loaded
    assert not HEAVY & {module.partition(".")[0] for module in loaded}


def test_importing_the_front_door_takes_at_most_20_ms() -> None:
    """The best of several starts with the import, against the best of as many without it."""
    without = min(milliseconds("pass") for _ in range(7))
    with_it = min(milliseconds("import accountkit") for _ in range(7))

    assert with_it - without <= BUDGET_MS
