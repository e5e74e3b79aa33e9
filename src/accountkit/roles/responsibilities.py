"""Responsibilities: what the holder of a role answers for, and within which legal limit.

A responsibility names the duties, or the targets, that it is about. Laws are named by id; their
titles come from the company's jurisdiction (``accountkit.roles.laws``), and no limit in money is
ever stated here.
"""

from __future__ import annotations

import enum
from typing import ClassVar

import attrs

from accountkit.errors import TermsError
from accountkit.values.clauses import Clause

__all__ = ["Bound", "Responsibility"]


class Bound(enum.Enum):
    """What keeps a responsibility within limits."""

    LAW = "law"
    """The laws that the responsibility names."""

    VARIABLE_PAY = "variable_pay"
    """The variable part of pay, which is then not earned; it is never a fine."""

    NOT_STATED = "not_stated"
    """Nothing: the source states no limit, and a company must before it relies on the clause."""


@attrs.frozen(kw_only=True)
class Responsibility(Clause):
    """One thing that somebody answers for.

    Raises:
        TermsError: it is bounded by law and names none.
    """

    KIND: ClassVar[str] = "responsibility"

    answers_for: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the duties, or of a whole section, it is about"}
    )
    measures: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the role's targets it is about"}
    )
    within: Bound = attrs.field(
        default=Bound.LAW, metadata={"doc": "what limits it: the law, or the variable part of pay"}
    )
    laws: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the laws that limit it"}
    )

    def __attrs_post_init__(self) -> None:
        if self.within is Bound.LAW and not self.laws:
            raise TermsError(
                f"responsibility {self.id}",
                "is limited by law and names no law",
                "name the laws under laws",
                path=("laws",),
            )
