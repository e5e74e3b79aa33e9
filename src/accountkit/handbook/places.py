"""Places: in which file and line each part of a handbook stands.

Messages point at what somebody wrote. A handbook built in Python was written nowhere and has no
places.
"""

from __future__ import annotations

from accountkit.errors import Place
from accountkit.handbook.nodes import MapNode, Node, Scalar, find

__all__ = ["Places"]


class Places:
    """The nodes of the files of a handbook, by file name."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def put(self, file: str, node: Node) -> None:
        """Remember what a file holds."""
        self._nodes[file] = node

    def at(self, file: str, *path: str | int) -> Place | None:
        """Where a path of keys and positions leads in a file; ``None`` if nobody wrote it."""
        node = self._nodes.get(file)
        return None if node is None else find(node, path)

    def file_with(self, folder: str, key: str, value: str) -> str:
        """The first file of a folder whose top level has this value under this key, else none."""
        return next(iter(self.files_with(folder, key, value)), "")

    def files_with(self, folder: str, key: str, value: str) -> tuple[str, ...]:
        """The files of a folder whose top level has this value under this key."""
        in_folder = (file for file in self._nodes if file.startswith(folder))
        return tuple(file for file in in_folder if self.value(file, key) == value)

    def value(self, file: str, key: str) -> str | None:
        """The text under a key at the top level of a file; ``None`` if there is none."""
        node = self._nodes.get(file)
        found = node.get(key) if isinstance(node, MapNode) else None
        return found.text if isinstance(found, Scalar) else None
