"""English: each rule with what it decides, and what it leaves open."""

from __future__ import annotations

import pytest

from accountkit.handbook.imports._english import acts, condition, indefinite, repeats, singular


@pytest.mark.parametrize(
    "title",
    [
        "an account manager",
        "a key account manager",
        "an ICT account manager",
        "an HR manager",
        "a PR manager",
        "a user experience designer",
        "a European sales manager",
        "an hourly worker",
        "a head of sales",
        "a one-stop adviser",
    ],
)
def test_the_article_of_a_title(title: str) -> None:
    """*An* before a vowel letter, a silent h, and a capital spoken with a vowel; else *a*."""
    assert title == indefinite(title.partition(" ")[2])


@pytest.mark.parametrize(
    "plural, one",
    [
        ("Sales Managers", "Sales Manager"),
        ("General and Operations Managers", "General and Operations Manager"),
        ("Executive Secretaries", "Executive Secretary"),
        ("Wind Coaches", "Wind Coach"),
        ("Physicians and Surgeons", None),
        ("Sales Representatives, Wholesale", None),
        ("Supervisors of Sales Workers", None),
        ("Buyers/Sellers", None),
        ("Clergy", None),
        ("Press", None),
    ],
)
def test_the_singular_of_a_title(plural: str, one: str | None) -> None:
    """Only where the last word alone is a plural; otherwise nothing is guessed."""
    assert one == singular(plural)


def test_several_acts_in_one_sentence() -> None:
    """Verbs of other tasks count up to the purpose, each once; other words do not."""
    verbs = {"check", "order", "sell", "price"}

    assert ("check", "order") == acts("Check stock and order goods, to sell them.", verbs)
    assert ("check", "price", "sell") == acts("Check, price, or sell goods and boats.", verbs)
    assert ("check",) == acts("Check goods using lists and price tags.", verbs)


def test_a_condition_in_a_sentence() -> None:
    """The words that say when, as they stand there."""
    assert "as necessary" == condition("Reorder goods as necessary.")
    assert "upon request" == condition("Report upon request to the head.")
    assert condition("Reorder necessary goods.") is None


def test_nearly_the_same() -> None:
    """Three quarters of all words are shared, small words and capitals aside."""
    assert repeats("Prepare sales reports.", "prepare the reports of sales")
    assert repeats("Tune kites and measure lift.", "Measure lift, tune the big kites.")
    assert not repeats("Prepare sales reports.", "Prepare stock reports.")
    assert not repeats("", "")
