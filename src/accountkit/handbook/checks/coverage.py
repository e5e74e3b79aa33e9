"""Rules about coverage: that duties, rights, responsibilities, targets and pay know each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import note, place_in, resolved_roles, warning
from accountkit.handbook.findings import Finding
from accountkit.roles.duties import Duty
from accountkit.roles.references import placed_clauses
from accountkit.roles.responsibilities import Bound, Responsibility

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.role import Role

__all__ = [
    "clauses_for_components",
    "duties_for_liabilities",
    "duties_for_targets",
    "measures_for_targets",
    "pay_for_liabilities",
    "reports_for_targets",
    "rights_for_duties",
]


def rights_for_duties(handbook: Handbook) -> Iterator[Finding]:
    """A duty that calls for an act has a right that permits the act."""
    for role in resolved_roles(handbook):
        permitted = {right.act for right in role.rights}
        for clause, path in placed_clauses(role):
            acts = clause.calls_for if isinstance(clause, Duty) else ()
            for act in acts:
                if act not in permitted:
                    yield warning(
                        "duty-right",
                        TermsError(
                            f"clause {clause.id}",
                            f"calls for {act.value}, which no right of role {role.id} permits",
                            "add the right, or take the act out of calls_for",
                        ),
                        place_in(handbook, role, (*path, "calls_for")),
                    )


def duties_for_liabilities(handbook: Handbook) -> Iterator[Finding]:
    """What somebody answers for is something that they must do."""
    for role in resolved_roles(handbook):
        with_duty = _measured(role)
        for clause, path in placed_clauses(role):
            if not isinstance(clause, Responsibility):
                continue
            for name in clause.measures:
                if name not in with_duty:
                    yield warning(
                        "liability-duty",
                        TermsError(
                            f"clause {clause.id}",
                            f"answers for {name}, which belongs to no duty of role {role.id}",
                            "name it under measures of the duty it comes from",
                        ),
                        place_in(handbook, role, (*path, "measures")),
                    )
            if not (clause.measures or clause.answers_for or clause.within is Bound.LAW):
                yield warning(
                    "liability-duty",
                    TermsError(
                        f"clause {clause.id}",
                        "answers for no duty and no target",
                        "name them under answers_for or measures",
                    ),
                    place_in(handbook, role, path),
                )


def pay_for_liabilities(handbook: Handbook) -> Iterator[Finding]:
    """What is answered for by a target is paid by a plan, in a company that has plans."""
    for role in resolved_roles(handbook):
        plans = [plan for plan in handbook.plans if role.id in plan.roles]
        paid = {name for plan in plans for name in plan.measures_used()}
        for clause, path in placed_clauses(role):
            measures = clause.measures if isinstance(clause, Responsibility) else ()
            for name in measures:
                if handbook.plans and name not in paid:
                    yield warning(
                        "liability-pay",
                        TermsError(
                            f"clause {clause.id}",
                            f"answers for {name}, which no plan of role {role.id} pays",
                            "add a component on it, or take it out of the clause",
                        ),
                        place_in(handbook, role, (*path, "measures")),
                    )


def duties_for_targets(handbook: Handbook) -> Iterator[Finding]:
    """A target belongs to a duty."""
    for role in resolved_roles(handbook):
        with_duty = _measured(role)
        for index, target in enumerate(role.targets):
            if target.id not in with_duty:
                yield warning(
                    "target-duty",
                    TermsError(
                        f"target {target.id}",
                        f"belongs to no duty of role {role.id}",
                        "name it under measures of the duty it comes from",
                    ),
                    place_in(handbook, role, ("targets", index)),
                )


def measures_for_targets(handbook: Handbook) -> Iterator[Finding]:
    """A target is counted by a measure of the company."""
    measures = {measure.id for measure in handbook.measures}
    for role in resolved_roles(handbook):
        for index, target in enumerate(role.targets):
            if target.id not in measures:
                yield note(
                    "target-measure",
                    TermsError(
                        f"target {target.id}",
                        "is counted by no measure of the company",
                        "add it to measures.yaml, or expect it from nobody",
                    ),
                    place_in(handbook, role, ("targets", index)),
                )


def reports_for_targets(handbook: Handbook) -> Iterator[Finding]:
    """A target is reported on by a duty."""
    for role in resolved_roles(handbook):
        reported = {name for duty in role.duties for name in duty.reports}
        for index, target in enumerate(role.targets):
            if target.id not in reported:
                yield note(
                    "target-report",
                    TermsError(
                        f"target {target.id}",
                        f"is reported on by no duty of role {role.id}",
                        "name it under reports of the duty that tells of it",
                    ),
                    place_in(handbook, role, ("targets", index)),
                )


def clauses_for_components(handbook: Handbook) -> Iterator[Finding]:
    """What a plan pays for is a target of a role it is for."""
    roles = {role.id: role for role in resolved_roles(handbook)}
    for plan in handbook.plans:
        held = [roles[name] for name in plan.roles if name in roles]
        targets = {target.id for role in held for target in role.targets}
        for name in plan.measures_used():
            if held and name not in targets:
                yield note(
                    "component-clause",
                    TermsError(
                        f"plan {plan.id}",
                        f"pays for {name}, which is a target of none of its roles",
                        "add the target to the role, with a duty that it belongs to",
                    ),
                    place_in(handbook, held[0], ("targets",)),
                )


def _measured(role: Role) -> set[str]:
    """Ids of the targets that belong to a duty."""
    return {name for duty in role.duties for name in duty.measures}
