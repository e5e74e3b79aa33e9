"""Files: whole or absent, under names whose endings say the format.

The only module here that touches the file system. A file is written beside its place and then moved
there, so that nobody ever reads half of it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from accountkit.errors import UsageError

__all__ = ["ending_of", "write_whole"]


def ending_of(what: str, target: Path, endings: Iterable[str]) -> str:
    """The ending of a file's name, in small letters; ``what`` is what the file is to hold.

    Raises:
        UsageError: it is none of the endings.
    """
    ending = target.suffix.lower()
    if ending not in endings:
        raise UsageError(
            f"{what} {target}",
            f'"{target.suffix}" is no ending that can be written'
            if ending
            else "the name has no ending that says the format",
            f"end the name in one of {', '.join(endings)}",
        )
    return ending


def write_whole(target: Path, content: bytes) -> None:
    """Write all of a file or nothing of it; the file keeps the rights a new file would have.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        _write(target, content)
    except OSError as error:
        raise UsageError(
            f"document {target}",
            f"cannot be written: {(error.strerror or str(error)).lower()}",
            "give a place that exists and may be written to",
        ) from error


def _write(target: Path, content: bytes) -> None:
    mask = os.umask(0)
    os.umask(mask)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)  # it is there only if something went wrong
