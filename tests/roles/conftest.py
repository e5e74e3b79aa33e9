"""A role small enough to read at a glance, complete and free of faults."""

from __future__ import annotations

import pytest

from accountkit.roles import (
    Act,
    Approval,
    Duty,
    DutySection,
    GeneralSection,
    Limit,
    LimitUnit,
    Office,
    Party,
    Provision,
    Responsibility,
    ResponsibilitySection,
    Right,
    RightSection,
    Role,
    Scope,
    Target,
    TargetUnit,
)
from accountkit.values.texts import Text


def title(bare: str, indefinite: str) -> Text:
    """An English title."""
    return Text.parse({"en": {"bare": bare, "indefinite": indefinite}})


@pytest.fixture
def offices() -> tuple[Office, ...]:
    """A director, a head of sales and a bookkeeper, in English."""
    return (
        Office(id="director", title=title("director", "a director")),
        Office(id="head-of-sales", title=title("head of sales", "a head of sales")),
        Office(id="bookkeeper", title=title("bookkeeper", "a bookkeeper")),
    )


@pytest.fixture
def seller() -> Role:
    """A seller who reports to the director or the head of sales and may grant a discount."""
    return Role(
        id="seller",
        title=title("seller", "a seller"),
        parties=(
            Party(id="superior", one_of=("director", "head-of-sales")),
            Party(id="approver", one_of=("director",)),
        ),
        targets=(Target(id="sales", title=Text.of(en="sales plan"), unit=TargetUnit.MONEY),),
        implied_rights=(
            Right(
                id="rights.discount",
                text=Text.of(en="Grant discounts within {limit discount}."),
                act=Act.GRANT_DISCOUNT,
                scope=Scope.OWN_CLIENTS,
                consult="superior",
                limit=Limit(
                    id="discount", text=Text.of(en="the discount limit"), unit=LimitUnit.PERCENT
                ),
            ),
        ),
        sections=(
            GeneralSection(
                id="general",
                title=Text.of(en="General"),
                clauses=(
                    Provision(
                        id="general.line",
                        text=Text.of(en="Reports to the {party superior bare}."),
                        items=(Provision(id="general.line.item", text=Text.of(en="Daily.")),),
                    ),
                ),
            ),
            DutySection(
                id="duties",
                title=Text.of(en="Duties"),
                clauses=(
                    Duty(
                        id="duties.sell",
                        text=Text.of(en="Sell by the {plan sales}, see {clause duties.price}."),
                        measures=("sales",),
                    ),
                    Duty(
                        id="duties.price",
                        text=Text.of(en="Set prices within {limit discount}."),
                        needs=("rights.discount",),
                    ),
                ),
            ),
            RightSection(
                id="rights",
                title=Text.of(en="Rights"),
                clauses=(
                    Right(
                        id="rights.ask",
                        text=Text.of(en="Ask."),
                        act=Act.REQUEST_INFORMATION,
                        scope=Scope.OWN_DUTIES,
                    ),
                ),
            ),
            ResponsibilitySection(
                id="liability",
                title=Text.of(en="Responsibility"),
                clauses=(
                    Responsibility(
                        id="liability.duties",
                        text=Text.of(en="Answers for {clause duties} within {law labour}."),
                        answers_for=("duties",),
                        measures=("sales",),
                        laws=("labour",),
                    ),
                ),
            ),
        ),
        approval=Approval(party="approver"),
    )
