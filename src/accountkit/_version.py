"""The version: read here by the build, by the front door and by whoever signs a record."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
