"""A file in whatever form it comes → the text that a person reads in it.

Bytes in, text out, pure; limits on time and memory are the caller's. What the text says is not read here.
"""

from zhibiao.forms.conversion import Converted, convert
from zhibiao.forms.refusal import Unconvertible

__all__ = ["Converted", "Unconvertible", "convert"]
