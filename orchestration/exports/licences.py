"""Under which terms the package may be used: code, data and the words that are quoted."""

from __future__ import annotations

CODE = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "Apache License 2.0 (the code that made the data)",
}
DERIVED_DATA = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 (the derived data: numbers, codes, classifications)",
}
# Copyright Law of the People's Republic of China (2020), article 5 (1): official documents are not protected;
# article 24 (2): published works may be quoted to the extent that the purpose asks for.
QUOTED_TEXT_TERMS = (
    "Sentences are quoted from government work reports, official documents that Chinese copyright law does "
    "not protect (article 5), and in part from newspapers' reports on them, quoted so that each number can "
    "be checked (article 24) and under their publishers' terms: see the licence of each source."
)
