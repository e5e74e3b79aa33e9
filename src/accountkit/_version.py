"""The versions: of the package, and of the semantics of its figures.

The build, the front door and whoever signs a record read them here. ``SEMANTICS`` rises with every
change that can alter a computed figure, however small; the changelog marks it with a star.
"""

from __future__ import annotations

__all__ = ["SEMANTICS", "__version__"]

__version__ = "0.1.0"
SEMANTICS = 1
