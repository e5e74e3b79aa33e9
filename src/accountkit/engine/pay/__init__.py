"""Pay: credit, measure, earn and, through ``accountkit.settlement``, pay."""

from accountkit.engine.pay.evaluation import evaluate

__all__ = ["evaluate"]
