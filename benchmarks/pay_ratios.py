"""Pay ratios: the engine against the same plan written by hand, in one run on one machine.

Both read the same deals, ten for each payee-period, and agree to the cent before anything is
timed. By hand, the deals are sorted to their people first, as the engine does. Time is that of
the processor. Each round times the one and then the other, and the median of the rounds' ratios
counts. Memory is the most that an evaluation takes, its outcome included, beyond the facts, in a
process of its own.

Run as a script with a number of payees to print the bytes that an evaluation of them takes.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from accountkit.engine.pay import evaluate
from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.measures import SalesSum
from accountkit.settlement.statements import Outcome
from accountkit.testing.pay_terms import a_bonus, a_cap, a_commission, a_ladder, a_plan
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.texts import Text
from handwritten_pay import pay_everybody
from table import Measurement, table

__all__ = ["measure"]

PERIOD = Period.quarter(2026, 1)
DEALS_EACH = 10
FEW, SOME, MANY = 1_000, 10_000, 100_000
ROUNDS = 5
MOST_TIMES_PLAIN, MOST_TIMES_TRACED = 6, 15
MOST_GROWTH_PERCENT = 10
MOST_BYTES_A_DEAL = 1000
PLAN = a_plan(
    a_commission(
        a_ladder("sliced", "0% 1%", "80% 2%", "100% 3%", "120% 4%"), "attainment", at_least="50%"
    ),
    a_bonus("PHP 5000.00", at_least="100%"),
    caps=(a_cap("PHP 20000.00"),),
)


class Company:
    """So many people under the plan, their quotas and their deals."""

    def __init__(self, size: int) -> None:
        chance = random.Random(size)  # noqa: S311 - figures to pay, not secrets
        self.quotas = {f"p{number:06}": _quota(chance) for number in range(size)}
        self.deals = tuple(self._deals(chance))
        self.bound = BoundPlan(
            period=PERIOD,
            label="2026-Q1",
            payees=tuple(
                Payee(
                    person=person,
                    name=person,
                    plan=PLAN,
                    parameters={},
                    quotas={"sales": Fraction(quota)},
                )
                for person, quota in self.quotas.items()
            ),
            measures={"sales": SalesSum(id="sales", title=Text.of(en="sales"))},
            superiors={},
        )

    def _deals(self, chance: random.Random) -> Iterator[Deal]:
        """Deals that together come to some part of the quota, up to one and a half times it."""
        for person, quota in self.quotas.items():
            mean = int(quota) * chance.randrange(150) // DEALS_EACH + 1
            for number in range(DEALS_EACH):
                yield Deal(
                    id=f"{person}-{number}",
                    date=PERIOD.start + timedelta(days=chance.randrange(90)),
                    person=person,
                    amount=Money.from_minor(chance.randrange(mean // 2, mean * 3 // 2 + 1), "PHP"),
                )

    def facts(self) -> Facts:
        """The deals as facts that nobody has looked at yet."""
        return Facts(self.deals)


def measure() -> list[Measurement]:
    """The ratios of time, how the cost of one payee-period grows, and the memory of a deal."""
    company = Company(SOME)
    _agree(company)
    plain = statistics.median(_ratio(company, is_traced=False) for _ in range(ROUNDS))
    traced = statistics.median(_ratio(company, is_traced=True) for _ in range(ROUNDS))
    few = Company(FEW)
    many = Company(MANY)
    growth = statistics.median(_growth(few, many) for _ in range(ROUNDS - 2))
    return [
        Measurement("pay, times a hand-written sum", plain, MOST_TIMES_PLAIN, "x"),
        Measurement("the same, with its trace", traced, MOST_TIMES_TRACED, "x"),
        Measurement("cost, 100,000 payees over 1,000", growth, MOST_GROWTH_PERCENT, "%"),
        Measurement("memory of pay, for each deal", _memory(), MOST_BYTES_A_DEAL, "B"),
    ]


def _quota(chance: random.Random) -> Decimal:
    return Decimal(chance.randrange(100, 1000) * 1000)


def _agree(company: Company) -> None:
    """Stop when the two ways differ by a cent for anybody."""
    by_hand = pay_everybody(company.deals, company.quotas, PERIOD)
    for is_traced in (False, True):
        outcome = _evaluate(company, company.facts(), is_traced=is_traced)
        for person, expected in by_hand.items():
            statement = outcome.statement(person)
            found = (*(line.amount.amount for line in statement.lines), statement.total.amount)
            if found != expected:
                sys.exit(f"{person}: the engine pays {found}, and by hand it is {expected}")


def _evaluate(company: Company, facts: Facts, *, is_traced: bool) -> Outcome:
    return evaluate(company.bound, facts, trace=is_traced)


def _ratio(company: Company, *, is_traced: bool) -> float:
    by_hand = _seconds(lambda: pay_everybody(company.deals, company.quotas, PERIOD))
    return _engine_seconds(company, is_traced=is_traced) / by_hand


def _growth(few: Company, many: Company) -> float:
    """How much more one payee-period costs among many than among few, in percent."""
    times = MANY // FEW // 10
    small = statistics.fmean(_engine_seconds(few, is_traced=False) for _ in range(times))
    large = _engine_seconds(many, is_traced=False)
    return 100 * (large / MANY / (small / FEW) - 1)


def _engine_seconds(company: Company, *, is_traced: bool) -> float:
    facts = company.facts()
    return _seconds(lambda: _evaluate(company, facts, is_traced=is_traced))


def _seconds(action: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    result = action()
    seconds = time.process_time() - start
    del result
    return seconds


def _memory() -> float:
    """Bytes for each deal, as a process of its own measures them; the trace is kept, as usual."""
    done = subprocess.run(
        [sys.executable, __file__, str(SOME)], check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.exit(f"the memory of pay could not be measured\n{done.stderr}")
    return float(done.stdout) / (SOME * DEALS_EACH)


def _peak(size: int) -> int:
    """The most bytes that are taken at once by an evaluation and what comes of it."""
    company = Company(size)
    facts = company.facts()
    gc.collect()
    tracemalloc.start()
    outcome = _evaluate(company, facts, is_traced=True)
    peak = tracemalloc.get_traced_memory()[1]
    if len(outcome.statements) != size:
        sys.exit("somebody was not paid")
    return peak


if __name__ == "__main__":
    print(_peak(int(sys.argv[1])) if sys.argv[1:] else table(measure()))
