"""Rights: what the holder of a role may do, how far, and on what condition.

A limit here has a name and a unit; its number belongs to the company and is given in
``accountkit.roles.description``. Whether a request is within a right is decided in
``accountkit.engine.authority``.
"""

from __future__ import annotations

import enum
from typing import ClassVar

import attrs

from accountkit.roles.conditions import Condition, check_conditions_printed
from accountkit.roles.titles import name_forms
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["Act", "Limit", "LimitPer", "LimitUnit", "Right", "Scope"]


class Act(enum.Enum):
    """What a right lets its holder do."""

    REPRESENT = "represent"
    BE_INFORMED = "be_informed"
    PROPOSE = "propose"
    INTERACT = "interact"
    REQUEST_INFORMATION = "request_information"
    REPORT_SHORTCOMINGS = "report_shortcomings"
    CHOOSE_METHODS = "choose_methods"
    DECIDE = "decide"
    REQUIRE_CONDITIONS = "require_conditions"
    GRANT_DISCOUNT = "grant_discount"
    CHOOSE_PRICE_COLUMN = "choose_price_column"
    RUN_PROGRAMME = "run_programme"
    ACCEPT_ORDER = "accept_order"
    SIGN = "sign"
    SPEND = "spend"


class Scope(enum.Enum):
    """What the right reaches to."""

    OWN_CLIENTS = "own_clients"
    OWN_SEGMENT = "own_segment"
    OWN_DUTIES = "own_duties"
    SALES = "sales"
    COMPANY = "company"
    COMPETENCE = "competence"


class LimitUnit(enum.Enum):
    """What a limit counts."""

    PERCENT = "percent"
    MONEY = "money"
    COLUMN = "column"


class LimitPer(enum.Enum):
    """What a limit applies to: each act alone, or all acts of a period together."""

    ACT = "act"
    PERIOD = "period"


@attrs.frozen(kw_only=True)
class Limit:
    """How far a right goes: a name and a unit, without the number.

    ``text`` is what a document prints for it; a number that the company grants is added to it.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the limit's id"})
    text: Text = attrs.field(validator=name_forms, metadata={"doc": "how clauses call it"})
    unit: LimitUnit = attrs.field(metadata={"doc": "percent, money or price-list column"})
    per: LimitPer = attrs.field(
        default=LimitPer.ACT, metadata={"doc": "whether it bounds each act or a whole period"}
    )


@attrs.frozen(kw_only=True)
class Right(Clause):
    """One thing that may be done.

    Raises:
        TermsError: wording and data name different conditions.
    """

    KIND: ClassVar[str] = "right"

    act: Act = attrs.field(metadata={"doc": "what may be done"})
    scope: Scope = attrs.field(metadata={"doc": "what it reaches to"})
    limit: Limit | None = attrs.field(
        default=None, metadata={"doc": "how far it goes; left out: no limit in money or percent"}
    )
    condition: Condition = attrs.field(
        default=Condition.OWN, metadata={"doc": "when the right applies"}
    )
    consult: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the party to consult beyond the limit"},
    )

    def __attrs_post_init__(self) -> None:
        check_conditions_printed(self.id, self.text, [self.condition])
