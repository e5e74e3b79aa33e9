"""The draft from O*NET: what of an occupation becomes what of a role, and what is doubtful."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.handbook.imports import (
    DoubtKind,
    ImportedRole,
    draft_from_onet,
    read_onet,
)
from accountkit.roles.codes import CodeScheme, OccupationCode
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Education, Requirement, Strength
from accountkit.roles.skills import Skill
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text

ATTRIBUTION = (
    "This page includes information from the O*NET 29.2 Database by the U.S. Department of Labor,"
    " Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET®"
    " is a trademark of USDOL/ETA. Tala Trading has modified all or some of this information."
    " USDOL/ETA has not approved, endorsed, or tested these modifications."
    " License: https://creativecommons.org/licenses/by/4.0/"
)


@pytest.fixture
def tuner(onet_folder: Path) -> ImportedRole:
    """The kite tuner, imported."""
    return draft_from_onet(read_onet(onet_folder), "99-1001.00", company="Tala Trading")


def clause(imported: ImportedRole, clause_id: str) -> Clause:
    """A clause of the draft."""
    return next(item for item in imported.role.clauses() if item.id == clause_id)


def told(imported: ImportedRole, kind: DoubtKind) -> list[str]:
    """The doubts of a kind as they are printed, without the kind."""
    return [
        str(doubt).removesuffix(f" ({kind.value})")
        for doubt in imported.doubts
        if doubt.kind is kind
    ]


def test_the_draft_is_a_role_in_sections(tuner: ImportedRole) -> None:
    """Core and unrated tasks are duties; what is not required stands in sections of its own."""
    assert () == tuner.role.faults()
    assert "kite-tuner" == tuner.role.id
    assert [
        ("general", ["general.description"]),
        ("duties", ["duty.501", "duty.502", "duty.504", "duty.506"]),
        ("further-duties", ["duty.503"]),
        ("requirements", ["requirement.education", "requirement.experience"]),
        ("knowledge", ["knowledge.wind"]),
        ("further-knowledge", ["knowledge.string"]),
        ("skills", ["skill.knotting"]),
        ("further-skills", ["skill.flying", "technology.liftplan"]),
        ("attribution", ["attribution.source"]),
    ] == [(section.id, [item.id for item in section.clauses]) for section in tuner.role.sections]


def test_every_clause_names_its_row(tuner: ImportedRole) -> None:
    """Scheme, release, occupation and what of it; the role names the occupation."""
    sources = {item.id: item.source for item in tuner.role.clauses()}

    assert ("onet:29.2:99-1001.00",) == tuner.role.source
    assert ("onet:29.2:99-1001.00:task/501",) == sources["duty.501"]
    assert ("onet:29.2:99-1001.00:knowledge/2.C.9.x",) == sources["knowledge.wind"]
    assert ("onet:29.2:99-1001.00:2.D.1/2",) == sources["requirement.education"]
    assert ("onet:29.2:99-1001.00:technology/43230001/LiftPlan",) == sources["technology.liftplan"]
    assert all(sources.values())


def test_figures_are_notes_and_never_print(tuner: ImportedRole) -> None:
    """Means of answers stand beside a clause for whoever adapts it."""
    note = clause(tuner, "duty.501").note or ""
    assert note.startswith("O*NET core task, 40 workers answered, incumbent, 08/2024. Doubt: ")
    assert (
        "O*NET mean importance 4.00 of 5, level 5.10 of 7." == clause(tuner, "knowledge.wind").note
    )
    assert "Flight software, in demand." == clause(tuner, "technology.liftplan").note


def test_titles_and_codes(tuner: ImportedRole) -> None:
    """A singular by rule, the other titles once each, the O*NET code and the SOC code below it."""
    title = Text.parse({"en": {"bare": "Kite Tuner", "indefinite": "a Kite Tuner"}})

    assert title == tuner.role.title
    assert (Text.of(en="Kite Technician (KT)"), Text.of(en="Wind Fitter")) == tuner.role.aliases
    assert (
        OccupationCode(
            scheme=CodeScheme.ONET_SOC, version="29.2", code="99-1001.00", title="Kite Tuners"
        ),
        OccupationCode(scheme=CodeScheme.SOC, version="2018", code="99-1001", title="Kite Tuners"),
    ) == tuner.role.codes


def test_the_attribution_is_in_the_document_and_in_the_note(tuner: ImportedRole) -> None:
    """CC BY asks for it in every copy, in the words that the database's licence gives."""
    assert ATTRIBUTION == tuner.attribution
    assert Text.of(en=ATTRIBUTION) == clause(tuner, "attribution.source").text
    assert (tuner.role.note or "").startswith(
        f"Draft from O*NET 29.2, 99-1001.00. {ATTRIBUTION} Doubt: title: "
    )


def test_a_brace_is_a_brace(tuner: ImportedRole) -> None:
    """Published wording holds no references."""
    assert "Repair {{torn}} sails as necessary." == clause(tuner, "duty.503").text.get("en")


def test_importance_gives_the_strength(tuner: ImportedRole) -> None:
    """4.00 and more is required, 3.00 and more preferred; software in demand is useful."""
    strengths = {
        item.id: item.strength
        for item in tuner.role.clauses()
        if isinstance(item, Knowledge | Skill)
    }

    assert {
        "knowledge.wind": Strength.REQUIRED,
        "knowledge.string": Strength.PREFERRED,
        "skill.knotting": Strength.REQUIRED,
        "skill.flying": Strength.PREFERRED,
        "technology.liftplan": Strength.USEFUL,
    } == strengths


def test_schooling_is_what_most_named(tuner: ImportedRole) -> None:
    """The lower of two as frequent answers, and the lower end of a range of years."""
    education = clause(tuner, "requirement.education")
    experience = clause(tuner, "requirement.experience")

    assert isinstance(education, Requirement)
    assert isinstance(experience, Requirement)
    assert Education.SECONDARY == education.education
    assert 24 == experience.experience_months
    assert "Related Work Experience: Over 2 years, up to 4 years" == experience.text.get("en")


@pytest.mark.parametrize(
    "kind, messages",
    [
        (
            DoubtKind.ARTICLE,
            [
                (
                    'Occupation Data.txt:2:1: doubt: title: "a Kite Tuner" is made of "Kite'
                    ' Tuners" by a rule; check the singular and its article'
                )
            ],
        ),
        (
            DoubtKind.SIGNS,
            [
                (
                    "Alternate Titles.txt:2:1: doubt: other titles: those with a slash or a"
                    " parenthesis (1) may be two titles each; write each title by itself"
                )
            ],
        ),
        (
            DoubtKind.CODE,
            [
                (
                    "Occupation Data.txt:2:1: doubt: codes: have none of ISCO-08, since O*NET names"
                    " none; add the ISCO-08 code if your country uses it"
                )
            ],
        ),
        (
            DoubtKind.REPEATED,
            [
                (
                    "Task Statements.txt:3:1: doubt: task 502: says nearly the same as task 501;"
                    " keep one of them"
                ),
                (
                    "Task Statements.txt:6:1: doubt: task 505: says the same as task 504 and is"
                    " left out; keep one of them"
                ),
            ],
        ),
        (
            DoubtKind.SEVERAL_ACTS,
            [
                (
                    "Task Statements.txt:2:1: doubt: task 501: seems to name several acts (tune,"
                    " measure); write a duty for each that your post has"
                ),
                (
                    "Task Statements.txt:3:1: doubt: task 502: seems to name several acts (measure,"
                    " tune); write a duty for each that your post has"
                ),
            ],
        ),
        (
            DoubtKind.CONDITIONAL,
            [
                (
                    'Task Statements.txt:4:1: doubt: task 503: holds "as necessary", which is no'
                    " condition of the duty; give the duty a condition, or drop the words"
                )
            ],
        ),
        (
            DoubtKind.TRANSITIONAL,
            [
                (
                    "Task Statements.txt:5:1: doubt: task 504: was carried over from an older"
                    " taxonomy; ask somebody who does the work"
                )
            ],
        ),
        (
            DoubtKind.UNRATED,
            [
                (
                    "Task Statements.txt:5:1: doubt: tasks: those without a type (1) are rated"
                    " neither core nor supplemental; keep those that your post has"
                )
            ],
        ),
        (
            DoubtKind.LOW_PRECISION,
            [
                (
                    "Task Statements.txt:7:1: doubt: task 506: was answered by 14 workers, fewer"
                    " than 15; ask somebody who does the work"
                ),
                (
                    "Knowledge.txt:7:1: doubt: knowledge: what O*NET recommends to suppress (1 of"
                    " 4: Diving 4.50) is left out; add what your post needs"
                ),
                (
                    "Knowledge.txt:5:1: doubt: knowledge: levels that O*NET recommends to suppress"
                    " (String 2.50) are not told; settle how far your post needs it"
                ),
                (
                    "Knowledge.txt:4:1: doubt: knowledge String: has an interval of confidence that"
                    " reaches down to 2.61, below 3; ask somebody who does the work"
                ),
                (
                    "Skills.txt:3:1: doubt: skill Knotting: was answered by 14 workers, fewer than"
                    " 15; ask somebody who does the work"
                ),
            ],
        ),
        (
            DoubtKind.BELOW_LEVEL,
            [
                (
                    "Task Statements.txt:4:1: doubt: tasks: the supplemental ones (1) are relevant"
                    " to fewer than 67%, or their importance is below 3.0 of 5; drop those that"
                    " your post does not have"
                ),
                (
                    "Knowledge.txt:6:1: doubt: knowledge: what is below an importance of 3 of 5 (1"
                    " of 4: Cooking 2.99) is left out; add what your post needs all the same"
                ),
                (
                    "Technology Skills.txt:2:1: doubt: technologies: what advertisements ask for (1"
                    " of 2) is taken over as useful; keep those that your company uses"
                ),
            ],
        ),
        (
            DoubtKind.DISTRIBUTION,
            [
                (
                    "Education, Training, and Experience.txt:2:1: doubt: education: is the most"
                    " frequent of several answers (40% School diploma, 40% Some courses, 20% First"
                    " degree); settle what your post asks for"
                ),
                (
                    "Education, Training, and Experience.txt:6:1: doubt: experience: is the most"
                    " frequent of several answers (70% Over 2 years, up to 4 years, 30% Over 1"
                    " year, up to 2 years); settle what your post asks for"
                ),
            ],
        ),
        (
            DoubtKind.EQUIVALENT,
            [
                (
                    "Education, Training, and Experience.txt:2:1: doubt: education: "
                    '"School diploma - or the equivalent" accepts an equivalent without saying'
                    " which; add alternatives, or drop the words"
                )
            ],
        ),
        (
            DoubtKind.RANGE,
            [
                (
                    "Education, Training, and Experience.txt:6:1: doubt: experience: "
                    '"Over 2 years, up to 4 years" is a range, and its lower end of 24 months is'
                    " asked for; settle what your post asks for"
                )
            ],
        ),
        (
            DoubtKind.NO_COUNTERPART,
            [
                (
                    'Education, Training, and Experience.txt:7:1: doubt: "On-the-Job Training": is'
                    " left out, since it comes after the start; add a requirement if your post has"
                    " one"
                ),
                (
                    'Education, Training, and Experience.txt:8:1: doubt: "Certification": is left'
                    " out, since nothing in particular is named; add a requirement if your post"
                    " has one"
                ),
            ],
        ),
        (
            DoubtKind.MISSING,
            [
                (
                    "Occupation Data.txt:2:1: doubt: rights and responsibilities: are nothing that"
                    " O*NET knows, nor are targets, superiors and pay; write them"
                )
            ],
        ),
    ],
)
def test_what_is_doubtful(tuner: ImportedRole, kind: DoubtKind, messages: list[str]) -> None:
    """Each doubt names its row, what is doubtful, why, and what to do."""
    assert messages == told(tuner, kind)


def test_a_doubt_about_a_clause_is_in_its_note(tuner: ImportedRole) -> None:
    """Whoever opens the file finds it there."""
    assert (
        "O*NET supplemental task, 40 workers answered, incumbent, 08/2024. Doubt: holds "
        '"as necessary", which is no condition of the duty; give the duty a condition, or drop the'
        " words."
    ) == clause(tuner, "duty.503").note


def test_an_occupation_of_which_little_is_known(onet_folder: Path) -> None:
    """What is missing is told, with what the job zone says of preparation; nothing is invented."""
    imported = draft_from_onet(
        read_onet(onet_folder), "99-1001.02", company="Tala Trading", role_id="tuner"
    )

    assert ("tuner", ["attribution"]) == (
        imported.role.id,
        [section.id for section in imported.role.sections],
    )
    assert "Kite Tuners, Indoor" == imported.role.title.get("en", "bare")
    assert [DoubtKind.PLURAL] == [item.kind for item in imported.doubts if item.subject == "title"]
    missing = [doubt.message for doubt in imported.doubts if doubt.kind is DoubtKind.MISSING]
    silent = "is silent about 99-1001.02"
    assert [
        (
            f"other titles: nothing is taken over, since Alternate Titles {silent}; add those that"
            " people know"
        ),
        "description: is empty; write it",
        f"duties: nothing is taken over, since Task Statements {silent}; write them",
        (
            "education and experience: nothing is taken over, since Education, Training, and"
            f" Experience {silent}; write them (O*NET says Job Zone Two: Some Preparation)"
        ),
        (
            f"knowledge: nothing is taken over, since Knowledge {silent}; write down what your post"
            " asks for"
        ),
    ] == missing[:5]
    assert (
        "codes: have 99-1001 of SOC 2018, which is broader than 99-1001.02; keep it only if the"
        " broader one is meant"
    ) in [doubt.message for doubt in imported.doubts]


def schooling(onet_folder: Path, old: str, new: str) -> ImportedRole:
    """The kite tuner with one answer about schooling changed."""
    file = onet_folder / "Education, Training, and Experience.txt"
    text = file.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    file.write_text(text.replace(old, new), encoding="utf-8")
    return draft_from_onet(read_onet(onet_folder), "99-1001.00", company="Tala Trading")


def asked_for(imported: ImportedRole) -> dict[str, tuple[Education | None, int | None]]:
    """Education and months of experience by the id of the requirement."""
    return {
        item.id: (item.education, item.experience_months)
        for item in imported.role.clauses()
        if isinstance(item, Requirement)
    }


def test_a_level_without_counterpart_is_the_next_lower_one(onet_folder: Path) -> None:
    """Some courses after school are no finished schooling beyond it."""
    imported = schooling(onet_folder, "RL\t4\t40", "RL\t4\t41")

    assert (Education.SECONDARY, None) == asked_for(imported)["requirement.education"]
    assert (
        'education: "Some courses" has no counterpart, and secondary is the next lower one; settle'
        " what your post asks for"
    ) in [doubt.message for doubt in imported.doubts]


def test_no_experience_is_asked_for_and_that_is_no_range(onet_folder: Path) -> None:
    """The first category of experience is none at all: 0 months."""
    imported = schooling(onet_folder, "RW\t7\t70", "RW\t1\t70")

    assert (None, 0) == asked_for(imported)["requirement.experience"]
    assert [] == told(imported, DoubtKind.RANGE)


def test_an_answer_that_is_recommended_to_be_suppressed(onet_folder: Path) -> None:
    """The most frequent one decides, and without it nothing is asked for."""
    line = "RW\t7\t70\t30\t0.1\t\t\tN"
    imported = schooling(onet_folder, line, f"{line[:-1]}Y")

    assert ["requirement.education"] == list(asked_for(imported))
    assert (
        "experience: is left out, as O*NET recommends to suppress its most frequent answer; write"
        " it"
    ) in [doubt.message for doubt in imported.doubts]


def test_an_answer_of_no_known_category(onet_folder: Path) -> None:
    """Nothing says what it would mean."""
    imported = schooling(onet_folder, "RW\t7\t70", "RW\t12\t70")

    assert ["requirement.education"] == list(asked_for(imported))
    assert "experience: is told by no known category; write it" in [
        doubt.message for doubt in imported.doubts
    ]


def test_files_that_were_not_downloaded(onet_folder: Path) -> None:
    """Their part is left out and told; without the categories no answer has a meaning."""
    (onet_folder / "Skills.txt").unlink()
    (onet_folder / "Education, Training, and Experience Categories.txt").unlink()
    imported = draft_from_onet(read_onet(onet_folder), "99-1001.00", company="Tala Trading")
    messages = [doubt.message for doubt in imported.doubts]

    assert {} == asked_for(imported)
    assert (
        "skills: nothing is taken over, since the folder has no file Skills; write down what your"
        " post asks for"
    ) in messages
    assert (
        "education and experience: nothing is taken over, since the folder has no file Education,"
        " Training, and Experience Categories; write them"
    ) in messages


def test_ratings_of_tasks_are_told_in_notes(onet_folder: Path) -> None:
    """Importance and relevance, unless O*NET recommends to suppress them."""
    (onet_folder / "Task Ratings.txt").write_text(
        "O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value\tN\tRecommend Suppress\n"
        "99-1001.00\t506\tIM\tn/a\t4.25\t40\tN\n"
        "99-1001.00\t506\tRT\tn/a\t91.5\t40\tN\n"
        "99-1001.00\t504\tIM\tn/a\t1.25\t40\tY\n",
        encoding="utf-8",
    )
    imported = draft_from_onet(read_onet(onet_folder), "99-1001.00", company="Tala Trading")

    assert (clause(imported, "duty.506").note or "").startswith(
        "O*NET core task, importance 4.25 of 5, relevance 91.5%, 14 workers answered"
    )
    assert "1.25" not in (clause(imported, "duty.504").note or "")
    assert (
        "task 504: has ratings that O*NET recommends to suppress; ask somebody who does the work"
    ) in [doubt.message for doubt in imported.doubts]


def test_a_release_before_soc_2018(onet_folder: Path) -> None:
    """The occupations of older releases are those of SOC 2010: no code of 2018 is made of them."""
    database = read_onet(onet_folder, release="25.0")
    imported = draft_from_onet(database, "99-1001.00", company="Tala Trading")

    assert [CodeScheme.ONET_SOC] == [code.scheme for code in imported.role.codes]


def test_the_same_release_gives_the_same_draft(onet_folder: Path) -> None:
    """Nothing depends on when or where it is made."""
    one, other = (
        draft_from_onet(read_onet(onet_folder), "99-1001.00", company="Tala Trading")
        for _ in range(2)
    )

    assert attrs.asdict(one) == attrs.asdict(other)


def test_an_id_that_is_none(onet_folder: Path) -> None:
    """The id of a role is refused as everywhere."""
    with pytest.raises(TermsError, match='"kite tuner" holds a space'):
        draft_from_onet(
            read_onet(onet_folder), "99-1001.00", company="Tala Trading", role_id="kite tuner"
        )
