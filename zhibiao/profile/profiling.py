"""A text → its profile: the one call of this package."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.collector import collector_paused
from zhibiao.legible import legible
from zhibiao.model import Finding, Profile, Severity
from zhibiao.profile.file_name import is_of_another, read_file_name, year_of_file
from zhibiao.profile.kind import Kind, find_kind
from zhibiao.profile.neighbours import is_national, span_of_plan, year_of_communique, year_of_results
from zhibiao.profile.opening import Opening, read_opening
from zhibiao.profile.region import Region, find_region
from zhibiao.profile.years import PlanYear, find_plan_year
from zhibiao.regions import NATIONAL_CODE, division_table

# The divisions to look among while the year is not clear: the latest are the likeliest.
YEAR_WITHOUT_PLAN = 2024
EXECUTION_ONLY = "the title tells of what was executed and plans nothing"
RESULTS_ONLY = "a communiqué gives results and plans nothing"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a person has said of a document, which goes before what its text says."""

    region_code: str | None = None
    plan_year: int | None = None


def profile(text: str, overrides: Overrides | None = None, file_name: str | None = None) -> Profile:
    """Return what a document is about, as it tells itself or as ``overrides`` says.

    ``file_name`` is evidence where the text leaves region or year open, and never counts against the text.

    Region and plan year are null where the text leaves them unclear, with a finding (``region_unclear``,
    ``plan_year_unclear``). A communiqué has a review year and no plan year; the plan year of a five-year plan is
    its first. Takes time linear in the text.
    """
    with collector_paused():
        return _profile(text, overrides or Overrides(), file_name)


def _profile(text: str, overrides: Overrides, file_name: str | None) -> Profile:
    folded = legible(text).folded
    opening = read_opening(folded)
    kind, kind_source = find_kind(folded, opening)
    named = read_file_name(file_name) if file_name else None
    file_year = year_of_file(named, folded, kind is Kind.COMMUNIQUE) if named else None
    plan = (
        _override_year(overrides)
        or _year_of_kind(kind, opening, file_year)
        or find_plan_year(folded, opening, file_year)
    )
    year = plan.year or plan.results or YEAR_WITHOUT_PLAN
    region = (
        _override_region(overrides, year)
        or _national(kind, opening, year)
        or find_region(folded, opening, year, named)
    )
    if plan.of_file and named and region.division and is_of_another(named, region.division, year):
        plan = find_plan_year(folded, opening)
    found = Profile(
        title=opening.title,
        kind=kind.value,
        kind_source=kind_source,
        plan_year=plan.year,
        plan_year_source=plan.source,
    )
    _fill_review(found, plan)
    _fill_region(found, region)
    return found


def _year_of_kind(kind: Kind, opening: Opening, file_year: int | None) -> PlanYear | None:
    """Return the years that only documents beside the report have; None for a report, or an unclear title."""
    if kind is Kind.COMMUNIQUE and (results := year_of_communique(opening)):
        source = f"opening “{results[1]}”"
        return PlanYear(None, RESULTS_ONLY, source, results[0])
    if kind is Kind.COMMUNIQUE and file_year:
        return PlanYear(None, RESULTS_ONLY, "the name of the file, as the text does not tell", file_year)
    if kind is Kind.COMMUNIQUE:
        return PlanYear(None, f"{RESULTS_ONLY}; this one names no year of its results")
    if kind in (Kind.PLAN_REPORT, Kind.BUDGET_REPORT) and (executed := year_of_results(opening)):
        return PlanYear(None, EXECUTION_ONLY, f"title “{executed[1]}”", executed[0])
    if kind is Kind.FIVE_YEAR_PLAN and (plan := span_of_plan(opening)):
        return PlanYear(plan[0][0], f"first year of the plan in the title, “{plan[1]}”")
    return None


def _national(kind: Kind, opening: Opening, year: int) -> Region | None:
    """Return the nation where a document beside the report bears its name in the title."""
    if kind in (Kind.WORK_REPORT, Kind.REPORT_DIGEST, Kind.CONFERENCE_DIGEST, Kind.OTHER):
        return None
    return (
        Region(division_table().get(NATIONAL_CODE, year), "the title names the nation")
        if is_national(opening)
        else None
    )


def _override_year(overrides: Overrides) -> PlanYear | None:
    return PlanYear(overrides.plan_year, "manifest") if overrides.plan_year else None


def _override_region(overrides: Overrides, year: int) -> Region | None:
    """Return the region that a person named; None where its code exists in no year, for the text to tell."""
    if not overrides.region_code:
        return None
    division = division_table().get(overrides.region_code, year)
    if division is None:
        versions = division_table().by_code.get(overrides.region_code)
        division = versions[-1] if versions else None
    return Region(division, "manifest") if division else None


def _fill_review(found: Profile, plan: PlanYear) -> None:
    if plan.results is not None:
        found.review_year, found.review_year_source = plan.results, plan.review_source
        return
    if plan.year is None:
        message = f"The plan year is not clear: {plan.source}."
        found.findings.append(Finding("plan_year_unclear", Severity.WARNING, message))
        found.review_year_source = "the plan year is not clear"
        return
    found.review_year = plan.year - 1
    found.review_year_source = plan.review_source or "the year before the plan year"


def _fill_region(found: Profile, region: Region) -> None:
    found.region_source = region.source
    if region.division is None:
        message = f"The region is not clear: {region.source}."
        found.findings.append(Finding("region_unclear", Severity.WARNING, message))
        return
    found.region_code = region.division.code
    found.region_name = region.division.name
    found.region_level = region.division.level
