"""The oracle: what every word of a plan means, worked out a second time and the dumbest way.

It is written from the design and the docstrings of the terms, and shares no arithmetic with the
engine: it has its own rounding, its own ladders, its own largest remainder. Nothing is kept for
later, every question goes through all deals again, and money is a plain fraction until it is
rounded to whole minor units. Where the engine and the oracle differ, one of them is wrong.
"""

from tests.agreement.oracle.reckoning import Expected, reckon

__all__ = ["Expected", "reckon"]
