"""Standing: what repeated misses of a quota lead to, as a recommendation to people.

A missed plan means variable pay that is not earned; it is never a fine. A run of misses may lead
to a recommendation, under a jurisdiction profile that says which are lawful and which need a
human decision. accountkit recommends and does not decide. The counting is
``accountkit.settlement.standing``. Misses are counted in periods of the plan.
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.texts import Text
from accountkit.values.validators import at_least, identifier, not_empty, not_negative

__all__ = ["JurisdictionProfile", "ProfileRule", "Recommendation", "Stage", "StandingRule"]


class Recommendation(enum.Enum):
    """What is recommended, the mildest first."""

    WATCH = "watch"
    PROBATION = "probation"
    TERMINATION_REVIEW = "termination_review"


@attrs.frozen(kw_only=True)
class Stage:
    """So many misses lead to a recommendation.

    Raises:
        TermsError: the window is shorter than the misses it is to hold.
    """

    misses: int = attrs.field(validator=at_least(1), metadata={"doc": "how many misses"})
    within_periods: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "in how many periods up to now; left out: in a row"},
    )
    recommend: Recommendation = attrs.field(metadata={"doc": "what is recommended"})

    def __attrs_post_init__(self) -> None:
        if self.within_periods is not None and self.within_periods < self.misses:
            raise TermsError(
                "stage",
                f"looks for {self.misses} misses within {self.within_periods} periods",
                "let the window hold them",
                path=("within_periods",),
            )


@attrs.frozen(kw_only=True)
class StandingRule:
    """When misses of one measure's quota matter; repeated failure is defined here, by the company.

    A period is missed when its attainment is below ``missed_below``; a period without a quota is
    neither missed nor met, and does not end a row.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the rule's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that states it"}
    )
    liability: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the role's responsibility that the misses bear on"},
    )
    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})
    missed_below: Fraction = attrs.field(
        validator=not_negative, metadata={"doc": "attainment below which a period is missed"}
    )
    stages: tuple[Stage, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what misses lead to"}
    )


@attrs.frozen(kw_only=True)
class ProfileRule:
    """What a jurisdiction says of one recommendation."""

    recommendation: Recommendation = attrs.field(metadata={"doc": "which recommendation"})
    lawful: bool = attrs.field(metadata={"doc": "whether misses alone may lead to it"})
    needs_human: bool = attrs.field(metadata={"doc": "whether a person must decide"})
    basis: Text = attrs.field(metadata={"doc": "the reason or the law, in each language"})


@attrs.frozen(kw_only=True)
class JurisdictionProfile:
    """What is lawful where the plan holds, as the company's lawyers wrote it down.

    A recommendation without a rule is not made; the statement says that the profile is silent.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the jurisdiction's id"})
    rules: tuple[ProfileRule, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what it says of each recommendation"}
    )

    def rule(self, recommendation: Recommendation) -> ProfileRule | None:
        """What the profile says of a recommendation, if anything."""
        found = (item for item in self.rules if item.recommendation is recommendation)
        return next(found, None)
