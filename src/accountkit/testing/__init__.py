"""Testing: what the tests of those who use accountkit may rely on.

``accountkit.testing.strategies`` holds Hypothesis strategies for values; Hypothesis itself is not
installed with accountkit and is imported only there.
"""

from __future__ import annotations

__all__: list[str] = []
