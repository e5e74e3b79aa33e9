"""The SQL store, on real SQLite files."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accountkit.engine.pay import evaluate
from accountkit.errors import StoreError, UsageError
from accountkit.handbook import Handbook
from accountkit.stores import Commit, PayRun, open_store, run_key
from accountkit.stores.sql import SqlStore
from accountkit.values.periods import Period

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
QUARTER = Period.quarter(2026, 1)
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


def make_run() -> PayRun:
    """The run of the first quarter of 2026 at Habagat."""
    handbook = Handbook.load(HABAGAT)
    bound, facts = handbook.bind(QUARTER), handbook.facts()
    return PayRun(key=run_key([bound], facts), made_at=NOON, outcome=evaluate(bound, facts))


@pytest.fixture(scope="module")
def run() -> PayRun:
    """One run, made once."""
    return make_run()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store that is not there yet."""
    return f"sqlite:///{tmp_path / 'pay.db'}"


def test_a_run_is_kept_once(run: PayRun, url: str) -> None:
    """The same plans, facts and period change nothing the second time."""
    with closing(open_store(url)) as store:
        assert Commit.KEPT is store.commit(run)
        assert Commit.REPLAYED is store.commit(run)
    with closing(open_store(url)) as store:
        assert Commit.REPLAYED is store.commit(run)
    assert 1 == rows(url)


def test_a_kept_run_is_read_back_as_it_was(run: PayRun, url: str) -> None:
    """Statements, traces, plans and texts come back equal, fractions and all."""
    with closing(open_store(url)) as store:
        store.commit(run)
        assert run == store.find(run.key)
        assert run == store.latest("2026-Q1")


def test_a_run_that_nobody_kept(url: str) -> None:
    """An unknown key or period is nothing, and no error."""
    with closing(open_store(url)) as store:
        assert store.find("0" * 64) is None
        assert store.latest("2026-Q1") is None


def test_the_last_run_of_a_period_is_its_latest(run: PayRun, url: str) -> None:
    """A corrected run is another run; the period's latest is the one kept last."""
    corrected = PayRun(key="f" * 64, made_at=NOON, outcome=run.outcome)
    with closing(open_store(url)) as store:
        store.commit(run)
        store.commit(corrected)
        assert corrected == store.latest("2026-Q1")


def test_the_file_is_its_owners_alone(run: PayRun, url: str, tmp_path: Path) -> None:
    """Pay is nobody else's business: the file cannot be read by others."""
    with closing(open_store(url)) as store:
        store.commit(run)

    assert 0o600 == stat.S_IMODE((tmp_path / "pay.db").stat().st_mode)


def test_two_processes_end_in_one_run(url: str) -> None:
    """Of several that keep the same run at the same time one keeps it, and the rest replay it."""
    with closing(open_store(url)):
        pass
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        ends = pool.map(keep, [url] * 4)

    assert [Commit.KEPT, *[Commit.REPLAYED] * 3] == sorted(ends, key=lambda end: end.value)
    assert 1 == rows(url)


def keep(url: str) -> Commit:
    """Keep the run, in a process of its own."""
    with closing(open_store(url)) as store:
        return store.commit(make_run())


def test_a_store_of_a_newer_version_is_refused(url: str, tmp_path: Path) -> None:
    """What a newer accountkit wrote is not guessed at."""
    with closing(open_store(url)):
        pass
    with closing(sqlite3.connect(tmp_path / "pay.db")) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(StoreError, match="has version 99, and this accountkit knows 1"):
        open_store(url)


def test_a_file_that_is_no_store(url: str, tmp_path: Path) -> None:
    """A file of another kind is left as it is."""
    (tmp_path / "pay.db").write_text("these are my notes " * 100, encoding="utf-8")

    with pytest.raises(StoreError, match="name a file that accountkit made, or a new one"):
        open_store(url)
    assert (tmp_path / "pay.db").read_text(encoding="utf-8").startswith("these are my notes")


def test_a_body_that_somebody_changed(run: PayRun, url: str, tmp_path: Path) -> None:
    """What cannot be read back is an error, never half a run."""
    with closing(open_store(url)) as store:
        store.commit(run)
    with closing(sqlite3.connect(tmp_path / "pay.db")) as connection, connection:
        connection.execute("UPDATE pay_run SET body = '{}'")

    with closing(open_store(url)) as store, pytest.raises(StoreError, match="cannot be read back"):
        store.find(run.key)


def test_a_database_that_somebody_else_holds(url: str, tmp_path: Path) -> None:
    """A writer waits a while and then says that the file is locked."""
    with closing(open_store(url)):
        pass
    with closing(sqlite3.connect(tmp_path / "pay.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="wait until the other program is done"):
            SqlStore(tmp_path / "pay.db", wait_seconds=0.2)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No folder is made on the quiet."""
    with pytest.raises(UsageError, match=r"folder .*nowhere is not there"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'pay.db'}")


@pytest.mark.parametrize(
    "url",
    ["mysql://localhost/pay", "pay.db", "sqlite:///", "sqlite:///:memory:", "sqlite:///p.db?a=1"],
)
def test_a_store_nobody_knows(url: str) -> None:
    """The message shows how a store is named; what would keep nothing is none."""
    with pytest.raises(UsageError, match=r"name it like sqlite:///pay\.db"):
        open_store(url)


def test_reading_makes_no_store(url: str, tmp_path: Path) -> None:
    """Who only wants to read gets an error, not an empty file."""
    with pytest.raises(UsageError, match="is not there; run accountkit pay with the same --store"):
        open_store(url, make=False)
    assert [] == list(tmp_path.iterdir())


def test_a_database_of_another_program(url: str, tmp_path: Path) -> None:
    """Our tables are not put among those of somebody else."""
    with closing(sqlite3.connect(tmp_path / "pay.db")) as connection, connection:
        connection.execute("CREATE TABLE customer (name TEXT)")

    with pytest.raises(StoreError, match="is the database of another program"):
        open_store(url)


def test_what_may_only_be_read_can_be_read(run: PayRun, url: str, tmp_path: Path) -> None:
    """A reader takes no lock, so that a file somebody else writes to can be read meanwhile."""
    with closing(open_store(url)) as store:
        store.commit(run)
    with closing(sqlite3.connect(tmp_path / "pay.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with closing(open_store(url, make=False)) as store:
            assert run == store.latest("2026-Q1")


def test_an_instant_that_somebody_changed(run: PayRun, url: str, tmp_path: Path) -> None:
    """A date that is none is told like any other change."""
    with closing(open_store(url)) as store:
        store.commit(run)
    with closing(sqlite3.connect(tmp_path / "pay.db")) as connection, connection:
        connection.execute("UPDATE pay_run SET made_at = 'yesterday'")

    with closing(open_store(url)) as store, pytest.raises(StoreError, match="cannot be read back"):
        store.find(run.key)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where no file can be")
def test_a_folder_in_which_no_file_can_be_made() -> None:
    """The refusal of the system comes through as a message."""
    with pytest.raises(StoreError, match=r"store /proc/pay\.db: cannot be made \("):
        open_store("sqlite:////proc/pay.db")


def rows(url: str) -> int:
    """How many runs the file holds."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        (count,) = connection.execute("SELECT count(*) FROM pay_run").fetchone()
    return int(count)
