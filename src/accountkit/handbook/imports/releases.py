"""Releases: which edition of a classification a folder holds.

Codes and attribution name the release, and the tables themselves do not. The publishers write it
into the name of the folder that one downloads.
"""

from __future__ import annotations

import re
from pathlib import Path

from accountkit.errors import UsageError

__all__ = ["release_of"]

_RELEASE = re.compile(r"[0-9]+(\.[0-9]+)*")


def release_of(folder: Path, pattern: re.Pattern[str], stated: str | None, example: str) -> str:
    """The release of a download: the one stated, else the first group of ``pattern`` in its name.

    Raises:
        UsageError: neither says it, or what is stated is no release.
    """
    named = pattern.search(folder.resolve().name)
    release = stated
    if stated is None and named is not None:
        release = named[1].replace("_", ".")
    if release is None:
        raise UsageError(
            f"folder {folder}",
            "does not say which release it holds, and codes and attribution name it",
            f"name the release (--release on the command line), or call the folder {example}",
        )
    if not _RELEASE.fullmatch(release):
        raise UsageError(
            "release", f'"{release}" is no release', "write digits and points, such as 29.2"
        )
    return release
