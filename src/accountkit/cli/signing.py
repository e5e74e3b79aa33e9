"""Signing: ``accountkit sign``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import typer

from accountkit.cli.printing import print_json
from accountkit.documents.words import words_for
from accountkit.errors import Problems, TermsError, UsageError, did_you_mean
from accountkit.handbook import Handbook
from accountkit.handbook.versions import keep_signatures
from accountkit.roles.printed_texts import PrintedText
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.versions import RoleVersion
from accountkit.wire import CONVERTER, is_intact

__all__ = ["Wanted", "sign"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for."""

    handbook: Path
    data: Path | None
    role: str
    version: int
    person: str
    on: date
    kind: str
    locale: str | None


def sign(wanted: Wanted, *, as_json: bool) -> int:
    """Record that a person signed a version of a role.

    Returns:
        0; what cannot be signed is an error.

    Raises:
        UsageError: there is no such version or text.
        TermsError: the text is no longer the one that was approved.
        Problems: that person cannot have signed it so, or not on that day.
    """
    handbook = Handbook.load(wanted.handbook, wanted.data)
    version = handbook.history.version(wanted.role, wanted.version)
    text = _text(version, wanted.locale)
    signature = Signature(
        person=wanted.person,
        role=version.role,
        version=version.number,
        language=text.language,
        kind=_kind(wanted.kind),
        signed_on=wanted.on,
        fingerprint=text.fingerprint,
    )
    faults = handbook.register.signature_faults(signature, handbook.signatures)
    if faults:
        raise Problems(f"{version.name} cannot be signed", faults)
    keep_signatures(wanted.handbook, (*handbook.signatures, signature))
    if as_json:
        print_json(CONVERTER.unstructure(signature))
    else:
        typer.echo(
            f"{signature.person} signed {version.name} in {signature.language} on"
            f" {signature.signed_on} ({signature.kind.value}): {signature.fingerprint}"
        )
    return 0


def _kind(word: str) -> SignatureKind:
    known = {kind.value: kind for kind in SignatureKind}
    if word not in known:
        *most, last = known
        otherwise = f"write {', '.join(most)} or {last}"
        raise UsageError("signature", f'cannot be "{word}"', did_you_mean(word, known, otherwise))
    return known[word]


def _text(version: RoleVersion, locale: str | None) -> PrintedText:
    if locale is not None:
        language = words_for(locale).language
    elif len(version.languages) == 1:
        (language,) = version.languages
    else:
        raise UsageError(
            "signature",
            f"leaves open which text of {version.name} was signed",
            f"name it with --locale: {' or '.join(version.languages)}",
        )
    text = version.text(language)
    if not is_intact(text):
        raise TermsError(
            version.name,
            f"has another text in {language} than was approved",
            "restore the file as it was approved",
        )
    return text
