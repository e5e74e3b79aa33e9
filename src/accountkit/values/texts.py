"""Texts: wording in several languages, each in the grammatical forms that language needs.

A text is written down, never translated or inflected here: what is missing is an error that names
it. Texts may refer to clauses, parties, laws and plans (``{clause duty.advise-order}``); what a
reference prints is decided in ``accountkit.documents``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values._quotes import check_text, quoted
from accountkit.values.idents import check_ident

__all__ = [
    "FORMS",
    "NAME_FORMS",
    "PLAIN",
    "MissingTextError",
    "Reference",
    "Text",
    "base_form",
    "base_name_form",
    "check_language",
    "missing_name_forms",
    "missing_title_forms",
    "parse_template",
]

PLAIN = "plain"
"""The form of a text that has only one."""

FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("bare", "indefinite"),
        "fil": ("bare", "marked", "linked"),
        "ru": ("nom", "gen", "dat", "acc", "ins", "prep"),
    }
)
"""The forms a title needs in each language, the one that stands alone first; in any other language
it is ``plain``."""

NAME_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType({"ru": FORMS["ru"]})
"""The forms that the name of a plan, law, limit or paper needs; in any other language ``plain`` is
enough, since markers, linkers and articles stand outside of it."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(-(?:[A-Z]{2}|[0-9]{3}))?")
_FORM = re.compile(r"[a-z][a-z0-9_]*")
_REFERENCE = re.compile(r"([a-z][a-z0-9_]*) ([A-Za-z0-9][A-Za-z0-9._-]*)(?: ([a-z][a-z0-9_]*))?")
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class MissingTextError(TermsError, LookupError):
    """A text is not there in a language, or in a form of it; write it."""

    def __init__(self, language: str, form: str, remedy: str) -> None:
        super().__init__("text", f"is missing in {language}, form {form}", remedy)
        self.language = language
        self.form = form


def check_language(tag: str) -> str:
    """The language tag, with Tagalog (``tl``) called Filipino (``fil``).

    Raises:
        InputError: not two or three small letters, with a region if need be (``pt-BR``).

    >>> check_language("tl")
    'fil'
    """
    return _checked_language(check_text(tag, "language", "write it in quotes"))


@lru_cache(maxsize=64)  # each wording that is read asks for its language
def _checked_language(tag: str) -> str:
    match = _LANGUAGE.fullmatch(tag)
    if match is None:
        raise InputError(
            "language", f"{quoted(tag)} is not a language tag", "write it as en, fil or pt-BR"
        )
    language, region = match.groups(default="")
    return ("fil" if language == "tl" else language) + region


@attrs.frozen(repr=False)
class Text:
    """The same wording in one or more languages, each in one or more forms.

    Made by ``Text.of`` or ``Text.parse``; equal if all wordings are.

    Raises:
        TermsError: no language, an empty wording, a bad tag or form, or a malformed template;
            ``path`` leads to it.

    >>> title = Text.parse({"en": {"bare": "manager", "indefinite": "a manager"}})
    >>> title.get("en", "indefinite")
    'a manager'
    """

    wordings: tuple[tuple[str, str, str], ...] = attrs.field(
        metadata={"doc": "wording by language, and by form where a language needs several"}
    )

    def __attrs_post_init__(self) -> None:
        if not self.wordings:
            raise TermsError("text", "is in no language", "write it in at least one")
        settled: dict[tuple[str, str], str] = {}
        for tag, form, wording in self.wordings:
            language = _check_wording(tag, form, wording)
            if (language, form) in settled:
                raise TermsError(
                    "text", f"{language} is given twice", "keep one of them", path=(tag,)
                )
            settled[language, form] = wording
        object.__setattr__(self, "wordings", tuple((*key, settled[key]) for key in sorted(settled)))

    @classmethod
    def of(cls, **wordings: str) -> Text:
        """One plain wording in each language.

        >>> Text.of(en="Duties", fil="Mga tungkulin").get("fil")
        'Mga tungkulin'
        """
        return cls.parse(wordings)

    @classmethod
    def parse(cls, mapping: Mapping[str, str | Mapping[str, str]]) -> Text:
        """Read wordings by language, or by language and form.

        Raises:
            TermsError: anything that the class refuses.
        """
        if not isinstance(mapping, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TermsError(
                "text", f"{quoted(mapping)} is in no language", f"say which: en: {mapping}"
            )
        found: list[tuple[str, str, str]] = []
        for language, wording in mapping.items():
            forms = wording if isinstance(wording, Mapping) else {PLAIN: wording}
            if not forms:
                raise TermsError(
                    "text", f"has no wording in {language}", "write one", path=(language,)
                )
            found.extend((language, form, one) for form, one in forms.items())
        return cls(tuple(found))

    def as_mapping(self) -> dict[str, str | dict[str, str]]:
        """What ``parse`` reads back: wordings by language, and by form where not plain."""
        found: dict[str, str | dict[str, str]] = {}
        for language in self.languages:
            forms = {form: self.get(language, form) for form in self.forms(language)}
            found[language] = forms[PLAIN] if list(forms) == [PLAIN] else forms
        return found

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, in alphabetical order."""
        return tuple(dict.fromkeys(language for language, _, _ in self.wordings))

    def forms(self, language: str) -> tuple[str, ...]:
        """The forms it has in a language, in alphabetical order; none if it is not there."""
        wanted = check_language(language)
        return tuple(form for found, form, _ in self.wordings if found == wanted)

    def get(self, language: str, form: str = PLAIN) -> str:
        """The wording in a language and form; nothing else ever stands in for it.

        Raises:
            MissingTextError: there is none.
        """
        wanted = check_language(language)
        for found, found_form, wording in self.wordings:
            if found == wanted and found_form == form:
                return wording
        forms, languages = self.forms(wanted), self.languages
        if forms:
            remedy = f"add it; {wanted} has {', '.join(forms)}"
        else:
            remedy = f"add it; the text is written in {', '.join(languages)}"
        raise MissingTextError(wanted, form, remedy)

    def __repr__(self) -> str:
        return f"Text.parse({self.as_mapping()!r})"


@attrs.frozen
class Reference:
    """A place in a text that names something else, filled in when the text is printed."""

    kind: str
    target: str
    form: str | None = None

    def __str__(self) -> str:
        return f"{{{' '.join(filter(None, (self.kind, self.target, self.form)))}}}"


@lru_cache(maxsize=4096)
def parse_template(text: str) -> tuple[str | Reference, ...]:
    """The text in pieces: wording, and references ``{kind target}`` or ``{kind target form}``.

    ``{{`` and ``}}`` stand for braces.

    Raises:
        TermsError: a brace without its partner, or a reference of another form.

    >>> parse_template("see {clause duty.report}")
    ('see ', Reference(kind='clause', target='duty.report', form=None))
    """
    pieces: list[str | Reference] = []
    wording, done = "", 0
    for match in _PIECE.finditer(text):
        wording += text[done : match.start()]
        done = match.end()
        if match[0] in {"{{", "}}"}:
            wording += match[0][0]
            continue
        reference = _parse_reference(match)
        pieces += [wording, reference] if wording else [reference]
        wording = ""
    wording += text[done:]
    return (*pieces, wording) if wording else tuple(pieces)


def missing_title_forms(text: Text, language: str) -> tuple[str, ...]:
    """The forms that a title needs in a language and this text does not have.

    >>> missing_title_forms(Text.parse({"en": {"bare": "manager"}}), "en")
    ('indefinite',)
    """
    return _missing(text, language, FORMS.get(_spoken(language), (PLAIN,)))


def missing_name_forms(text: Text, language: str) -> tuple[str, ...]:
    """The forms that a name needs in a language and this text does not have.

    >>> missing_name_forms(Text.of(en="sales plan", ru="план продаж"), "ru")
    ('nom', 'gen', 'dat', 'acc', 'ins', 'prep')
    """
    return _missing(text, language, NAME_FORMS.get(_spoken(language), ()))


def base_form(language: str) -> str:
    """The form in which a title of a language stands alone, as in a list.

    >>> base_form("ru"), base_form("en")
    ('nom', 'bare')
    """
    return FORMS.get(_spoken(language), (PLAIN,))[0]


def base_name_form(language: str) -> str:
    """The form in which a name of a language stands alone.

    >>> base_name_form("ru"), base_name_form("en")
    ('nom', 'plain')
    """
    return NAME_FORMS.get(_spoken(language), (PLAIN,))[0]


def _missing(text: Text, language: str, needed: tuple[str, ...]) -> tuple[str, ...]:
    present = text.forms(language)
    return tuple(form for form in needed if form not in present)


def _spoken(tag: str) -> str:
    """The language of a tag without its region."""
    return check_language(tag).partition("-")[0]


def _check_wording(tag: str, form: str, wording: str) -> str:
    path = (tag,) if form == PLAIN else (tag, form)
    try:
        language = check_language(tag)
        _check_form(form)
        check_text(wording, "text", "write it in quotes")
        parse_template(wording)
    except (InputError, TermsError) as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=path) from None
    if not wording.strip():
        raise TermsError(
            "text", f"is empty in {tag}, form {form}", "write it or leave it out", path=path
        )
    return language


def _check_form(form: str) -> None:
    if not _FORM.fullmatch(check_text(form, "text", "write it in quotes")):
        raise InputError(
            "text",
            f"{quoted(form)} is not the name of a form",
            "use small letters, digits and _, such as indefinite",
        )


def _parse_reference(match: re.Match[str]) -> Reference:
    where = f"character {match.start() + 1}"
    inside = match[1]
    if inside is None:
        twice = match[0] * 2
        raise TermsError(
            "text", f'{where} is "{match[0]}" without its partner', f"write {twice} for a brace"
        )
    words = _REFERENCE.fullmatch(inside)
    if words is None:
        raise TermsError(
            "text",
            f"{where} starts {quoted(match[0])}, which is not a reference",
            "write {kind target} or {kind target form}, or {{ and }} for braces",
        )
    kind, target, form = words.groups()
    return Reference(kind, check_ident(target), form)
