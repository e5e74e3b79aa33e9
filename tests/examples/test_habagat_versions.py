"""The example's approved version: written by the commands, intact, and signed by everybody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import attrs
import pytest

from accountkit import Handbook, describe
from accountkit.documents import fingerprint
from accountkit.documents.job_description import description
from accountkit.documents.printed_texts import printed_text
from accountkit.documents.words import words_for
from accountkit.roles import RoleVersion, SignatureKind
from accountkit.wire import is_intact

FOLDER = Path(__file__).parents[2] / "examples" / "habagat"
ROLE = "key-account-manager"
ACCOUNT_MANAGERS = ["maria", "jose-luis", "angelica", "ramon", "carmela", "paolo"]
YEAR_END = date(2026, 12, 31)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The example as it is committed."""
    return Handbook.load(FOLDER)


@pytest.fixture
def version(handbook: Handbook) -> RoleVersion:
    """Version 1 of the key account manager."""
    return handbook.history.version(ROLE, 1)


@pytest.mark.skipif(os.name != "posix", reason="the script is for a POSIX shell")
def test_the_records_are_what_the_commands_write(tmp_path: Path) -> None:
    """Running the script gives the committed files, byte for byte."""
    folder = shutil.copytree(FOLDER, tmp_path / "habagat")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    subprocess.run([folder / "approve.sh"], check=True, env={**os.environ, "PATH": path})

    for name in (f"versions/{ROLE}.1.yaml", "signatures.yaml"):
        assert (FOLDER / name).read_bytes() == (folder / name).read_bytes(), name


def test_every_fingerprint_verifies(handbook: Handbook, version: RoleVersion) -> None:
    """Of the version, of its texts as printed, and of each text that somebody signed."""
    assert is_intact(version)
    for text in version.texts:
        assert is_intact(text)
        assert text.fingerprint == fingerprint(describe(version, locale=text.language))
    for signature in handbook.signatures:
        assert signature.fingerprint == version.text(signature.language).fingerprint


def test_the_terms_still_print_the_text(version: RoleVersion) -> None:
    """What the version says as data is what its text says in words."""
    for text in version.texts:
        words = words_for(text.language)
        lines = words.version_lines(version.number, version.effective_from)
        tree = description(version.terms.described(), locale=text.language, version=lines)
        assert text.fingerprint == printed_text(tree).fingerprint


def test_everybody_has_signed(handbook: Handbook, version: RoleVersion) -> None:
    """Six account managers have read it; two heads agreed before it was approved."""
    agreed = [item for item in handbook.signatures if item.kind is SignatureKind.AGREEMENT]

    assert ACCOUNT_MANAGERS == list(handbook.register.holders(version, YEAR_END))
    assert () == handbook.register.unsigned(version, YEAR_END)
    assert ["paolo"] == list(handbook.register.unsigned(version, date(2026, 1, 1)))
    assert ["dolores", "benigno"] == [item.person for item in agreed]
    assert all(item.signed_on <= version.approved_on for item in agreed)


def test_the_plan_that_pay_measures_is_in_the_version_signed(handbook: Handbook) -> None:
    """Maria answers for the sales plan under the text she signed; order volume binds no pay."""
    signed = handbook.register.signed("maria", ROLE, date(2026, 3, 31))

    assert signed is not None
    assert signed.target("sales") is not None
    assert "responsibilities.plans" in signed.clauses_with("sales")
    assert signed.target("profit") is None


def test_a_changed_limit_makes_a_draft_again(handbook: Handbook, version: RoleVersion) -> None:
    """The discount that the engine enforces is part of what was approved."""
    own = next(item for item in handbook.choices if item.role == ROLE)
    limits = tuple(limit for limit in own.limits if limit.limit != "discount")
    others = tuple(item for item in handbook.choices if item is not own)
    changed = attrs.evolve(handbook, choices=(*others, attrs.evolve(own, limits=limits)))

    assert version == handbook.approved(ROLE)
    assert changed.approved(ROLE) is None
