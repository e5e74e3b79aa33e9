"""Fingerprints: short names for the exact text of a document, which signatures are bound to.

A fingerprint is ``sha256:`` and the SHA-256, in 64 hexadecimal digits, of the document's text as
canonical JSON (RFC 8785: keys in order, no spaces, UTF-8): ``{"language": ..., "parts": [...]}``.
A part has ``kind`` and, where there is such, ``level``, ``id``, ``number``, ``words`` and
``parts``; words are ``{"text": ...}``, with ``language`` where it is not the document's. All values
are texts, lists and mappings. Layout, watermark and the properties of a file do not count.

A version's file holds the same data under ``texts``, so that anybody can work the fingerprint out
again without accountkit::

    text = yaml.load(file, yaml.BaseLoader)["texts"][0]
    del text["fingerprint"]
    exact = json.dumps(text, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    "sha256:" + hashlib.sha256(exact.encode()).hexdigest()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.documents.printed_texts import printed_text

if TYPE_CHECKING:
    from accountkit.documents.document import Document

__all__ = ["fingerprint"]


def fingerprint(document: Document) -> str:
    """The fingerprint of what a document says."""
    return printed_text(document.tree).fingerprint
