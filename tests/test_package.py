"""The package as it is installed: its version, its data files, its promise of types."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

import accountkit

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "accountkit"


def test_the_version_is_written_in_one_place() -> None:
    """What the installer knows is what the package says."""
    assert version("accountkit") == accountkit.__version__


def test_what_is_tested_is_the_installed_wheel() -> None:
    """The source tree is nowhere on the import path."""
    assert SOURCES != Path(accountkit.__file__).parent


def test_every_data_file_of_the_sources_is_in_the_wheel() -> None:
    """The mark of typed packages, the catalogue and the schema arrive as they were written."""
    data = [
        path.relative_to(SOURCES)
        for path in sorted(SOURCES.rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    ]
    installed = files("accountkit")

    assert Path("py.typed") in data
    for path in data:
        assert (SOURCES / path).read_bytes() == installed.joinpath(*path.parts).read_bytes()


def test_every_package_is_in_the_reference() -> None:
    """A page of the reference lists each package and module of the top level."""
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs/reference").glob("*.md")]
    listed = {line.strip() for page in pages for line in page.splitlines()}
    public = [name for _, name, _ in iter_modules(accountkit.__path__) if name[0] != "_"]

    assert [] == [name for name in public if f"accountkit.{name}" not in listed]
