"""The last stage of pay, from earned to paid, and the statements that come of it."""

from accountkit.settlement.payout import Earned, pay_out
from accountkit.settlement.prospects import Prospect, prospect
from accountkit.settlement.statements import Attainment, Line, Outcome, Statement
from accountkit.settlement.trace import Figure, Step, StepKind

__all__ = [
    "Attainment",
    "Earned",
    "Figure",
    "Line",
    "Outcome",
    "Prospect",
    "Statement",
    "Step",
    "StepKind",
    "pay_out",
    "prospect",
]
