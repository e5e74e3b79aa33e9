"""JSON text: data as a JSON document that may stand inside a page.

Keys keep their order and numbers all their digits. What a page would take for markup, and line ends
that a script would stumble over, are written as escapes, so that no text can end the element that
the document stands in. Characters that cannot be shown are replaced, as in every other format.

Source:
    RFC 8259 (JSON); HTML Standard, restrictions for contents of script elements.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from accountkit.documents._characters import printable

__all__ = ["Json", "json_text"]

Json: TypeAlias = "str | bool | int | Decimal | tuple[Json, ...] | Mapping[str, Json]"
"""What can be written: no floats, and nothing that is left open."""

_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
_STEP = "  "


def json_text(data: Json) -> str:
    r"""The data on indented lines, ending in a newline.

    >>> print(json_text({"a": "1 < 2", "b": (Decimal("2.50"), True)}), end="")
    {
      "a": "1 \u003c 2",
      "b": [
        2.50,
        true
      ]
    }
    """
    return _written(data, "") + "\n"


def _written(data: Json, margin: str) -> str:
    match data:
        case str():
            return _quoted(data)
        case bool():
            return "true" if data else "false"
        case int() | Decimal():
            return f"{data:f}" if isinstance(data, Decimal) else str(data)
        case tuple():
            inner = margin + _STEP
            return _block("[]", (_written(item, inner) for item in data), margin)
        case _:
            inner = margin + _STEP
            pairs = (f"{_quoted(key)}: {_written(item, inner)}" for key, item in data.items())
            return _block("{}", pairs, margin)


def _block(brackets: str, lines: Iterable[str], margin: str) -> str:
    content = ",\n".join(f"{margin}{_STEP}{line}" for line in lines)
    return f"{brackets[0]}\n{content}\n{margin}{brackets[1]}" if content else brackets


def _quoted(text: str) -> str:
    return json.dumps(printable(text), ensure_ascii=False).translate(_ESCAPES)
