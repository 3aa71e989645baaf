"""All checks, in the order of the flow. Cheap to import."""

from expectations.check import Check
from expectations.suites import (
    corrections,
    documents,
    figure_records,
    headlines,
    identities,
    ledger,
    marts,
    panel,
    percentages,
    periods,
    raw_documents,
    scale,
    set_aside,
    told_by_others,
    units,
    usual,
)

CHECKS: tuple[Check, ...] = (
    *raw_documents.CHECKS,
    *told_by_others.CHECKS,
    *documents.CHECKS,
    *figure_records.CHECKS,
    *corrections.CHECKS,
    *percentages.CHECKS,
    *units.CHECKS,
    *usual.CHECKS,
    *scale.CHECKS,
    *headlines.CHECKS,
    *identities.CHECKS,
    *periods.CHECKS,
    *ledger.CHECKS,
    *set_aside.CHECKS,
    *marts.CHECKS,
    *panel.CHECKS,
)


def checks_of(layer: str) -> tuple[Check, ...]:
    """The checks that run with a layer: raw, extracted or marts."""
    return tuple(check for check in CHECKS if check.layer == layer)
