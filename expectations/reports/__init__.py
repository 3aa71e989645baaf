"""Reports of a run for people and for machines: a page, a Markdown summary, JUnit XML and JSON."""

from expectations.reports.writing import Reports, write_reports

__all__ = ["Reports", "write_reports"]
