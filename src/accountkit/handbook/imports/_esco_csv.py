"""ESCO as CSV: the files of the download, one language or several side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from accountkit.errors import AccountkitError, InputError, Place, Problems
from accountkit.handbook.imports._esco_records import (
    ADDRESS,
    EscoClassification,
    EscoOccupation,
    EscoRelation,
    EscoSkill,
)
from accountkit.handbook.imports.rows import MOST_PROBLEMS, Form, Row, find_table, read_table

__all__ = ["csv_languages", "read_csv"]

_SUFFIXES = frozenset({".csv"})
_URI = "conceptUri"
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "occupations": (_URI, "preferredLabel", "altLabels", "iscoGroup", "description"),
    "skills": (_URI, "preferredLabel"),
    "occupationSkillRelations": ("occupationUri", "relationType", "skillUri"),
    "ISCOGroups": (_URI, "code", "preferredLabel"),
}
_FILLED = {"occupationSkillRelations": _NEEDED["occupationSkillRelations"]}
_KINDS = {"knowledge": True, "skill/competence": False}
_RELATIONS = {"essential": True, "optional": False}
_LANGUAGE_OF = re.compile(r"occupations_([a-z]{2})\.csv")

_Labels = defaultdict[str, dict[str, str]]


def csv_languages(folder: Path) -> tuple[str, ...]:
    """The languages whose occupations the folder has."""
    names = (_LANGUAGE_OF.fullmatch(file.name) for file in sorted(folder.iterdir()))
    return tuple(name[1] for name in names if name)


def read_csv(folder: Path, languages: Sequence[str], release: str) -> EscoClassification:
    """Read the tables in each of the languages.

    Raises:
        Problems: everything that is wrong with the tables, each with its place.
    """
    tables = _Tables(folder)
    occupations = {language: tables.read("occupations", language) for language in languages}
    skills = {language: tables.read("skills", language) for language in languages}
    groups = {language: tables.read("ISCOGroups", language) for language in languages}
    relations = tables.read("occupationSkillRelations", *languages, "")
    tables.problems += islice(_wrong(occupations[languages[0]], relations), MOST_PROBLEMS)
    if tables.problems:
        raise Problems(f"ESCO {folder}", tables.problems)
    return EscoClassification(
        release=release,
        languages=tuple(languages),
        occupations=_occupations(occupations),
        relations=_related(relations, skills),
        groups=_labels(groups, "code") if any(groups.values()) else None,
    )


class _Tables:
    """The tables of a folder, with what was wrong with those read so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[AccountkitError] = []

    def read(self, table: str, *languages: str) -> Sequence[Row]:
        """The rows of a table in the first of the languages that it is there in."""
        names = [f"{table}_{language}" if language else table for language in languages]
        try:
            files = (find_table(self._folder, name, _SUFFIXES) for name in names)
            file = next((file for file in files if file is not None), None)
            if file is not None:
                filled = _FILLED.get(table, (_URI,))
                return read_table(file, Form.COMMAS, _NEEDED[table], filled)
        except Problems as wrong:
            self.problems += wrong.problems
        except InputError as wrong:
            self.problems.append(wrong)
        else:
            if table != "ISCOGroups":
                self.problems.append(_not_there(self._folder, names[0]))
        return ()


def _not_there(folder: Path, name: str) -> InputError:
    return InputError(
        "ESCO",
        f"has no file {name}.csv",
        "unpack the CSV download, or name the folder it is in",
        place=Place(str(folder)),
    )


def _wrong(occupations: Sequence[Row], relations: Sequence[Row]) -> Iterator[InputError]:
    first: dict[str, int] = {}
    for row in occupations:
        address = row.get(_URI)
        if not ADDRESS.fullmatch(address):
            yield InputError(
                f"column {_URI}",
                f'"{address}" is no address of an occupation',
                "write it as http://data.europa.eu/esco/occupation/...",
                place=row.place,
            )
        if first.setdefault(address, row.line) != row.line:
            yield InputError(
                f"occupation {address}",
                f"stands twice, first on line {first[address]}",
                "keep one",
                place=row.place,
            )
    for row in relations:
        kind = row.get("relationType")
        if kind not in _RELATIONS:
            yield InputError(
                "column relationType",
                f'"{kind}" is neither essential nor optional',
                "write one of the two",
                place=row.place,
            )


def _labels(
    tables: Mapping[str, Sequence[Row]], key: str, column: str = "preferredLabel"
) -> _Labels:
    """What a column says, by key and language."""
    found: _Labels = defaultdict(dict)
    for language, rows in tables.items():
        for row in rows:
            if row.get(column):
                found[row.get(key)][language] = row.get(column)
    return found


def _occupations(tables: Mapping[str, Sequence[Row]]) -> dict[str, EscoOccupation]:
    labels, others, descriptions = (
        _labels(tables, _URI, column) for column in ("preferredLabel", "altLabels", "description")
    )
    first = next(iter(tables.values()))
    return {
        uri: EscoOccupation(
            uri=uri,
            code=row.get("code") or None,
            isco=row.get("iscoGroup") or None,
            labels=labels[uri],
            others={language: _lines(text) for language, text in others[uri].items()},
            descriptions=descriptions[uri],
            status=row.get("status"),
            regulated=row.get("regulatedProfessionNote"),
            place=row.place,
        )
        for uri, row in ((row.get(_URI), row) for row in first)
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _related(
    relations: Sequence[Row], tables: Mapping[str, Sequence[Row]]
) -> dict[str, tuple[EscoRelation, ...]]:
    labels = _labels(tables, _URI)
    kinds = {
        row.get(_URI): _KINDS.get(row.get("skillType")) for rows in tables.values() for row in rows
    }
    found: defaultdict[str, list[EscoRelation]] = defaultdict(list)
    for row in relations:
        uri = row.get("skillUri")
        kind = _KINDS.get(row.get("skillType"), kinds.get(uri))
        found[row.get("occupationUri")].append(
            EscoRelation(
                skill=EscoSkill(uri=uri, labels=labels[uri], is_knowledge=kind),
                is_essential=_RELATIONS[row.get("relationType")],
                place=row.place,
            )
        )
    return {uri: tuple(items) for uri, items in found.items()}
