"""What is drawn of pay is as strong as it says: well-formed, or anything."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.errors import TermsError
from accountkit.facts.deals import DealKind
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.facts.splits import ShareKind
from accountkit.plans.bound import BoundPlan
from accountkit.plans.caps import Cap
from accountkit.plans.payments import Payment as PaymentTerms
from accountkit.plans.returns import Returns
from accountkit.plans.selections import Selection
from accountkit.testing.drawn_components import any_selections
from accountkit.testing.drawn_facts import batches, known_facts
from accountkit.testing.drawn_plans import whole_bound_plans, years
from accountkit.testing.drawn_settling import any_caps, any_payments, any_returns
from accountkit.values.calendars import PeriodKind

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


@given(whole_bound_plans(), known_facts(foreign=True))
def test_well_formed_plans_and_facts_have_no_fault(bound: BoundPlan, known: Facts) -> None:
    """Everybody can be paid: no term asks for what the facts do not have."""
    outcome = evaluate(bound, known, trace=False)
    assert outcome.faults == ()
    assert len(bound.payees) == len(outcome.statements)


@given(known_facts(foreign=True))
def test_well_formed_facts_hang_together(known: Facts) -> None:
    """Splits sum to one, and what is given back, invoiced or paid is part of a deal."""
    splits: defaultdict[str, Fraction] = defaultdict(Fraction)
    for share in known.shares:
        if share.kind is ShareKind.SPLIT:
            splits[share.deal] += share.share
    assert all(total == Fraction(1) for total in splits.values())
    for deal in known.deals:
        if deal.kind is DealKind.RETURN:
            assert deal.returns is not None
            assert known.by_id[deal.returns].date <= deal.date
            assert -deal.amount <= known.by_id[deal.returns].amount
    moneys: tuple[Invoice | Payment, ...] = (*known.invoices, *known.payments)
    for thing in moneys:
        assert thing.amount <= known.by_id[thing.deal].amount


@given(known_facts().flatmap(lambda known: st.tuples(st.just(known), batches(known, 3))))
def test_everything_is_known_in_the_end(drawn: tuple[Facts, tuple[Facts, ...]]) -> None:
    """The last batch is all, and each holds what the one before it held."""
    known, came = drawn
    assert known == came[-1]
    for before, after in pairwise(came):
        assert set(before.by_id) <= set(after.by_id)


@given(years(kind=PeriodKind.QUARTER))
def test_a_year_is_the_same_people_in_four_quarters(bounds: tuple[BoundPlan, ...]) -> None:
    """Quarters follow each other, and each knows the quotas of those before."""
    assert ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] == [bound.label for bound in bounds]
    for number, bound in enumerate(bounds):
        for payee in bound.payees:
            assert number == len(payee.earlier_quotas)


@pytest.mark.parametrize(
    "term, drawn",
    [
        (Cap, any_caps()),
        (PaymentTerms, any_payments()),
        (Returns, any_returns()),
        (Selection, any_selections()),
    ],
)
@given(data=st.data())
def test_a_term_is_sound_or_refused_in_one_sentence(
    term: type[Any], drawn: st.SearchStrategy[dict[str, Any]], data: st.DataObject
) -> None:
    """What a careless author writes is a term, or an error that says what to do."""
    fields = data.draw(drawn)
    error = refusal(term, fields)
    assert error is None or (error.problem and error.remedy)


def refusal(term: type[Any], fields: dict[str, Any]) -> TermsError | None:
    """Why there is no such term, or nothing if there is."""
    try:
        term(**fields)
    except TermsError as error:
        return error
    return None
