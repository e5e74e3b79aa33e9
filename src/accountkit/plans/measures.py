"""Measures: what is counted for a person in a period.

How much is wanted of a measure is a quota (``accountkit.plans.quotas``); the counting itself is
``accountkit.engine.pay.measure``. Sums are in the plan's currency, counts are whole numbers.
Words that companies define differently (*active*, *new*) carry their definition as required
fields: there is no default.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import attrs

from accountkit.values.money import Money
from accountkit.values.texts import Text
from accountkit.values.validators import at_least, identifier

__all__ = ["ActiveClients", "Measure", "NewClients", "SalesSum"]


@attrs.frozen(kw_only=True)
class SalesSum:
    """The sum of deal amounts, sales less returns, dated in the period.

    Units:
        Money in the plan's currency.
    """

    KIND: ClassVar[str] = "sales_sum"
    IS_MONEY: ClassVar[bool] = True

    id: str = attrs.field(validator=identifier, metadata={"doc": "the measure's id"})
    title: Text = attrs.field(metadata={"doc": "the measure's name in each language"})


@attrs.frozen(kw_only=True)
class ActiveClients:
    """How many clients bought from the person within a window that ends with the period.

    Units:
        A whole number of clients; the window is in months counted back from the period's end.
    """

    KIND: ClassVar[str] = "active_clients"
    IS_MONEY: ClassVar[bool] = False

    id: str = attrs.field(validator=identifier, metadata={"doc": "the measure's id"})
    title: Text = attrs.field(metadata={"doc": "the measure's name in each language"})
    window_months: int = attrs.field(
        validator=at_least(1), metadata={"doc": "months looked back from the period's end"}
    )
    least_sales: int = attrs.field(
        validator=at_least(1), metadata={"doc": "sales (not returns) a client needs in the window"}
    )
    least_amount: Money = attrs.field(
        metadata={"doc": "sales less returns a client needs in the window, such as PHP 1.00"}
    )


@attrs.frozen(kw_only=True)
class NewClients:
    """How many clients bought for the first time, or again after a long silence, in the period.

    A client counts for the person who made that first sale, whoever served the client before.

    Units:
        A whole number of clients; the silence is in months before the first sale of the period.
    """

    KIND: ClassVar[str] = "new_clients"
    IS_MONEY: ClassVar[bool] = False

    id: str = attrs.field(validator=identifier, metadata={"doc": "the measure's id"})
    title: Text = attrs.field(metadata={"doc": "the measure's name in each language"})
    quiet_months: int = attrs.field(
        validator=at_least(1),
        metadata={"doc": "months without a sale by anybody before the client counts as new"},
    )
    least_amount: Money = attrs.field(
        metadata={"doc": "sales less returns the person needs from the client in the period"}
    )


Measure: TypeAlias = SalesSum | ActiveClients | NewClients
