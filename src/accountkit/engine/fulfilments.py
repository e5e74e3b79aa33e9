"""Fulfilments counted: how much of what fell due a person has done, as a measure.

Only settled occasions count: those that are done, and those that are late. What is upcoming, or due
and still in time, can go either way and is left out. How much an occasion counts that was done
late is a term, which the caller gives; one that is late and not done counts nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import attrs

from accountkit.engine.duties import Occasion, Status
from accountkit.errors import UsageError
from accountkit.values.ratios import ratio_text

__all__ = ["Tally", "tally"]


@attrs.frozen(kw_only=True)
class Tally:
    """Settled occasions by how they were settled."""

    done: int
    done_late: int
    late: int

    @property
    def settled(self) -> int:
        """How many there are."""
        return self.done + self.done_late + self.late

    def attainment(self, *, late_counts: Fraction) -> Fraction | None:
        """What was done of what was settled; ``None`` if nothing was, and so nothing was missed.

        Args:
            late_counts: how much of an occasion counts that was done late, from 0 (only what was
                done in time counts) to 1 (done is done).

        Raises:
            UsageError: ``late_counts`` is not from 0 to 1.

        >>> Tally(done=8, done_late=1, late=1).attainment(late_counts=Fraction(1, 2))
        Fraction(17, 20)
        """
        if not 0 <= late_counts <= 1:
            raise UsageError(
                "late_counts", f"{ratio_text(late_counts)} is not from 0 to 1", "give a share"
            )
        if not self.settled:
            return None
        return (self.done + self.done_late * late_counts) / Fraction(self.settled)


def tally(occasions: Iterable[Occasion]) -> Tally:
    """Count the settled occasions: all of an agenda, or those of some of its duties."""
    found = Counter(occasion.status for occasion in occasions)
    return Tally(
        done=found[Status.DONE], done_late=found[Status.DONE_LATE], late=found[Status.LATE]
    )
