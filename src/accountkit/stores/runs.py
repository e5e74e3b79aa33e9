"""Pay runs: what was evaluated, under which key, and when it was kept.

The key is the hash of everything the figures depend on (``accountkit.stores.run_keys``). The same
key means the same run, so that keeping it twice changes nothing. ``RunLedger`` is what a place that
keeps runs promises; ``accountkit.stores.sql`` is one.
"""

from __future__ import annotations

import enum
import json
from datetime import UTC, datetime
from typing import Protocol

import attrs
from cattrs import ClassValidationError

from accountkit.errors import StoreError
from accountkit.settlement.statements import Outcome
from accountkit.wire import CONVERTER, canonical

__all__ = ["Commit", "PayRun", "RunLedger"]


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
        return canonical(CONVERTER.unstructure(self.outcome))

    @staticmethod
    def read(key: str, made_at: str, body: str) -> PayRun:
        """A run from what a store keeps of it: the instant in ISO 8601 and the body.

        Raises:
            StoreError: it is not what accountkit wrote.
        """
        try:
            outcome = CONVERTER.structure(json.loads(body), Outcome)
            made = datetime.fromisoformat(made_at).astimezone(UTC)
        except (ValueError, ClassValidationError) as error:
            raise StoreError(
                f"pay run {key[:12]}",
                "cannot be read back, since its content was changed",
                "restore the store from a copy",
            ) from error
        return PayRun(key=key, made_at=made, outcome=outcome)


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
