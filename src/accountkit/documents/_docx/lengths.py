"""Lengths: millimetres and points of a layout in the units of WordprocessingML.

A twip is a twentieth of a point; 127 millimetres are 7200 of them.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from accountkit.documents.layouts import Layout

__all__ = ["corner_indent", "text_width", "twips"]


def twips(millimetres: Decimal | int) -> int:
    """A length in whole twips.

    >>> twips(127)
    7200
    """
    return int(Fraction(millimetres) * 7200 / 127)


def text_width(layout: Layout) -> int:
    """The width of a line, in millimetres."""
    return layout.page_width - layout.margin_left - layout.margin_right


def corner_indent(layout: Layout) -> int:
    """What is left beside a corner block, in millimetres."""
    return max(text_width(layout) - layout.corner_width, 0)
