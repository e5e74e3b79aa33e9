"""Places: in which file and line each part of a handbook stands.

Messages point at what somebody wrote. A handbook built in Python was written nowhere and has no
places.
"""

from __future__ import annotations

from accountkit.errors import Place
from accountkit.handbook.nodes import MapNode, Node, find

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
        """The file of a folder whose top level has this value under this key."""
        for file, node in self._nodes.items():
            if file.startswith(folder) and isinstance(node, MapNode):
                found = node.get(key)
                if found is not None and getattr(found, "text", None) == value:
                    return file
        return ""
