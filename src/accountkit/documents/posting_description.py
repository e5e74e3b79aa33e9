"""Posting description: the full text of an advertisement, in the HTML that searches for jobs read.

Paragraphs and lists only: headings and emphasis are not read by searches, and what is told in other
properties alone is not shown by them, so that all of it stands here, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from accountkit.documents._characters import printable
from accountkit.documents.formats import country_text, date_text, list_text, money_text

if TYPE_CHECKING:
    from accountkit.documents._posted import PostedClause, PostedSection
    from accountkit.documents.posting_words import PostingWords
    from accountkit.roles.postings import PostedPay, Posting, WorkPlace

__all__ = ["description"]


def description(
    opening: str,
    sections: Iterable[PostedSection],
    pay: Iterable[str],
    posting: Posting,
    words: PostingWords,
) -> str:
    """The text of an advertisement: what the role is, what it is paid, where and until when.

    Args:
        opening: the first line, which names the company and the post.
        sections: what is told of the role.
        pay: in which ways it is paid besides base pay.
        posting: where and since when the post is offered.
        words: the words of the language.
    """
    parts = [_paragraph(opening)]
    for section in sections:
        parts.append(_paragraph(section.title))
        if section.lead:
            parts.append(_paragraph(section.lead))
        parts.append(_list(map(_item, section.clauses)))
    parts += _pay(pay, posting.pay, words)
    parts += (_paragraph(line) for line in _terms(posting, words))
    return "\n".join(parts)


def _pay(ways: Iterable[str], pay: PostedPay | None, words: PostingWords) -> Iterator[str]:
    lines = [*(() if pay is None else (_base_pay(pay, words),)), *ways]
    if lines:
        yield _paragraph(words.pay)
        yield _list(f"<li>{_escaped(line)}</li>" for line in lines)


def _base_pay(pay: PostedPay, words: PostingWords) -> str:
    least, most = (money_text(sum_, locale=words.language) for sum_ in (pay.least, pay.most))
    offered = least if least == most else words.pay_range.format(least=least, most=most)
    return words.base_pay.format(sum=offered, per=words.per[pay.per])


def _terms(posting: Posting, words: PostingWords) -> Iterator[str]:
    """Where the work is done, and until when and where to apply."""
    language = words.language
    for place in posting.places:
        yield words.place.format(place=_address(place, language))
    if posting.is_remote:
        countries = [country_text(code, locale=language) for code in posting.residence]
        yield words.remote
        yield words.residence.format(countries=list_text(countries, locale=language))
    if posting.valid_through is not None:
        yield words.until.format(date=date_text(posting.valid_through, locale=language))
    if posting.apply_at is not None:
        yield words.apply_at.format(address=posting.apply_at)


def _address(place: WorkPlace, language: str) -> str:
    country = country_text(place.country, locale=language)
    lines = (place.street, place.locality, place.region, place.postal_code, country)
    return ", ".join(line for line in lines if line is not None)


def _item(clause: PostedClause) -> str:
    below = f"\n{_list(map(_item, clause.items))}\n" if clause.items else ""
    return f"<li>{_escaped(clause.words)}{below}</li>"


def _list(items: Iterable[str]) -> str:
    return "\n".join(("<ul>", *items, "</ul>"))


def _paragraph(words: str) -> str:
    return f"<p>{_escaped(words)}</p>"


def _escaped(words: str) -> str:
    return escape(printable(words), quote=False)
