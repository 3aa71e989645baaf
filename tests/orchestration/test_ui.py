"""Dagster's pages in a browser: what a person sees, and a run that a person launches there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from orchestration.storage.settings import PROJECT
from tests.chromium import CHROMIUM

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(900)]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: chromium)")
def test_lineage_asset_checks_automation_and_a_run_launched_from_the_page(tmp_path: Path) -> None:
    from scripts.screenshots import Chromium, Page, dagster, show

    raw = tmp_path / "raw"
    shutil.copytree(PROJECT / "raw", raw)
    with dagster(raw, tmp_path / "data") as ui, Chromium(tmp_path / "profile") as browser:
        show(Page(browser), ui, tmp_path / "images")
    assert (tmp_path / "data" / "zhibiao.duckdb").exists()
    pictures = sorted(path.stem for path in (tmp_path / "images").glob("*.png"))
    assert pictures == ["asset", "automation", "checks", "lineage", "run", "site"]
