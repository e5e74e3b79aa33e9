"""The page of laws names every law of pay, and only tests that there are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "reference" / "laws.md"

_NAMED = re.compile(r"\| `(\w+\.py)::(\w+)` \|")


def named() -> list[tuple[str, str]]:
    """The tests that the page names, each as file and function."""
    return [(file, name) for file, name in _NAMED.findall(PAGE.read_text(encoding="utf-8"))]


def test_every_test_that_the_page_names_is_there() -> None:
    """A law that is promised is held by a test of that name."""
    for file, name in named():
        assert name in dict(found_in(HERE / file)), f"{file} has no {name}"


def test_every_law_of_pay_is_on_the_page_once() -> None:
    """Whatever Hypothesis tries of pay is a law, and the page says it in words."""
    laws = {
        (file.name, name)
        for file in HERE.glob("test_pay*.py")
        for name, is_drawn in found_in(file)
        if is_drawn
    }
    on_page = named()
    assert laws <= set(on_page)
    assert len(on_page) == len(set(on_page))


def found_in(file: Path) -> Iterator[tuple[str, bool]]:
    """Each test of a file, and whether Hypothesis draws its examples."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) if name.startswith("test_"):
                yield name, any("given" in ast.dump(one) for one in node.decorator_list)
            case ast.Assign(targets=[ast.Name(id=name)]) if name.startswith("Test"):
                yield name, True
            case _:
                pass
