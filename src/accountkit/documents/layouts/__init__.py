"""Layouts: how pages are set, as dated profiles that are data and not code.

A profile is a TOML file beside this module; its id names the standard and the year, since such
values change. Lengths are millimetres, sizes of letters are points, spacing is lines.

Source:
    ``gost-r-7.0.97-2025``: GOST R 7.0.97-2025, a voluntary Russian standard on the layout of
    organisational documents, in force since 2025-08-18. ``plain``: our own.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

import attrs

from accountkit.errors import UsageError, did_you_mean

__all__ = ["PLAIN_LAYOUT", "Layout", "layout_for", "layout_ids"]

_SUFFIX = ".toml"
_NUMBER_PLACES = ("top-centre", "bottom-centre")


@attrs.frozen(kw_only=True)
class Layout:
    """How the pages of a document are set.

    Raises:
        UsageError: page numbers are to stand where none can.
    """

    id: str = attrs.field(metadata={"doc": "the profile's id, with the year of its standard"})
    page_width: int = attrs.field(metadata={"doc": "in millimetres"})
    page_height: int = attrs.field(metadata={"doc": "in millimetres"})
    margin_top: int = attrs.field(metadata={"doc": "in millimetres"})
    margin_right: int = attrs.field(metadata={"doc": "in millimetres"})
    margin_bottom: int = attrs.field(metadata={"doc": "in millimetres"})
    margin_left: int = attrs.field(metadata={"doc": "in millimetres"})
    corner_width: int = attrs.field(metadata={"doc": "the widest a corner block may be, in mm"})
    size_pt: int = attrs.field(metadata={"doc": "letters of running text, in points"})
    heading_pt: int = attrs.field(metadata={"doc": "letters of section headings, in points"})
    title_pt: int = attrs.field(metadata={"doc": "letters of the title, in points"})
    indent_mm: Decimal = attrs.field(metadata={"doc": "indent of a paragraph's first line, in mm"})
    spacing: Decimal = attrs.field(metadata={"doc": "distance of lines, in lines"})
    page_number: str = attrs.field(
        metadata={"doc": "where the number stands from page 2 on: top-centre or bottom-centre"}
    )
    numbers_first_page: bool = attrs.field(metadata={"doc": "whether page 1 has a number, too"})
    font: str = attrs.field(metadata={"doc": "the typeface asked for, in formats that name one"})

    def __attrs_post_init__(self) -> None:
        if self.page_number not in _NUMBER_PLACES:
            raise UsageError(
                f"layout {self.id}",
                f'no page number can stand at "{self.page_number}"',
                f"write {' or '.join(_NUMBER_PLACES)}",
            )


def layout_ids() -> tuple[str, ...]:
    """Ids of the profiles, in alphabetical order.

    >>> layout_ids()
    ('gost-r-7.0.97-2025', 'plain')
    """
    names = (item.name for item in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


@cache
def layout_for(layout_id: str) -> Layout:
    """The profile with this id.

    Raises:
        UsageError: there is none.
    """
    known = layout_ids()
    if layout_id not in known:
        raise UsageError(
            f"layout {layout_id}",
            "does not exist",
            did_you_mean(layout_id, known, f"the layouts are {', '.join(known)}"),
        )
    text = files(__name__).joinpath(layout_id + _SUFFIX).read_text(encoding="utf-8")
    return Layout(id=layout_id, **tomllib.loads(text, parse_float=Decimal))


PLAIN_LAYOUT = layout_for("plain")
"""The layout of whoever asks for none."""
