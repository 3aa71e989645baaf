"""The page on data quality lists the checks that there are, and every check has its planted fault."""

from pathlib import Path

from expectations.catalogue import CHECKS
from expectations.listing import PAGE, page_with_table
from tests.expectations.faults import FAULTS

# Faults that need more than one sound report are planted in these.
ELSEWHERE = (
    "test_set_aside.py",
    "test_faults_between_documents.py",
    "test_faults_of_documents.py",
    "test_marts.py",
    "test_corrections.py",
    "test_identities.py",
    "test_identities_of_a_report.py",
    "test_identities_of_a_sentence.py",
    "test_panel_checks.py",
)


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")
    assert page == page_with_table(page), "run python -m expectations.listing"


def test_every_check_has_a_planted_fault() -> None:
    planted = {fault.check for fault in FAULTS}
    elsewhere = "".join(Path(__file__).with_name(name).read_text("utf-8") for name in ELSEWHERE)
    missing = [
        check.name for check in CHECKS if check.name not in planted and f'"{check.name}"' not in elsewhere
    ]
    assert missing == []
