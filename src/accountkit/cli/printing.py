"""Printing: results as JSON for programs, and progress for people.

What people read is made in ``accountkit.documents``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any, TypeVar

import typer

__all__ = ["print_json", "with_progress", "working"]

T = TypeVar("T")


def print_json(told: Any) -> None:
    """Print data as JSON, in ASCII, which every pipe can carry."""
    typer.echo(json.dumps(told, indent=2))


@contextmanager
def working(what: str) -> Generator[None]:
    """Say on a terminal that something goes on whose length nobody knows."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - a terminal alone needs it

    with Console(stderr=True).status(what):
        yield


def with_progress(items: Iterable[T], what: str, *, of: int | None = None) -> Iterable[T]:
    """The items, with a bar on a terminal while they are gone through.

    ``of`` says how many they are, where they do not know it themselves.
    """
    if not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415 - a terminal alone needs it
    from rich.progress import track  # noqa: PLC0415 - as above

    return track(items, total=of, description=what, console=Console(stderr=True), transient=True)
