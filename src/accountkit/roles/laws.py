"""Laws: the law that clauses refer to, named by id and titled per jurisdiction.

A title refers to the law in force and never to an amount, an article or a limit that nobody
checked. A company that names no jurisdiction gets the neutral one of the catalogue.
"""

from __future__ import annotations

import attrs

from accountkit.roles.titles import name_forms
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, unique_ids

__all__ = ["Jurisdiction", "Law"]


@attrs.frozen(kw_only=True)
class Law:
    """A branch of law, as a clause of one jurisdiction calls it."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the law's id, such as labour"})
    title: Text = attrs.field(validator=name_forms, metadata={"doc": "how clauses call it"})
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )


@attrs.frozen(kw_only=True)
class Jurisdiction:
    """The laws of one place."""

    id: str = attrs.field(
        validator=identifier, metadata={"doc": "ISO 3166 code of the place, or neutral"}
    )
    name: Text = attrs.field(metadata={"doc": "the name of the place"})
    laws: tuple[Law, ...] = attrs.field(
        validator=unique_ids, metadata={"doc": "the laws that clauses may refer to"}
    )

    def law(self, law_id: str) -> Law | None:
        """The law with this id, if the jurisdiction has it."""
        return next((law for law in self.laws if law.id == law_id), None)
