"""A small published file and its site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from reading_room.building import build_site
from tests.chromium import Chromium


def make_published(path: Path) -> Path:
    """Write the small published file."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(Path(__file__).with_name("small_published.sql").read_text("utf-8"))
    return path


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small published file, not to be written to."""
    return make_published(tmp_path_factory.mktemp("published") / "zhibiao.duckdb")


@pytest.fixture(scope="session")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its site."""
    out = tmp_path_factory.mktemp("site")
    build_site(published, out)
    return out


@pytest.fixture(scope="module")
def running_chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A browser that no network can be reached from."""
    with Chromium(tmp_path_factory.mktemp("profile")) as browser:
        browser.call(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=0,
            uploadThroughput=0,
        )
        yield browser


@pytest.fixture
def chromium(running_chromium: Chromium) -> Iterator[Chromium]:
    """The browser with nothing chosen before; nothing that a page complains of may be left after."""
    running_chromium.call("Emulation.setScriptExecutionDisabled", value=False)
    running_chromium.call("Emulation.setEmulatedMedia", media="", features=[])
    running_chromium.run("try { localStorage.clear() } catch {}")
    running_chromium.complaints.clear()
    yield running_chromium
    assert running_chromium.complaints == []
