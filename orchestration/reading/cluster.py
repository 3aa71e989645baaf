"""The Ray cluster that ``RAY`` names: whether there is one, and the connection to it.

Ray is an optional extra: nothing of it is imported before a cluster is asked for.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from pathlib import Path

import zhibiao

# Code travels to the workers with the connection, so that what reads there is what stands here; a package that
# is installed on them would bear this version and be another. What the code needs must be installed there.
PACKAGES = [str(Path(zhibiao.__file__).parent), str(Path(__file__).parents[1])]
SECONDS_TO_ANSWER = 5
NOT_INSTALLED = "RAY asks for a Ray cluster, and Ray is not installed here. Install it: make ray"
HOW_TO_NAME_ONE = (
    "Name one that runs: RAY=auto (one that this machine belongs to), RAY=<host>:6379 (the same, by its head), "
    "RAY=ray://<host>:10001 (from outside), or RAY=local (one of this machine alone)"
)


class ClusterRefusedError(Exception):
    """There is no such cluster; the message says so to the person who named it."""


def cluster_address() -> str | None:
    """Return the address of the Ray cluster to read on, from the environment's ``RAY``; none without."""
    return os.environ.get("RAY", "").strip() or None


def connect(address: str) -> None:
    """Connect this process to a Ray cluster, unless it is connected already.

    ``address`` is ``auto``, ``local``, ``host:port`` or ``ray://host:port``. Raises ``ClusterRefusedError`` where
    Ray is not installed, or nothing answers there within some seconds, or what answers is no such cluster.
    """
    # Before Ray is imported: it reads this once. A cluster that is started elsewhere has a switch of its own.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    if importlib.util.find_spec("ray") is None:
        raise ClusterRefusedError(NOT_INSTALLED)
    import ray

    if ray.is_initialized():
        return
    if address not in ("auto", "local"):
        _answers(address)
    try:
        ray.init(
            address=address,
            runtime_env={"py_modules": PACKAGES},
            log_to_driver=False,
            logging_level=logging.ERROR,
            **({"include_dashboard": False} if address == "local" else {}),
        )
    except (OSError, ValueError, RuntimeError, ray.exceptions.RayError) as error:
        raise ClusterRefusedError(
            f"No Ray cluster lets this run in at {address}: {error}\n{HOW_TO_NAME_ONE}"
        ) from error


def _answers(address: str) -> None:
    """Raise unless a server of Ray's protocol answers: Ray itself would ask for minutes, and end the process."""
    import grpc

    place = address.removeprefix("ray://")
    host, _, port = place.rpartition(":")
    if not host or not port.isdigit():
        raise ClusterRefusedError(f"{address} is no address of a Ray cluster.\n{HOW_TO_NAME_ONE}")
    if os.environ.get("RAY_USE_TLS", "0") not in ("", "0"):
        # Ray alone knows its certificates.
        return
    with grpc.insecure_channel(place, options=[("grpc.enable_http_proxy", 0)]) as channel:
        try:
            grpc.channel_ready_future(channel).result(timeout=SECONDS_TO_ANSWER)
        except grpc.FutureTimeoutError:
            raise ClusterRefusedError(
                f"No Ray cluster answered at {address} within {SECONDS_TO_ANSWER} seconds.\n{HOW_TO_NAME_ONE}"
            ) from None
