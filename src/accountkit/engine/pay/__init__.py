"""Pay: credit, measure, earn and, through ``accountkit.settlement``, pay."""

from accountkit.engine.pay.evaluation import Carried, evaluate
from accountkit.engine.pay.overtime import OvertimePremium, overtime_premium
from accountkit.engine.pay.sequence import evaluate_sequence, evaluate_through

__all__ = [
    "Carried",
    "OvertimePremium",
    "evaluate",
    "evaluate_sequence",
    "evaluate_through",
    "overtime_premium",
]
