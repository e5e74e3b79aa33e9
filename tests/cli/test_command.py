"""The command as a shell runs it: output, exit codes, pipes, and what it leaves on disk."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
COMMAND = (sys.executable, "-m", "accountkit")
Done = subprocess.CompletedProcess[str]


def accountkit(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Done:
    """Run the command, its output in pipes."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=cwd,
        encoding="utf-8",
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )


def told(done: Done) -> Any:
    """What a program reads."""
    return json.loads(done.stdout)


def test_pay_as_json() -> None:
    """Amounts are texts, so that no program takes them for floats."""
    done = accountkit("pay", HABAGAT, "--period", "2026-Q1", "--json")
    found = told(done)

    assert (0, "") == (done.returncode, done.stderr)
    assert ["currency", "period", "statements", "faults"] == list(found)
    assert ("PHP", "2026-Q1", []) == (found["currency"], found["period"], found["faults"])
    maria = next(item for item in found["statements"] if item["payee"] == "maria")
    assert ("2026-Q1", "103166.53") == (maria["period"], maria["total"])
    assert {
        "component": "commission",
        "amount": "76166.53",
        "clause": "account-manager-2026:commission",
    } == maria["lines"][0]


def test_every_command_that_prints_results_has_json() -> None:
    """One document each, in ASCII, which every pipe can carry."""
    period = ("--period", "2026-Q1")
    checked = accountkit("check", HABAGAT, "--json")
    described = accountkit("describe", HABAGAT, "key-account-manager", "--locale", "fil", "--json")
    explained = accountkit("explain", HABAGAT, "maria", *period, "--json")

    assert ["findings", "accepted"] == list(told(checked))
    assert {"note"} == {item["severity"] for item in told(checked)["findings"]}
    assert ["role", "version", "language", "title", "markdown"] == list(told(described))
    assert ["person", "period", "statements", "faults"] == list(told(explained))
    assert "accountkit handbook" == told(accountkit("schema"))["title"]
    assert all(done.stdout.isascii() for done in (checked, described, explained))


def test_what_is_not_written_in_a_language_as_json() -> None:
    """Each language with the count of all texts, and each missing one with form and place."""
    done = accountkit("check", HABAGAT, "--untranslated", "ru", "--untranslated", "fil", "--json")
    russian, filipino = told(done)["translations"]

    assert (1, "") == (done.returncode, done.stderr)
    assert ["language", "texts", "missing_texts", "missing_forms"] == list(russian)
    assert ("ru", "fil") == (russian["language"], filipino["language"])
    assert ([], []) == (filipino["missing_texts"], filipino["missing_forms"])
    assert russian["texts"] == filipino["texts"] > len(russian["missing_texts"]) > 0
    assert {
        "subject": "measure sales",
        "form": "plain",
        "file": "measures.yaml",
        "line": 5,
        "column": 5,
        "message": "measure sales: is missing in ru, form plain; add it; "
        "the text is written in en, fil",
    } in russian["missing_texts"]


def test_explain_over_several_periods_is_one_document() -> None:
    """A range gives one list of statements, each with its period."""
    done = accountkit("explain", HABAGAT, "maria", "--period", "2026-Q1..2026-Q2", "--json")

    assert ["2026-Q1", "2026-Q2"] == [item["label"] for item in told(done)["statements"]]


def test_findings_as_json_have_their_place(tmp_path: Path) -> None:
    """Rule, severity, file, line and column, one by one."""
    (tmp_path / "company.yaml").write_text("id: a\nid: b\n", encoding="utf-8")
    done = accountkit("check", tmp_path, "--json")

    assert 1 == done.returncode
    assert {
        "rule": "format",
        "severity": "error",
        "file": "company.yaml",
        "line": 2,
        "column": 1,
        "message": "yaml: has the key id twice, first on line 1; keep one",
    } in told(done)["findings"]


def test_a_fault_is_in_the_json_and_on_stderr(tmp_path: Path) -> None:
    """A program reads it there, a person here, and the exit code is 1."""
    shutil.copytree(HABAGAT, tmp_path / "h")
    quotas = tmp_path / "h" / "data" / "quotas.csv"
    kept = [line for line in quotas.read_text(encoding="utf-8").splitlines() if "maria" not in line]
    quotas.write_text("\n".join(kept) + "\n", encoding="utf-8")

    for command in ("pay", "explain"):
        person = ["maria"] if command == "explain" else []
        done = accountkit(command, tmp_path / "h", *person, "--period", "2026-Q1", "--json")
        faults = told(done)["faults"]
        assert 1 == done.returncode
        assert {"maria"} == {fault["payee"] for fault in faults}
        assert faults[0]["place"].startswith("plans/account-manager-2026.yaml:")
        assert len(faults) == len(done.stderr.splitlines())


def test_nothing_but_text_goes_into_a_pipe() -> None:
    """No colours, no progress, whatever the environment says."""
    done = accountkit("pay", HABAGAT, "--period", "2026-Q1..2026-Q4", TERM="xterm-256color")

    assert (0, "") == (done.returncode, done.stderr)
    assert "\x1b" not in done.stdout + accountkit("pay", "-h", GITHUB_ACTIONS="true").stdout


def test_progress_shows_on_a_terminal() -> None:
    """Somebody who waits at a terminal sees that something goes on; it leaves nothing behind."""
    master, terminal = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "pay", HABAGAT, "--period", "2026-Q1", "--json"],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm-256color"},
        encoding="utf-8",
    )
    os.close(terminal)
    seen = b""
    with contextlib.suppress(OSError), open(master, "rb", buffering=0) as screen:  # noqa: PTH123
        while piece := screen.read(4096):
            seen += piece

    assert 0 == done.returncode
    assert "reading the handbook and its tables" in seen.decode()
    assert "reckoning" in seen.decode()
    assert ["currency", "period", "statements", "faults"] == list(told(done))


@pytest.mark.parametrize("command", ["check", "describe", "pay", "explain", "schema"])
def test_help_teaches(command: str) -> None:
    """Each command says what it does and shows how it is called."""
    done = accountkit(command, "-h")

    assert (0, "") == (done.returncode, done.stderr)
    assert f"Example: accountkit {command}" in done.stdout
    assert done.stdout == accountkit(command, "--help").stdout


def test_no_command_is_wrong_usage() -> None:
    """The help goes where errors go, and says what exit codes mean."""
    done = accountkit()

    assert (2, "") == (done.returncode, done.stdout)
    assert "Exit code 0: fine." in done.stderr


def test_the_version() -> None:
    """One line."""
    assert accountkit("--version").stdout.startswith("accountkit ")


def test_from_any_folder(tmp_path: Path) -> None:
    """Paths are those of the caller."""
    shutil.copytree(HABAGAT, tmp_path / "h")

    assert accountkit("check", "h", cwd=tmp_path).stdout.startswith("h: no findings")


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}],
)
def test_a_terminal_that_knows_only_ascii(environment: dict[str, str]) -> None:
    """Pesos and tildes never end the program."""
    done = subprocess.run(
        [*COMMAND, "explain", str(HABAGAT), "maria", "--period", "2026-Q1", "--locale", "fil"],
        check=False,
        capture_output=True,
        env={**os.environ, **environment},
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"76,166.53" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_a_reader_who_leaves_early() -> None:
    """``accountkit schema | head -1`` ends without a word."""
    with subprocess.Popen(
        [*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"" == running.stderr.read()


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends without a word; a table that never comes to an end shows it."""
    shutil.copytree(HABAGAT, tmp_path / "h")
    orders = tmp_path / "h" / "data" / "orders.csv"
    orders.unlink()
    os.mkfifo(orders)
    with subprocess.Popen(
        [*COMMAND, "check", str(tmp_path / "h")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stderr is not None
        handle = os.open(orders, os.O_WRONLY)  # waits until the command reads
        running.send_signal(signal.SIGINT)
        assert b"" == running.stderr.read()
        os.close(handle)
    assert 130 == running.returncode


def test_a_run_is_kept_once_and_explained_without_the_data(tmp_path: Path) -> None:
    """What was paid is told as it was, even when the tables are gone."""
    shutil.copytree(HABAGAT, tmp_path / "h")
    kept = ("--period", "2026-Q1", "--store", "sqlite:///pay.db")
    first = accountkit("pay", "h", *kept, cwd=tmp_path)
    second = accountkit("pay", "h", *kept, cwd=tmp_path)
    fresh = accountkit("explain", "h", "maria", "--period", "2026-Q1", cwd=tmp_path)
    shutil.rmtree(tmp_path / "h" / "data")
    told_again = accountkit("explain", "h", "maria", *kept, cwd=tmp_path)

    assert " of 2026-Q1 kept in sqlite:///pay.db" in first.stdout
    assert " of 2026-Q1 was kept already in sqlite:///pay.db" in second.stdout
    assert (0, "") == (told_again.returncode, told_again.stderr)
    assert fresh.stdout == told_again.stdout


def test_statements_are_written_whole(tmp_path: Path) -> None:
    """One page a person, by period; nothing unfinished is left beside them."""
    done = accountkit("pay", HABAGAT, "--period", "2026-Q1..2026-Q2", "--to", "out", cwd=tmp_path)

    assert 0 == done.returncode
    assert done.stdout.endswith("14 statements are in out\n")
    assert ["2026-Q1", "2026-Q2"] == sorted(item.name for item in (tmp_path / "out").iterdir())
    assert 7 == len(list((tmp_path / "out" / "2026-Q1").glob("*.html")))


def test_a_store_that_refuses_leaves_no_statements(tmp_path: Path) -> None:
    """Either both or none."""
    (tmp_path / "pay.db").write_text("these are my notes " * 100, encoding="utf-8")
    done = accountkit(
        "pay",
        HABAGAT,
        "--period",
        "2026-Q1",
        "--store",
        "sqlite:///pay.db",
        "--to",
        "out",
        cwd=tmp_path,
    )

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("store pay.db: file is not a database; name a file that")
    assert [] == [file for file in (tmp_path / "out").rglob("*") if file.is_file()]


def test_what_is_heavy_is_loaded_only_when_it_is_used() -> None:
    """Paying in a pipe without a store needs neither Rich, SQLAlchemy nor PyArrow."""
    code = (
        "import sys; sys.argv = ['accountkit', 'pay', sys.argv[1], '--period', '2026-Q1'];"
        "from accountkit.cli.app import run; code = run();"
        "heavy = {'rich', 'sqlalchemy', 'pyarrow'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(HABAGAT)], check=False, capture_output=True, text=True
    )

    assert (0, "") == (done.returncode, done.stderr)


def test_explain_a_role() -> None:
    """Without a period, the lines of a role tell which file wrote them."""
    done = accountkit("explain", HABAGAT, "key-account-manager")
    as_json = told(accountkit("explain", HABAGAT, "key-account-manager", "--json"))

    assert (0, "") == (done.returncode, done.stderr)
    assert (
        "– superior: head of sales, as chosen (roles/key-account-manager.choices.yaml:6:5)"
    ) in done.stdout
    assert ["role", "language", "title", "lines", "removed", "held_out"] == list(as_json)

    wrong = accountkit("explain", HABAGAT, "key-acount-manager")
    assert (2, "") == (wrong.returncode, wrong.stdout)
    assert (
        "explanation of key-acount-manager: is of no role in the handbook;"
        " did you mean key-account-manager?\n"
    ) == wrong.stderr


def test_diff_of_two_handbooks(tmp_path: Path) -> None:
    """A limit that was raised is told; exit code 1 says that something differs."""
    shutil.copytree(HABAGAT, tmp_path / "new")
    choices = tmp_path / "new" / "roles" / "key-account-manager.choices.yaml"
    text = choices.read_text(encoding="utf-8").replace("share: 10%", "share: 12%")
    choices.write_text(text, encoding="utf-8")
    role = ("--role", "key-account-manager")

    done = accountkit("diff", HABAGAT, tmp_path / "new", *role)
    assert (1, "") == (done.returncode, done.stderr)
    assert "– Changed discount: share: 10% → 12%" in done.stdout

    page = tmp_path / "diff.html"
    assert 1 == accountkit("diff", HABAGAT, tmp_path / "new", *role, "--to", page).returncode
    assert "share: 10% → 12%" in page.read_text(encoding="utf-8")

    same = accountkit("diff", f"{HABAGAT}:head-of-sales", f"{HABAGAT}:head-of-sales", "--json")
    assert (0, []) == (same.returncode, told(same)["lines"])


def test_diff_of_two_versions() -> None:
    """A kept version is compared as it was approved."""
    kept = f"{HABAGAT}:key-account-manager@1"

    assert 0 == accountkit("diff", kept, kept).returncode
    missing = accountkit("diff", kept, f"{HABAGAT}:key-account-manager@7")
    assert (2, "role key-account-manager: has no version 7; it has 1\n") == (
        missing.returncode,
        missing.stderr,
    )


def test_diff_without_a_role() -> None:
    """The message says how one is named."""
    done = accountkit("diff", HABAGAT, HABAGAT)

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.endswith(":ROLE, or name one role for both with --role\n")


def test_the_catalogue_is_listed_and_searched() -> None:
    """One role a line; a search for nothing that is there ends with exit code 1."""
    listed = accountkit("catalogue", "list", "--locale", "ru")
    searched = accountkit("catalogue", "search", "key", "acc", "--json")
    nothing = accountkit("catalogue", "search", "zookeeper")

    assert (0, "") == (listed.returncode, listed.stderr)
    assert "менеджер по работе с ключевыми клиентами\n" in listed.stdout
    assert "key-account-manager" in [entry["id"] for entry in told(searched)]
    assert (1, "") == (nothing.returncode, nothing.stdout)
    assert nothing.stderr.startswith("no role is called zookeeper")


@pytest.mark.parametrize("how", [(), ("--adopt",)])
def test_a_role_of_the_catalogue_is_copied(tmp_path: Path, how: tuple[str, ...]) -> None:
    """It can be checked and printed at once, and is never written over unasked."""
    shutil.copytree(HABAGAT, tmp_path / "h")
    copy = ("catalogue", "copy", "client-manager", "--to", str(tmp_path / "h"), *how)

    done = accountkit(*copy)
    printed = accountkit("describe", tmp_path / "h", "client-manager", "--locale", "fil")
    again = accountkit(*copy)

    assert (0, "") == (done.returncode, done.stderr)
    assert (tmp_path / "h" / "roles" / "client-manager.choices.yaml").is_file()
    assert (tmp_path / "h" / "roles" / "client-manager.yaml").is_file() is not bool(how)
    assert (0, "") == (printed.returncode, printed.stderr)
    assert (2, "") == (again.returncode, again.stdout)
    assert again.stderr.startswith("role client-manager: is in the handbook already; ")
