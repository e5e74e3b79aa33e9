"""The SQL store: pay runs in SQLite, through SQLAlchemy Core.

The database is one file, made on first use and readable by its owner alone. Writers take the write
lock before they look, so that two at a time end in one run kept and one replayed; readers take
none, so that a file that may only be read can be read. Instants are stored in UTC as text; figures
are never computed in SQL.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from accountkit.errors import StoreError, UsageError
from accountkit.stores.runs import Commit, PayRun

__all__ = ["SqlStore"]

SCHEMA_VERSION = 1
"""The version of the tables, kept in the file (``PRAGMA user_version``)."""

APPLICATION_ID = 0x616B6974
"""What marks a file as one of ours (``PRAGMA application_id``): "akit"."""

_METADATA = MetaData()
_RUNS = Table(
    "pay_run",
    _METADATA,
    Column("position", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("label", String, nullable=False, index=True),
    Column("made_at", String, nullable=False),
    Column("body", Text, nullable=False),
)
_REMEDIES = {
    "locked": "wait until the other program is done, and run it again",
    "readonly": "make the file and its folder writable, or name another file",
    "unable to open": "make the file and its folder writable, or name another file",
    "not a database": "name a file that accountkit made, or a new one",
    "malformed": "restore the file from a copy",
    "full": "free some space, and run it again",
}


class SqlStore:
    """Pay runs in a SQLite file, which is made if it is not there and ``make`` says so.

    Units:
        ``wait_seconds`` is how long a writer waits for another one to be done.

    Raises:
        UsageError: the folder of the file is not there, or the file when it is not to be made.
        StoreError: the file cannot be made, is no database of ours, or is one of another version.
    """

    def __init__(self, path: Path, *, make: bool = True, wait_seconds: float = 5) -> None:
        self._name = str(path)
        _prepare(path, make=make)
        self._reading = _engine(path, wait_seconds)
        self._writing = self._reading.execution_options(writes=True)
        try:
            self._open()
        except DBAPIError as error:
            self.close()
            raise self._refused(error) from None
        except StoreError:
            self.close()
            raise

    def commit(self, run: PayRun) -> Commit:
        """Keep a run, whole or not at all; a run whose key is kept already changes nothing."""
        try:
            with self._writing.begin() as connection:
                known = select(_RUNS.c.position).where(_RUNS.c.key == run.key)
                if connection.execute(known).first() is not None:
                    return Commit.REPLAYED
                connection.execute(
                    insert(_RUNS).values(
                        key=run.key,
                        label=run.outcome.label,
                        made_at=run.made_at.isoformat(),
                        body=run.body(),
                    )
                )
        except DBAPIError as error:
            raise self._refused(error) from None
        return Commit.KEPT

    def find(self, key: str) -> PayRun | None:
        """The run with this key."""
        return self._read(select(_RUNS).where(_RUNS.c.key == key))

    def latest(self, label: str) -> PayRun | None:
        """The run of a period that was kept last."""
        runs = select(_RUNS).where(_RUNS.c.label == label)
        return self._read(runs.order_by(_RUNS.c.position.desc()).limit(1))

    def close(self) -> None:
        """Let go of the file."""
        self._reading.dispose()

    def _read(self, query: Select[Any]) -> PayRun | None:
        try:
            with self._reading.begin() as connection:
                row = connection.execute(query).first()
        except DBAPIError as error:
            raise self._refused(error) from None
        return None if row is None else PayRun.read(row.key, row.made_at, row.body)

    def _open(self) -> None:
        with self._reading.begin() as connection:
            is_made = self._is_made(connection)
        if not is_made:
            with self._writing.begin() as connection:
                if not self._is_made(connection):
                    _METADATA.create_all(connection)
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _is_made(self, connection: Connection) -> bool:
        """Whether the file has our tables; one that has those of others is refused."""
        owner, version, tables = (
            connection.exec_driver_sql(query).scalar_one()
            for query in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_master",
            )
        )
        if not (owner or version or tables):
            return False
        if owner != APPLICATION_ID:
            raise StoreError(
                f"store {self._name}",
                "is the database of another program",
                "name a file that accountkit made, or a new one",
            )
        if version != SCHEMA_VERSION:
            raise StoreError(
                f"store {self._name}",
                f"has version {version}, and this accountkit knows {SCHEMA_VERSION}",
                "use the accountkit that wrote it, or a newer one",
            )
        return True

    def _refused(self, error: DBAPIError) -> StoreError:
        what = str(error.orig).lower()
        remedy = next((text for word, text in _REMEDIES.items() if word in what), "check the file")
        return StoreError(f"store {self._name}", what, remedy)


def _prepare(path: Path, *, make: bool) -> None:
    if not path.parent.is_dir():
        raise UsageError(
            f"store {path}", f"folder {path.parent} is not there", "make it, or name another"
        )
    if path.is_dir():
        raise UsageError(f"store {path}", "is a folder", "name a file in it")
    if path.exists():
        return
    if not make:
        raise UsageError(
            f"store {path}", "is not there", "run accountkit pay with the same --store first"
        )
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(
            f"store {path}",
            f"cannot be made ({(error.strerror or 'unknown reason').lower()})",
            "make its folder writable, or name another file",
        ) from None


def _engine(path: Path, wait_seconds: float) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": wait_seconds})
    event.listen(engine, "connect", _leave_transactions)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions(connection: Any, _: object) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
