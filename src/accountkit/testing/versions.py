"""Specimens of versions: small texts, versions and histories, built by hand or drawn.

The builders make a version of the role ``seller`` from a few words. The strategies draw texts and
well-formed histories: numbers without gaps, dates that rise.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

from hypothesis import strategies as st

from accountkit.roles.choices import RoleChoices
from accountkit.roles.duties import Duty
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.printed_texts import PartKind, PrintedText, TextPart, TextRun
from accountkit.roles.role import Role
from accountkit.roles.role_terms import RoleTerms
from accountkit.roles.sections import DutySection
from accountkit.roles.targets import Target, TargetUnit
from accountkit.roles.version_history import VersionHistory
from accountkit.roles.versions import RoleVersion
from accountkit.values.texts import Text
from accountkit.wire import with_fingerprint

__all__ = ["POSITIONS", "a_text", "a_version", "printed_texts", "version_histories"]

POSITIONS = ("north", "south")
"""The positions of drawn histories."""

_FIRST_DAY = date(2020, 1, 1)


def a_text(said: str, language: str = "en") -> PrintedText:
    """A text of one paragraph."""
    part = TextPart(kind=PartKind.PARAGRAPH, words=(TextRun(said),))
    return with_fingerprint(PrintedText(language=language, fingerprint="", parts=(part,)))


def a_version(
    number: int,
    effective_from: date,
    *,
    approved_on: date | None = None,
    approved_by: str = "rosa",
    position: str | None = None,
    languages: tuple[str, ...] = ("en",),
    targets: tuple[str, ...] = (),
) -> RoleVersion:
    """A version of the role ``seller``, approved on its first day unless told otherwise.

    It has one duty, ``sell``, which is held to the targets.
    """
    texts = tuple(a_text(f"Version {number} in {language}", language) for language in languages)
    return with_fingerprint(
        RoleVersion(
            role="seller",
            number=number,
            position=position,
            approved_on=effective_from if approved_on is None else approved_on,
            approved_by=approved_by,
            effective_from=effective_from,
            fingerprint="",
            texts=texts,
            terms=_terms(targets),
        )
    )


def _terms(targets: tuple[str, ...]) -> RoleTerms:
    duty = Duty(id="sell", text=Text.of(en="Sell."), measures=targets)
    role = Role(
        id="seller",
        title=Text.parse({"en": {"bare": "seller", "indefinite": "a seller"}}),
        targets=tuple(
            Target(id=name, title=Text.of(en=name), unit=TargetUnit.MONEY) for name in targets
        ),
        sections=(DutySection(id="duties", title=Text.of(en="Duties"), clauses=(duty,)),),
    )
    return RoleTerms(
        role=role,
        company="Tala",
        jurisdiction=Jurisdiction(id="PH", name=Text.of(en="Philippines"), laws=()),
        choices=RoleChoices(role="seller"),
    )


@st.composite
def version_histories(draw: st.DrawFn) -> VersionHistory:
    """Histories of up to six versions of a role, some of them for one position only."""
    gaps = draw(st.lists(st.integers(1, 400), max_size=6))
    days = (_FIRST_DAY + timedelta(days=shift) for shift in accumulate(gaps))
    seats = st.sampled_from((None, *POSITIONS))
    versions = [
        a_version(number, day, position=draw(seats)) for number, day in enumerate(days, start=1)
    ]
    return VersionHistory(tuple(draw(st.permutations(versions))))


def printed_texts() -> st.SearchStrategy[PrintedText]:
    """Texts of any parts in any order, with any letters in them."""
    letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    languages = st.sampled_from(["en", "fil", "ru"])
    runs = st.builds(TextRun, letters, st.none() | languages)
    names = st.none() | st.sampled_from(["duty.a", "duty.b"])

    def part(below: st.SearchStrategy[tuple[TextPart, ...]]) -> st.SearchStrategy[TextPart]:
        return st.builds(
            TextPart,
            kind=st.sampled_from(PartKind),
            level=st.none() | st.integers(1, 6),
            id=names,
            number=st.none() | st.sampled_from(["1.", "2.9.", "no", "007"]),
            words=st.lists(runs, max_size=2).map(tuple),
            parts=below,
        )

    nested = st.lists(part(st.just(())), max_size=2).map(tuple)
    parts = st.lists(part(nested), min_size=1, max_size=3).map(tuple)
    return st.builds(PrintedText, language=languages, fingerprint=st.just(""), parts=parts).map(
        with_fingerprint
    )
