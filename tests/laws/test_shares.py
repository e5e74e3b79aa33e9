"""Laws of sharing out (design 4.5)."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from accountkit.testing.strategies import moneys, weights
from accountkit.values.money import Money
from accountkit.values.shares import share_out, share_out_units

totals = st.integers(-(10**9), 10**9)


@given(moneys(), weights())
def test_the_parts_sum_to_the_total(total: Money, shares: list[Fraction]) -> None:
    """To the last minor unit, whatever the weights."""
    parts = share_out(total, shares)
    assert len(shares) == len(parts)
    assert total == Money.sum(parts, total.currency)


@given(totals, weights())
def test_each_part_is_its_exact_share_rounded_up_or_down(
    total: int, shares: list[Fraction]
) -> None:
    """So it lies between zero and the total, and a weight of zero gets nothing."""
    base = sum(shares)
    for part, weight in zip(share_out_units(total, shares), shares, strict=True):
        exact = total * weight / base
        assert floor(exact) <= part <= ceil(exact)
        assert min(total, 0) <= part <= max(total, 0)
        assert weight > 0 or part == 0


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any), st.data())
def test_a_discount_never_exceeds_its_line(lines: list[int], data: st.DataObject) -> None:
    """An order discount shared out by line amounts lies between zero and each line."""
    discount = data.draw(st.integers(0, sum(lines)))
    parts = share_out_units(discount, lines)
    assert all(0 <= part <= line for part, line in zip(parts, lines, strict=True))


@given(totals, weights())
def test_a_negative_total_mirrors_the_positive(total: int, shares: list[Fraction]) -> None:
    """A return takes back exactly what was shared."""
    mirrored = tuple(-part for part in share_out_units(total, shares))
    assert mirrored == share_out_units(-total, shares)


@given(totals, weights(), st.integers(1, 1000))
def test_only_the_proportion_of_weights_matters(
    total: int, shares: list[Fraction], factor: int
) -> None:
    """Halves are halves, given as 1 and 1 or as 50 and 50."""
    scaled = [weight * factor for weight in shares]
    assert share_out_units(total, shares) == share_out_units(total, scaled)


@given(totals, weights())
def test_what_is_left_goes_to_the_largest_remainders_first_come(
    total: int, shares: list[Fraction]
) -> None:
    """A part that was rounded up had a remainder at least as large as any rounded down."""
    base = sum(shares)
    exact = [abs(total) * weight / base for weight in shares]
    rest = [share - floor(share) for share in exact]
    parts = [abs(part) for part in share_out_units(total, shares)]
    raised = [i for i, part in enumerate(parts) if part > floor(exact[i])]
    kept = [i for i in range(len(parts)) if i not in raised]
    assert all((-rest[up], up) < (-rest[down], down) for up in raised for down in kept)
