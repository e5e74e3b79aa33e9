"""Versions on disk: what is written, what is read back, and how tampering is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from accountkit.documents import approve
from accountkit.errors import Problems, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.folder import read_folder, write_folder
from accountkit.handbook.versions import keep_signatures, keep_version, version_file
from accountkit.roles import PrintedText, RoleVersion, Signature, SignatureKind
from accountkit.testing.versions import a_version, printed_texts
from accountkit.wire import with_fingerprint

Company = Callable[..., Path]

ORGANISATION = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
  - {id: rosa, name: Rosa}
positions:
  - {id: director, role: director}
  - {id: north, role: seller, level: junior, reports_to: director}
  - {id: south, role: seller, level: junior, reports_to: director}
appointments:
  - {person: rosa, position: director, start: 2020-01-01}
  - {person: ana, position: north, start: 2025-01-01}
  - {person: ben, position: south, start: 2025-01-01, until: 2026-03-31}
"""
DIRECTOR = """
id: director
title: {en: {bare: director, indefinite: a director}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: direct, text: {en: Directs.}}]
"""
FILE = "versions/seller.1.yaml"


def approved(
    folder: Path, number: int = 1, month: int = 1, *, position: str | None = None, by: str = "rosa"
) -> RoleVersion:
    """Approve the seller in the first days of a month of 2026, and write the file."""
    version = approve(
        Handbook.load(folder).role("seller", position),
        number=number,
        by=by,
        on=date(2026, month, 1),
        effective_from=date(2026, month, 5),
        languages=("en",),
    )
    keep_version(folder, version)
    return version


def signed(version: RoleVersion, person: str) -> Signature:
    """A signature on the first day of a version."""
    return Signature(
        person=person,
        role=version.role,
        version=version.number,
        language="en",
        kind=SignatureKind.ACQUAINTANCE,
        signed_on=version.effective_from,
        fingerprint=version.text("en").fingerprint,
    )


def edit(file: Path, old: str, new: str) -> None:
    """Change a file by hand."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


RULES = {"versions", "signatures", "drafts", "unsigned"}


def findings(folder: Path) -> list[str]:
    """What a check finds by the rules about versions."""
    found = Handbook.load(folder).check().findings
    return [str(item) for item in found if item.rule in RULES]


@pytest.fixture
def folder(company: Company) -> Path:
    """A company with a director and two sellers, one of whom leaves at the end of March."""
    return company(organisation=ORGANISATION, roles__director=DIRECTOR)


@pytest.fixture
def version(folder: Path) -> RoleVersion:
    """Version 1 of the seller, approved and signed by both."""
    found = approved(folder)
    keep_signatures(folder, (signed(found, "ana"), signed(found, "ben")))
    return found


# --- files ----------------------------------------------------------------------------------------


def test_a_version_is_read_back(folder: Path, version: RoleVersion) -> None:
    """Word for word, with its signatures; and a handbook that is saved elsewhere has both."""
    handbook = Handbook.load(folder)

    assert (version,) == handbook.versions
    assert (signed(version, "ana"), signed(version, "ben")) == handbook.signatures
    assert (folder / FILE).is_file()

    handbook.save(folder.parent / "copy")
    copy = Handbook.load(folder.parent / "copy")
    assert handbook == copy
    assert (folder / FILE).read_bytes() == (folder.parent / "copy" / FILE).read_bytes()
    assert [] == findings(folder.parent / "copy")


def test_a_version_is_never_written_over(folder: Path, version: RoleVersion) -> None:
    """Whoever wants another text approves another version."""
    before = (folder / FILE).read_bytes()

    with pytest.raises(UsageError) as refused:
        keep_version(folder, attrs.evolve(version, approved_by="ana"))
    assert (
        f"file {folder / FILE}: is there already; a version is never changed; approve another one"
    ) == str(refused.value)
    assert before == (folder / FILE).read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(text=printed_texts())
def test_every_letter_survives_the_file(tmp_path: Path, text: PrintedText) -> None:
    """What is read has the fingerprint of what was written."""
    version = a_version(1, date(2026, 1, 1))
    kept = with_fingerprint(attrs.evolve(version, texts=(text,)))
    company = (Path(__file__).parents[2] / "examples" / "habagat" / "company.yaml").read_text(
        encoding="utf-8"
    )
    (tmp_path / "company.yaml").write_text(company, encoding="utf-8")
    write_folder(tmp_path, [(version_file(kept), kept)])

    assert kept == read_folder(tmp_path)[0][FILE]


def test_a_version_without_a_fingerprint_is_no_version(folder: Path, version: RoleVersion) -> None:
    """Taking the fingerprint out does not hide a change."""
    edit(folder / FILE, f"fingerprint: {version.fingerprint}\n", "")

    with pytest.raises(Problems) as refused:
        Handbook.load(folder)
    assert [
        (
            f"{FILE}:1:1: role version: lacks the key fingerprint;"
            " add fingerprint: hash of all else here, written by accountkit"
        )
    ] == [str(problem) for problem in refused.value.problems]


# --- what a check finds ---------------------------------------------------------------------------


def test_what_was_approved_and_signed_is_clean(folder: Path, version: RoleVersion) -> None:
    """Whatever a test below finds, its own edit is the reason."""
    assert 1 == version.number
    assert [] == findings(folder)


def test_a_text_that_was_changed_is_found(folder: Path, version: RoleVersion) -> None:
    """At the fingerprint that no longer fits."""
    edit(folder / FILE, "text: Sells.", "text: Sells more.")
    line = (
        (folder / FILE)
        .read_text(encoding="utf-8")
        .splitlines()
        .index(f"  fingerprint: {version.text('en').fingerprint}")
    )

    assert [
        (
            f"{FILE}:{line + 1}:16: error: version 1 of seller: has another text in en than was"
            " approved; restore the file as it was approved (versions)"
        )
    ] == findings(folder)


@pytest.mark.parametrize(
    "old, new",
    [
        ("effective_from: 2026-01-05", "effective_from: 2026-01-02"),
        ("        text:\n          en: Sells.", "        text:\n          en: Sells more."),
        ("company: Tala Trading", "company: Tala"),
    ],
)
def test_anything_else_that_was_changed_is_found(
    folder: Path, version: RoleVersion, old: str, new: str
) -> None:
    """Dates and terms are guarded, too."""
    del version
    edit(folder / FILE, old, new)

    assert (
        f"{FILE}:6:14: error: version 1 of seller: was changed after its approval;"
        " restore the file as it was approved (versions)"
    ) in findings(folder)


def test_a_text_and_its_fingerprint_changed_together_are_found(
    folder: Path, version: RoleVersion
) -> None:
    """The signatures are still bound to what was signed."""
    text = version.text("en")
    (folder / FILE).unlink()
    forged = with_fingerprint(attrs.evolve(text, parts=text.parts[:-1]))
    keep_version(folder, with_fingerprint(attrs.evolve(version, texts=(forged,))))

    assert [
        f"signatures.yaml:{line}:16: error: signature of {who}: is bound to another text than"
        " version 1 of seller has in en; restore the version that was signed (signatures)"
        for line, who in ((8, "ana"), (15, "ben"))
    ] == findings(folder)


def test_a_signature_of_nobody_and_for_nothing(folder: Path, version: RoleVersion) -> None:
    """Each where it stands."""
    another = attrs.evolve(signed(version, "ben"), version=2)
    wrong = (signed(version, "ana"), signed(version, "anna"), another)
    keep_signatures(folder, wrong)

    assert [
        (
            f"{FILE}:1:1: note: version 1 of seller: is not signed by ben;"
            " record who has read it with accountkit sign (unsigned)"
        ),
        (
            'signatures.yaml:9:11: error: signature of anna: names person "anna", who does not'
            " exist; did you mean ana? (signatures)"
        ),
        ("signatures.yaml:18:12: error: role seller: has no version 2; it has 1 (signatures)"),
    ] == sorted(findings(folder), key=lambda found: found.startswith("sig"))


STAFF = """
tables:
  - kind: staff
    file: staff.csv
    start: 2020-01-01
    jobs: {Seller: seller}
    columns: {person: id, name: name, job: job, reports_to: boss}
"""


def test_staff_tables_that_cannot_be_read_raise_no_false_alarm(
    folder: Path, version: RoleVersion
) -> None:
    """Nobody knows just now who Sam is; that the text is another one is known all the same."""
    (folder / "facts.yaml").write_text(STAFF.lstrip(), encoding="utf-8")
    sam = attrs.evolve(signed(version, "ana"), person="sam")
    keep_signatures(folder, (sam, signed(version, "ana"), signed(version, "ben")))
    assert [] == findings(folder)

    forged = attrs.evolve(sam, fingerprint="sha256:other")
    keep_signatures(folder, (forged, signed(version, "ana"), signed(version, "ben")))
    assert ["signatures.yaml:8:16: error: signature of sam: is bound to another text"] == [
        found[:71] for found in findings(folder)
    ]


def test_versions_follow_on_one_another(folder: Path, version: RoleVersion) -> None:
    """A missing number and a first day that is not later are told with their place."""
    del version
    edit(folder / "roles" / "seller.yaml", "Sells.", "Sells more.")
    approved(folder, number=3, month=2)
    edit(folder / "versions" / "seller.3.yaml", "2026-02-05", "2026-02-01")
    (folder / FILE).rename(folder / "versions" / "x.yaml")
    found = [item for item in findings(folder) if "(versions)" in item]

    assert (
        "versions/seller.3.yaml:2:9: error: version 3 of seller: follows on no version 2;"
        " restore the file that is missing (versions)"
    ) in found
    assert 2 == len(found)  # the other is the edit


def test_a_number_that_stands_twice_is_told_of_both_files(
    folder: Path, version: RoleVersion
) -> None:
    """Nobody knows which of them was approved."""
    write_folder(folder, [("versions/copy.yaml", version)])
    twice = "version 1 of seller: stands twice; keep one (versions)"

    assert [
        f"versions/copy.yaml:2:9: error: {twice}",
        f"versions/seller.1.yaml:2:9: error: {twice}",
    ] == [found for found in findings(folder) if "twice" in found and "(versions)" in found]


def test_an_approver_who_holds_the_role(folder: Path) -> None:
    """Nobody approves their own role, in the files neither."""
    approved(folder, by="ana")

    assert (
        f"{FILE}:4:14: error: version 1 of seller: is approved by ana, who holds the role on"
        " 2026-01-01; let somebody else approve it (versions)"
    ) in findings(folder)


def test_who_has_not_signed_is_a_note(folder: Path, version: RoleVersion) -> None:
    """Ben has signed and Ana has not."""
    keep_signatures(folder, (signed(version, "ben"),))

    assert [
        (
            f"{FILE}:1:1: note: version 1 of seller: is not signed by ana;"
            " record who has read it with accountkit sign (unsigned)"
        )
    ] == findings(folder)


def test_whoever_left_before_a_version_need_not_sign_it(folder: Path, version: RoleVersion) -> None:
    """Ben is gone when version 2 comes in April; Ana has to sign it."""
    edit(folder / "roles" / "seller.yaml", "Sells.", "Sells more.")
    second = approved(folder, number=2, month=4)

    assert [
        (
            "versions/seller.2.yaml:1:1: note: version 2 of seller: is not signed by ana;"
            " record who has read it with accountkit sign (unsigned)"
        )
    ] == findings(folder)
    keep_signatures(folder, (signed(version, "ana"), signed(version, "ben"), signed(second, "ana")))
    assert [] == findings(folder)


# --- drafts ---------------------------------------------------------------------------------------


def test_a_role_that_changed_is_a_draft_again(folder: Path, version: RoleVersion) -> None:
    """Until it is approved once more, or says again what was approved."""
    assert version == Handbook.load(folder).approved("seller")
    edit(folder / "roles" / "seller.yaml", "Sells.", "Sells more.")

    assert Handbook.load(folder).approved("seller") is None
    assert [
        (
            "roles/seller.yaml:1:1: note: role seller: has changed since version 1 of seller was"
            " approved on 2026-01-01; approve it again once it is ready (drafts)"
        )
    ] == findings(folder)

    edit(folder / "roles" / "seller.yaml", "Sells more.", "Sells.")
    assert version == Handbook.load(folder).approved("seller")


def test_a_role_that_was_never_approved_is_a_draft(folder: Path) -> None:
    """No version, nothing to compare with, and no finding either."""
    assert Handbook.load(folder).approved("seller") is None
    assert [] == findings(folder)


CHOICES = """
role: seller
position: north
changes:
  reword: [{clause: sell, text: {en: Sells in the north.}}]
"""


def test_a_position_with_changes_of_its_own(folder: Path, version: RoleVersion) -> None:
    """It is a draft of its own until a version of the position is approved."""
    (folder / "roles" / "north.yaml").write_text(CHOICES.lstrip(), encoding="utf-8")
    assert version == Handbook.load(folder).approved("seller")
    assert Handbook.load(folder).approved("seller", "north") is None
    assert ["roles/seller.yaml:1:1: note: position north"] == [
        found[:43] for found in findings(folder)
    ]

    second = approved(folder, number=2, month=2, position="north")
    handbook = Handbook.load(folder)
    assert "north" == second.position
    assert second == handbook.approved("seller", "north")
    assert version == handbook.approved("seller")
    assert (second,) == handbook.register.applied_to("ana", date(2026, 2, 5))
    assert (version,) == handbook.register.applied_to("ben", date(2026, 2, 5))
