"""``python -m torture``: all parts, or those that ``PART`` names; ``QUICK=1`` takes minutes, else it is hours.

The reports are those of ``ZHIBIAO_RAW``; ``SEED`` is the seed. What was done lies in ``ZHIBIAO_DATA``.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable

from torture.corruptions import part as corruptions
from torture.kill import part as kill
from torture.readers import part as readers
from torture.terms import Terms
from torture.texts import part as texts

PARTS: dict[str, Callable[[Terms], str]] = {
    "kill": kill.run,
    "readers": readers.run,
    "texts": texts.run,
    "corruptions": corruptions.run,
}


def main() -> int:
    """Run the parts; print the table of each. Return 0 where all of them hold, 1 where one does not, 2 for a mistake."""
    parser = argparse.ArgumentParser("torture", description=(__doc__ or "").replace("``", ""))
    parser.parse_args()
    wanted = os.environ.get("PART", "").replace(",", " ").split() or list(PARTS)
    unknown = set(wanted) - set(PARTS)
    if unknown:
        print(f"PART: {', '.join(PARTS)}; not {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    # Who is told to end tidies up first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    terms = Terms.from_environment()
    failed = False
    for name in wanted:
        begun = time.monotonic()
        try:
            table = PARTS[name](terms)
        except RuntimeError as failure:
            table, failed = f"does not hold: {failure}", True
        print(f"## {name} (seed {terms.seed}, {time.monotonic() - begun:.0f} s)\n\n{table}\n", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
