"""Examples in the README and the docs, run as tests by Sybil.

Each document has a folder of its own, with a copy of ``examples/``, in which its blocks run one
after the other:

* ``python`` blocks run; lines after ``>>>`` are compared with what follows them;
* ``console`` blocks run the commands after ``$`` and compare what they print, where ``...`` stands
  for anything; a command without printed output must end with exit code 0;
* ``yaml`` and ``text`` blocks of the form ``{code-block}`` with a ``:caption:`` are written to the
  file that the caption names.

Blocks of any other language, ``sh`` among them, are for reading only.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE
COMMANDS = Path(sys.executable).parent


def run_console(example: Example) -> str | None:
    """Run each command of a block; tell the first one that prints something else."""
    for command, expected in commands(str(example.parsed)):
        program, *arguments = shlex.split(command)
        found = shutil.which(program, path=COMMANDS) or program
        done = subprocess.run(  # noqa: S603 - the documents are our own
            [found, *arguments],
            check=False,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        if not expected and done.returncode != 0:
            return f"$ {command}\nended with exit code {done.returncode}:\n{done.stdout}"
        if expected and not OutputChecker().check_output(expected, done.stdout, FLAGS):
            return f"$ {command}\nexpected:\n{expected}\nprinted:\n{done.stdout}"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with the output that is expected of it."""
    for part in ("\n" + block).split("\n$ ")[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = command.removesuffix("\\") + more
        yield command, output


def refuse(example: Example) -> str:
    """A block that would look as if it were run, and is not."""
    return f"line {example.line}: write python instead of pycon, so that this block runs"


def write_file(example: Example) -> str | None:
    """Write a captioned block to the file that its caption names."""
    name = example.region.lexemes.get("options", {}).get("caption")
    if name is not None:
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(example.parsed), encoding="utf-8")
    return None


def enter(namespace: dict[str, Any]) -> None:
    """Give a document its folder."""
    folder = Path(tempfile.mkdtemp(prefix="accountkit-docs-"))
    if (ROOT / "examples").is_dir():
        shutil.copytree(ROOT / "examples", folder / "examples")
    namespace["_left"] = Path.cwd()
    namespace["_folder"] = folder
    os.chdir(folder)


def leave(namespace: dict[str, Any]) -> None:
    """Take the folder away again."""
    os.chdir(namespace["_left"])
    shutil.rmtree(namespace["_folder"], ignore_errors=True)


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("pycon", refuse),
        CodeBlockParser("console", run_console),
        CodeBlockParser("text", write_file),
        CodeBlockParser("yaml", write_file),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    setup=enter,
    teardown=leave,
).pytest()
