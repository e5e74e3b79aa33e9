"""The SQL store: pay runs in SQLite, through SQLAlchemy Core.

The database is one file, made on first use and readable by its owner alone. Writers take the write
lock before they look, so that two at a time end in one run kept and one replayed. Instants are
stored in UTC as text; figures are never computed in SQL.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError

from accountkit.errors import StoreError, UsageError
from accountkit.stores.runs import Commit, PayRun

__all__ = ["SqlStore"]

SCHEMA_VERSION = 1

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


class SqlStore:
    """Pay runs in a SQLite file.

    Raises:
        UsageError: the folder of the file is not there.
        StoreError: the file is no SQLite database, or one of another version.
    """

    def __init__(self, url: str) -> None:
        path = make_url(url).database
        self._name = path or "memory"
        if path:
            _prepare(Path(path))
        self._engine = _engine(url)
        try:
            self._open()
        except DBAPIError as error:
            self._engine.dispose()
            raise self._refused(error) from None

    def commit(self, run: PayRun) -> Commit:
        """Keep a run, whole or not at all; a run whose key is kept already changes nothing."""
        try:
            with self._engine.begin() as connection:
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
        self._engine.dispose()

    def _read(self, query: Any) -> PayRun | None:
        try:
            with self._engine.begin() as connection:
                row = connection.execute(query).first()
        except DBAPIError as error:
            raise self._refused(error) from None
        if row is None:
            return None
        return PayRun.read(row.key, datetime.fromisoformat(row.made_at), row.body)

    def _open(self) -> None:
        with self._engine.begin() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version not in {0, SCHEMA_VERSION}:
                raise StoreError(
                    f"store {self._name}",
                    f"has version {version}, and this accountkit knows {SCHEMA_VERSION}",
                    "use the accountkit that wrote it, or a newer one",
                )
            _METADATA.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _refused(self, error: DBAPIError) -> StoreError:
        what = str(error.orig).lower()
        remedies = {
            "locked": "wait until the other program is done, and run it again",
            "readonly": "make the file and its folder writable, or name another file",
            "read-only": "make the file and its folder writable, or name another file",
            "not a database": "name a file that accountkit made, or a new one",
            "full": "free some space, and run it again",
        }
        remedy = next((text for word, text in remedies.items() if word in what), "check the file")
        return StoreError(f"store {self._name}", what, remedy)


def _prepare(path: Path) -> None:
    if not path.parent.is_dir():
        raise UsageError(
            f"store {path}", f"folder {path.parent} is not there", "make it, or name another"
        )
    if path.is_dir():
        raise UsageError(f"store {path}", "is a folder", "name a file in it")
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _engine(url: str) -> Engine:
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _own_transactions(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says when a transaction begins

    @event.listens_for(engine, "begin")
    def _take_write_lock(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
