"""The cluster that RAY names: what is said where there is none, and that nothing of Ray is needed without it."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration.reading.cluster import ClusterRefusedError, cluster_address, connect
from orchestration.storage.settings import PROJECT

WITHOUT_RAY = "import sys; sys.modules['ray'] = None\n"
ALL_BUT_RAY = """
import importlib, pkgutil, sys
import expectations, orchestration, zhibiao
for package in (zhibiao, orchestration, expectations):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if module.name != "orchestration.reading.ray_executor" and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
print(*(name for name in sys.modules if name.split(".")[0] == "ray"))
"""
COMMAND = "from orchestration.runtime.materialize import main; sys.exit(main())"
needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed here: make ray"
)


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@pytest.fixture
def other_server() -> Iterator[int]:
    """The port of a server that takes connections and says nothing: no Ray."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield int(listening.getsockname()[1])


@pytest.mark.parametrize(("given", "address"), [(None, None), ("", None), ("  ", None), (" auto ", "auto")])
def test_the_address_is_that_of_the_environment(
    given: str | None, address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAY", raising=False)
    if given is not None:
        monkeypatch.setenv("RAY", given)
    assert cluster_address() == address


@pytest.mark.slow
def test_nothing_of_ray_is_imported_where_no_cluster_is_asked_for() -> None:
    for code in (ALL_BUT_RAY, WITHOUT_RAY + ALL_BUT_RAY):
        result = run_python(code)
        assert result.returncode == 0, result.stderr
        assert result.stdout.split() in ([], ["ray"] if code.startswith(WITHOUT_RAY) else [])


@pytest.mark.slow
def test_where_ray_is_not_installed_the_run_says_how_to_and_does_nothing(tmp_path: Path, raw: Path) -> None:
    data = tmp_path / "data"
    result = run_python(WITHOUT_RAY + COMMAND, RAY="auto", ZHIBIAO_RAW=str(raw), ZHIBIAO_DATA=str(data))
    assert result.returncode == 2
    assert (
        result.stderr == "RAY asks for a Ray cluster, and Ray is not installed here. Install it: make ray\n"
    )
    assert not result.stdout
    assert not data.exists()


@needs_ray
@pytest.mark.slow
def test_where_no_cluster_answers_the_run_says_so_and_does_nothing(
    tmp_path: Path, raw: Path, closed_port: int
) -> None:
    data = tmp_path / "data"
    address = f"ray://127.0.0.1:{closed_port}"
    result = run_python("import sys\n" + COMMAND, RAY=address, ZHIBIAO_RAW=str(raw), ZHIBIAO_DATA=str(data))
    assert result.returncode == 2
    assert result.stderr.startswith(
        f"No Ray cluster answered at {address} within 5 seconds.\nName one that runs:"
    )
    assert not result.stdout
    assert not data.exists()


@needs_ray
@pytest.mark.parametrize("scheme", ["", "ray://"])
def test_a_server_that_is_no_ray_is_refused_soon(scheme: str, other_server: int) -> None:
    with pytest.raises(ClusterRefusedError, match="No Ray cluster answered at"):
        connect(f"{scheme}127.0.0.1:{other_server}")


@needs_ray
@pytest.mark.parametrize("address", ["nonsense", "ray://", "ray://head", "head:", ":6379", "head:port"])
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    with pytest.raises(ClusterRefusedError, match="is no address of a Ray cluster"):
        connect(address)


@needs_ray
def test_where_this_machine_belongs_to_no_cluster_auto_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))
    with pytest.raises(
        ClusterRefusedError, match="No Ray cluster lets this run in at auto: Could not find any"
    ):
        connect("auto")
