"""Posting rules: postings that a search for jobs takes, and those that it refuses, with the reason.

Each ``.case`` file in ``postings`` is one posting, written by hand after the published rules. Its
sections, each under a line ``=== name``, are: ``rule`` (what should hold), ``posting`` (in JSON-LD)
and ``faults`` (the path and the message of each fault; none for a good posting).
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from accountkit.documents.posting_rules import posting_faults

CASES = sorted((Path(__file__).parent / "postings").glob("*.case"))


def sections(case: Path) -> dict[str, str]:
    """The sections of a case by name."""
    parts = ("\n" + case.read_text(encoding="utf-8")).split("\n=== ")[1:]
    named = (part.partition("\n") for part in parts)
    return {name: text.strip("\n") for name, _, text in named}


def found(posting: str) -> list[str]:
    """The faults of a posting, each with the path to it."""
    faults = posting_faults(json.loads(posting, parse_float=Decimal))
    return [
        f"{'.'.join(map(str, fault.path)) or 'posting'}: {fault.problem}; {fault.remedy}"
        for fault in faults
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_posting_is_judged_by_the_rules(case: Path) -> None:
    """Every fault is told once, with its path; a good posting has none."""
    told = sections(case)

    assert (told["faults"].split("\n") if told["faults"] else []) == found(told["posting"])


def test_numbers_may_have_been_read_in_any_way() -> None:
    """The rules take what a caller's own reader made of the numbers."""
    posting = sections(CASES[0].with_name("whole.case"))["posting"]

    assert () == posting_faults(json.loads(posting))
