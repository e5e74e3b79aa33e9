"""Resolution: what a role comes to once its layers are applied, and where each line is from."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.errors import Problems
from accountkit.roles import (
    Addition,
    DeedKind,
    DerivedRole,
    Duty,
    DutySection,
    Layer,
    Removal,
    Responsibility,
    Rewording,
    Right,
    RightSection,
    Role,
    RoleChanges,
    Stage,
    Target,
    TargetUnit,
    resolve,
)
from accountkit.roles.rights import Act, Scope
from accountkit.values.clauses import NumberStyle
from accountkit.values.texts import Text

TITLE = Text.parse({"en": {"bare": "manager", "indefinite": "a manager"}})
HEADING = Text.of(en="Duties")


def duty(name: str, text: str = "Does it.", **more: Any) -> Duty:
    """A duty with a text."""
    return Duty(id=name, text=Text.of(en=text), **more)


def sales(title: str) -> Target:
    """The target of sales under a title."""
    return Target(id="sales", title=Text.of(en=title), unit=TargetUnit.MONEY)


def family(*duties: Duty, **more: Any) -> Role:
    """A role with one section of duties."""
    section = DutySection(id="duties", title=HEADING, clauses=duties)
    return Role(id="family", title=TITLE, sections=(section,), **more)


def derived(name: str, extends: str | tuple[str, ...], **changes: Any) -> DerivedRole:
    """A level that changes what it extends."""
    return DerivedRole(
        id=name,
        extends=(extends,) if isinstance(extends, str) else extends,
        stage=Stage.LEVEL,
        title=TITLE,
        changes=RoleChanges(**changes),
    )


def texts(role: Role) -> dict[str, str]:
    """The English texts of the printed clauses by their ids."""
    return {clause.id: clause.text.get("en") for clause in role.clauses()}


def refusals(role_id: str, *roles: Role | DerivedRole, layers: tuple[Layer, ...] = ()) -> list[str]:
    """What keeps a role from being resolved."""
    with pytest.raises(Problems) as refused:
        resolve(role_id, {role.id: role for role in roles}, layers)
    return [str(problem) for problem in refused.value.problems]


def test_a_level_adds_overrides_rewords_and_removes() -> None:
    """What a level does not touch it takes as it is; the order of print is kept."""
    senior = derived(
        "senior",
        "family",
        add=(Addition(to="duties", after="visit", clauses=(duty("coach"),)),),
        override=(duty("report", "Reports monthly."),),
        reword=(Rewording(clause="visit", text=Text.of(en="Visits key clients.")),),
        remove=(Removal(clause="file", reason="assistants file"),),
    )
    base = family(duty("visit", measures=("sales",)), duty("report"), duty("file"))

    found = resolve("senior", {"family": base, "senior": senior})

    assert {
        "visit": "Visits key clients.",
        "coach": "Does it.",
        "report": "Reports monthly.",
    } == texts(found.role)
    assert "senior" == found.role.id
    assert ("sales",) == found.role.duties[0].measures
    assert ("file",) == found.removed


def test_each_line_tells_where_it_is_from_and_what_it_replaced() -> None:
    """A story starts with the layer that brought the clause in, and keeps every wording."""
    level = derived("level", "family", override=(duty("visit", "Visits weekly."),))
    company = Layer(
        name="company Habagat",
        stage=Stage.COMPANY,
        changes=RoleChanges(reword=(Rewording(clause="visit", text=Text.of(en="Calls.")),)),
    )

    found = resolve("level", {"family": family(duty("visit")), "level": level}, (company,))

    assert [
        (DeedKind.WRITTEN, "family", "Does it."),
        (DeedKind.OVERRIDDEN, "level", "Visits weekly."),
        (DeedKind.REWORDED, "company Habagat", "Calls."),
    ] == [
        (deed.kind, deed.layer, deed.clause.text.get("en"))
        for deed in found.stories["visit"]
        if deed.clause is not None
    ]
    path = ("sections", 0, "clauses", 0)
    assert ("company Habagat", ("changes", "reword", 0, "text")) == found.origin((*path, "text"))
    assert ("level", ("changes", "override", 0, "measures")) == found.origin((*path, "measures"))
    assert ("family", ("sections", 0, "title")) == found.origin(("sections", 0, "title"))
    assert ("level", ("title",)) == found.origin(("title",))


def test_a_removal_says_why() -> None:
    """Whoever misses the clause finds the layer and its reason."""
    level = derived("level", "family", remove=(Removal(clause="file", reason="assistants file"),))

    found = resolve("level", {"family": family(duty("visit"), duty("file")), "level": level})

    last = found.stories["file"][-1]
    assert (DeedKind.REMOVED, "level", "assistants file") == (last.kind, last.layer, last.reason)


def test_a_target_takes_the_place_of_the_one_with_its_id() -> None:
    """Parties, targets and the like are known by their ids."""
    level = derived("level", "family", targets=(sales("plan of big sales"),))

    found = resolve(
        "level", {"family": family(duty("a"), targets=(sales("plan"),)), "level": level}
    )

    assert ["plan of big sales"] == [target.title.get("en") for target in found.role.targets]
    assert ("level", ("changes", "targets", 0, "title")) == found.origin(("targets", 0, "title"))


def test_a_section_of_its_own() -> None:
    """A level may bring a section; it stands behind those that are there."""
    right = Right(
        id="ask", text=Text.of(en="May ask."), act=Act.REQUEST_INFORMATION, scope=Scope.OWN_DUTIES
    )
    section = RightSection(id="rights", title=Text.of(en="Rights"), clauses=(right,))
    level = derived("level", "family", sections=(section,))

    found = resolve("level", {"family": family(duty("visit")), "level": level})

    assert ["duties", "rights"] == [part.id for part in found.role.sections]
    assert ("level", ("changes", "sections", 0, "clauses", 0)) == found.origin(
        ("sections", 1, "clauses", 0)
    )


def test_a_section_without_clauses_is_left_out() -> None:
    """Who removes all rights removes their heading."""
    right = Right(
        id="ask", text=Text.of(en="May ask."), act=Act.REQUEST_INFORMATION, scope=Scope.OWN_DUTIES
    )
    section = RightSection(id="rights", title=Text.of(en="Rights"), clauses=(right,))
    base = family(duty("visit"))
    base = Role(id="family", title=TITLE, sections=(*base.sections, section))
    level = derived("level", "family", remove=(Removal(clause="ask", reason="not here"),))

    found = resolve("level", {"family": base, "level": level})

    assert ["duties"] == [part.id for part in found.role.sections]


def test_two_overrides_that_disagree_are_told_with_both_names() -> None:
    """Nothing is guessed: whoever extends both must settle it."""
    one = derived("north", "family", override=(duty("visit", "Visits daily."),))
    two = derived("south", "family", override=(duty("visit", "Visits weekly."),))
    both = derived("both", ("north", "south"))

    assert [
        (
            "role both: extends roles that disagree on clause visit: north has it overridden, and"
            " south has it overridden in another way; override it here, extend one of them, or let"
            " both say the same"
        )
    ] == refusals("both", family(duty("visit")), one, two, both)


def test_a_disagreement_may_be_settled_or_be_none() -> None:
    """An override of its own settles it, and two that say the same do not disagree."""
    base = family(duty("visit"))
    one = derived("north", "family", override=(duty("visit", "Visits daily."),))
    two = derived("south", "family", override=(duty("visit", "Visits weekly."),))
    same = derived("east", "family", override=(duty("visit", "Visits daily."),))
    settled = derived("both", ("north", "south"), override=(duty("visit", "Visits."),))
    agreed = derived("agreed", ("north", "east"))
    written = {role.id: role for role in (base, one, two, same, settled, agreed)}

    assert {"visit": "Visits."} == texts(resolve("both", written).role)
    assert {"visit": "Visits daily."} == texts(resolve("agreed", written).role)


def test_what_only_one_of_two_changed_is_taken_from_it() -> None:
    """A merger takes the change, and the additions of both behind their neighbours."""
    base = family(duty("visit"), duty("report"))
    one = derived(
        "north",
        "family",
        add=(Addition(to="duties", after="visit", clauses=(duty("ski"),)),),
        override=(duty("visit", "Visits by sledge."),),
    )
    two = derived("south", "family", add=(Addition(to="duties", clauses=(duty("surf"),)),))
    both = derived("both", ("south", "north"))

    found = resolve("both", {role.id: role for role in (base, one, two, both)})

    assert ["visit", "ski", "report", "surf"] == list(texts(found.role))
    assert "Visits by sledge." == texts(found.role)["visit"]


def test_targets_that_disagree_are_told() -> None:
    """Two roles with the same target under other titles cannot be merged unsettled."""
    one = derived("north", "family", targets=(sales("north plan"),))
    two = derived("south", "family", targets=(sales("south plan"),))
    both = derived("both", ("north", "south"))

    assert [
        (
            "role both: extends roles that disagree on sales of targets: north has its own, and"
            " south has its own in another way; override it here, extend one of them, or let both"
            " say the same"
        )
    ] == refusals("both", family(duty("visit")), one, two, both)


def test_two_headings_for_one_section_are_told() -> None:
    """Two roles that bring the same section under other headings cannot be merged."""

    def bringing(name: str, heading: str) -> DerivedRole:
        right = Right(
            id=f"ask-{name}",
            text=Text.of(en="May ask."),
            act=Act.REQUEST_INFORMATION,
            scope=Scope.OWN_DUTIES,
        )
        section = RightSection(id="rights", title=Text.of(en=heading), clauses=(right,))
        return derived(name, "family", sections=(section,))

    both = derived("both", ("north", "south"))
    apart = (bringing("north", "Rights"), bringing("south", "Powers"))

    assert [
        (
            "role both: extends roles that disagree on section rights: north has its own, and south"
            " has its own in another way; extend one of them, or let both say the same"
        )
    ] == refusals("both", family(duty("visit")), *apart, both)
    alike = (bringing("north", "Rights"), bringing("south", "Rights"))
    written = {role.id: role for role in (family(duty("visit")), *alike, both)}
    assert ["ask-north", "ask-south"] == [
        right.id for right in resolve("both", written).role.rights
    ]


@pytest.mark.parametrize(
    "changes, message",
    [
        (
            {"override": (duty("vist"),)},
            (
                'changes of level: touch clause "vist", which the role does not have;'
                " did you mean visit?"
            ),
        ),
        (
            {"override": (Responsibility(id="visit", text=HEADING, laws=("labour",)),)},
            (
                "changes of level: put a responsibility in the place of visit, which is a duty;"
                " remove that clause, and add this one to a section of its kind"
            ),
        ),
        (
            {
                "override": (duty("visit"),),
                "remove": (Removal(clause="visit", reason="no"),),
            },
            "changes of level: touch clause visit twice, first under override; keep one of the two",
        ),
        (
            {"add": (Addition(to="duty", clauses=(duty("new"),)),)},
            (
                'changes of level: add to section "duty", which the role does not have;'
                " did you mean duties?"
            ),
        ),
        (
            {"add": (Addition(to="duties", after="vist", clauses=(duty("new"),)),)},
            (
                'changes of level: add after clause "vist", which section duties does not have;'
                " did you mean visit?"
            ),
        ),
        (
            {"add": (Addition(to="duties", clauses=(duty("visit"),)),)},
            (
                "changes of level: add clause visit, which family has already;"
                " put it under override, or give it its own id"
            ),
        ),
        (
            {
                "add": (
                    Addition(
                        to="duties",
                        clauses=(Responsibility(id="pay", text=HEADING, laws=("labour",)),),
                    ),
                )
            },
            (
                "changes of level: add pay, a responsibility, to section duties of duties;"
                " add it to a section of its kind"
            ),
        ),
        (
            {"sections": (DutySection(id="duties", title=HEADING, clauses=(duty("new"),)),)},
            (
                "changes of level: bring section duties, which the role has already;"
                " add its clauses under add, with to: duties"
            ),
        ),
        (
            {"remove": (Removal(clause="visit", reason="none"),)},
            "role level: has no clause left; remove fewer, or add some",
        ),
    ],
)
def test_changes_that_cannot_be_made(changes: dict[str, Any], message: str) -> None:
    """Each message says what is wrong, with the name, and what to do."""
    assert [message] == refusals(
        "level", family(duty("visit")), derived("level", "family", **changes)
    )


def test_a_clause_that_a_layer_removed_cannot_be_changed_above_it() -> None:
    """The message names the layer that removed it."""
    level = derived("level", "family", remove=(Removal(clause="file", reason="not here"),))
    company = Layer(
        name="company Habagat",
        stage=Stage.COMPANY,
        changes=RoleChanges(override=(duty("file"),)),
    )

    assert [
        (
            "changes of company Habagat: touch clause file, which level removed;"
            " add a clause of your own instead"
        )
    ] == refusals("level", family(duty("visit"), duty("file")), level, layers=(company,))


def test_roles_that_do_not_exist_or_extend_themselves() -> None:
    """A near name is suggested; a circle is written out."""
    one, two = derived("one", "two"), derived("two", "one")

    assert ['role level: extends "famly", which does not exist; did you mean family?'] == refusals(
        "level", family(duty("visit")), derived("level", "famly")
    )
    assert [
        (
            "role two: extends itself in the end: one extends two extends one;"
            " let one of them extend another role"
        )
    ] == refusals("one", one, two)


def test_all_problems_are_told_at_once() -> None:
    """Nobody mends one message to find the next."""
    level = derived("level", "family", override=(duty("a"), duty("b")))

    assert 2 == len(refusals("level", family(duty("visit")), level))


@given(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True), st.data())
def test_every_clause_has_a_story_that_ends_in_what_is_printed(
    names: list[str], data: st.DataObject
) -> None:
    """What prints is what the last deed left; what is removed has a story and does not print."""
    removed = data.draw(st.sets(st.sampled_from(names), max_size=len(names) - 1))
    kept = [name for name in names if name not in removed]
    changed = data.draw(st.sets(st.sampled_from(kept)))
    level = derived(
        "level",
        "family",
        remove=tuple(Removal(clause=name, reason="no") for name in sorted(removed)),
        override=tuple(duty(name, "Changed.") for name in sorted(changed)),
    )

    found = resolve("level", {"family": family(*map(duty, names)), "level": level})

    assert kept == list(texts(found.role))
    assert names == list(found.stories)
    for clause in found.role.duties:
        assert clause == found.stories[clause.id][-1].clause
    assert changed == {name for name, text in texts(found.role).items() if text == "Changed."}


def test_resolving_nothing_more_changes_nothing() -> None:
    """A role by itself, under a company without changes, is that role."""
    base = family(duty("visit"), targets=(sales("plan"),))
    nothing = Layer(name="company Habagat", stage=Stage.COMPANY, changes=RoleChanges())

    assert base == resolve("family", {"family": base}, (nothing,)).role


def test_a_level_takes_over_how_its_family_is_numbered_unless_it_says_otherwise() -> None:
    """What a level leaves open is the family's, also where the answer is no."""
    base = family(duty("visit"), nested_dashes=False, numbering=NumberStyle.ROMAN)
    level = derived("level", "family")
    other = attrs.evolve(derived("other", "family"), nested_dashes=True)
    written = {role.id: role for role in (base, level, other)}

    assert (False, NumberStyle.ROMAN) == (
        resolve("level", written).role.nested_dashes,
        resolve("level", written).role.numbering,
    )
    assert resolve("other", written).role.nested_dashes
