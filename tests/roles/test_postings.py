"""Postings: what may be said of one, and what is refused with which words."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import TermsError
from accountkit.roles import EmploymentType, PayUnit, PostedPay, Posting, WorkPlace
from accountkit.values.money import Money

MANILA = WorkPlace(country="PH", locality="Manila")


def posting(**fields: object) -> Posting:
    """A posting of a seller in Manila, with some fields in place of others."""
    defaults: dict[str, object] = {
        "id": "seller-1",
        "role": "seller",
        "posted_on": date(2026, 4, 6),
        "places": (MANILA,),
    }
    return Posting(**(defaults | fields))  # type: ignore[arg-type]


def pay(least: str, most: str) -> PostedPay:
    """Base pay for a month."""
    return PostedPay(least=Money.parse(least), most=Money.parse(most), per=PayUnit.MONTH)


def test_a_posting_says_no_more_than_where_and_since_when() -> None:
    """All else may be left open, and is then told nowhere."""
    found = posting()

    assert (None, None, None) == (found.valid_through, found.pay, found.openings)
    assert () == found.employment


def test_a_posting_may_end_on_the_day_it_is_posted() -> None:
    """The last day is part of it."""
    assert date(2026, 4, 6) == posting(valid_through=date(2026, 4, 6)).valid_through


def test_remote_work_may_have_an_office_as_well() -> None:
    """Who works from home may still belong to a place."""
    found = posting(is_remote=True, residence=("PH", "RU"))

    assert ((MANILA,), ("PH", "RU")) == (found.places, found.residence)


@pytest.mark.parametrize(
    "address",
    ["https://habagat.example/jobs?of=kam", "http://habagat.example", "hr@habagat.example"],
)
def test_applications_go_to_a_web_or_a_mail_address(address: str) -> None:
    """Nothing else can be written to."""
    assert address == posting(apply_at=address).apply_at


@pytest.mark.parametrize(
    "fields, message",
    [
        (
            {"places": ()},
            (
                "posting seller-1: names no place of work and is not remote; "
                "name a place, or write is_remote: true"
            ),
        ),
        (
            {"is_remote": True},
            (
                "posting seller-1: is remote and does not say where those may live who apply; "
                "name at least one country under residence"
            ),
        ),
        (
            {"residence": ("PH",)},
            (
                "posting seller-1: says where those may live who work remotely, and is not remote; "
                "leave residence out, or write is_remote: true"
            ),
        ),
        (
            {"is_remote": True, "residence": ("UK",)},
            'country: "UK" is not the code of a country; did you mean GB?',
        ),
        (
            {"is_remote": True, "residence": ("PH", "PH")},
            "posting seller-1: names PH twice under residence; keep one",
        ),
        (
            {"employment": (EmploymentType.INTERN, EmploymentType.INTERN)},
            "posting seller-1: names intern twice under employment; keep one",
        ),
        (
            {"valid_through": date(2026, 4, 5)},
            (
                "posting seller-1: ends on 2026-04-05, before it is posted on 2026-04-06; "
                "give a later last day"
            ),
        ),
        (
            {"openings": 0},
            "posting seller-1: has 0 openings; give one or more, or leave it out",
        ),
        (
            {"apply_at": "ask at the gate"},
            (
                'posting seller-1: takes applications at "ask at the gate", which is no address; '
                "write it as https://habagat.example/jobs or jobs@habagat.example"
            ),
        ),
        (
            {"apply_at": "javascript:alert(1)"},
            (
                'posting seller-1: takes applications at "javascript:alert(1)", which is no '
                "address; write it as https://habagat.example/jobs or jobs@habagat.example"
            ),
        ),
    ],
)
def test_a_posting_that_contradicts_itself_is_refused(
    fields: dict[str, object], message: str
) -> None:
    """Each with the value and what to do about it."""
    with pytest.raises(TermsError) as refused:
        posting(**fields)

    assert message == str(refused.value)


def test_the_same_place_twice_is_refused() -> None:
    """A place is named by its address."""
    with pytest.raises(TermsError, match="names Manila, PH twice under places"):
        posting(places=(MANILA, MANILA))


@pytest.mark.parametrize(
    "least, most, message",
    [
        (
            "PHP 300.00",
            "USD 400.00",
            "pay: is in two currencies, PHP and USD; give both sums in the one that is paid",
        ),
        (
            "PHP 400.00",
            "PHP 300.00",
            (
                "pay: the least, PHP 400.00, is above the most, PHP 300.00; "
                "give the smaller sum as least"
            ),
        ),
        ("PHP 0.00", "PHP 300.00", "pay: starts at PHP 0.00; give a sum above zero"),
    ],
)
def test_pay_that_is_no_range_is_refused(least: str, most: str, message: str) -> None:
    """From the least to the most, in one currency, above nothing."""
    with pytest.raises(TermsError) as refused:
        pay(least, most)

    assert message == str(refused.value)


def test_a_fixed_sum_is_a_range_of_one() -> None:
    """The least and the most may be the same."""
    assert Money.parse("PHP 300.00") == pay("PHP 300.00", "PHP 300.00").most


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"locality": " "}, "locality: is empty; write it"),
        ({"street": ""}, "street: is empty; write it, or leave it out"),
        ({"country": "Philippines"}, 'country: "Philippines" is not the code of a country; '),
    ],
)
def test_a_place_without_an_address_is_refused(fields: dict[str, str], message: str) -> None:
    """A country and a city at least; a line that is given says something."""
    with pytest.raises(TermsError) as refused:
        WorkPlace(**({"country": "PH", "locality": "Manila"} | fields))

    assert str(refused.value).startswith(message)
