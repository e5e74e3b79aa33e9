"""The rule that everything is written in every language of the company.

A text that is not there yet is a warning. A form that a sentence needs of a title or name, and that
the title lacks, is an error: somebody thought it was there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import Place, TermsError
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.handbook.translations import translation_of

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.handbook.translations import Translation

__all__ = ["languages"]

_CATALOGUE = "catalogue/"


def languages(handbook: Handbook) -> Iterator[Finding]:
    """Roles, plans and measures are written in every language, in the forms sentences need."""
    for position, language in enumerate(handbook.company.languages):
        translation = translation_of(handbook, language)
        place = handbook.origin.places.at("company.yaml", "languages", position)
        yield from _missing_texts(translation, place)
        for error in translation.missing_forms:
            yield finding("languages", Severity.ERROR, error, None)


def _missing_texts(translation: Translation, place: Place | None) -> Iterator[Finding]:
    """Each text of the company's own that is missing, and each catalogue file that lacks some."""
    theirs: defaultdict[str, int] = defaultdict(int)
    for error in translation.missing_texts:
        file = error.place.file if error.place else ""
        if file.startswith(_CATALOGUE):
            theirs[file] += 1
        else:
            yield finding("languages", Severity.WARNING, error, None)
    for file, count in theirs.items():
        problem = TermsError(
            f"language {translation.language}",
            f"is not that of {count} text{'' if count == 1 else 's'} in {file}",
            f"list them with accountkit check --untranslated {translation.language}",
        )
        yield finding("languages", Severity.WARNING, problem, place)
