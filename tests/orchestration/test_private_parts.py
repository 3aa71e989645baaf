"""What stands on private parts of others (docs/architecture.md): a version in which they are other is noticed here."""

from __future__ import annotations

import subprocess
import sys

# A process that ends at once although a semaphore of its own is still there.
PROGRAM = """
import multiprocessing
from orchestration.processes.imports import end_now
held = multiprocessing.get_context("spawn").Semaphore()
end_now(3)
"""


def test_a_process_that_ends_at_once_gives_back_its_semaphores() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (3, "")
