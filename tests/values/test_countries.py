"""Countries: which codes are one, and what is said of the others."""

from __future__ import annotations

import pytest

from accountkit.errors import InputError
from accountkit.values import check_country


@pytest.mark.parametrize("code", ["PH", "RU", "GB", "TL", "XK"])
def test_a_country_of_today_is_known_by_its_code(code: str) -> None:
    """Two capital letters, as ISO 3166-1 has them."""
    assert code == check_country(code)


@pytest.mark.parametrize(
    "code, remedy",
    [
        ("ph", "did you mean PH?"),
        ("UK", "did you mean GB?"),
        ("TP", "did you mean TL?"),
        ("SU", "write the two letters of ISO 3166-1, such as PH"),
        ("EU", "write the two letters of ISO 3166-1, such as PH"),
        ("ZZ", "write the two letters of ISO 3166-1, such as PH"),
        ("PHL", "did you mean PH?"),
        ("", "write the two letters of ISO 3166-1, such as PH"),
    ],
)
def test_what_is_no_country_is_refused(code: str, remedy: str) -> None:
    """A code that was given up leads to its one successor; a union or nowhere is no country."""
    with pytest.raises(InputError) as refused:
        check_country(code)

    assert f'country: "{code}" is not the code of a country; {remedy}' == str(refused.value)
