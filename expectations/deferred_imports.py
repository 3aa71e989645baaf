"""Large modules that another one imports for expectations nobody here uses: read when something of them is asked for."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

# Great Expectations imports both for one expectation, about KL divergence: two fifths of the time of its own import,
# 1.2 s of a processor of the 20 s that a run of five documents takes.
OF_GREAT_EXPECTATIONS = ("altair", "scipy.stats")


class _Deferred(ModuleType):
    """A module that is imported when an attribute of it is first asked for.

    ``importlib.util.LazyLoader`` would be executed by the next ``import`` of its name, which looks at ``__spec__``.
    """

    def __getattr__(self, attribute: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
            self.__dict__.update(vars(importlib.import_module(self.__name__)))
        return getattr(sys.modules[self.__name__], attribute)


def defer(names: Sequence[str]) -> None:
    """Let modules be executed only when an attribute of them is first asked for.

    Those that are imported stay so; what is not installed is left to whoever imports it, to say so.
    """
    for name in names:
        if name in sys.modules:
            continue
        try:
            spec = importlib.util.find_spec(name)
        except ModuleNotFoundError:
            continue  # Its package is not there.
        if spec is not None:
            module = _Deferred(name)
            module.__spec__ = spec
            sys.modules[name] = module
