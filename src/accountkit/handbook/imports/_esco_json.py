"""ESCO as an extract: a list of occupations in JSON, with their skills by name.

An extract has no addresses of skills, and of optional ones it does not tell knowledge from skill.
It is in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from json import JSONDecodeError, JSONDecoder
from pathlib import Path
from typing import Any, TypeAlias, cast

from accountkit.errors import AccountkitError, InputError, Place, Problems, did_you_mean
from accountkit.handbook.imports._esco_records import (
    ADDRESS,
    EscoClassification,
    EscoOccupation,
    EscoRelation,
    EscoSkill,
)

__all__ = ["EXTRACT", "EXTRACT_LANGUAGE", "read_extract"]

EXTRACT = "occupations.json"
"""The name of the file."""

EXTRACT_LANGUAGE = "en"

_Keys: TypeAlias = Mapping[str, Any]
_TEXTS = ("occupation_uri", "occupation_name", "occupation_description", "isco_code")
_LISTS = ("alternative_names", "essential_skills", "optional_skills", "essential_knowledge")
_SPACE = re.compile(r"[\s,]*")


def read_extract(file: Path, release: str) -> EscoClassification:
    """Read an extract.

    Raises:
        Problems: everything that is wrong with it, each with its place.
    """
    problems: list[AccountkitError] = []
    occupations: dict[str, EscoOccupation] = {}
    relations: dict[str, tuple[EscoRelation, ...]] = {}
    groups: dict[str, Mapping[str, str]] = {}
    for place, data in _objects(file):
        wrong = list(_wrong(data, place))
        problems += wrong
        if wrong:
            continue
        found = _occupation(data, place)
        if found.uri in occupations:
            problems.append(
                InputError(f"occupation {found.uri}", "stands twice", "keep one", place=place)
            )
        occupations[found.uri] = found
        relations[found.uri] = tuple(_relations(data, place))
        if found.isco and data.get("isco_group_name"):
            groups[found.isco] = {EXTRACT_LANGUAGE: str(data["isco_group_name"])}
    if problems:
        raise Problems(f"ESCO {file}", problems)
    return EscoClassification(
        release=release,
        languages=(EXTRACT_LANGUAGE,),
        occupations=occupations,
        relations=relations,
        groups=groups,
    )


def _objects(file: Path) -> Iterator[tuple[Place, _Keys]]:
    """Each object of the list with the place it begins at."""
    text = _text(file)
    at = _after(text, 0)
    if text[at : at + 1] != "[":
        raise _broken(file, text, at, "is no list of occupations", "write [ {...}, {...} ]")
    at = _after(text, at + 1)
    decoder, line, counted = JSONDecoder(), 1, 0
    while text[at : at + 1] != "]":
        line += text.count("\n", counted, at)
        counted = at
        try:
            data, end = decoder.raw_decode(text, at)
        except (JSONDecodeError, RecursionError) as error:
            place = error.pos if isinstance(error, JSONDecodeError) else at
            raise _broken(file, text, place, "is no JSON from here on", "mend it") from None
        column = at - text.rfind("\n", 0, at)
        if not isinstance(data, dict):
            raise _broken(file, text, at, "is no occupation", "write its keys")
        yield Place(file.name, line, column), cast("_Keys", data)
        at = _after(text, end)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _broken(file, "", 0, "is not UTF-8 text", "save it as UTF-8") from None


def _after(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _broken(file: Path, text: str, at: int, problem: str, remedy: str) -> Problems:
    before = text[:at]
    place = Place(file.name, before.count("\n") + 1, at - before.rfind("\n"))
    return Problems(f"ESCO {file}", [InputError("extract", problem, remedy, place=place)])


def _wrong(data: _Keys, place: Place) -> Iterator[InputError]:
    """What keeps an object from being an occupation."""
    for key in ("occupation_uri", "occupation_name", "essential_skills", "optional_skills"):
        if not data.get(key) and not isinstance(data.get(key), list):
            others = [other for other in data if other not in (*_TEXTS, *_LISTS)]
            remedy = did_you_mean(key, others, "add it")
            yield InputError("occupation", f"lacks the key {key}", remedy, place=place)
    for key in _TEXTS:
        if not isinstance(data.get(key) or "", str):
            yield InputError(f"key {key}", "is no text", "write a text in quotes", place=place)
    for key in _LISTS:
        if not _are_texts(data.get(key) or []):
            remedy = 'write ["...", "..."]'
            yield InputError(f"key {key}", "is no list of texts", remedy, place=place)
    address = data.get("occupation_uri")
    if isinstance(address, str) and address and not ADDRESS.fullmatch(address):
        yield InputError(
            "key occupation_uri",
            f'"{address}" is no address of an occupation',
            "write it as http://data.europa.eu/esco/occupation/...",
            place=place,
        )


def _are_texts(found: Any) -> bool:
    if not isinstance(found, list):
        return False
    items = cast("list[object]", found)
    return all(isinstance(item, str) and item.strip() for item in items)


def _occupation(data: _Keys, place: Place) -> EscoOccupation:
    language, description = EXTRACT_LANGUAGE, data.get("occupation_description")
    return EscoOccupation(
        uri=data["occupation_uri"],
        code=None,
        isco=data.get("isco_code") or None,
        labels={language: data["occupation_name"]},
        others={language: tuple(data.get("alternative_names") or ())},
        descriptions={language: description} if description else {},
        status="",
        regulated=str(data.get("regulatedProfessionNote") or ""),
        place=place,
    )


def _relations(data: _Keys, place: Place) -> Iterator[EscoRelation]:
    """Essential skills first; a name that is knowledge once is knowledge wherever it stands."""
    knowledge = set(data.get("essential_knowledge") or ())
    essential = set(data["essential_skills"]) if "essential_knowledge" in data else set[str]()
    for key, is_essential in (("essential_skills", True), ("optional_skills", False)):
        for name in data[key]:
            is_known = name in knowledge or name in essential
            skill = EscoSkill(
                uri=None,
                labels={EXTRACT_LANGUAGE: name},
                is_knowledge=name in knowledge if is_known else None,
            )
            yield EscoRelation(skill=skill, is_essential=is_essential, place=place)
