"""How fast forms are turned into text: ``python -m benchmarks.conversion [FOLDER] [--files N]``.

Each report of a folder is put into every form that is read, and each form is converted in a process of its own.
What is told: pages a second of a processor (a page is 1,000 characters), and the most memory that the process held. The bar (the
exit code is 1 where a form does not pass it): 20 pages a second, and half of the memory that a landing allows on top
of a process at rest.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.texts import read_texts
from orchestration.ingest.conversion import MOST_BYTES
from tests.forms import made
from tests.forms.made_pdf import printed
from zhibiao.forms import convert
from zhibiao.forms.parts import holds_parts, parts_of

PAGE = 1_000
FEWEST_PAGES_A_SECOND = 20.0
MOST_MEMORY = MOST_BYTES // 2

Lines = Sequence[str]
FORMS: dict[str, Callable[[Lines], bytes]] = {
    "a.txt": lambda lines: "\n".join(lines).encode("gb18030"),
    "a.html": lambda lines: made.web_page(made.paragraphs(lines), lines[0]).encode(),
    "a.docx": lambda lines: made.word_document("".join(map(made.word_paragraph, lines))),
    "a.odt": lambda lines: made.open_text("".join(map(made.open_paragraph, lines))),
    "a.rtf": made.rich_text,
    "one column.pdf": printed,
    "two columns.pdf": lambda lines: printed(lines, columns=2),
    "three columns.pdf": lambda lines: printed(lines, columns=3),
    "a.xlsx": lambda lines: made.workbook(reports=[["text"], ["\n".join(lines)[:32_000]]]),
    "a.csv": lambda lines: ('text\n"' + "\n".join(lines).replace('"', '""') + '"\n').encode(),
    "a.zip": lambda lines: made.archive({f"{number}.txt": "\n".join(lines) for number in range(5)}),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What a form took: pages of text that came out, seconds of a processor, and bytes of memory at most."""

    pages: float
    seconds: float
    memory: int

    @property
    def pages_a_second(self) -> float:
        """How many pages of text come out in a second."""
        return self.pages / self.seconds

    @property
    def passes(self) -> bool:
        """Whether the form is as fast and as sparing as it has to be."""
        return self.pages_a_second >= FEWEST_PAGES_A_SECOND and self.memory <= MOST_MEMORY


def measure(name: str, files: Sequence[bytes]) -> Measured:
    """Convert files of one form; run it in a process that has done nothing else."""
    convert(files[0], name) if not holds_parts(files[0], name) else list(parts_of(files[0], name))
    characters = 0
    start = time.process_time()
    for data in files:
        if holds_parts(data, name):
            characters += sum(len(part.data or b"") // 3 for part in parts_of(data, name))
        else:
            characters += len(convert(data, name).text)
    seconds = time.process_time() - start
    return Measured(characters / PAGE, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def main() -> int:
    """Measure every form, print a table, and return the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("raw"))
    arguments.add_argument("--files", type=int, default=20)
    given = arguments.parse_args()
    texts = read_texts(given.folder, given.files)
    if not texts:
        print(f"{given.folder}: no texts", file=sys.stderr)
        return 2
    reports = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    table = Table("form", "files", "pages", "pages a second", "MB held at most", "passes")
    passed = True
    for name, make in FORMS.items():
        files = [make(lines) for lines in reports]
        with multiprocessing.get_context("spawn").Pool(1) as process:
            found = process.apply(measure, (name, files))
        passed &= found.passes
        table.add_row(
            name,
            str(len(files)),
            f"{found.pages:,.0f}",
            f"{found.pages_a_second:,.0f}",
            f"{found.memory / 1e6:,.0f}",
            "yes" if found.passes else "no",
        )
    Console().print(table)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
