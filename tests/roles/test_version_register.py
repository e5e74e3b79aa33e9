"""The register, by a timeline worked out by hand.

version 1   of the role   approved 2025-12-15   in force from 2026-01-01   target sales
version 2   of north      approved 2026-02-10   in force from 2026-03-01   target sales
version 3   of the role   approved 2026-06-15   in force from 2026-07-01   targets sales, visits

ana    south from 2025-06-01 to 2026-04-30, east from 2026-05-01 on
ben    north from 2026-02-15 on
cora   south from 2026-08-01 on
rosa   director from 2020-01-01 on

ana read version 1 on 2025-12-20 in English; ben read version 2 on 2026-02-20 in Filipino
"""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from accountkit.roles import (
    Appointment,
    ApprovalOrder,
    Organisation,
    Person,
    Position,
    RoleVersion,
    Signature,
    SignatureKind,
    VersionHistory,
    VersionRegister,
)
from accountkit.testing.versions import a_version

BOTH = ("en", "fil")
ONE = a_version(
    1, date(2026, 1, 1), approved_on=date(2025, 12, 15), languages=BOTH, targets=("sales",)
)
NORTH = a_version(
    2,
    date(2026, 3, 1),
    approved_on=date(2026, 2, 10),
    position="north",
    languages=BOTH,
    targets=("sales",),
)
THREE = a_version(3, date(2026, 7, 1), approved_on=date(2026, 6, 15), targets=("sales", "visits"))
ORGANISATION = Organisation(
    people=tuple(Person(id=name, name=name.title()) for name in ("ana", "ben", "cora", "rosa")),
    positions=(
        Position(id="director", role="director"),
        Position(id="north", role="seller"),
        Position(id="south", role="seller"),
        Position(id="east", role="seller"),
    ),
    appointments=(
        Appointment(
            person="ana", position="south", start=date(2025, 6, 1), until=date(2026, 4, 30)
        ),
        Appointment(person="ana", position="east", start=date(2026, 5, 1)),
        Appointment(person="ben", position="north", start=date(2026, 2, 15)),
        Appointment(person="cora", position="south", start=date(2026, 8, 1)),
        Appointment(person="rosa", position="director", start=date(2020, 1, 1)),
    ),
)


def signature(person: str, version: int, on: date, **fields: object) -> Signature:
    """Somebody's signature to have read a version of the seller in English."""
    given: dict[str, object] = {"kind": SignatureKind.ACQUAINTANCE, "language": "en"}
    given |= fields
    versions = {1: ONE, 2: NORTH, 3: THREE}
    bound = versions[version].text(str(given["language"])).fingerprint
    return Signature(
        person=person,
        role="seller",
        version=version,
        signed_on=on,
        **({"fingerprint": bound} | given),  # type: ignore[arg-type]
    )


ANA = signature("ana", 1, date(2025, 12, 20))
BEN = signature("ben", 2, date(2026, 2, 20), language="fil")
REGISTER = VersionRegister(
    history=VersionHistory((ONE, NORTH, THREE)), signatures=(ANA, BEN), organisation=ORGANISATION
)


# --- which text applied ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "person, on, numbers",
    [
        ("ana", date(2025, 12, 31), []),  # no version held yet
        ("ana", date(2026, 1, 1), [1]),
        ("ana", date(2026, 5, 1), [1]),  # another position, the same version
        ("ana", date(2026, 7, 1), [3]),
        ("ben", date(2026, 2, 14), []),  # not yet appointed
        ("ben", date(2026, 2, 15), [1]),
        ("ben", date(2026, 3, 1), [2]),  # the version of his position
        ("ben", date(2026, 7, 1), [2]),
        ("cora", date(2026, 7, 31), []),
        ("cora", date(2026, 8, 1), [3]),
        ("rosa", date(2026, 8, 1), []),  # her role has no version
    ],
)
def test_which_version_applied_to_a_person(person: str, on: date, numbers: list[int]) -> None:
    """The version in force for the position held on that day."""
    assert numbers == [version.number for version in REGISTER.applied_to(person, on)]


@pytest.mark.parametrize(
    "person, on, first",
    [
        ("ana", date(2026, 7, 15), date(2025, 6, 1)),  # from one position to the next day's other
        ("ana", date(2025, 5, 31), None),
        ("ben", date(2027, 1, 1), date(2026, 2, 15)),
    ],
)
def test_the_engagement_is_the_first_day_without_a_break(
    person: str, on: date, first: date | None
) -> None:
    """A change of position within the role is no new engagement; a gap is."""
    assert first == REGISTER.engagement(person, "seller", on)


def test_a_gap_ends_an_engagement() -> None:
    """Whoever left for one day and came back is engaged anew."""
    left = attrs.evolve(ORGANISATION.appointments[0], until=date(2026, 4, 29))
    appointments = (left, *ORGANISATION.appointments[1:])
    register = attrs.evolve(
        REGISTER, organisation=attrs.evolve(ORGANISATION, appointments=appointments)
    )

    assert date(2026, 5, 1) == register.engagement("ana", "seller", date(2026, 7, 15))
    assert date(2025, 6, 1) == register.engagement("ana", "seller", date(2026, 4, 1))


def test_was_a_target_in_the_version_at_engagement() -> None:
    """Cora was engaged under version 3, which has visits; Ben under version 1, which has not."""
    cora = REGISTER.at_engagement("cora", "seller", date(2026, 9, 1))
    ben = REGISTER.at_engagement("ben", "seller", date(2026, 9, 1))

    assert THREE == cora
    assert ("sell",) == THREE.clauses_with("visits")
    assert ONE == ben
    assert ONE.target("visits") is None
    assert REGISTER.at_engagement("ana", "seller", date(2026, 9, 1)) is None  # before version 1
    assert REGISTER.at_engagement("rosa", "seller", date(2026, 9, 1)) is None


# --- who signed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "person, on, number",
    [
        ("ana", date(2025, 12, 19), None),
        ("ana", date(2025, 12, 20), 1),
        ("ana", date(2026, 8, 1), 1),  # version 3 holds for her and she has not read it
        ("ben", date(2026, 2, 20), 2),
        ("cora", date(2026, 8, 1), None),
    ],
)
def test_the_version_signed_last(person: str, on: date, number: int | None) -> None:
    """What somebody signed is not always what applies."""
    version = REGISTER.signed(person, "seller", on)

    assert number == (version.number if version else None)


def test_an_agreement_is_not_an_acquaintance() -> None:
    """Whoever agreed to a draft has not signed to be held to it."""
    agreed = signature("rosa", 1, date(2025, 12, 1), kind=SignatureKind.AGREEMENT)
    register = attrs.evolve(REGISTER, signatures=(agreed,))

    assert register.signed("rosa", "seller", date(2026, 1, 1)) is None
    assert (agreed,) == register.signatures_of(ONE)
    assert () == register.readers(ONE, date(2026, 1, 1))


@pytest.mark.parametrize(
    "version, on, people",
    [
        (ONE, date(2025, 12, 19), ["ana"]),  # approved, and to be read before it holds
        (ONE, date(2025, 12, 20), []),
        (ONE, date(2026, 2, 15), ["ben"]),  # until the version of his position holds
        (ONE, date(2026, 3, 1), []),
        (NORTH, date(2026, 2, 19), ["ben"]),
        (NORTH, date(2026, 2, 20), []),
        (THREE, date(2026, 7, 1), ["ana"]),
        (THREE, date(2026, 8, 1), ["ana", "cora"]),
        (ONE, date(2026, 8, 1), []),  # superseded: nobody has to sign it
    ],
)
def test_who_still_has_to_sign(version: RoleVersion, on: date, people: list[str]) -> None:
    """The holders on that day who have not read it; everybody has signed when there are none."""
    assert people == list(REGISTER.unsigned(version, on))


# --- records that cannot be -----------------------------------------------------------------------


def test_the_records_are_sound() -> None:
    """Whatever a test below finds, its own edit is the reason."""
    for version in REGISTER.history.versions:
        assert () == REGISTER.version_faults(version)
    assert () == REGISTER.signature_faults(ANA, ())
    assert () == REGISTER.signature_faults(BEN, (ANA,))


@pytest.mark.parametrize(
    "version, message",
    [
        (
            a_version(4, date(2026, 7, 1), approved_on=date(2026, 6, 20)),
            (
                "version 4 of seller: is in force from 2026-07-01, and version 3 from 2026-07-01;"
                " let each version start later than the one before"
            ),
        ),
        (
            a_version(4, date(2026, 8, 1), approved_on=date(2026, 6, 14)),
            (
                "version 4 of seller: is approved on 2026-06-14, before version 3 was on"
                " 2026-06-15; number versions in the order of their approval"
            ),
        ),
        (
            a_version(5, date(2026, 8, 1)),
            ("version 5 of seller: follows on no version 4; restore the file that is missing"),
        ),
        (a_version(3, date(2026, 8, 1)), "version 3 of seller: stands twice; keep one"),
        (
            a_version(4, date(2026, 8, 1), approved_by="ana"),
            (
                "version 4 of seller: is approved by ana, who holds the role on 2026-08-01;"
                " let somebody else approve it"
            ),
        ),
        (
            a_version(4, date(2026, 8, 1), approved_by="roza"),
            ('version 4 of seller: names person "roza", who does not exist; did you mean rosa?'),
        ),
        (
            a_version(4, date(2026, 7, 15), approved_by="cora"),
            (
                "version 4 of seller: is approved by cora, who holds no position on 2026-07-15;"
                " name somebody who does"
            ),
        ),
    ],
)
def test_a_version_that_cannot_be(version: RoleVersion, message: str) -> None:
    """The same rules hold for a version about to be approved and for one in the files."""
    assert [message] == [str(fault) for fault in REGISTER.version_faults(version)]


def test_an_order_and_its_approval_are_of_one_day() -> None:
    """What the page says of the order is what the version says of its approval."""
    version = a_version(4, date(2026, 8, 1))
    order = ApprovalOrder(number="7", day=date(2026, 7, 31))
    choices = attrs.evolve(version.terms.choices, approved_by_order=order)
    ordered = attrs.evolve(version, terms=attrs.evolve(version.terms, choices=choices))

    assert [
        (
            "version 4 of seller: is approved on 2026-08-01, and the order that approves it is of"
            " 2026-07-31; give the day of the order"
        )
    ] == [str(fault) for fault in REGISTER.version_faults(ordered)]


def test_the_holder_of_another_position_may_approve_the_version_of_one() -> None:
    """It is not their own text; the holder of that position may not."""
    day = date(2026, 8, 1)
    ana = a_version(4, day, position="north", approved_by="ana")
    ben = a_version(4, day, position="north", approved_by="ben")

    assert () == REGISTER.version_faults(ana)
    assert ["approved_by"] == [fault.path[0] for fault in REGISTER.version_faults(ben)]


@pytest.mark.parametrize(
    "wrong, message",
    [
        (
            signature("ann", 3, date(2026, 7, 1)),
            'signature of ann: names person "ann", who does not exist; did you mean ana?',
        ),
        (
            attrs.evolve(ANA, version=4),
            "role seller: has no version 4; it has 1, 2, 3",
        ),
        (
            attrs.evolve(ANA, version=3, language="fil"),
            "version 3 of seller: has no text in fil; it has en",
        ),
        (
            attrs.evolve(ANA, fingerprint=THREE.texts[0].fingerprint),
            (
                "signature of ana: is bound to another text than version 1 of seller has in en;"
                " restore the version that was signed"
            ),
        ),
        (
            signature("ana", 3, date(2026, 6, 14)),
            (
                "signature of ana: is of 2026-06-14, and version 3 of seller was approved on"
                " 2026-06-15; date it from the approval on, or sign as agreement"
            ),
        ),
        (
            signature("ana", 1, date(2026, 7, 1)),
            (
                "signature of ana: is of 2026-07-01, and version 1 of seller was in force until"
                " 2026-06-30; sign version 3"
            ),
        ),
        (
            signature("rosa", 1, date(2025, 12, 16), kind=SignatureKind.AGREEMENT),
            (
                "signature of rosa: agrees on 2025-12-16, and version 1 of seller was approved on"
                " 2025-12-15; date it no later than the approval"
            ),
        ),
        (
            signature("rosa", 1, date(2026, 1, 5)),
            (
                "signature of rosa: is of somebody who holds no position with version 1 of seller"
                " on 2026-01-05 or later; add the appointment first, or sign as agreement"
            ),
        ),
        (
            signature("ana", 2, date(2026, 3, 5)),
            (
                "signature of ana: is of somebody who holds no position with version 2 of seller"
                " on 2026-03-05 or later; add the appointment first, or sign as agreement"
            ),
        ),
        (
            signature("ana", 1, date(2026, 1, 5), kind=SignatureKind.APPROVAL),
            (
                "signature of ana: approves version 1 of seller, which ana holds on 2026-01-05;"
                " let somebody else approve it"
            ),
        ),
        (
            attrs.evolve(ANA, signed_on=date(2026, 1, 7)),
            (
                "signature of ana: is there already: acquaintance of version 1 of seller in en,"
                " on 2025-12-20; keep one"
            ),
        ),
    ],
)
def test_a_signature_that_cannot_be(wrong: Signature, message: str) -> None:
    """Whom and what it names, its text, its day, who may sign what, and that it is the first."""
    earlier = (ANA,) if "already" in message else ()

    assert [message] == [str(fault) for fault in REGISTER.signature_faults(wrong, earlier)]


def test_whoever_starts_later_may_sign_before() -> None:
    """A text is read before the contract is signed: Cora comes in August and reads it in July."""
    early = signature("cora", 3, date(2026, 7, 20))

    assert () == REGISTER.signature_faults(early, ())


def test_a_text_may_be_signed_before_it_holds() -> None:
    """From its approval on, so that it is known on its first day."""
    assert () == REGISTER.signature_faults(signature("ana", 3, date(2026, 6, 15)), ())
