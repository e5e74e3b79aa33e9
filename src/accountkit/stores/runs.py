"""Pay runs: what was evaluated, under which key, and when it was kept.

The key is the hash of everything the figures depend on: the bound plans, the deals and the period.
The same key means the same run, so that keeping it twice changes nothing (DESIGN: a pay run is
committed once). The adapters that keep runs are ``accountkit.stores.sql`` and those of third
parties; ``RunLedger`` is what they promise.
"""

from __future__ import annotations

import enum
import hashlib
import json
from datetime import UTC, date, datetime
from typing import Any, Protocol

import attrs

from accountkit.errors import StoreError
from accountkit.facts.deals import Deal, Facts
from accountkit.plans.bound import BoundPlan
from accountkit.settlement.statements import Outcome
from accountkit.values.periods import Period
from accountkit.wire import CONVERTER

__all__ = ["Commit", "PayRun", "RunLedger", "run_key"]


class Commit(enum.Enum):
    """What became of a run that was to be kept."""

    KEPT = "kept"
    """It is new and now kept."""

    REPLAYED = "replayed"
    """It was kept before; nothing changed."""


@attrs.frozen(kw_only=True)
class PayRun:
    """An evaluation with its key and the instant it was made, in UTC."""

    key: str
    made_at: datetime
    outcome: Outcome

    def body(self) -> str:
        """The outcome as canonical JSON: sorted keys, no spaces, amounts as text."""
        return _canonical(CONVERTER.unstructure(self.outcome))

    @staticmethod
    def read(key: str, made_at: datetime, body: str) -> PayRun:
        """A run from what a store keeps of it.

        Raises:
            StoreError: the body is not one that accountkit wrote.
        """
        try:
            outcome = CONVERTER.structure(json.loads(body), Outcome)
        except (ValueError, KeyError, ExceptionGroup) as error:
            raise StoreError(
                f"pay run {key[:12]}",
                "cannot be read back",
                "restore the store from a copy; its content was changed",
            ) from error
        return PayRun(key=key, made_at=made_at.astimezone(UTC), outcome=outcome)


class RunLedger(Protocol):
    """A place that keeps pay runs."""

    def commit(self, run: PayRun) -> Commit:
        """Keep a run, whole or not at all; a run whose key is kept already changes nothing."""
        ...

    def find(self, key: str) -> PayRun | None:
        """The run with this key."""
        ...

    def latest(self, label: str) -> PayRun | None:
        """The run of a period that was kept last."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


def run_key(bound: BoundPlan, facts: Facts) -> str:
    """The hash of all that the figures of a run depend on: SHA-256, in hexadecimal digits.

    Deals up to the period's end count, also those before it, since measures look back. Deals that
    came in later for later periods do not: they change nothing.
    """
    digest = hashlib.sha256(_canonical(CONVERTER.unstructure(bound)).encode())
    seen = facts.dated(Period(date.min, bound.period.end))
    for deal in sorted(seen, key=_by_date_and_id):
        digest.update(_line(deal))
    return digest.hexdigest()


def _line(deal: Deal) -> bytes:
    return _canonical(
        [
            deal.id,
            deal.date.isoformat(),
            deal.person,
            deal.client,
            deal.product,
            str(deal.amount),
            deal.kind.value,
        ]
    ).encode()


def _by_date_and_id(deal: Deal) -> tuple[date, str]:
    return deal.date, deal.id


def _canonical(data: Any) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
