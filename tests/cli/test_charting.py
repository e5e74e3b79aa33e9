"""Charts and orders on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
COMMAND = (sys.executable, "-c", "from accountkit.cli import main; main()")
CHART = ("chart", HABAGAT, "--on", "2026-04-14")
ORDER = ("order", HABAGAT, "manila-north-2026-04")
Done = subprocess.CompletedProcess[str]


def accountkit(*arguments: str | Path, cwd: Path | None = None) -> Done:
    """Run the command, its output in pipes."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=cwd,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
    )


def seat(told: Any, position: str) -> Any:
    """A seat of a chart, wherever it hangs."""
    seats = list(told["tops"])
    for one in seats:
        seats += one["reports"]
    return next(one for one in seats if one["position"] == position)


def test_a_chart_is_printed_as_mermaid() -> None:
    """What is printed can go straight into a wiki."""
    done = accountkit(*CHART, "--locale", "fil")

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith(
        "flowchart TD\n    accTitle: Estruktura ng organisasyon ng Habagat"
    )
    assert done.stdout.endswith("classDef deputy stroke-dasharray:6 4\n")


@pytest.mark.parametrize("ending, start", [("svg", "<?xml "), ("mmd", "flowchart TD\n")])
def test_a_chart_is_written_by_the_ending(tmp_path: Path, ending: str, start: str) -> None:
    """The command says what it wrote where, and nothing else is left behind."""
    done = accountkit(*CHART, "--to", f"chart.{ending}", cwd=tmp_path)

    assert (
        f"Organisation of Habagat Trading Corporation on April 14, 2026: chart.{ending}\n"
    ) == done.stdout
    assert [f"chart.{ending}"] == [file.name for file in tmp_path.iterdir()]
    assert (tmp_path / f"chart.{ending}").read_text(encoding="utf-8").startswith(start)


def test_a_chart_as_data() -> None:
    """A tree of seats, in ASCII; who is absent, and who acts under which order."""
    done = accountkit(*CHART, "--json")
    told = json.loads(done.stdout)

    assert done.stdout.isascii()
    assert ["on", "language", "title", "tops"] == list(told)
    assert ["general-director"] == [one["position"] for one in told["tops"]]
    assert {
        "position": "manila-north",
        "role": "key-account-manager",
        "title": "Key account manager",
        "holders": [
            {
                "person": "maria",
                "name": "Maria Teresa N. Peñaflor",
                "absent": True,
                "absent_until": "2026-04-17",
            }
        ],
        "deputies": [
            {
                "person": "jose-luis",
                "name": "Jose Luis D. Santos-Reyes",
                "order": "manila-north-2026-04",
                "mode": "transfer",
                "clauses": [],
                "start": "2026-04-06",
                "until": "2026-04-17",
            }
        ],
        "reports": [],
    } == seat(told, "manila-north")
    assert [] == seat(told, "mindanao")["holders"]


def test_an_order_is_printed_written_and_told(tmp_path: Path) -> None:
    """As Markdown, as a file, and as data with where it is."""
    printed = accountkit(*ORDER)
    written = accountkit(*ORDER, "--locale", "fil", "--to", "order.html", cwd=tmp_path)
    told = json.loads(accountkit(*ORDER, "--json", "--to", "order.txt", cwd=tmp_path).stdout)

    assert printed.stdout.startswith("# Order of substitution No.\u00a02026-14 of March 23, 2026\n")
    assert "Kautusan ng paghalili blg.\u00a02026-14, Marso 23, 2026: order.html\n" == written.stdout
    assert {"order.html", "order.txt"} == {file.name for file in tmp_path.iterdir()}
    assert ["order", "language", "title", "file"] == list(told)
    assert ["order", "language", "title", "markdown"] == list(
        json.loads(accountkit(*ORDER, "--json").stdout)
    )


@pytest.mark.parametrize(
    "arguments, message",
    [
        (
            ("chart", HABAGAT),
            "accountkit chart: missing option --on; see accountkit chart --help",
        ),
        (
            ("chart", HABAGAT, "--on", "14.04.2026"),
            'date: "14.04.2026" is no date; write it as 2026-01-31',
        ),
        (
            ("chart", HABAGAT, "--on", "2026-02-29"),
            'date: "2026-02-29" is not in the calendar; check the month and the day',
        ),
        (
            (*CHART, "--to", "chart.png"),
            (
                'chart chart.png: ".png" is no ending that can be written;'
                " end the name in one of .mmd, .svg"
            ),
        ),
        (
            (*CHART, "--locale", "de"),
            'locale: charts cannot be printed in "de" yet; the languages are en, fil, and ru',
        ),
        (
            ("order", HABAGAT, "manila-nort-2026-04"),
            (
                "order manila-nort-2026-04: is not in the organisation; did you mean"
                " manila-north-2026-04?"
            ),
        ),
        (
            (*ORDER, "--to", "order.odt"),
            (
                'document order.odt: ".odt" is no ending that can be written;'
                " end the name in one of .md, .html, .txt, .docx, .pdf"
            ),
        ),
    ],
)
def test_wrong_usage_is_told(
    arguments: tuple[str | Path, ...], message: str, tmp_path: Path
) -> None:
    """One sentence with the remedy, exit code 2, and nothing written."""
    done = accountkit(*arguments, cwd=tmp_path)

    assert (2, "", f"{message}\n") == (done.returncode, done.stdout, done.stderr)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["chart", "order"])
def test_help_teaches(command: str) -> None:
    """Each command says what it does and shows how it is called."""
    done = accountkit(command, "-h")

    assert (0, "") == (done.returncode, done.stderr)
    assert f"Example: accountkit {command} examples/habagat" in done.stdout
