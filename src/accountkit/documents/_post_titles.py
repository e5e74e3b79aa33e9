"""Post titles: what the positions of an organisation are called in one language.

A position is called by the title of its role. Titles that are missing are collected rather than
raised, so that all are told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from accountkit.documents._wording import Wording
from accountkit.documents.tree import Inline
from accountkit.documents.words import Words
from accountkit.errors import AccountkitError, UsageError
from accountkit.roles.description import RoleInCompany

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PostTitles"]


@attrs.frozen(kw_only=True)
class PostTitles:
    """Titles by position; ``roles`` are those of the positions, by the position's id."""

    roles: Mapping[str, RoleInCompany]
    words: Words
    _missing: dict[str, AccountkitError] = attrs.field(
        factory=dict[str, "AccountkitError"], init=False
    )

    @property
    def missing(self) -> tuple[AccountkitError, ...]:
        """What was asked for and is not there, each once."""
        return tuple(self._missing.values())

    def of(self, position: str, form: str | None = None) -> Inline:
        """The title of a position in a form, else as it stands alone.

        Raises:
            UsageError: the role of the position is not given.
        """
        described = self.role(position)
        wording = Wording(role=described, words=self.words, numbers={})
        role = described.role
        title = wording.title(role.id, role.title, role.loans, form)
        self._missing.update({str(error): error for error in wording.missing})
        return title

    def role(self, position: str) -> RoleInCompany:
        """The role of a position.

        Raises:
            UsageError: it is not given.
        """
        if position not in self.roles:
            raise UsageError(
                f"position {position}", "is given without its role", "give the role as well"
            )
        return self.roles[position]
