"""Describing: ``accountkit describe``."""

from __future__ import annotations

from pathlib import Path

import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.handbook import Handbook

__all__ = ["describe"]


def describe(
    folder: Path, role: str, position: str | None, locale: str, to: Path | None, *, as_json: bool
) -> int:
    """Print the job description of a role, or write it to a file.

    Returns:
        0; what cannot be printed is an error.
    """
    document = documents.describe(Handbook.load(folder).role(role, position), locale=locale)
    if to is not None:
        document.save(to)
    if as_json:
        told = {"role": role, "language": document.language, "title": document.title}
        told |= {"file": str(to)} if to is not None else {"markdown": document.text("markdown")}
        print_json(told)
    else:
        typer.echo(f"{document.title}: {to}" if to is not None else document.text("markdown"))
    return 0
