"""The variable part of pay of source document A, from the duty to the liability and the pay.

The source ties a sales plan, a plan of active clients and one of new clients to duties 2.1, 2.3
and 2.4, and lets the account manager answer for them, in 4.3, within the variable part alone.
Here a company of one account manager has such a variable part, and one chain of ids holds it
together. The figures are worked by hand.
"""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from accountkit import Handbook, Money, Outcome, Period, describe, evaluate
from accountkit.plans.standing import Recommendation
from accountkit.roles.duties import Duty
from accountkit.roles.references import placed_clauses
from accountkit.roles.responsibilities import Responsibility
from accountkit.settlement.statements import Statement

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
QUARTER = Period.quarter(2026, 1)
DUTIES = ("duties.plans", "duties.visits", "duties.contracts")
LIABILITY = "responsibilities.plans"

PLAN = """\
id: variable-part-2026
title: {en: Variable part of pay, fil: Baryableng bahagi ng suweldo}
currency: PHP
period: quarter
start: 2026-01-01
roles: [key-account-manager]
participants: active
clauses:
  - id: variable-part
    text:
      en: The variable part is PHP 30,000.00 at full results, by the weights of the three plans.
      fil: PHP 30,000.00 ang baryableng bahagi sa buong resulta, ayon sa bigat ng tatlong plano.
  - id: standing
    text:
      en: Who misses the plan of active clients is watched from the first quarter on.
      fil: Binabantayan mula sa unang kuwarter ang hindi nakaabot sa plano ng aktibong kliyente.
components:
  - kind: scorecard
    id: variable-part
    clause: variable-part
    target: PHP 30000.00
    items:
      - {id: sales-plan, measure: sales, weight: 50%, ladder: &payout}
      - {id: active-base, measure: active-clients, weight: 30%, ladder: &payout}
      - {id: new-clients-plan, measure: new-clients, weight: 20%, ladder: &payout}
standing:
  - id: active-base-missed
    clause: standing
    liability: responsibilities.plans
    measure: active-clients
    missed_below: 100%
    stages:
      - {misses: 1, recommend: watch}
profile:
  id: PH
  rules:
    - recommendation: watch
      lawful: true
      needs_human: true
      basis:
        en: The head of sales decides, and tells the account manager in writing.
        fil: Ang head of sales ang magpapasya, at ipababatid ito sa account manager nang nakasulat.
"""
PAYOUT = "{shape: curve, below: zero, bands: [{from: 80%, rate: 50%}, {from: 100%, rate: 100%}]}"
QUOTAS = """\
person,measure,period,target
maria,sales,2026-Q1,{sales}
maria,active-clients,2026-Q1,2
maria,new-clients,2026-Q1,1
"""
ORDERS = """\
order,line,date,kind,client,account_manager,product,quantity,discount_percent,unit_price,amount,cost
A1,1,2026-01-10,sale,C101,maria,DW06,1,0,60000.00,60000.00,50000.00
A1,2,2026-02-01,sale,C101,maria,DW06,1,0,30000.00,30000.00,20000.00
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Habagat with this variable part alone, and two order lines of one new client."""
    folder = tmp_path / "company"
    shutil.copytree(HABAGAT, folder)
    shutil.rmtree(folder / "plans")
    (folder / "plans").mkdir()
    (folder / "payroll.yaml").unlink()
    write_plan(folder, PLAN)
    (folder / "data" / "quotas.csv").write_text(QUOTAS.format(sales=100000), encoding="utf-8")
    (folder / "data" / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return folder


def write_plan(folder: Path, text: str) -> None:
    """The plan, with the same payout for each of the three."""
    file = folder / "plans" / "variable-part-2026.yaml"
    file.write_text(text.replace("&payout", PAYOUT), encoding="utf-8")


def paid(folder: Path) -> Outcome:
    """The pay of the first quarter; the handbook has no error."""
    handbook = Handbook.load(folder)
    handbook.check().raise_for_errors()
    return evaluate(handbook.bind(QUARTER), handbook.facts())


def score(statement: Statement) -> dict[str, Fraction]:
    """The attainment of each measure."""
    return {found.measure: found.ratio for found in statement.attainments}


def test_duty_target_quota_pay_and_liability_hang_together(company: Path) -> None:
    """Change one of them, and the others change with it.

    90,000 of 100,000 is 90% of the sales plan, and half way between 80% and 100%: it pays 75%.
    One active client of two is 50% and pays nothing. One new client of one pays 100%.
    30,000 × (50% × 75% + 30% × 0 + 20% × 100%) = 17,250.
    """
    handbook = Handbook.load(company)
    role = handbook.role("key-account-manager")
    clauses = {clause.id: clause for clause, _ in placed_clauses(role.role)}
    duties = [clauses[duty] for duty in DUTIES]
    named = {name for duty in duties if isinstance(duty, Duty) for name in duty.measures}
    liability = clauses[LIABILITY]
    assert isinstance(liability, Responsibility)
    assert set(DUTIES) == set(liability.answers_for)
    answered = set(liability.measures)
    (plan,) = handbook.plans
    assert {"sales", "active-clients", "new-clients"} == answered == set(plan.measures_used())
    assert answered <= named

    outcome = paid(company)
    statement = outcome.statement("maria")
    assert Money.parse("PHP 17250.00") == statement.total
    expected = {
        "sales": Fraction(9, 10),
        "active-clients": Fraction(1, 2),
        "new-clients": Fraction(1),
    }
    assert expected == score(statement)
    (advice,) = statement.advice
    assert (LIABILITY, "active-clients", True) == (
        advice.liability,
        advice.measure,
        advice.missed,
    )
    assert Recommendation.WATCH is advice.recommendation
    assert advice.needs_human

    # the quota changes: 90,000 of 90,000 pays all of the sales plan, 30,000 × (50% + 20%)
    quotas = company / "data" / "quotas.csv"
    quotas.write_text(QUOTAS.format(sales=90000), encoding="utf-8")
    assert Money.parse("PHP 21000.00") == paid(company).statement("maria").total

    # the plan is called something else: duty 2.1 and liability 4.3 say so, each by itself
    choices = company / "roles" / "key-account-manager.choices.yaml"
    renamed = choices.read_text(encoding="utf-8").replace(
        "quarterly sales plan", "plan of turnover"
    )
    choices.write_text(renamed, encoding="utf-8")
    printed = describe(Handbook.load(company).role("key-account-manager"), locale="en").text(
        "plain"
    )
    assert 2 <= printed.count("plan of turnover")
    assert "quarterly sales plan" not in printed

    # the plan no longer pays for new clients: the pay falls, and the liability is told to hang
    lines = PLAN.replace("weight: 50%", "weight: 70%").splitlines(keepends=True)
    write_plan(company, "".join(line for line in lines if "new-clients-plan" not in line))
    assert Money.parse("PHP 21000.00") == paid(company).statement("maria").total
    told = [str(finding) for finding in Handbook.load(company).check().findings]
    assert any(
        "answers for new-clients, which no plan of role key-account-manager pays" in message
        for message in told
    )
