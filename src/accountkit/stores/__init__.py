"""Stores: where pay runs are kept, chosen by URL.

``sqlite:///pay.db`` is a file beside you, ``sqlite:////data/pay.db`` one by its full path. The port
is ``accountkit.stores.runs.RunLedger``.
"""

from __future__ import annotations

from pathlib import Path

from accountkit.errors import MissingExtraError, UsageError
from accountkit.stores.run_keys import run_key
from accountkit.stores.runs import Commit, PayRun, RunLedger

__all__ = ["Commit", "PayRun", "RunLedger", "is_there", "open_store", "run_key"]

_SQLITE = "sqlite:///"
_HOW = "name it like sqlite:///pay.db"


def is_there(url: str) -> bool:
    """Whether something has been kept under such a URL.

    Raises:
        UsageError: no store goes by it.
    """
    return _path(url).exists()


def open_store(url: str, *, make: bool = True) -> RunLedger:
    """Open a store, and make it if it is not there yet and ``make`` says so.

    Raises:
        UsageError: no store goes by such a URL, or it is not there.
        MissingExtraError: what the store needs is not installed.
        StoreError: the store refuses to open.
    """
    path = _path(url)
    try:
        from accountkit.stores.sql import SqlStore  # noqa: PLC0415 - needs the extra
    except ImportError:
        raise MissingExtraError("the SQL store", "sql") from None
    return SqlStore(path, make=make)


def _path(url: str) -> Path:
    if not url.startswith(_SQLITE):
        scheme, colon, _ = url.partition(":")
        found = f"no store goes by {scheme}:" if colon else f'"{url}" is not the URL of a store'
        raise UsageError("store", found, _HOW)
    path = url.removeprefix(_SQLITE)
    if path in {"", ":memory:"}:
        raise UsageError("store", f"{url} names no file, so that nothing would be kept", _HOW)
    if "?" in path:
        raise UsageError("store", f"{url} has options after the file, and none are known", _HOW)
    return Path(path)
