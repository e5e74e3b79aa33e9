"""From nodes to terms: every problem at once, each with place and remedy."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accountkit.errors import AccountkitError, Problems
from accountkit.handbook import Handbook
from accountkit.handbook.conversion import MOST_PROBLEMS, structure
from accountkit.handbook.nodes import read_nodes
from accountkit.handbook.parts import Measures, OrganisationChart, Parameters, Quotas
from accountkit.plans import Plan

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"


def build(folder: Path, text: str, cls: type[Any]) -> Any:
    """What a file holds."""
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8")
    return structure(read_nodes(file, "a.yaml"), cls, "a.yaml")


def problems(folder: Path, text: str, cls: type[Any]) -> list[str]:
    """What is wrong with a file."""
    with pytest.raises(Problems) as caught:
        build(folder, text, cls)
    return [str(problem) for problem in caught.value.problems]


def test_numbers_are_exact(tmp_path: Path) -> None:
    """A number of 38 digits comes through digit for digit, and a percent as a quotient."""
    number = "123456789012345678901234567890123456.78"
    quota = f"quotas: [{{person: a, measure: m, period: 2026-Q1, target: {number}}}]"
    rates = "parameters: [{person: a, values: {rate: 0.1%, third: 1/3}}]"

    assert Decimal(number) == build(tmp_path, quota, Quotas).quotas[0].target
    assert {"rate": Fraction(1, 1000), "third": Fraction(1, 3)} == dict(
        build(tmp_path, rates, Parameters).parameters[0].values
    )


def test_a_name_that_other_yaml_takes_for_a_truth_value(tmp_path: Path) -> None:
    """Somebody called No is called No."""
    chart = build(tmp_path, "people: [{id: no, name: No}]", OrganisationChart)

    assert ("no", "No") == (chart.people[0].id, chart.people[0].name)


KINDS = (
    "sales_sum, margin_sum, unit_sum, deal_count, distinct_clients, active_clients, new_clients,"
    " collections, overdue_receivables, contacts, fulfilment_share, weighted_sum, quotient"
)


def test_all_problems_come_at_once_in_reading_order(tmp_path: Path) -> None:
    """Unknown and missing keys, wrong kinds, wrong values, repeated keys: one reading tells all."""
    text = """
measures:
  - kind: sale_sum
    id: sales
  - kind: new_clients
    id: new
    id: newer
    title: new clients
    quiet_month: 12
    least_amount: 10
  - sales
  - kind: active_clients
    id: a b
    title: {en: active}
    window_months: two
    least_sales: 0
    least_amount: PHP 1.005
more: 1
"""

    assert [
        (f'a.yaml:3:11: kind: "sale_sum" is not one of {KINDS}; did you mean sales_sum?'),
        (
            "a.yaml:5:5: new clients: lacks the key quiet_months; add quiet_months:"
            " months without a sale by anybody before the client counts as new"
        ),
        "a.yaml:7:5: yaml: has the key id twice, first on line 6; keep one",
        "a.yaml:8:12: text: has no language; write it under the language's code, such as en: ...",
        "a.yaml:9:5: new clients: has no key quiet_month; did you mean quiet_months?",
        (
            'a.yaml:10:19: money: "10" is not a currency followed by an amount;'
            " write it as PHP 1250.50"
        ),
        (f"a.yaml:11:5: measures: is not written as keys; start with kind: one of {KINDS}"),
        'a.yaml:15:20: window_months: "two" is no whole number; write digits only',
        (
            "a.yaml:17:19: money: PHP 1.005 has more decimals than the currency, which has 2;"
            " keep it as an exact amount, or round it by a mode you name"
        ),
        "a.yaml:18:1: measures: has no key more; its keys are measures",
    ] == problems(tmp_path, text, Measures)


@pytest.mark.parametrize(
    "text, message",
    [
        ("quotas: 5", 'a.yaml:1:9: quotas: is not written as a list; start each item with "- "'),
        ("quotas:", 'a.yaml:1:8: quotas: is not written as a list; start each item with "- "'),
        (
            "quotas: [5]",
            (
                "a.yaml:1:10: quota: is not written as keys;"
                " write its keys: person, measure, period, target ..."
            ),
        ),
        (
            "quotas: [{person: [a], measure: m, period: 2026-Q1, target: 1}]",
            "a.yaml:1:11: person: is a list where a text belongs; write a text",
        ),
        (
            "quotas: [{person: a, measure: m, period: 2026-Q5, target: 1}]",
            "a.yaml:1:42: period: 2026-Q5 does not exist; a year has quarters Q1 to Q4",
        ),
        (
            "quotas: [{person: a, measure: m, period: 2026-Q1, target: 1e3}]",
            'a.yaml:1:59: number: "1e3" is in exponent notation; write all its digits',
        ),
        (
            "quotas: [{person: a, measure: m, period: 2026-Q1, target: -1}]",
            "a.yaml:1:59: target: -1 is below zero; give zero or more",
        ),
    ],
)
def test_a_wrong_value_is_told_where_it_stands(tmp_path: Path, text: str, message: str) -> None:
    """The message names the key, shows the value and says how it is written."""
    assert [message] == problems(tmp_path, text, Quotas)


def test_a_renamed_key_is_found(tmp_path: Path) -> None:
    """The end of a band is written ``to``; its fault stands there."""
    text = (HABAGAT / "plans" / "account-manager-2026.yaml").read_text(encoding="utf-8")
    wrong = text.replace("from: 100%, to: 120%", "from: 100%, to: 90%")

    (message,) = problems(tmp_path, wrong, Plan)
    assert message.startswith("a.yaml:85:28: ")


def test_no_more_problems_than_anybody_reads(tmp_path: Path) -> None:
    """A file that is wrong all over ends in the first hundred problems."""
    text = "measures: []\n" + "".join(f"k{i}: 1\n" for i in range(1000))

    assert MOST_PROBLEMS == len(problems(tmp_path, text, Measures))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_edit_ends_in_anything_but_problems(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever a careless hand does to a line of a good file, reading gives terms or problems."""
    name = data.draw(st.sampled_from(["company", "measures", "organisation", "facts"]))
    lines = (HABAGAT / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    position = data.draw(st.integers(0, len(lines) - 1))
    words = [
        "",
        "null",
        "[]",
        "{}",
        "- x",
        "kind: x",
        "1e999",
        '"',
        "ñ: {}",
        "x: &a *a",
        "\t",
        "::",
    ]
    lines[position] = data.draw(
        st.one_of(
            st.sampled_from(words),
            st.sampled_from(words).map(
                lambda word: lines[position].partition(":")[0] + ": " + word
            ),
            st.text(max_size=20),
        )
    )
    folder = tmp_path / "edited"
    folder.mkdir(exist_ok=True)
    for kept in ("company", "measures", "organisation", "facts"):
        text = (HABAGAT / f"{kept}.yaml").read_text(encoding="utf-8")
        (folder / f"{kept}.yaml").write_text(text, encoding="utf-8")
    (folder / f"{name}.yaml").write_text("\n".join(lines), encoding="utf-8", errors="replace")

    found = problems_of(folder)

    assert all(problem.place is not None for problem in found)
    assert all("\n" not in str(problem) for problem in found)


def problems_of(folder: Path) -> tuple[AccountkitError, ...]:
    """What is wrong with a folder, if anything."""
    try:
        Handbook.load(folder)
    except Problems as caught:
        return caught.problems
    return ()
