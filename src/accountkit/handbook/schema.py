"""The schema: the handbook format as JSON Schema, for editors that complete and check.

It is derived from the same classes that ``accountkit.handbook.conversion`` reads, so it cannot
drift from them. The copy in ``schema.json`` ships with the package; a test holds the two equal, and
``python -m accountkit.handbook.schema`` writes it anew in a source tree.

Source:
    JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import enum
import json
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from accountkit.handbook.composition import USE
from accountkit.handbook.parts import FILES, FOLDERS
from accountkit.roles.parties import Party
from accountkit.roles.sections import RoleClause, Section
from accountkit.roles.targets import Target
from accountkit.roles.work_documents import WorkDocument
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.texts import Text
from accountkit.wire import kind_of, kinds_in, members, wire_key

__all__ = ["handbook_schema", "schema_text", "shipped_schema"]

_USABLE = frozenset(
    {*kinds_in(RoleClause).values(), *kinds_in(Section).values(), Party, Target, WorkDocument}
)
_DIGITS = r"[+-]?[0-9][0-9_]*(\.[0-9][0-9_]*)?"
_SCALARS: Mapping[type, dict[str, Any]] = {
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: {"type": "string", "format": "date"},
    Decimal: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_DIGITS}$"}]},
    Fraction: {
        "type": ["number", "string"],
        "pattern": f"^{_DIGITS}(%|/[0-9][0-9_]*)?$",
        "description": "a number, a percent such as 12.5%, or a quotient such as 2/3",
    },
    Money: {"type": "string", "pattern": f"^[A-Z]{{3}} {_DIGITS}$"},
    Period: {"type": ["string", "integer"], "description": "such as 2026-Q1, 2026-01 or 2026"},
}


def handbook_schema() -> dict[str, Any]:
    """The schema of every file of a handbook, worked out from the classes.

    ``$defs`` has an entry for each class; the root accepts any file of a handbook.
    """
    definitions: dict[str, Any] = {}
    tops = [*FILES.values(), *(cls for classes in FOLDERS.values() for cls in classes)]
    references = [_of(cls, definitions) for cls in tops]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "accountkit handbook",
        "description": "One file of a handbook folder; see $defs for each kind of file.",
        "anyOf": references,
        "$defs": dict(sorted(definitions.items())),
    }


def shipped_schema() -> str:
    """The text of the schema that the package carries."""
    return files("accountkit.handbook").joinpath("schema.json").read_text(encoding="utf-8")


def schema_text() -> str:
    """The schema as it is shipped: indented, keys in a fixed order."""
    return json.dumps(handbook_schema(), indent=2, ensure_ascii=False) + "\n"


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if kind is Text:
        return _text(definitions)
    if _is_enum(kind):
        return {"enum": [str(member.value) for member in kind]}
    if attrs.has(kind):
        return _class(kind, definitions)
    return _generic(kind, definitions)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _generic(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, members = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return _union(kind, [member for member in members if member is not type(None)], definitions)
    if origin is tuple and members[-1] is Ellipsis:
        return {"type": "array", "items": _of(members[0], definitions)}
    if origin is tuple:
        items = [_of(member, definitions) for member in members]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    return {"type": "object", "additionalProperties": _of(members[1], definitions)}


def _union(kind: Any, members: list[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    kinds = kinds_in(kind)
    if len(members) == 1:
        return _of(members[0], definitions)
    choices: list[dict[str, Any]] = []
    for name, cls in kinds.items():
        told = {"type": "object", "properties": {"kind": {"const": name}}}
        choices.append({"allOf": [_of(cls, definitions), told | _needs(cls, ["kind"])]})
    return {"anyOf": choices}


def _text(definitions: dict[str, Any]) -> dict[str, Any]:
    definitions.setdefault(
        "Text",
        {
            "type": "object",
            "description": "wording by language; a title gives each grammatical form",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Z0-9]{2,3})?$"},
            "additionalProperties": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "object", "additionalProperties": {"type": "string"}},
                ]
            },
        },
    )
    return {"$ref": "#/$defs/Text"}


def _class(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__.rstrip("_")
    if name not in definitions:
        definitions[name] = {}  # a class that contains itself refers to this entry
        definitions[name] = _definition(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _definition(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required: list[str] = []
    kind = kind_of(cls)
    if kind is not None:
        properties["kind"] = {"const": kind}
    for field in members(cls):
        key = wire_key(cls, field.name)
        properties[key] = _of(field.type, definitions)
        if "doc" in field.metadata:
            properties[key] = {"description": field.metadata["doc"]} | properties[key]
        if field.default is attrs.NOTHING:
            required.append(key)
    if _is_usable(cls):
        properties[USE] = {
            "type": "string",
            "description": "id of a ready-made item of the library",
        }
    summary = (cls.__doc__ or "").strip().split("\n")[0]
    definition = {"type": "object", "description": summary, "properties": properties}
    return definition | _needs(cls, required) | {"additionalProperties": False}


def _is_usable(cls: type) -> bool:
    """Whether the library may have an item of the class."""
    return cls in _USABLE


def _needs(cls: type, required: list[str]) -> dict[str, Any]:
    """Which keys must be there; an item of the library brings what is left out."""
    if not _is_usable(cls):
        return {"required": required}
    return {"anyOf": [{"required": required}, {"required": [USE]}]}


if __name__ == "__main__":
    Path(__file__).with_name("schema.json").write_text(schema_text(), encoding="utf-8")
