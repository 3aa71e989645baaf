"""Expectations on numbers that check each other, one for each identity."""

from expectations.check import Check, Scope
from expectations.identities.listed import IDENTITIES

CHECKS = tuple(
    Check(
        name=identity.name,
        table="extracted.figures",
        frame="identities",
        severity=identity.severity,
        title_zh=identity.title_zh,
        title_en=identity.title_en,
        reason=identity.reason,
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": identity.name, "value_set": [True]},
        message="{message}",
        scope=Scope.FIGURE,
    )
    for identity in IDENTITIES
    if identity.told
)
