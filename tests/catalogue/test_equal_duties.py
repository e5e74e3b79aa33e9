"""Equal duties: what the source says in several words is shared, or tells why it is not.

The map of the source puts duties that mean the same into groups, E01 to E20. A clause that comes
from a duty of a group uses the library item of that group, or names the group beside its own row:
then the row says clearly more.
"""

from __future__ import annotations

import re

import pytest

from accountkit import catalogue
from accountkit.handbook.catalogue import catalogue_library, catalogue_role
from accountkit.handbook.nodes import ListNode, Scalar
from accountkit.values.clauses import Clause

GROUP = re.compile(r"(E\d\d) [^:]*: ([^·]*)")
DUTY = re.compile(r"\b(?:D-)?([A-Z]+\d+(?:\.\d+)?)\b")


@pytest.fixture(scope="module")
def groups(source_map: str) -> dict[str, list[str]]:
    """The duties of each group; the map leaves D- out of some of them."""
    section = source_map.partition("## 19.")[2].partition("## 20.")[0]
    return {
        found[1]: [f"D-{duty}" for duty in DUTY.findall(found[2])]
        for found in GROUP.finditer(section)
    }


@pytest.fixture(scope="module")
def clauses() -> tuple[Clause, ...]:
    """Every clause of every role of the catalogue."""
    roles = (catalogue_role(role_id) for role_id in catalogue.role_ids())
    return tuple(clause for role in roles for clause in role.clauses())


def test_every_duty_of_a_group_names_its_group(
    groups: dict[str, list[str]], clauses: tuple[Clause, ...]
) -> None:
    """Whoever reads one of two equal duties is led to the other one."""
    named = {(row, group) for clause in clauses for row in clause.source for group in clause.source}

    assert 20 == len(groups)
    assert [] == [
        (row, group) for group, rows in groups.items() for row in rows if (row, group) not in named
    ]


def test_every_group_has_one_item_of_the_library() -> None:
    """Its wording stands once, whichever roles use it."""
    items: dict[str, list[str]] = {}
    for name, item in catalogue_library().items():
        source = item.get("source")
        for row in source.items if isinstance(source, ListNode) else ():
            if isinstance(row, Scalar) and re.fullmatch(r"E\d\d", row.text):
                items.setdefault(row.text, []).append(name)

    assert [f"E{number:02}" for number in range(1, 21)] == sorted(items)
    assert [] == [names for names in items.values() if len(names) > 1]
