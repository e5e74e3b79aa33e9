"""Origins: every printed line says where it comes from and what it replaced."""

from __future__ import annotations

import attrs
import pytest

from accountkit.documents import describe, explain_role, origins_of
from accountkit.errors import Place, UsageError
from accountkit.roles import (
    Addition,
    Approval,
    DerivedRole,
    Duty,
    DutySection,
    Jurisdiction,
    Law,
    Layer,
    Office,
    Party,
    PartyChoice,
    QualificationSection,
    Quality,
    QualityNature,
    Removal,
    ResolvedRole,
    Rewording,
    Role,
    RoleChanges,
    RoleChoices,
    RoleInCompany,
    Stage,
    Target,
    TargetUnit,
    resolve,
)
from accountkit.values.texts import Text


def title(name: str) -> Text:
    """A title with its English forms."""
    return Text.parse({"en": {"bare": name, "indefinite": f"a {name}"}})


SELLER = Role(
    id="seller",
    title=title("seller"),
    parties=(Party(id="boss", one_of=("head", "director")),),
    approval=Approval(party="boss"),
    sections=(
        DutySection(
            id="duties",
            title=Text.of(en="Duties"),
            lead=Text.of(en="The seller must:"),
            clauses=(
                Duty(id="sell", text=Text.of(en="Sell."), source=("D-A2.1",), item="sell-goods"),
                Duty(
                    id="report",
                    text=Text.of(en="Report to {party boss indefinite}."),
                    item="report-up",
                ),
                Duty(id="file", text=Text.of(en="File.")),
            ),
        ),
        QualificationSection(
            id="qualities",
            title=Text.of(en="Qualities"),
            clauses=(Quality(id="charm", nature=QualityNature.CHARM, text=Text.of(en="Charm.")),),
        ),
    ),
)
SENIOR = DerivedRole(
    id="senior",
    extends=("seller",),
    stage=Stage.LEVEL,
    title=title("senior seller"),
    changes=RoleChanges(
        add=(Addition(to="duties", clauses=(Duty(id="coach", text=Text.of(en="Coach.")),)),),
        remove=(Removal(clause="file", reason="juniors file"),),
    ),
)
COMPANY = Layer(
    name="company tala",
    stage=Stage.COMPANY,
    changes=RoleChanges(reword=(Rewording(clause="sell", text=Text.of(en="Sell goods.")),)),
)


def in_company(resolved: ResolvedRole, choices: RoleChoices) -> RoleInCompany:
    """A role of Tala Trading."""
    return RoleInCompany(
        role=resolved.role,
        company="Tala Trading",
        offices=(
            Office(id="head", title=title("head")),
            Office(id="director", title=title("director")),
        ),
        jurisdiction=Jurisdiction(
            id="neutral",
            name=Text.of(en="anywhere"),
            laws=(Law(id="labour", title=Text.of(en="the labour law")),),
        ),
        choices=choices,
        resolved=resolved,
    )


@pytest.fixture
def senior() -> RoleInCompany:
    """The senior seller of a company that rewords a duty."""
    resolved = resolve("senior", {"seller": SELLER, "senior": SENIOR}, (COMPANY,))
    chosen = RoleChoices(role="senior", parties=(PartyChoice(party="boss", office="head"),))
    return in_company(resolved, chosen)


class Files:
    """Says that each layer is a file of its own, and chosen things are in another."""

    def in_layer(self, layer: str, path: tuple[str | int, ...]) -> Place | None:
        """The first line of the layer's file."""
        return Place(f"{layer.replace(' ', '-')}.yaml", len(path))

    def of_part(self, path: tuple[str | int, ...]) -> Place | None:
        """A line of the choices."""
        return Place("choices.yaml", len(path))


def test_the_page_tells_each_line(senior: RoleInCompany) -> None:
    """What wrote it, what it said before, what was chosen, what is removed and what is held out."""
    page = explain_role(senior, locale="en", written_at=Files()).text("plain")

    assert (
        "Where each line comes from: senior seller\n"
        "=========================================\n"
        "\n"
        "senior seller\n"
        "\n"
        "– Written in role senior (senior.yaml:1:1)\n"
        "\n"
        "head\n"
        "\n"
        "– Written in role seller (seller.yaml:1:1)\n"
        "– boss: head, as chosen (choices.yaml:3:1)\n"
        "\n"
        "1. Duties\n"
        "\n"
        "– Written in role seller (seller.yaml:3:1)\n"
        "\n"
        "The seller must:\n"
        "\n"
        "– Written in role seller (seller.yaml:3:1)\n"
        "\n"
        "1.1. Sell goods.\n"
        "\n"
        "– Written in role seller (seller.yaml:4:1)\n"
        "– Reworded in the company's choices (company-tala.yaml:3:1); it said before: “Sell.”\n"
        "– Source: D-A2.1\n"
        "\n"
        "1.2. Report to a head.\n"
        "\n"
        "– Written in role seller (seller.yaml:4:1)\n"
        "– boss: a head, as chosen (choices.yaml:3:1)\n"
        "– The wording is shared: library item report-up\n"
        "\n"
        "1.3. Coach.\n"
        "\n"
        "– Added in role senior (senior.yaml:5:1)\n"
        "\n"
        "Removed\n"
        "-------\n"
        "\n"
        "File.\n"
        "\n"
        "– Written in role seller (seller.yaml:4:1)\n"
        "– Removed in role senior (senior.yaml:3:1); because juniors file\n"
        "\n"
        "Held out of print\n"
        "-----------------\n"
        "\n"
        "Charm. (charm)\n"
        "\n"
        "– Written in role seller (seller.yaml:4:1)\n"
    ) == page


def test_a_name_that_a_layer_gave_anew_is_told_with_the_old_one() -> None:
    """A plan prints inside a clause; what it was called before is told, and in which layer."""
    plan = Target(id="sales", title=Text.of(en="sales plan"), unit=TargetUnit.MONEY)
    duty = Duty(id="sell", text=Text.of(en="Fulfil the {plan sales}."), measures=("sales",))
    section = DutySection(id="duties", title=Text.of(en="Duties"), clauses=(duty,))
    base = Role(id="seller", title=title("seller"), targets=(plan,), sections=(section,))
    changes = RoleChanges(targets=(attrs.evolve(plan, title=Text.of(en="plan of big sales")),))
    company = Layer(name="company tala", stage=Stage.COMPANY, changes=changes)

    resolved = resolve("seller", {"seller": base}, (company,))
    told = origins_of(in_company(resolved, RoleChoices(role="seller")), locale="en")

    (line,) = [line for line in told.lines if line.id == "sell"]
    assert "Fulfil the plan of big sales." == line.text
    assert (
        "sales: Replaced in the company's choices; it said before: “sales plan”",
    ) == line.settled


def test_a_section_that_a_company_brings_is_the_companys() -> None:
    """Its heading is not told of a role with the company's name."""
    section = DutySection(
        id="more", title=Text.of(en="More"), clauses=(Duty(id="tidy", text=Text.of(en="Tidy.")),)
    )
    changes = RoleChanges(sections=(section,))
    company = Layer(name="company tala", stage=Stage.COMPANY, changes=changes)
    resolved = resolve("seller", {"seller": SELLER}, (company,))
    chosen = RoleChoices(role="seller", parties=(PartyChoice(party="boss", office="head"),))

    page = explain_role(in_company(resolved, chosen), locale="en").text("plain")

    assert page.count("– Added in the company's choices\n") == len(["heading", "clause"])


def test_every_printed_line_is_told(senior: RoleInCompany) -> None:
    """What the page prints is what the origins tell of, in the same order."""
    printed = describe(senior, locale="en").text("plain")
    told = origins_of(senior, locale="en")

    places = [printed.find(line.text) for line in told.lines[2:]]
    assert -1 not in places
    assert sorted(places) == places


def test_a_shared_wording_that_was_reworded_is_the_companys_own(senior: RoleInCompany) -> None:
    """Without files, layers alone are named."""
    told = origins_of(senior, locale="en")
    sell = next(line for line in told.lines if line.id == "sell")

    assert [None, None] == [step.place for step in sell.steps]
    assert [("seller", None), ("company tala", "Sell.")] == [
        (step.layer, step.before) for step in sell.steps
    ]


def test_a_role_without_layers_has_nothing_to_tell(senior: RoleInCompany) -> None:
    """A role built by hand was written nowhere."""
    bare = RoleInCompany(
        role=senior.role,
        company=senior.company,
        offices=senior.offices,
        jurisdiction=senior.jurisdiction,
        choices=senior.choices,
    )

    with pytest.raises(UsageError, match="role senior: has no layers to tell of"):
        explain_role(bare, locale="en")


def test_a_language_without_words(senior: RoleInCompany) -> None:
    """Nothing is told half in another language."""
    with pytest.raises(UsageError, match="de"):
        explain_role(senior, locale="de")
