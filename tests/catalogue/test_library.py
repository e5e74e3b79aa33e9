"""Layers and the library: what roles of the catalogue extend, and which wording they share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest

from accountkit import catalogue
from accountkit.handbook.catalogue import (
    CATALOGUE_ROLES,
    catalogue_library,
    catalogue_role,
    resolved_catalogue_role,
    role_file_name,
)
from accountkit.handbook.composition import USE
from accountkit.handbook.nodes import ListNode, MapNode, Node, Scalar, read_nodes
from accountkit.roles import DerivedRole

DERIVED = {
    name: written for name, written in CATALOGUE_ROLES.items() if isinstance(written, DerivedRole)
}


@pytest.mark.parametrize("role_id", DERIVED)
def test_a_role_that_extends_another_changes_its_clauses(role_id: str) -> None:
    """A level or specialty adds to what it extends, or says something in another way."""
    stories = resolved_catalogue_role(role_id).stories.values()

    assert [deed for deed in chain.from_iterable(stories) if deed.layer == role_id]


@pytest.mark.parametrize("role_id", DERIVED)
def test_every_removal_says_why(role_id: str) -> None:
    """Whoever misses a clause reads a sentence about it."""
    removals = DERIVED[role_id].changes.remove

    assert all(removal.reason.endswith(".") for removal in removals)


def test_a_bank_says_its_own_of_contracts_and_leaves_events_out() -> None:
    """The bank's client manager is a client manager, with a bank's list of duties."""
    bank = resolved_catalogue_role("bank-client-manager")
    manager = catalogue_role("client-manager")

    assert ("duties.market", "duties.events", "duties.partners") == bank.removed
    assert ["written", "added", "overridden"] == [
        *(deed.kind.value for deed in bank.stories["duties.planning"]),
        *(deed.kind.value for deed in bank.stories["duties.contracts"]),
    ]
    assert set(manager.rights) == set(bank.role.rights)


def test_what_two_roles_say_alike_is_one_item() -> None:
    """Document B and the article about client managers share their client records."""
    shared = {
        role_id: next(
            clause for clause in catalogue_role(role_id).clauses() if clause.id == "duties.records"
        )
        for role_id in ("client-relations-manager", "client-manager")
    }

    assert {"keep-client-records"} == {clause.item for clause in shared.values()}
    assert ("D-B13", "E12", "DOC24") == shared["client-relations-manager"].source
    assert ("D-CL9", "E12") == shared["client-manager"].source


@pytest.mark.parametrize("role_id", catalogue.role_ids())
def test_a_clause_from_the_library_says_so(role_id: str) -> None:
    """Whoever asks where a wording is from finds its item."""
    named = {clause.item for clause in catalogue_role(role_id).clauses() if clause.item}

    assert named <= catalogue_library().keys()


def test_every_item_of_the_library_is_used() -> None:
    """An item is there because roles share it."""
    used = chain.from_iterable(_items_used(name) for name in catalogue.role_ids())

    assert set() == catalogue_library().keys() - set(used)


def _items_used(role_id: str) -> Iterator[str]:
    return _uses(read_nodes(catalogue.role_file(role_id), role_file_name(role_id)))


def _uses(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            return
        case ListNode():
            yield from chain.from_iterable(_uses(item) for item in node.items)
        case MapNode():
            used = node.get(USE)
            if isinstance(used, Scalar):
                yield used.text
            yield from chain.from_iterable(_uses(value) for _, value in node.entries)
