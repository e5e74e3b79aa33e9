"""Environments: the virtual environments that the scripts make, once, and use offline afterwards.

Each purpose and interpreter version has its own folder, ``.venv/<purpose>-<version>``. The pinned
packages are installed when the folder is new or the pins have changed; the wheel of this
repository is built and installed whenever its sources have changed, without a network.
Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # before anything that an older Python could not read
    sys.exit(
        "accountkit needs Python 3.11 or newer, and this is {}.{}; "
        "run the script with a newer one, for example: python3.12 {}".format(
            *sys.version_info[:2], sys.argv[0]
        )
    )

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

__all__ = ["BUILD", "ROOT", "Environment", "ScriptError", "main", "say", "shown"]

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"

_OLDEST = (3, 11)
_LAST_LINES = 12


class ScriptError(Exception):
    """A script cannot go on; the message tells the person at the terminal what to do."""


def say(line: str) -> None:
    """Tell the person at the terminal what happens now, in order with what commands print."""
    print(line, flush=True)


def shown(path: Path) -> str:
    """A path as a person would type it: relative to the current folder where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)


class Environment:
    """A virtual environment for one purpose and one interpreter version.

    ``extras`` and ``groups`` name tables of ``pyproject.toml``; what they ask for is installed at
    the versions that ``constraints.txt`` pins.
    """

    def __init__(
        self,
        purpose: str,
        *,
        python: str | None = None,
        extras: Sequence[str] = (),
        groups: Sequence[str] = (),
    ) -> None:
        self.purpose = purpose
        self.base = python or sys.executable
        self.extras = tuple(extras)
        self.groups = tuple(groups)

    # What it is made of

    @cached_property
    def interpreter(self) -> Mapping[str, str]:
        """The version and home of the interpreter that the environment is made from."""
        question = (
            "import json, sys; print(json.dumps({'version': sys.version, 'home': sys.base_prefix,"
            " 'short': '%d.%d' % sys.version_info[:2]}))"
        )
        try:
            answer = subprocess.run(
                [self.base, "-I", "-c", question], check=True, capture_output=True, text=True
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise ScriptError(f"{self.base} is not a Python interpreter that runs here") from error
        facts: dict[str, str] = json.loads(answer.stdout)
        if tuple(int(part) for part in facts["short"].split(".")) < _OLDEST:
            raise ScriptError(
                f"accountkit needs Python 3.11 or newer, and {self.base} is {facts['short']}"
            )
        return facts

    @cached_property
    def folder(self) -> Path:
        """Where the environment lies."""
        return ROOT / ".venv" / f"{self.purpose}-{self.interpreter['short']}"

    @property
    def bin(self) -> Path:
        """The folder of its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.bin / ("python.exe" if os.name == "nt" else "python")

    @cached_property
    def requirements(self) -> tuple[str, ...]:
        """What is installed, the package itself left out."""
        tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        project, groups = tables["project"], tables["dependency-groups"]
        wanted = [
            *(project["dependencies"] if self.extras else ()),
            *_extras(project["name"], project["optional-dependencies"], self.extras),
            *_groups(groups, self.groups),
        ]
        return tuple(sorted(set(wanted)))

    # Making it

    def prepare(self) -> None:
        """Make the environment and install the pinned packages, unless that is done already."""
        constraints = ROOT / "constraints.txt"
        wanted = json.dumps(
            {
                "constraints": _digest([constraints]),
                "folder": str(self.folder),
                "interpreter": dict(self.interpreter),
                "requirements": self.requirements,
            },
            indent=2,
        )
        stamp = self.folder / "pinned.json"
        if stamp.is_file() and self.python.exists() and wanted == stamp.read_text("utf-8"):
            return
        say(f"making {shown(self.folder)} with Python {self.interpreter['short']} ...")
        self._make()
        say("installing the pinned packages (a minute or so; only now is a network needed) ...")
        self._quietly(
            [*self._pip("install"), "--constraint", str(constraints), *self.requirements],
            "the pinned packages could not be installed; the first run needs a network, or a "
            "package mirror that pip knows of",
        )
        stamp.write_text(wanted, encoding="utf-8")

    def install_wheel(self) -> None:
        """Build the wheel of this repository and install it, unless the same one is installed."""
        sources = _digest(_sources())
        stamp = self.folder / "wheel.sha256"
        if stamp.is_file() and sources == stamp.read_text("utf-8"):
            return
        say("building and installing the wheel ...")
        stamp.unlink(missing_ok=True)
        target = BUILD / "wheel" / self.folder.name
        shutil.rmtree(target, ignore_errors=True)
        self._quietly(
            [str(self.python), "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
            "the wheel could not be built",
        )
        (wheel,) = target.glob("*.whl")
        self._quietly(
            [*self._pip("install"), "--no-index", "--no-deps", "--force-reinstall", str(wheel)],
            "the wheel could not be installed",
        )
        stamp.write_text(sources, encoding="utf-8")

    def _make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(exist_ok=True)
        command = [self.base, "-I", "-m", "venv", str(self.folder)]
        made = subprocess.run(command, check=False, capture_output=True, text=True)
        if made.returncode != 0:
            raise ScriptError(
                f"{self.base} cannot make a virtual environment; install its venv module "
                "(on Debian and Ubuntu the package is called python3-venv) and try again\n"
                + _tail(made.stdout + made.stderr)
            )

    def _pip(self, command: str) -> list[str]:
        options = ["--quiet", "--disable-pip-version-check", "--no-input"]
        return [str(self.python), "-m", "pip", command, *options]

    def _quietly(self, command: Sequence[str], trouble: str) -> None:
        done = subprocess.run(
            command,
            check=False,
            cwd=ROOT,
            env=self.variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if done.returncode != 0:
            raise ScriptError(f"{trouble}; its last words:\n{_tail(done.stdout)}")

    # Using it

    def variables(self, **more: str) -> dict[str, str]:
        """The environment variables for a command, without what leads to another Python."""
        ours = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PIP_USER", "PIP_TARGET", "PYTHONHOME", "PYTHONPATH"}
        }
        path = f"{self.bin}{os.pathsep}{ours.get('PATH', os.defpath)}"
        return {**ours, "VIRTUAL_ENV": str(self.folder), "PATH": path, **more}

    def run(self, command: Sequence[str | Path], *, folder: Path = ROOT, **variables: str) -> int:
        """Run a command of the environment, in the repository's folder; give its exit code."""
        program, *arguments = (str(part) for part in command)
        found = shutil.which(program, path=str(self.bin))
        if found is None:
            raise ScriptError(f"{program} is not installed in {shown(self.folder)}")
        return subprocess.run(
            [found, *arguments],
            check=False,
            cwd=folder,
            env=self.variables(**variables),
            stdin=subprocess.DEVNULL,
        ).returncode

    def must_run(self, command: Sequence[str | Path]) -> None:
        """Show a command as a person would type it, run it, and stop when it fails."""
        say("$ " + shlex.join(str(part) for part in command))
        code = self.run(command)
        if code != 0:
            raise ScriptError(f"{command[0]} ended with exit code {code}")


def main(action: Callable[[], int]) -> None:
    """Run a script's action; end with its exit code, or with one line on what is wrong."""
    try:
        code = action()
    except ScriptError as error:
        sys.exit(f"{Path(sys.argv[0]).name}: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(code)


def _extras(
    project: str, tables: Mapping[str, Sequence[str]], names: Iterable[str]
) -> Iterator[str]:
    for name in names:
        for requirement in tables[name]:
            if requirement.startswith(f"{project}["):
                inner = requirement.removeprefix(f"{project}[").removesuffix("]")
                yield from _extras(project, tables, inner.split(","))
            else:
                yield requirement


def _groups(
    tables: Mapping[str, Sequence[str | Mapping[str, str]]], names: Iterable[str]
) -> Iterator[str]:
    for name in names:
        for entry in tables[name]:
            if isinstance(entry, str):
                yield entry
            else:
                yield from _groups(tables, entry.values())


def _sources() -> Iterator[Path]:
    yield from (ROOT / name for name in ("pyproject.toml", "README.md", "LICENSE"))
    for path in sorted((ROOT / "src").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes() if file.is_file() else b""
        digest.update(f"{file.relative_to(ROOT)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _tail(output: str) -> str:
    lines = [line for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith("WARNING:")] or lines
    return "\n".join(f"    {line}" for line in telling[-_LAST_LINES:])
