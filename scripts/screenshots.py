"""``python -m scripts.screenshots``: look at Dagster's pages in a browser, run the job there, take pictures.

Starts what ``make ui`` starts, on a raw folder and a data folder of its own, opens the lineage, launches a run
with the button that a person would press, waits for its success, and keeps what it saw under docs/images.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from orchestration.storage.settings import PROJECT
from tests.chromium import Chromium

IMAGES = PROJECT / "docs" / "images"
START_SECONDS = 180.0
PAGE_SECONDS = 180.0
RUN_SECONDS = 600.0
WINDOW = (1500, 950)
# Down to the first row of the region's charts.
REGION = (1280, 1340)
LATEST_RUNS = "{ runsOrError(limit: 20) { ... on Runs { results { runId status tags { key } } } } }"
STARTED_BY_ITSELF = {"dagster/sensor_name", "dagster/schedule_name"}


class Dagster:
    """A running UI."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def ask(self, query: str) -> dict[str, Any]:
        """Return the answer to a GraphQL query."""
        body = json.dumps({"query": query}).encode()
        request = Request(f"{self.address}/graphql", body, {"Content-Type": "application/json"})
        with urlopen(request, timeout=30) as answer:
            return dict(json.load(answer)["data"])

    def runs(self) -> dict[str, str]:
        """Return the state of each run that a person launched, by its name."""
        results = self.ask(LATEST_RUNS)["runsOrError"]["results"]
        return {
            run["runId"]: run["status"]
            for run in results
            if not STARTED_BY_ITSELF & {tag["key"] for tag in run["tags"]}
        }


@contextmanager
def dagster(raw: Path, data: Path) -> Iterator[Dagster]:
    """Start what ``make ui`` starts and wait until it answers; end it with all its children."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data.mkdir(parents=True, exist_ok=True)
    with (data / "ui.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestration.runtime.serve", "--port", str(port)],
            cwd=PROJECT,
            env=os.environ | {"ZHIBIAO_RAW": str(raw), "ZHIBIAO_DATA": str(data)},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_loaded(Dagster(port), process)
        yield Dagster(port)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_until_loaded(ui: Dagster, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + START_SECONDS
    query = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"
    while time.monotonic() < give_up and process.poll() is None:
        try:
            if ui.ask(query)["repositoriesOrError"].get("nodes"):
                return
        except (URLError, OSError):
            pass
        time.sleep(0.5)
    raise TimeoutError("Dagster did not answer")


class Page:
    """A page of the UI in a browser."""

    def __init__(self, browser: Chromium) -> None:
        self.browser = browser
        self.resize(*WINDOW)

    def resize(self, width: int, height: int) -> None:
        """Make the window as large as that."""
        self.size = (width, height)
        self.browser.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def open(self, address: str) -> None:
        """Go to an address."""
        self.browser.call("Page.navigate", url=address)

    def wait_for_text(self, text: str, seconds: float = PAGE_SECONDS) -> None:
        """Wait until the page shows a text."""
        self.browser.wait_for(f"document.body?.innerText.includes({json.dumps(text)}) ?? false", seconds)

    def click(self, text: str) -> None:
        """Press the button whose text begins so, once it can be pressed."""
        button = (
            "[...document.querySelectorAll('button, a')]"
            f".find(each => each.innerText.trim().startsWith({json.dumps(text)}) && !each.disabled)"
        )
        self.browser.wait_for(f"Boolean({button})", PAGE_SECONDS)
        self.browser.run(f"{button}.click()")

    def picture(self, path: Path, height: int | None = None) -> None:
        """Save the upper part of what the page shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        time.sleep(3)  # Graphs and tables settle a moment after they are there.
        width, whole = self.size
        part = {"x": 0, "y": 0, "width": width, "height": height or whole, "scale": 1}
        picture = self.browser.call("Page.captureScreenshot", format="png", clip=part)
        path.write_bytes(base64.b64decode(picture["data"]))


def show(page: Page, ui: Dagster, images: Path) -> None:
    """Open lineage, run, asset and automation one after the other; raises where one is not as it should be."""
    before = set(ui.runs())
    page.open(f"{ui.address}/asset-groups")
    page.click("Materialize all")
    run = _wait_for_run(ui, before)
    page.open(f"{ui.address}/runs/{run}")
    page.wait_for_text("published__warehouse", RUN_SECONDS)
    page.wait_for_text("Success", RUN_SECONDS)
    page.picture(images / "run.png", height=330)
    page.open(f"{ui.address}/asset-groups")
    page.wait_for_text("published")
    page.picture(images / "lineage.png")
    page.open(f"{ui.address}/assets/extracted/figures?view=overview")
    page.wait_for_text("Every quantity that a document states")
    page.picture(images / "asset.png")
    page.open(f"{ui.address}/assets/extracted/figures?view=checks")
    page.wait_for_text("Passed")
    page.picture(images / "checks.png")
    page.open(f"{ui.address}/assets/published/site?view=overview")
    page.wait_for_text("pages_by_kind")
    page.picture(images / "site.png")
    page.open(f"{ui.address}/automation")
    page.wait_for_text("every_morning")
    page.wait_for_text("raw_folder")
    page.picture(images / "automation.png", height=300)


def show_site(page: Page, site: Path, images: Path) -> None:
    """Take a picture of a region's page in both languages."""
    page.resize(*REGION)
    for name, path in (("region.png", "en/region/410400.html"), ("region.zh.png", "region/410400.html")):
        page.open((site / path).as_uri())
        page.wait_for_text("2026.")
        page.picture(images / name)


def _wait_for_run(ui: Dagster, before: set[str]) -> str:
    """Wait for the success of the run that was launched last; raises ``RuntimeError`` where it fails."""
    give_up = time.monotonic() + RUN_SECONDS
    while time.monotonic() < give_up:
        new = {run: status for run, status in ui.runs().items() if run not in before}
        for run, status in new.items():
            if status == "SUCCESS":
                return run
            if status in ("FAILURE", "CANCELED"):
                raise RuntimeError(f"the run {run} ended as {status}")
        time.sleep(1)
    raise TimeoutError("no run launched from the page has ended")


def main() -> None:
    """Take the pictures into docs/images."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=IMAGES)
    parser.add_argument("--site", type=Path, help="only those of the reading room, of this folder")
    images = parser.parse_args().into
    site = parser.parse_args().site
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if site is not None:
            with Chromium(Path(folder, "profile")) as browser:
                show_site(Page(browser), site.absolute(), images)
            return
        raw = Path(folder, "raw")
        shutil.copytree(PROJECT / "raw", raw)
        with dagster(raw, Path(folder, "data")) as ui, Chromium(Path(folder, "profile")) as browser:
            show(Page(browser), ui, images)
            show_site(Page(browser), Path(folder, "data", "site"), images)
    print(f"{len(list(images.glob('*.png')))} pictures in {images}")


if __name__ == "__main__":
    main()
