"""Rules about one role: what each finds that the documents as found do not show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accountkit.handbook import RULES, Severity

Findings = Callable[..., list[str]]

HEAD = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
aliases: [{en: sales agent}]
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses:
"""


def role(*clauses: str) -> str:
    """A role with clauses in its section of duties."""
    return HEAD + "".join(f"      - {clause}\n" for clause in clauses)


def of(found: list[str], rule: str) -> list[str]:
    """The findings of one rule."""
    return [line for line in found if line.endswith(f"({rule})")]


def test_every_rule_says_what_it_asks_for() -> None:
    """One sentence each; ids are words with hyphens and stand once."""
    assert len(RULES) == len({rule.id for rule in RULES})
    for rule in RULES:
        assert rule.about.endswith("."), rule.id
        assert isinstance(rule.severity, Severity)


def test_no_finding_is_graver_than_its_rule_says(findings: Findings) -> None:
    """What ``--rules`` lists is the most that a finding of the rule matters."""
    severities = {rule.id: rule.severity.value for rule in RULES}
    order = ["note", "warning", "error"]

    for line in findings(
        roles__seller=role(
            "{id: sell, calls_for: [sign], text: {en: See clause 9 as a sales agent.}}"
        ),
        organisation="positions: [{id: head, role: seler}]\n",
    ):
        severity, rule = line.split(": ")[1], line.rpartition("(")[2][:-1]
        assert order.index(severity) <= order.index(severities[rule])


def test_a_number_written_into_the_text(findings: Findings) -> None:
    """It is right today, and wrong once a clause is added above it."""
    found = findings(
        roles__seller=role(
            "{id: sell, text: {en: Sells.}}", "{id: tell, text: {en: Tells of clause 1.1.}}"
        )
    )

    assert [
        (
            'roles/seller.yaml:10:31: warning: clause tell: refers to clause "1.1" by its number;'
            " write {clause sell}, which prints the number of the day (written-number)"
        )
    ] == of(found, "written-number")


@pytest.mark.parametrize("text", ["Sells 7 clauses.", "Gives 5% on item 7%.", "A clause 7th."])
def test_a_number_that_is_no_reference(findings: Findings, text: str) -> None:
    """Counts, percents and ordinals are no numbers of clauses."""
    assert [] == of(
        findings(roles__seller=role(f"{{id: sell, text: {{en: {text}}}}}")), "written-number"
    )


def test_a_reference_is_not_a_number(findings: Findings) -> None:
    """What prints as a number is computed."""
    clauses = ("{id: sell, text: {en: Sells.}}", '{id: tell, text: {en: "See {clause sell}."}}')

    assert [] == of(findings(roles__seller=role(*clauses)), "written-number")


def test_wordings_that_are_nearly_the_same(notes: Findings) -> None:
    """Four words of five in common are worth a note."""
    found = notes(
        roles__seller=role(
            "{id: sell, text: {en: Sells goods to old clients.}}",
            "{id: sell-more, text: {en: Sells goods to old clients again.}}",
        )
    )

    assert [
        (
            "roles/seller.yaml:10:9: note: clause sell-more: says nearly the same as clause sell"
            " in en;"
            " keep one, or say what is different (duplicate)"
        )
    ] == of(found, "duplicate")


def test_a_name_inside_the_title_is_no_other_name(findings: Findings) -> None:
    """A senior sales agent is not called sales agent by being called by the title."""
    text = role("{id: sell, text: {en: The senior sales agent sells.}}").replace(
        "{bare: seller, indefinite: a seller}",
        "{bare: senior sales agent, indefinite: a senior sales agent}",
    )

    assert [] == of(findings(roles__seller=text), "one-name")


def test_another_name_in_the_text(findings: Findings) -> None:
    """Also in the plural, and at the start of a sentence."""
    found = findings(roles__seller=role("{id: sell, text: {en: Sales agents sell.}}"))

    assert [
        (
            'roles/seller.yaml:2:9: warning: role seller: has the title "seller" and is called'
            " sales agent in sell; write {role self}, which prints the title (one-name)"
        )
    ] == of(found, "one-name")


def test_alternatives_do_not_contradict(findings: Findings) -> None:
    """What is preferred or useful may ask for more."""
    text = HEAD.replace("kind: duties", "kind: qualifications") + (
        "      - {kind: requirement, id: a, experience_months: 24, text: {en: A.}}\n"
        "      - {kind: requirement, id: b, experience_months: 60, strength: preferred,"
        " text: {en: B.}}\n"
    )

    assert [] == of(findings(roles__seller=text), "contradicting-experience")


def test_levels_may_differ(findings: Findings) -> None:
    """A senior asks for more than a junior, and is a manager perhaps."""
    one = role("{id: sell, text: {en: Sells.}}") + "family: sales\nlevel: junior\n"
    two = one.replace("id: seller", "id: boss").replace("level: junior", "level: senior")

    found = findings(
        roles__seller=one + "category: specialist\n", roles__boss=two + "category: manager\n"
    )
    assert [] == of(found, "contradicting-category")


def test_a_responsibility_without_a_limit(findings: Findings) -> None:
    """Nobody can rely on it."""
    text = HEAD.replace("kind: duties", "kind: responsibilities") + (
        "      - {id: all, within: not_stated, text: {en: Everything.}}\n"
    )

    found = findings(roles__seller=text)
    assert [
        (
            "roles/seller.yaml:9:27: warning: clause all: states no limit of responsibility;"
            " override it with the laws that limit it, or take it out (open-liability)"
        )
    ] == of(found, "open-liability")
    assert 1 == len(of(found, "liability-duty"))


def test_what_a_company_leaves_open_is_noted(notes: Findings) -> None:
    """Limits without a figure, qualities held out of print, missing sections, too many musts."""
    text = HEAD.replace("kind: duties", "kind: rights") + (
        "      - {id: spend, act: spend, scope: sales, limit: {id: budget, text: {en: budget},"
        " unit: money}, text: {en: Spend.}}\n"
        "  - kind: qualifications\n"
        "    id: qualifications\n"
        "    title: {en: Qualifications}\n"
        "    clauses:\n"
        "      - {kind: quality, id: charm, nature: charm, text: {en: Charm.}}\n"
        + "".join(
            f"      - {{kind: skill, id: skill-{n}, text: {{en: Number {n} {'x' * n}.}}}}\n"
            for n in range(1, 9)
        )
    )

    found = notes(roles__seller=text)

    assert [
        (
            "roles/seller.yaml:9:47: note: limit budget: of clause spend has no figure; put one"
            " under"
            " limits in the choices for the role (open-limit)"
        )
    ] == of(found, "open-limit")
    assert [
        (
            "roles/seller.yaml:14:9: note: quality charm: is about charm and is not printed; leave"
            " it"
            " so, or print it under printed_qualities with the reason (held-out)"
        )
    ] == of(found, "held-out")
    assert [
        (
            "roles/seller.yaml:1:1: note: role seller: requires 8 things, more than 7;"
            " call some of them preferred or useful (many-musts)"
        )
    ] == of(found, "many-musts")
    assert ["duties", "responsibilities"] == [
        line.split("no section of ")[1].split(";")[0] for line in of(found, "missing-section")
    ]
