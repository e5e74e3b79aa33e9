"""Fingerprints: that they are what anybody can work out, and nothing else goes into them."""

from __future__ import annotations

import hashlib
import json

import attrs
import pytest
import yaml
from hypothesis import given

from accountkit.roles import PartKind, PrintedText, TextPart, TextRun
from accountkit.testing.versions import printed_texts
from accountkit.wire import CONVERTER, canonical, fingerprint, is_intact, with_fingerprint

CLAUSE = PrintedText(
    language="fil",
    fingerprint="",
    parts=(
        TextPart(
            kind=PartKind.CLAUSE,
            number="2.9.",
            words=(TextRun("Itakda ang "), TextRun("discount", "en")),
        ),
    ),
)
HEADING = PrintedText(
    language="en",
    fingerprint="",
    parts=(TextPart(kind=PartKind.HEADING, level=1, words=(TextRun("Job description: seller"),)),),
)


@pytest.mark.parametrize(
    "text, expected",
    [
        # printf '%s' '{"language":"fil","parts":[{"kind":"clause","number":"2.9.","words":
        # [{"text":"Itakda ang "},{"language":"en","text":"discount"}]}]}' | sha256sum, on one line
        (CLAUSE, "sha256:2daa06d5acbc8b664dcb1d7ca5c5b283aac906c919839e7aebc4b8f9955a66a0"),
        # the same of '{"language":"en","parts":[{"kind":"heading","level":"1","words":
        # [{"text":"Job description: seller"}]}]}': the level counts as the text that a file has
        (HEADING, "sha256:13edc150a508e65cf8f6e9172431b1900beaf487a3cdabd6b9b0c93a022b8561"),
    ],
)
def test_a_fingerprint_worked_out_in_a_shell(text: PrintedText, expected: str) -> None:
    """It is the SHA-256 of canonical JSON, as any program gives it."""
    assert expected == fingerprint(text)


def test_canonical_json_is_that_of_rfc_8785() -> None:
    """Keys in order, no spaces, letters as they are; only what must be escaped is."""
    assert '{"a":["₱","\\"","\\\\","\\n","\\u0001"],"b":null}' == canonical(
        {"b": None, "a": ["₱", '"', "\\", "\n", "\x01"]}
    )


@given(printed_texts())
def test_a_fingerprint_does_not_depend_on_itself(text: PrintedText) -> None:
    """The recorded one is left out, so that it can stand in what it is about."""
    assert fingerprint(text) == fingerprint(attrs.evolve(text, fingerprint="sha256:other"))
    assert is_intact(text)
    assert text == with_fingerprint(text)


@given(printed_texts(), printed_texts())
def test_other_words_have_another_fingerprint(one: PrintedText, other: PrintedText) -> None:
    """Two texts have the same one only if they say the same."""
    assert (one == other) == (one.fingerprint == other.fingerprint)


@given(printed_texts())
def test_a_fingerprint_is_worked_out_from_the_file_alone(text: PrintedText) -> None:
    """What YAML and JSON libraries read from a file is enough; accountkit is not needed."""
    file = yaml.safe_dump(CONVERTER.unstructure(text), allow_unicode=True)
    read = yaml.load(file, yaml.BaseLoader)  # noqa: S506 - it builds texts, lists and mappings only
    del read["fingerprint"]
    exact = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert text.fingerprint == "sha256:" + hashlib.sha256(exact.encode()).hexdigest()


def test_a_change_shows() -> None:
    """One letter is enough."""
    text = with_fingerprint(HEADING)
    part = attrs.evolve(text.parts[0], words=(TextRun("Job description: teller"),))

    assert is_intact(text)
    assert not is_intact(attrs.evolve(text, parts=(part,)))
