"""Lets ``python -m accountkit`` be the ``accountkit`` command."""

from __future__ import annotations

from accountkit.cli import main

if __name__ == "__main__":
    main()
