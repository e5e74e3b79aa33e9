"""Countries: the two-letter codes by which places and addresses name them.

What a country is called in a language is in ``accountkit.documents.formats``.
"""

from __future__ import annotations

from accountkit.errors import InputError
from accountkit.values._quotes import check_text, quoted

__all__ = ["check_country"]

_REMEDY = "write the two letters of ISO 3166-1, such as PH"
_UNKNOWN_TERRITORY = "ZZ"


def check_country(code: str) -> str:
    """Give the code back if a country or territory has it.

    Raises:
        InputError: nobody has the code.

    Source:
        ISO 3166-1 alpha-2, as carried by CLDR's territory data in Babel.

    >>> check_country("PH")
    'PH'
    """
    from babel.core import get_global  # noqa: PLC0415 - costs more than the rest of the package

    known = get_global("territory_languages").keys() - {_UNKNOWN_TERRITORY}
    if check_text(code, "country", _REMEDY) in known:
        return code
    # A code that was given up, such as UK, stands for one or several of today's.
    successors = get_global("territory_aliases").get(code.upper(), [code.upper()])
    is_clear = len(successors) == 1 and successors[0] in known
    raise InputError(
        "country",
        f"{quoted(code)} is not the code of a country",
        f"did you mean {successors[0]}?" if is_clear else _REMEDY,
    )
