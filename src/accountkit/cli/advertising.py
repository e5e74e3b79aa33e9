"""Advertising: ``accountkit describe`` into a file of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs
import typer

from accountkit.cli.printing import print_json
from accountkit.documents.job_posting import SUFFIX, advertise
from accountkit.documents.posting_losses import Loss
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.roles.comparison import Nature

__all__ = ["Wanted", "advertisement_file", "write_advertisement"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for: which role and posting, in which language and file."""

    handbook: Path
    data: Path | None
    role: str
    position: str | None
    posting: str | None
    locale: str
    to: Path


def advertisement_file(
    to: Path | None, posting: str | None, of_descriptions: Mapping[str, object]
) -> Path | None:
    """The file, if it is to hold an advertisement.

    Args:
        to: the file that is asked for.
        posting: the posting that is asked for.
        of_descriptions: options that only a job description has, with their values.

    Raises:
        UsageError: a posting is named and the file is of another format, or an advertisement is
            asked for with an option that only a job description has.
    """
    if to is None or to.suffix.lower() != SUFFIX:
        if posting is not None:
            raise UsageError(
                f"posting {posting}",
                "is advertised in JSON-LD only",
                f"name a file ending in {SUFFIX} with --to",
            )
        return None
    for option, value in of_descriptions.items():
        if value is not None:
            raise UsageError(
                f"advertisement {to}", f"has no {option}, as a job description has", "leave it out"
            )
    return to


def write_advertisement(wanted: Wanted, *, as_json: bool) -> int:
    """Write the advertisement of a role, and tell what it leaves out.

    Returns:
        0; what cannot be advertised is an error, and what has no place there is none.
    """
    handbook = Handbook.load(wanted.handbook, wanted.data)
    role = handbook.role(wanted.role, wanted.position)
    posting = handbook.posting(wanted.role, wanted.posting, position=wanted.position)
    if posting.position != wanted.position:
        role = handbook.role(wanted.role, posting.position)
    told = advertise(role, posting, locale=wanted.locale)
    told.save(wanted.to)
    count = len(told.losses)
    if as_json:
        print_json(
            {
                "role": wanted.role,
                "posting": posting.id,
                "language": told.language,
                "title": told.title,
                "file": str(wanted.to),
                "losses": [_told(loss) for loss in told.losses],
            }
        )
    else:
        typer.echo(f"{told.title}: {wanted.to}, {count} {'loss' if count == 1 else 'losses'}")
    for line in _notes(told.losses):
        typer.echo(f"note: {line}", err=True)
    return 0


def _told(loss: Loss) -> dict[str, str | None]:
    return {
        "nature": loss.nature.value,
        "id": loss.id,
        "number": loss.number,
        "reason": loss.reason,
    }


def _notes(losses: Iterable[Loss]) -> Iterator[str]:
    """One sentence for all that is left out for the same reason."""
    alike: dict[tuple[Nature, str], list[str]] = {}
    for loss in losses:
        name = " ".join(filter(None, (loss.number, loss.id)))
        alike.setdefault((loss.nature, loss.reason), []).append(name)
    for (nature, reason), names in alike.items():
        yield f"{len(names)} {_noun(nature, len(names))}: {reason} ({', '.join(names)})"


def _noun(nature: Nature, count: int) -> str:
    noun = nature.value
    if count == 1 or nature in {Nature.KNOWLEDGE, Nature.PAY}:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
