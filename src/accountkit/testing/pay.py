"""Specimens of pay: plans, people and facts to test with, built by hand or drawn by chance.

Built by hand: terms are in ``accountkit.testing.pay_terms``, bound plans in ``pay_people``, facts
in ``pay_deals``, runs of several periods in ``pay_runs``. Drawn with Hypothesis, each in two
strengths, well-formed and ``any``: simple plans are in ``drawn_simply``; whole ones and years of
them in ``drawn_plans``, made of ``drawn_components`` and ``drawn_settling``; what happened in
``drawn_facts``. The usual ones are offered here, under one name.
"""

from __future__ import annotations

from accountkit.testing.drawn_facts import any_facts, batches, known_facts
from accountkit.testing.drawn_plans import (
    any_whole_bound_plans,
    any_whole_plans,
    whole_bound_plans,
    whole_plans,
    years,
)
from accountkit.testing.drawn_simply import (
    CLIENTS,
    PEOPLE,
    any_bound_plans,
    any_plans,
    bound_plans,
    facts,
    plans,
    quotas,
    roundings,
)
from accountkit.testing.pay_deals import a_deal, some_facts
from accountkit.testing.pay_people import (
    EVERY_MEASURE,
    MEASURES,
    QUARTER,
    a_bound_plan,
    a_chain,
    frames_of,
    reporting,
)
from accountkit.testing.pay_runs import fresh_chain, paid_in_turn, unfaulted, without_steps
from accountkit.testing.pay_terms import (
    a_bonus,
    a_cap,
    a_commission,
    a_draw,
    a_formula,
    a_gate,
    a_grid,
    a_guarantee,
    a_holdback,
    a_kicker,
    a_ladder,
    a_limit,
    a_minimum,
    a_plan,
    a_profile,
    a_quota_rule,
    a_scorecard,
    a_spiff,
    a_standing_rule,
    a_step,
    an_award,
    an_override,
    at_original_rate,
    in_instalments,
    paid_at,
)

__all__ = [
    "CLIENTS",
    "EVERY_MEASURE",
    "MEASURES",
    "PEOPLE",
    "QUARTER",
    "a_bonus",
    "a_bound_plan",
    "a_cap",
    "a_chain",
    "a_commission",
    "a_deal",
    "a_draw",
    "a_formula",
    "a_gate",
    "a_grid",
    "a_guarantee",
    "a_holdback",
    "a_kicker",
    "a_ladder",
    "a_limit",
    "a_minimum",
    "a_plan",
    "a_profile",
    "a_quota_rule",
    "a_scorecard",
    "a_spiff",
    "a_standing_rule",
    "a_step",
    "an_award",
    "an_override",
    "any_bound_plans",
    "any_facts",
    "any_plans",
    "any_whole_bound_plans",
    "any_whole_plans",
    "at_original_rate",
    "batches",
    "bound_plans",
    "facts",
    "frames_of",
    "fresh_chain",
    "in_instalments",
    "known_facts",
    "paid_at",
    "paid_in_turn",
    "plans",
    "quotas",
    "reporting",
    "roundings",
    "some_facts",
    "unfaulted",
    "whole_bound_plans",
    "whole_plans",
    "without_steps",
    "years",
]
