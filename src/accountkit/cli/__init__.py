"""The ``accountkit`` command."""

from __future__ import annotations

import sys

from accountkit.errors import MissingExtraError

__all__ = ["main"]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from accountkit.cli.app import run  # noqa: PLC0415 - needs the extra
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        sys.exit(str(MissingExtraError("the command line", "cli")))
    sys.exit(run())
