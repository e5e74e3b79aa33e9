"""PDF: a document tree as tagged pages that pass typst's checks of PDF/UA-1.

The page is set by ``page.typ``, beside this module, which gets the tree as data and never as
markup. Letters come from the typefaces inside typst and in folders that the caller names, and
none from the system, so that a tree gives the same bytes everywhere. The clock is not asked: the
file is dated by the tree's ``issued`` or has no date.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias, cast

import attrs

from accountkit.documents._characters import printable
from accountkit.documents._places import words_by_place
from accountkit.documents.plain import SIGNATURE_LINE
from accountkit.documents.tree import Run, Tree
from accountkit.errors import (
    AccountkitError,
    InputError,
    MissingExtraError,
    Problems,
    UsageError,
)

__all__ = ["write_pdf"]

_Data: TypeAlias = "str | int | list[_Data] | dict[str, _Data] | None"

_OWN_TYPEFACES = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
"""What comes inside typst, in the order in which they are asked for a letter."""

_SETTABLE = str.maketrans({"\t": "    ", "\ufeff": "\u2060"})
"""No typeface has a tab; a byte order mark inside a text is an old word joiner."""

_HERE = Path(__file__).parent
_TAG = re.compile("([a-z]{2,3})(?:-([a-z]{2}))?", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'(?:the text|disallowed codepoint) `"((?:[^"\\]|\\.)+)"`')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_MOST_NAMED = 5


def write_pdf(tree: Tree, *, fonts: Iterable[str | os.PathLike[str]] = ()) -> bytes:
    """The document as a PDF file.

    The layout's typeface is used where one of the folders has it, else that of typst.

    Args:
        tree: the document.
        fonts: folders of typefaces to use beside those inside typst; each is read once in a
            process.

    Raises:
        MissingExtraError: the extra ``pdf`` is not installed.
        Problems: no typeface has some letter; each problem names the letter and its place.
        UsageError: the document has no title, its headings skip a level, a language is no tag
            that a PDF can hold, or a folder is not there.
    """
    typst = _typst()
    typefaces = _typefaces(tuple(_folder(folder) for folder in fonts))
    data = json.dumps(_tree(tree, typefaces.families()))
    try:  # by typst's function: memory of the compilers it offers as objects grows with each file
        content: bytes = typst.compile(
            _page(),
            root=_HERE,
            font_paths=typefaces,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"tree": data},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise _fault(tree, error) from None
    return content


def _typst() -> Any:
    try:
        return import_module("typst")
    except ImportError:
        raise MissingExtraError("the PDF writer", "pdf") from None


@cache
def _page() -> bytes:
    return _HERE.joinpath("page.typ").read_bytes()


@lru_cache(maxsize=8)
def _typefaces(folders: tuple[str, ...]) -> Any:
    return _typst().Fonts(include_system_fonts=False, font_paths=list(folders))


def _folder(folder: str | os.PathLike[str]) -> str:
    if not Path(folder).is_dir():
        raise UsageError(f"fonts {folder}", "is no folder", "name a folder that has typefaces")
    return os.fspath(folder)


def _tree(tree: Tree, families: list[str]) -> dict[str, _Data]:
    """The tree as the page reads it, with the typefaces to ask for each letter, in order."""
    if not tree.title.strip():
        raise UsageError("document", "has no title, which a PDF must have", "give it one")
    asked = [tree.layout.font] if tree.layout.font in families else []
    return {
        **_fields(tree),
        "language": _language(tree.language),
        "watermark": _data(tree.watermark or None),
        "fonts": list(dict.fromkeys((*asked, *_OWN_TYPEFACES, *sorted(families)))),
        "signature_line": SIGNATURE_LINE,
    }


def _data(value: Any) -> _Data:
    """A part of the tree as JSON holds it: a record by the names of its fields and its kind."""
    match value:
        case str() | Decimal():
            return printable(str(value)).translate(_SETTABLE)
        case int() | None:
            return value
        case date():
            return {"year": value.year, "month": value.month, "day": value.day}
        case Run(text=text, language=language):
            return {"text": _data(text), "language": _language(language) if language else {}}
        case tuple():
            return [_data(item) for item in cast("tuple[object, ...]", value)]
        case _:
            return _fields(value) | {"kind": type(value).__name__}


def _fields(value: attrs.AttrsInstance) -> dict[str, _Data]:
    fields = attrs.fields(type(value))
    return {field.name: _data(getattr(value, field.name)) for field in fields}


def _language(tag: str) -> dict[str, _Data]:
    found = _TAG.fullmatch(tag)
    if found is None:
        raise UsageError(
            f'language "{tag}"',
            "is no tag that a PDF can hold",
            "write a language of two or three letters and, if need be, a country, as in pt-BR",
        )
    language, region = found.groups()
    return {"lang": language.lower(), "region": region.upper() if region else None}


def _fault(tree: Tree, error: Any) -> AccountkitError | Problems:
    """What typst says, in words that lead to the part of the document to mend."""
    letters = list(dict.fromkeys(map(_unescaped, _NOT_SHOWN.findall(error.diagnostic))))
    if letters:
        return Problems("document cannot be written as PDF", tuple(_not_shown(tree, letters)))
    problem = error.message.removeprefix("PDF/UA-1 error: ")
    return UsageError(
        "document", f"cannot be written as PDF: {problem}", "; ".join(error.hints) or None
    )


def _not_shown(tree: Tree, letters: list[str]) -> Iterator[InputError]:
    """A problem for each place that has letters which no typeface has."""
    remedy = "use other letters, or fonts that have them"
    told: set[str] = set()
    for place, words in words_by_place(tree):
        here = [letter for letter in letters if letter in words]
        told.update(here)
        if here:
            yield InputError(place, f"no typeface has {_named(here)}", remedy)
    elsewhere = [letter for letter in letters if letter not in told]
    if elsewhere:
        yield InputError("document", f"no typeface has {_named(elsewhere)}", remedy)


def _named(letters: list[str]) -> str:
    """Letters with their code points, the first few of many."""
    names = [
        f'"{letter}" ({" ".join(f"U+{ord(sign):04X}" for sign in letter)})'
        for letter in letters[:_MOST_NAMED]
    ]
    more = len(letters) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _unescaped(quoted: str) -> str:
    """A text as it was before it was quoted in a message of typst."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], quoted)
