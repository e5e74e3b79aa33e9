"""Mutants: what mutmut is given, what came of it, and the list of those that may survive.

mutmut changes functions that have no decorator. What a property or a cached function works out
counts as much, so decorators are written as the assignments that they stand for before mutmut
reads the sources. Standard library only, as every script is before its environment is made.
"""

from __future__ import annotations

import ast
import difflib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from _environment import ScriptError

__all__ = ["Change", "Mutant", "listed", "read_results", "undecorated", "write_survivors"]

_KEPT = {"staticmethod", "classmethod", "overload"}  # mutmut knows them, or nothing runs them
_METHOD = "ǁ"  # what mutmut puts between the names of a class and its method
_TRIAL = "__mutmut_"
_KILLED = {1, 3}  # a test failed, or could not even run
_SURVIVED = {0, 5, 33}  # every test passed, or there is no test
_RAN_OUT = {36, 24, 152, 255, -24, -9, -11}  # of time or memory: no longer the same program


class Change(NamedTuple):
    """What a mutant is, whatever its number: a function, the line as it was and as it is now."""

    module: str
    function: str
    was: str
    now: str


class Mutant(NamedTuple):
    """A mutant and what came of it; ``is_killed`` is ``None`` for one that was not tried."""

    change: Change
    is_killed: bool | None


def undecorated(source: str) -> str:
    """The same module with each single decorator of a function written as an assignment.

    ``three = cache(three)`` stands after the function, instead of ``@cache`` before it.
    """
    lines = source.splitlines(keepends=True)
    for function in sorted(_decorated(source), key=lambda node: -node.lineno):
        (decorator,) = function.decorator_list
        call = f"{function.name} = {ast.unparse(decorator)}({function.name})\n"
        lines.insert(function.end_lineno or 0, " " * function.col_offset + call)
        del lines[decorator.lineno - 1 : decorator.end_lineno]
    return "".join(lines)


def _decorated(source: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and len(node.decorator_list) == 1:
            (decorator,) = node.decorator_list
            if ast.unparse(decorator) not in _KEPT:
                yield node


def read_results(mutants: Path) -> Iterator[Mutant]:
    """Each mutant that mutmut made below a folder, in the order of modules and functions.

    Raises:
        ScriptError: something came of a mutant that is neither death nor survival.
    """
    for results in sorted(mutants.rglob("*.py.meta")):
        file = results.with_suffix("")
        module = ".".join(file.relative_to(mutants).with_suffix("").parts)
        texts = _functions(file.read_text(encoding="utf-8"))
        codes: Mapping[str, int | None] = json.loads(results.read_text("utf-8"))["exit_code_by_key"]
        for key, code in codes.items():
            name = key.rpartition(".")[2]
            original = texts[f"{name.partition(_TRIAL)[0]}{_TRIAL}orig"]
            was, now = _difference(original, texts[name])
            change = Change(module, _readable(name), was, now)
            yield Mutant(change, _is_killed(code, change))


def _is_killed(code: int | None, change: Change) -> bool | None:
    if code is None:
        return None
    if code in _SURVIVED:
        return False
    if code in _KILLED | _RAN_OUT:
        return True
    raise ScriptError(f"mutmut ended with exit code {code} on {change}; run it again")


def _functions(source: str) -> Mapping[str, list[str]]:
    """The lines of each function by its name, which is taken out of the first."""
    lines = source.splitlines()
    found: dict[str, list[str]] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and _TRIAL in node.name:
            own = [line.strip() for line in lines[node.lineno - 1 : node.end_lineno]]
            found[node.name] = [own[0].replace(node.name, ""), *own[1:]]
    return found


def _difference(original: list[str], mutated: list[str]) -> tuple[str, str]:
    """The lines that differ, as they were and as they are, each set in one line."""
    was: list[str] = []
    now: list[str] = []
    matcher = difflib.SequenceMatcher(None, original, mutated, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            was += original[start:end]
            now += mutated[new_start:new_end]
    return " ".join(was), " ".join(now)


def _readable(name: str) -> str:
    function = name.partition(_TRIAL)[0].removeprefix("x")
    return ".".join(function[1:].split(_METHOD))


# The list


def listed(file: Path) -> Mapping[Change, str]:
    """The survivors that are known, each with its reason.

    Raises:
        ScriptError: an entry gives no reason.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("survivor", [])
    found: dict[Change, str] = {}
    for entry in entries:
        if not entry["reason"].strip():
            raise ScriptError(
                f"{file.name} gives no reason for {entry['module']}, {entry['function']}"
            )
        for now in entry["now"]:
            found[Change(entry["module"], entry["function"], entry["was"], now)] = entry["reason"]
    return found


def write_survivors(file: Path, survivors: Iterable[Change]) -> None:
    """Write survivors in the form of the list, their reasons still to be given."""
    together: dict[tuple[str, str, str], list[str]] = {}
    for *place, now in survivors:
        together.setdefault((place[0], place[1], place[2]), []).append(now)
    entries = [
        "[[survivor]]\n"
        f"module = {_quoted(module)}\n"
        f"function = {_quoted(function)}\n"
        f"was = {_quoted(was)}\n"
        f"now = [\n{''.join(f'    {_quoted(now)},{chr(10)}' for now in sorted(set(changes)))}]\n"
        'reason = ""\n'
        for (module, function, was), changes in together.items()
    ]
    file.write_text("\n".join(entries), encoding="utf-8")


def _quoted(text: str) -> str:
    """A text as TOML writes it: bare between single quotes, or escaped where it has one."""
    return f"'{text}'" if "'" not in text else json.dumps(text, ensure_ascii=False)
