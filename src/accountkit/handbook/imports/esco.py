"""ESCO: one release of the European classification of skills, competences and occupations.

Read are the files of the CSV download (``ESCO dataset - v1.2.0 - classification - en - csv``), in
one language or several side by side; or an extract, ``occupations.json``, that lists occupations
with their skills by name. How an occupation becomes a draft role is in
``accountkit.handbook.imports.esco_draft``.

Source:
    ESCO v1.0 to v1.2, European Commission; its occupations stand below the groups of ISCO-08.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from accountkit.errors import UsageError
from accountkit.handbook.imports._esco_csv import csv_languages, read_csv
from accountkit.handbook.imports._esco_json import EXTRACT, EXTRACT_LANGUAGE, read_extract
from accountkit.handbook.imports._esco_records import EscoClassification
from accountkit.handbook.imports.releases import release_of

__all__ = ["EscoClassification", "read_esco"]

_FOLDER = re.compile(r"\bv([0-9]+\.[0-9]+(?:\.[0-9]+)?)\b")
_FOLDER_EXAMPLE = '"ESCO dataset - v1.2.0"'
_UNPUBLISHED = frozenset({"fil", "ru", "tl"})


def read_esco(
    folder: str | Path, *, languages: Sequence[str] = ("en",), release: str | None = None
) -> EscoClassification:
    """Read a release.

    Args:
        folder: the folder of the unpacked CSV download, or of an extract.
        languages: those that labels are wanted in, the first one foremost.
        release: such as 1.2.0; needed unless the folder is called as the download calls it.

    Raises:
        UsageError: there is no such folder, nothing says the release, or a language is not there.
        Problems: everything that is wrong with the tables, each with its place.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError(
            f"folder {folder}", "is not a folder", "name the folder of the unpacked CSV download"
        )
    known = csv_languages(folder)
    is_extract = not known and (folder / EXTRACT).is_file()
    if is_extract:
        known = (EXTRACT_LANGUAGE,)
    if not known:
        raise UsageError(
            f"folder {folder}",
            f"has neither occupations_en.csv nor {EXTRACT}",
            "unpack the CSV download, and name the folder it is in",
        )
    _check_languages(folder, languages, known)
    found = release_of(folder, _FOLDER, release, _FOLDER_EXAMPLE)
    if is_extract:
        return read_extract(folder / EXTRACT, found)
    return read_csv(folder, languages, found)


def _check_languages(folder: Path, languages: Sequence[str], known: Sequence[str]) -> None:
    if not languages:
        raise UsageError("languages", "are none", f"name one of {', '.join(known)}")
    for language in languages:
        if language not in known:
            never = ", and ESCO is not published in it" if language in _UNPUBLISHED else ""
            raise UsageError(
                f"folder {folder}",
                f"has no language {language}{never}",
                f"name one of {', '.join(known)}, or add the download in that language",
            )
