"""Names: the vocabulary of WordprocessingML, as a part of a file declares it."""

from __future__ import annotations

__all__ = ["WORDPROCESSING"]

WORDPROCESSING = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
