"""The style sheet of a page: how it looks on a screen, and how its layout sets it on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accountkit.documents.layouts import Layout

__all__ = ["page_style"]

_SCREEN = """\
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fff; color: #111;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; text-align: center; }
h2 { font-size: 1.15rem; margin-top: 1.75rem; break-after: avoid; }
ol.clauses { list-style: none; margin: 0; padding: 0; }
ol.clauses > li { display: grid; grid-template-columns: minmax(3.25rem, auto) 1fr;
  margin: 0.4rem 0; break-inside: avoid; }
ul { list-style: "\\2013\\00a0"; margin: 0.25rem 0; padding-left: 1.25rem; }
.approval, .corner { margin: 0 0 2rem auto; width: fit-content; text-align: left; }
.agreement > div { margin-top: 1rem; break-inside: avoid; }
.approval p, .corner p, .agreement p { margin: 0.15rem 0; }
.typed { white-space: pre-wrap; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.watermark { display: none; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left;
  vertical-align: top; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
"""

_PAPER = """\
.approval, .corner {{ max-width: {corner}mm; }}
@page {{ size: {width}mm {height}mm; margin: {top}mm {right}mm {bottom}mm {left}mm;
  @{number_box} {{ content: counter(page); font: {size}pt {font}, serif; }} }}
{first_page}\
@media print {{
  body {{ margin: 0; max-width: none; padding: 0; font: {size}pt/{spacing} {font}, serif; }}
  h1 {{ font-size: {title}pt; }}
  h2, h3, h4, h5, h6 {{ font-size: {heading}pt; }}
  main > p {{ text-indent: {indent}mm; }}
  .page-break {{ break-after: page; }}
  .watermark {{ display: flex; position: fixed; inset: 0; z-index: -1; align-items: center;
    justify-content: center; color: #d9d9d9; font-weight: bold; white-space: nowrap;
    print-color-adjust: exact; }}
  .watermark > span {{ transform: rotate(-45deg); }}
}}
"""

_FIRST_PAGE = "@page :first {{ @{number_box} {{ content: none; }} }}\n"

_NUMBER_BOXES = {"top-centre": "top-center", "bottom-centre": "bottom-center"}

_NOT_A_NAME = re.compile(r"[^\w \-]", re.ASCII)


def page_style(layout: Layout) -> str:
    """The style sheet of a page set in a layout, ending in a newline."""
    number_box = _NUMBER_BOXES[layout.page_number]
    first_page = "" if layout.numbers_first_page else _FIRST_PAGE.format(number_box=number_box)
    return _SCREEN + _PAPER.format(
        corner=layout.corner_width,
        width=layout.page_width,
        height=layout.page_height,
        top=layout.margin_top,
        right=layout.margin_right,
        bottom=layout.margin_bottom,
        left=layout.margin_left,
        number_box=number_box,
        first_page=first_page,
        size=layout.size_pt,
        font=_family(layout.font),
        spacing=layout.spacing,
        title=layout.title_pt,
        heading=layout.heading_pt,
        indent=layout.indent_mm,
    )


def _family(name: str) -> str:
    """A typeface's name as a string of a style sheet, which no name can leave."""
    return '"' + _NOT_A_NAME.sub(lambda sign: f"\\{ord(sign[0]):x} ", name) + '"'
