"""The converter: between typed objects and plain data (mappings, lists and texts).

The wire form of a term is its class: keys are field names, texts are parsed by the type of the
field, and alternatives are told apart by the key ``kind``. cattrs does the walking and collects
every problem. Handbooks and stores both speak this form; no term knows it.
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
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from accountkit.errors import InputError, did_you_mean
from accountkit.settlement.trace import Figure
from accountkit.values.ladders import Band
from accountkit.values.money import Amount, Money
from accountkit.values.numbers import exact, plain
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio, ratio_text
from accountkit.values.texts import PLAIN, Text

__all__ = ["CONVERTER", "kind_of", "kinds_in", "members", "noun", "wire_key"]

_WIRE_KEYS: Mapping[type, Mapping[str, str]] = {
    Band: {"start": "from", "end": "to", "value": "rate"},
}
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)


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
    return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()


# --- from text to values ----------------------------------------------------------------------


def _text(data: Any, what: str) -> str:
    if isinstance(data, str):
        return data
    found = "is empty" if data is None else "is a list" if isinstance(data, list) else "is nested"
    raise InputError("value", f"{found} where {what} belongs", f"write {what}")


def _whole(data: Any, _: Any) -> int:
    text = _text(data, "a whole number")
    if not _WHOLE_NUMBER.fullmatch(text):
        raise InputError("value", f'"{text}" is no whole number', "write digits only")
    return int(text)


def _truth(data: Any, _: Any) -> bool:
    text = _text(data, "true or false")
    if text not in {"true", "false"}:
        raise InputError("value", f'"{text}" is neither true nor false', "write true or false")
    return text == "true"


def _date(data: Any, _: Any) -> date:
    text = _text(data, "a date such as 2026-01-31")
    try:
        if len(text) != len("2026-01-31"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(
            "date", f'"{text}" is no date of the calendar', "write it as 2026-01-31"
        ) from None


def _member(data: Any, kind: type[enum.Enum]) -> enum.Enum:
    known = [str(member.value) for member in kind]
    text = _text(data, f"one of {', '.join(known)}")
    for member in kind:
        if str(member.value) == text:
            return member
    raise InputError(
        "value",
        f'"{text}" is not one of {", ".join(known)}',
        did_you_mean(text, known, "write one of them"),
    )


def _localised(data: Any, _: Any) -> Text:
    if not isinstance(data, dict):
        raise InputError(
            "text", "has no language", "write it under the language's code, such as en: ..."
        )
    return Text.parse(data)


def _parsed(parse: Callable[[str], Any], what: str) -> Callable[[Any, Any], Any]:
    def hook(data: Any, _: Any) -> Any:
        return parse(_text(data, what))

    return hook


# --- structure of classes, lists and alternatives -----------------------------------------------


def _class_hook(cls: type, converter: Converter) -> Callable[[Any, Any], Any]:
    renamed = {field.name: override(rename=wire_key(cls, field.name)) for field in members(cls)}
    build: Any = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **typing.cast("Any", renamed),
    )
    kind = kind_of(cls)

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            keys = ", ".join(wire_key(cls, field.name) for field in members(cls)[:4])
            raise InputError(noun(cls), "is not written as keys", f"write its keys: {keys} ...")
        if kind is not None:
            data = {key: value for key, value in data.items() if key != "kind"}
        return build(data, cls)

    return hook


def _union_hook(union: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    kinds = kinds_in(union)
    known = ", ".join(kinds)

    def hook(data: Any, _: Any) -> Any:
        if data is None and type(None) in typing.get_args(union):
            return None
        if not isinstance(data, dict) or "kind" not in data:
            raise InputError("kind", "is missing", f"add kind: one of {known}")
        found = kinds.get(str(data["kind"]))
        if found is None:
            raise InputError(
                "kind",
                f'"{data["kind"]}" is not one of {known}',
                did_you_mean(str(data["kind"]), kinds, "write one of them"),
                path=("kind",),
            )
        return converter.structure(data, found)

    return hook


def _tuple_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    items: Any = list[typing.get_args(cls)[0]]  # type: ignore[misc]  # a type made at run time

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, list):
            raise InputError("list", "is not written as a list", 'start each item with "- "')
        return tuple(converter.structure(data, items))

    return hook


def _mapping_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    items: Any = dict[str, typing.get_args(cls)[1]]  # type: ignore[misc]  # as above

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            raise InputError("value", "is not written as keys", "write one key: value on each line")
        return types.MappingProxyType(converter.structure(data, items))

    return hook


# --- the converter --------------------------------------------------------------------------------


def _is_kind_union(cls: Any) -> bool:
    origin = typing.get_origin(cls)
    return origin in {typing.Union, types.UnionType} and bool(kinds_in(cls))


def _is_tuple(cls: Any) -> bool:
    args = typing.get_args(cls)
    return typing.get_origin(cls) is tuple and len(args) == 2 and args[1] is Ellipsis


def _is_mapping(cls: Any) -> bool:
    return typing.get_origin(cls) in {Mapping, typing.get_origin(Mapping[str, str])}


def _unstructure_class(cls: type, converter: Converter) -> Callable[[Any], Any]:
    renamed = {field.name: override(rename=wire_key(cls, field.name)) for field in members(cls)}
    dump: Any = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True, **typing.cast("Any", renamed)
    )
    kind = kind_of(cls)
    return dump if kind is None else lambda value: {"kind": kind, **dump(value)}


def _converter() -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
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
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_structure_hook_factory(
        _is_kind_union, lambda cls: _union_hook(cls, converter)
    )
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _tuple_hook(cls, converter))
    converter.register_structure_hook_factory(
        _is_mapping, lambda cls: _mapping_hook(cls, converter)
    )
    converter.register_structure_hook_func(_is_figure, _figure)
    converter.register_unstructure_hook_func(_is_figure, _written_figure)
    converter.register_unstructure_hook(int, str)
    converter.register_unstructure_hook(bool, lambda value: "true" if value else "false")
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Text, _written)
    converter.register_unstructure_hook_func(_is_enum, lambda value: str(value.value))
    converter.register_unstructure_hook_factory(
        attrs.has, lambda cls: _unstructure_class(cls, converter)
    )
    return converter


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _is_figure(cls: Any) -> bool:
    return bool(cls == Figure)


def _figure(data: Any, _: Any) -> Figure:
    ((kind, text),) = data.items()
    return _FIGURES[kind](text)


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


_FIGURES: Mapping[str, Callable[[str], Figure]] = {
    "money": Money.parse,
    "amount": _amount,
    "ratio": parse_ratio,
    "count": int,
    "word": str,
}


def _written(text: Text) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for language in text.languages:
        forms = {form: text.get(language, form) for form in text.forms(language)}
        written[language] = forms[PLAIN] if set(forms) == {PLAIN} else forms
    return written


CONVERTER = _converter()
