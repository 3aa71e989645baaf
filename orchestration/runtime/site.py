"""``make site``: the reading room of what was published last, DATA/site/index.html."""

from __future__ import annotations

import sys
import time

from orchestration.processes.imports import end_with
from orchestration.publishing.site import count_pages, replace_site
from orchestration.storage.lock import LockRefusedError, writer_lock
from orchestration.storage.settings import Settings


def main() -> int:
    """Make the site and say where it is; 2 where nothing has been published, or it cannot be made."""
    settings = Settings.from_environment()
    if not settings.published_database.is_file():
        print(
            f"No published file at {settings.published_database}: run `make warehouse` first.",
            file=sys.stderr,
        )
        return 2
    started = time.monotonic()
    try:
        with writer_lock(
            settings.lock, lambda message: print(message, file=sys.stderr, flush=True), "make site"
        ):
            made = replace_site(settings)
    except LockRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    pages = sum(count_pages(settings.site).values())
    seconds = time.monotonic() - started
    print(f"{pages} pages, {made['pages_made_anew']} of them made anew ({seconds:.0f} s)")
    print(settings.site / "index.html")
    return 0


if __name__ == "__main__":
    end_with(main)
