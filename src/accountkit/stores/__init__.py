"""Stores: where pay runs are kept, chosen by URL.

``sqlite:///pay.db`` is a file beside you, ``sqlite:////data/pay.db`` one by its full path. The port
is ``accountkit.stores.runs.RunLedger``.
"""

from __future__ import annotations

from accountkit.errors import MissingExtraError, UsageError
from accountkit.stores.runs import Commit, PayRun, RunLedger, run_key

__all__ = ["Commit", "PayRun", "RunLedger", "open_store", "run_key"]

_SQLITE = "sqlite:///"


def open_store(url: str) -> RunLedger:
    """Open a store, and make it if it is not there yet.

    Raises:
        UsageError: no store goes by such a URL.
        MissingExtraError: what the store needs is not installed.
        StoreError: the store refuses to open.
    """
    if not url.startswith(_SQLITE):
        scheme = url.partition(":")[0]
        raise UsageError("store", f"no store goes by {scheme}:", "name it like sqlite:///pay.db")
    try:
        from accountkit.stores.sql import SqlStore  # noqa: PLC0415 - needs the extra
    except ImportError:
        raise MissingExtraError("the SQL store", "sql") from None
    return SqlStore(url)
