"""Lots: plans, people and facts drawn from a seed, small and of every kind.

They are for the agreement of two readings of the same words: quick to make by the thousand, and the
same on every run. Strategies for your own tests are in ``accountkit.testing``.
"""

from tests.agreement.lots.scenarios import Scenario, a_scenario

__all__ = ["Scenario", "a_scenario"]
