"""The catalogue as the handbook reader reads it; the one place where these tests ask for it."""

from __future__ import annotations

import pytest

from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.roles import (
    Jurisdiction,
    Office,
    PartyChoice,
    Role,
    RoleChoices,
    RoleInCompany,
)


@pytest.fixture(scope="session")
def kam() -> Role:
    """The Key Account Manager."""
    return catalogue_role("key-account-manager")


@pytest.fixture(scope="session")
def offices() -> tuple[Office, ...]:
    """All offices of the catalogue."""
    return catalogue_offices()


@pytest.fixture(scope="session", params=["PH", "RU", "neutral"])
def jurisdiction(request: pytest.FixtureRequest) -> Jurisdiction:
    """Each jurisdiction of the catalogue in turn."""
    return catalogue_jurisdiction(request.param)


@pytest.fixture(scope="session")
def in_company(kam: Role, offices: tuple[Office, ...]) -> RoleInCompany:
    """The Key Account Manager of a company in the Philippines that left nothing open."""
    return RoleInCompany(
        role=kam,
        company="Habagat Trading",
        offices=offices,
        jurisdiction=catalogue_jurisdiction("PH"),
        choices=RoleChoices(
            role=kam.id,
            parties=(
                PartyChoice(party="superior", office="head-of-sales"),
                PartyChoice(party="company-head", office="general-director"),
            ),
        ),
    )
