"""Postings in a handbook: how they are read, checked, kept and chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accountkit.errors import UnknownNameError, UsageError
from accountkit.handbook import Handbook
from accountkit.roles import EmploymentType, PayUnit, PostedPay, Posting, WorkPlace
from accountkit.values.money import Money

Company = Callable[..., Path]
Findings = Callable[..., list[str]]

WHOLE = """
id: seller-1
role: seller
position: north
posted_on: 2026-04-06
valid_through: 2026-05-15
places: [{street: 1 Bay, locality: Manila, region: Metro Manila, postal_code: 0401, country: PH}]
is_remote: true
residence: [PH]
employment: [full_time, temporary]
openings: 2
pay: {least: PHP 300.00, most: PHP 400.50, per: day}
apply_at: hr@tala.example
applies_directly: false
note: Twice refused.
"""
SHORT = "{id: %s, role: seller, posted_on: 2026-04-06, places: [{locality: Manila, country: PH}]}\n"


def test_a_posting_is_read_from_its_file(company: Company) -> None:
    """Every key, each as what it is; a postal code keeps its zeros."""
    (found,) = Handbook.load(company(postings__one=WHOLE)).postings

    assert found == Posting(
        id="seller-1",
        role="seller",
        position="north",
        posted_on=date(2026, 4, 6),
        valid_through=date(2026, 5, 15),
        places=(
            WorkPlace(
                street="1 Bay",
                locality="Manila",
                region="Metro Manila",
                postal_code="0401",
                country="PH",
            ),
        ),
        is_remote=True,
        residence=("PH",),
        employment=(EmploymentType.FULL_TIME, EmploymentType.TEMPORARY),
        openings=2,
        pay=PostedPay(
            least=Money.parse("PHP 300.00"), most=Money.parse("PHP 400.50"), per=PayUnit.DAY
        ),
        apply_at="hr@tala.example",
        applies_directly=False,
        note="Twice refused.",
    )


def test_postings_are_kept_as_they_were_read(company: Company, tmp_path: Path) -> None:
    """What is saved reads back the same, one file for each posting."""
    handbook = Handbook.load(company(postings__b=SHORT % "b", postings__one=WHOLE))
    handbook.save(tmp_path / "kept")

    assert handbook == Handbook.load(tmp_path / "kept")
    assert ["b.yaml", "seller-1.yaml"] == sorted(
        file.name for file in (tmp_path / "kept" / "postings").iterdir()
    )


def test_a_posting_of_what_is_there_is_fine(findings: Findings) -> None:
    """A role of the handbook, and a position of that role."""
    assert [] == findings(postings__one=WHOLE)


@pytest.mark.parametrize(
    "old, new, message",
    [
        (
            "role: seller\n",
            "role: seler\n",
            (
                "postings/one.yaml:2:7: error: posting seller-1: refers to role "
                '"seler", which does not exist; did you mean seller? (postings)'
            ),
        ),
        (
            "position: north\n",
            "position: south\n",
            (
                "postings/one.yaml:3:11: error: posting seller-1: refers to position "
                '"south", which is none of role seller; did you mean north? (postings)'
            ),
        ),
        (
            "position: north\n",
            "position: x\n",
            (
                "postings/one.yaml:3:11: error: posting seller-1: refers to position "
                '"x", which is none of role seller; it has head, north (postings)'
            ),
        ),
    ],
)
def test_a_posting_of_nothing_is_found(
    findings: Findings, old: str, new: str, message: str
) -> None:
    """With the place of the word that leads nowhere."""
    assert [message] == findings(postings__one=WHOLE.replace(old, new))


def test_a_posting_that_stands_twice_is_found(findings: Findings) -> None:
    """Applicants name it by its id."""
    twice = "posting b: stands twice, first in postings/a.yaml; keep one"

    assert [f"postings/b.yaml:1:6: error: {twice} (repeated)"] == findings(
        postings__a=SHORT % "b", postings__b=SHORT % "b"
    )


def test_the_only_posting_needs_no_name(company: Company) -> None:
    """One is enough; of a position only those that are for it count."""
    handbook = Handbook.load(company(postings__one=WHOLE))

    assert "seller-1" == handbook.posting("seller").id
    assert "seller-1" == handbook.posting("seller", "seller-1", position="north").id


@pytest.mark.parametrize(
    "asked, error, message",
    [
        (
            {"posting_id": None},
            UsageError,
            "role seller: has 2 postings; name one of them: other, seller-1",
        ),
        (
            {"posting_id": "selller-1"},
            UnknownNameError,
            "posting selller-1: is not one of role seller; did you mean seller-1?",
        ),
        (
            {"posting_id": "x"},
            UnknownNameError,
            "posting x: is not one of role seller; it has other, seller-1",
        ),
        (
            {"position": "head"},
            UsageError,
            (
                "position head of role seller: has no posting; "
                "write one in the folder postings of the handbook"
            ),
        ),
    ],
)
def test_a_posting_that_nobody_can_tell_is_asked_for(
    company: Company, asked: dict[str, str], error: type[UsageError], message: str
) -> None:
    """The message names those that there are."""
    handbook = Handbook.load(company(postings__one=WHOLE, postings__other=SHORT % "other"))

    with pytest.raises(error) as refused:
        handbook.posting("seller", **asked)

    assert message == str(refused.value)
