"""Ahead: why a line is not more, and what it would take, as a sentence.

What is ahead is ``accountkit.settlement.prospects``; here it only gets its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from accountkit.documents.pay_names import PayNames
from accountkit.documents.prospect_words import ProspectWords
from accountkit.plans.plan import Plan
from accountkit.settlement.prospects import (
    AtCap,
    EachMore,
    Gives,
    Items,
    LowerBand,
    MissedGate,
    MissedKicker,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    TableStart,
    Top,
)
from accountkit.settlement.trace import Figure
from accountkit.values.ladders import LadderShape

__all__ = ["AheadTelling"]


@attrs.frozen(kw_only=True)
class AheadTelling:
    """The telling of what is ahead of lines that one plan pays."""

    names: PayNames
    plan: Plan
    words: ProspectWords

    def sentences(self, found: Prospect) -> Iterator[str]:
        """One sentence, or one for each item of a scorecard."""
        if isinstance(found, Items):
            for item in found.items:
                yield self.words.why_item.format(item=item.item, reason=self._reason(item.ahead))
        else:
            yield self.words.why.format(reason=self._reason(found))

    def why(self, reason: str) -> str:
        """A reason that is known elsewhere, as such a sentence."""
        return self.words.why.format(reason=reason)

    def _reason(self, found: Prospect) -> str:
        match found:
            case MissedGate() | MissedKicker():
                return self._missed(found)
            case NextBand() | LowerBand() | TableStart():
                return self._table(found)
            case NoQuota():
                return self.words.lacks_quota.format(name=self.names.measure(found.measure))
            case Top():
                return self.words.utmost[found.utmost.value]
            case _:
                return self._bounded(found)

    def _missed(self, found: MissedGate | MissedKicker) -> str:
        words, reach = self.words, self._reach(found.reach)
        if isinstance(found, MissedGate):
            pattern = words.exceeded_gate if found.reach.too_much else words.missed_gate
            return pattern.format(**reach)
        pattern = words.exceeded_kicker if found.reach.too_much else words.missed_kicker
        return pattern.format(factor=self.names.figure(found.factor), **reach)

    def _table(self, found: NextBand | LowerBand | TableStart) -> str:
        reach = self._reach(found.reach)
        if isinstance(found, TableStart):
            return self.words.bands["table"].format(**reach)
        where = "lower"
        if isinstance(found, NextBand):
            where = "point" if found.shape is LadderShape.CURVE else "band"
        pattern = self.words.bands[f"{found.gives.value}_{where}"]
        return pattern.format(value=self._value(found), **reach)

    def _bounded(self, found: AtCap | EachMore | Items) -> str:
        match found:
            case AtCap():
                return self.words.at_cap.format(most=self.names.figure(self._money(found.most)))
            case EachMore():
                amount = self.names.figure(found.amount)
                if found.left is None:
                    return self.words.each_more.format(amount=amount)
                left = self.names.figure(found.left)
                return self.words.some_more.format(amount=amount, left=left)
            case Items():
                return " ".join(self.sentences(found))

    def _value(self, band: NextBand | LowerBand) -> str:
        """What the band gives: a percent, a sum of money, or a multiple of the person's own."""
        if band.gives is Gives.SUM:
            return self.names.figure(self._money(band.value))
        is_share = band.gives is Gives.PAYOUT or self.names.outcome.measure(band.priced).IS_MONEY

        def priced(rate: Fraction) -> str:
            return self.names.share(rate) if is_share else self.names.figure(self._money(rate))

        if band.times_of is None:
            return priced(band.value)
        times = band.times_of if band.times is None else priced(band.times)
        return self.names.steps.times.format(rate=self.names.figure(band.value), times=times)

    def _reach(self, reach: Reach) -> dict[str, str]:
        bound, missing = ("most" if reach.too_much else "least"), "least"
        if reach.excluded:
            bound, missing = ("short" if reach.too_much else "beyond"), "beyond"
        return {
            "name": self._name(reach),
            "counted": self._figure(reach, reach.counted),
            "needed": self.words.bounds[bound].format(needed=self._figure(reach, reach.needed)),
            "missing": self.words.bounds[missing].format(needed=self._figure(reach, reach.missing)),
        }

    def _name(self, reach: Reach) -> str:
        if reach.component is not None:
            return self.names.component(self.plan, reach.component)
        if reach.axis is not None:
            return self.names.steps.axes[reach.axis.value]
        return self.names.measure(str(reach.measure))

    def _figure(self, reach: Reach, figure: Figure) -> str:
        if reach.axis is not None:
            return self.names.position(reach.axis.value, figure)
        if reach.measure is not None:
            return self.names.value(reach.measure, figure, self.plan.currency)
        return self.names.figure(self._money(figure))

    def _money(self, figure: Figure) -> Figure:
        return self.names.money(figure, self.plan.currency)
