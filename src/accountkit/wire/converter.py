"""The converter: between typed objects and plain data (mappings, lists and texts).

The wire form of a term is its class: keys are field names, texts are parsed by the type of the
field, and alternatives are told apart by the key ``kind``. cattrs does the walking and collects
every problem. Handbooks and stores both speak this form; no term knows it. Numbers are texts, so
that none passes through a float; only counts and truth values may be those of JSON.
"""

from __future__ import annotations

import enum
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from accountkit.errors import InputError, did_you_mean
from accountkit.settlement.trace import Figure
from accountkit.values._quotes import quoted
from accountkit.values.ladders import Band
from accountkit.values.money import Amount, Money
from accountkit.values.numbers import exact, plain
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio, ratio_text
from accountkit.values.texts import Text

__all__ = ["CONVERTER", "kind_of", "kinds_in", "members", "noun", "shown", "wire_key"]

Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls to build an object: with the data and the type."""

_WIRE_KEYS: Mapping[type, Mapping[str, str]] = {
    Band: {"start": "from", "end": "to", "value": "rate"},
}
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def wire_key(cls: type, field: str) -> str:
    """The key under which a field is written."""
    return _WIRE_KEYS.get(cls, {}).get(field, field.rstrip("_"))


def kind_of(cls: type) -> str | None:
    """The word that tells a class from its alternatives, if it has any."""
    return getattr(cls, "KIND", None)


def kinds_in(union: Any) -> dict[str, type]:
    """The classes of a union by their kind; empty when it is no union of kinds."""
    found: dict[str, type] = {}
    for member in typing.get_args(union):
        if member is type(None):
            continue
        kind = kind_of(member)
        if kind is None:
            return {}
        found[kind] = member
    return found


def members(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a class that are written, with their types resolved."""
    plain_class = typing.get_origin(cls) or cls
    attrs.resolve_types(plain_class)
    return tuple(field for field in attrs.fields(plain_class) if field.init)


def noun(cls: type) -> str:
    """What messages call an object of a class: ``DealsTable`` is a deals table."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__.rstrip("_")).lower()


def shown(text: str) -> str:
    """A word as messages show it: on one line, and cut when it is long."""
    return quoted(text)[1:-1]


# --- from text to values ----------------------------------------------------------------------


def _text(data: Any, what: str) -> str:
    if isinstance(data, str):
        return data
    found = "is empty" if data is None else "is a list" if isinstance(data, list) else "is nested"
    raise InputError("value", f"{found} where {what} belongs", f"write {what}")


def _whole(data: Any, _: Any) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    text = _text(data, "a whole number")
    if not _WHOLE_NUMBER.fullmatch(text):
        raise InputError("value", f"{quoted(text)} is no whole number", "write digits only")
    return int(text)


def _truth(data: Any, _: Any) -> bool:
    if isinstance(data, bool):
        return data
    text = _text(data, "true or false")
    if text not in {"true", "false"}:
        raise InputError(
            "value", f"{quoted(text)} is neither true nor false", "write true or false"
        )
    return text == "true"


def _date(data: Any, _: Any) -> date:
    text = _text(data, "a date such as 2026-01-31")
    if not _DATE.fullmatch(text):
        raise InputError("date", f"{quoted(text)} is no date", "write it as 2026-01-31")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(
            "date", f'"{text}" is not in the calendar', "check the month and the day"
        ) from None


def _member(data: Any, kind: type[enum.Enum]) -> enum.Enum:
    known = {str(member.value): member for member in kind}
    text = _text(data, f"one of {', '.join(known)}")
    if text not in known:
        raise InputError(
            "value",
            f"{quoted(text)} is not one of {', '.join(known)}",
            did_you_mean(text, known, "write one of them"),
        )
    return known[text]


def _localised(data: Any, _: Any) -> Text:
    if not isinstance(data, dict):
        raise InputError(
            "text", "has no language", "write it under the language's code, such as en: ..."
        )
    return Text.parse(typing.cast("dict[str, Any]", data))


def _parsed(parse: Callable[[str], Any], what: str) -> Hook:
    def hook(data: Any, _: Any) -> Any:
        return parse(_text(data, what))

    return hook


# --- structure of classes, lists and alternatives -----------------------------------------------


def _keys(data: Any) -> dict[str, Any] | None:
    """The data if they are written as keys."""
    return typing.cast("dict[str, Any]", data) if isinstance(data, dict) else None


def _class_hook(cls: type, converter: Converter) -> Hook:
    build = typing.cast(
        "Hook",
        make_dict_structure_fn(
            cls,
            converter,
            _cattrs_forbid_extra_keys=True,
            _cattrs_detailed_validation=True,
            **_renamed(cls),
        ),
    )
    told = ", ".join(wire_key(cls, field.name) for field in members(cls)[:4])
    has_kind = kind_of(cls) is not None

    def hook(data: Any, _: Any) -> Any:
        keys = _keys(data)
        if keys is None:
            raise InputError(noun(cls), "is not written as keys", f"write its keys: {told} ...")
        if has_kind:
            keys = {key: value for key, value in keys.items() if key != "kind"}
        return build(keys, cls)

    return hook


def _renamed(cls: type) -> dict[str, Any]:
    return {field.name: override(rename=wire_key(cls, field.name)) for field in members(cls)}


def _union_hook(union: Any, converter: Converter) -> Hook:
    kinds = kinds_in(union)
    known = ", ".join(kinds)

    def hook(data: Any, _: Any) -> Any:
        if data is None and type(None) in typing.get_args(union):
            return None
        keys = _keys(data)
        if keys is None:
            raise InputError("value", "is not written as keys", f"start with kind: one of {known}")
        kind = keys.get("kind")
        if not isinstance(kind, str):
            raise InputError("kind", "is missing", f"add kind: one of {known}")
        if kind not in kinds:
            raise InputError(
                "kind",
                f"{quoted(kind)} is not one of {known}",
                did_you_mean(kind, kinds, "write one of them"),
                path=("kind",),
            )
        found: Any = kinds[kind]
        return converter.structure(keys, found)

    return hook


def _tuple_hook(cls: Any, converter: Converter) -> Hook:
    items: Any = types.GenericAlias(list, typing.get_args(cls)[:1])

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, list):
            raise InputError("list", "is not written as a list", 'start each item with "- "')
        found: list[Any] = converter.structure(data, items)
        return tuple(found)

    return hook


def _mapping_hook(cls: Any, converter: Converter) -> Hook:
    items: Any = types.GenericAlias(dict, (str, typing.get_args(cls)[1]))

    def hook(data: Any, _: Any) -> Any:
        keys = _keys(data)
        if keys is None:
            raise InputError("value", "is not written as keys", "write one key: value on each line")
        return types.MappingProxyType(converter.structure(keys, items))

    return hook


def _dump_of(cls: type, converter: Converter) -> Callable[[Any], Any]:
    dump: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True, **_renamed(cls)
    )
    kind = kind_of(cls)
    return dump if kind is None else lambda value: {"kind": kind, **dump(value)}


# --- the figures of a trace ---------------------------------------------------------------------


def _figure(data: Any, _: Any) -> Figure:
    match _keys(data):
        case {"money": str(text)}:
            return Money.parse(text)
        case {"amount": str(text)}:
            return _amount(text)
        case {"ratio": str(text)}:
            return parse_ratio(text)
        case {"count": str(text)}:
            return int(text)
        case {"word": str(text)}:
            return text
        case _:
            raise InputError("figure", "is not one of a trace", "write money, amount, ratio, ...")


def _written_figure(figure: Figure) -> dict[str, str]:
    match figure:
        case Money():
            return {"money": str(figure)}
        case Amount():
            return {"amount": _amount_text(figure)}
        case Fraction():
            return {"ratio": ratio_text(figure)}
        case int():
            return {"count": str(figure)}
        case str():
            return {"word": figure}


def _amount_text(amount: Amount) -> str:
    return f"{amount.currency} {ratio_text(amount.value)}"


def _amount(text: str) -> Amount:
    currency, _, value = text.partition(" ")
    return Amount(parse_ratio(value), currency)


# --- which hook goes with which type --------------------------------------------------------------


def _is_kind_union(cls: Any) -> bool:
    return typing.get_origin(cls) in {typing.Union, types.UnionType} and bool(kinds_in(cls))


def _is_tuple(cls: Any) -> bool:
    return typing.get_origin(cls) is tuple and typing.get_args(cls)[1:] == (Ellipsis,)


def _is_mapping(cls: Any) -> bool:
    return typing.get_origin(cls) is Mapping


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _is_set(cls: Any) -> bool:
    return typing.get_origin(cls) is frozenset


def _is_figure(cls: Any) -> bool:
    return bool(cls == Figure)


def _converter() -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)

    def for_class(cls: type) -> Hook:
        return _class_hook(cls, converter)

    def for_union(cls: Any) -> Hook:
        return _union_hook(cls, converter)

    def for_tuple(cls: Any) -> Hook:
        return _tuple_hook(cls, converter)

    def for_mapping(cls: Any) -> Hook:
        return _mapping_hook(cls, converter)

    def from_class(cls: type) -> Callable[[Any], Any]:
        return _dump_of(cls, converter)

    def from_set(value: frozenset[Any]) -> list[Any]:
        return sorted(converter.unstructure(item) for item in value)

    parsers: dict[type, tuple[Callable[[str], Any], str, Callable[[Any], str]]] = {
        str: (str, "a text", str),
        Decimal: (exact, "a number such as 1234.50", plain),
        Fraction: (parse_ratio, "a number or percent such as 12.5%", ratio_text),
        Money: (Money.parse, "money such as PHP 1000.00", str),
        Amount: (_amount, "an amount such as PHP 1/3", _amount_text),
        Period: (Period.parse, "a period such as 2026-Q1", str),
    }
    for cls, (parse, what, text) in parsers.items():
        converter.register_structure_hook(cls, _parsed(parse, what))
        converter.register_unstructure_hook(cls, text)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook(Text, _localised)
    converter.register_structure_hook_func(_is_enum, _member)
    converter.register_structure_hook_func(_is_figure, _figure)
    converter.register_structure_hook_factory(attrs.has, for_class)
    converter.register_structure_hook_factory(_is_kind_union, for_union)
    converter.register_structure_hook_factory(_is_tuple, for_tuple)
    converter.register_structure_hook_factory(_is_mapping, for_mapping)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Text, Text.as_mapping)
    converter.register_unstructure_hook_func(_is_enum, lambda value: str(value.value))
    converter.register_unstructure_hook_func(_is_figure, _written_figure)
    converter.register_unstructure_hook_func(_is_set, from_set)
    converter.register_unstructure_hook_factory(attrs.has, from_class)
    return converter


CONVERTER = _converter()
"""The one converter of handbooks and stores."""
