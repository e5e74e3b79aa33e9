"""The last stage of pay, from earned to paid, and the statements that come of it."""

from accountkit.settlement.accounts import Account, DealEarning, Held, PastPeriod
from accountkit.settlement.amortisation import Amortised, amortise
from accountkit.settlement.balances import Balance, Movement, MovementKind
from accountkit.settlement.differences import differences
from accountkit.settlement.earned import DealPart, Earned
from accountkit.settlement.payout import settle
from accountkit.settlement.prospects import Prospect, prospect
from accountkit.settlement.settling import Settling
from accountkit.settlement.statements import (
    Advice,
    Attainment,
    AwardLine,
    Difference,
    DifferenceReason,
    Line,
    Outcome,
    Statement,
)
from accountkit.settlement.trace import Figure, Step, StepKind

__all__ = [
    "Account",
    "Advice",
    "Amortised",
    "Attainment",
    "AwardLine",
    "Balance",
    "DealEarning",
    "DealPart",
    "Difference",
    "DifferenceReason",
    "Earned",
    "Figure",
    "Held",
    "Line",
    "Movement",
    "MovementKind",
    "Outcome",
    "PastPeriod",
    "Prospect",
    "Settling",
    "Statement",
    "Step",
    "StepKind",
    "amortise",
    "differences",
    "prospect",
    "settle",
]
