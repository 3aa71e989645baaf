"""Thrift's compact protocol, as far as footers of Parquet files need it: bytes → a structure, and back.

https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, _MAP, STRUCT = range(1, 13)
# Of a list's elements, those are told by a byte of their own.
BOOLEANS = (TRUE, FALSE)


@dataclass(slots=True)
class Struct:
    """A structure of Thrift: type and value of each field, by its number."""

    fields: dict[int, tuple[int, Any]] = field(default_factory=dict)

    def get(self, number: int) -> Any:
        """Return the value of a field; None where it is not there."""
        return self.fields.get(number, (0, None))[1]

    def put(self, number: int, value: Any) -> None:
        """Replace the value of a field that is there."""
        self.fields[number] = (self.fields[number][0], value)


def read_struct(content: bytes) -> Struct:
    """Read a structure; whole numbers, text as bytes, a list as the type of its elements and these."""
    return _Reader(content).structure()


def write_struct(structure: Struct) -> bytes:
    """Write a structure as it was read."""
    written = bytearray()
    _write_struct(structure, written)
    return bytes(written)


class _Reader:
    """Thrift's compact protocol, read from the beginning."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def structure(self) -> Struct:
        """Read a structure to its end."""
        fields: dict[int, tuple[int, Any]] = {}
        number = 0
        while header := self._byte():
            step, kind = header >> 4, header & 15
            number = number + step if step else self._signed()
            fields[number] = (kind, self._value(kind))
        return Struct(fields)

    def _value(self, kind: int) -> Any:
        if kind in BOOLEANS:
            return kind == TRUE
        if kind in (I16, I32, I64):
            return self._signed()
        if kind == BINARY:
            return self._take(self._unsigned())
        if kind == STRUCT:
            return self.structure()
        if kind in (LIST, SET):
            return self._list()
        if kind == DOUBLE:
            return struct.unpack("<d", self._take(8))[0]
        if kind == BYTE:
            return self._byte()
        raise ValueError(f"a footer of Parquet has no values of type {kind}")

    def _list(self) -> tuple[int, list[Any]]:
        header = self._byte()
        size, kind = header >> 4, header & 15
        if size == 15:
            size = self._unsigned()
        if kind in BOOLEANS:
            return kind, [self._byte() == TRUE for _ in range(size)]
        return kind, [self._value(kind) for _ in range(size)]

    def _byte(self) -> int:
        value = self._content[self._at]
        self._at += 1
        return value

    def _take(self, size: int) -> bytes:
        taken = self._content[self._at : self._at + size]
        self._at += size
        return taken

    def _unsigned(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def _signed(self) -> int:
        value = self._unsigned()
        return (value >> 1) ^ -(value & 1)


def _write_struct(structure: Struct, out: bytearray) -> None:
    before = 0
    for number, (kind, value) in structure.fields.items():
        told = (TRUE if value else FALSE) if kind in BOOLEANS else kind
        step = number - before
        if 0 < step < 16:
            out.append(step << 4 | told)
        else:
            out.append(told)
            _write_signed(number, out)
        if kind not in BOOLEANS:
            _write_value(kind, value, out)
        before = number
    out.append(0)


def _write_value(kind: int, value: Any, out: bytearray) -> None:
    if kind in (I16, I32, I64):
        _write_signed(value, out)
    elif kind == BINARY:
        _write_unsigned(len(value), out)
        out += value
    elif kind == STRUCT:
        _write_struct(value, out)
    elif kind in (LIST, SET):
        _write_list(value[0], value[1], out)
    elif kind == DOUBLE:
        out += struct.pack("<d", value)
    else:
        out.append(value)


def _write_list(kind: int, values: list[Any], out: bytearray) -> None:
    if len(values) < 15:
        out.append(len(values) << 4 | kind)
    else:
        out.append(15 << 4 | kind)
        _write_unsigned(len(values), out)
    for value in values:
        if kind in BOOLEANS:
            out.append(TRUE if value else FALSE)
        else:
            _write_value(kind, value, out)


def _write_unsigned(value: int, out: bytearray) -> None:
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def _write_signed(value: int, out: bytearray) -> None:
    _write_unsigned(value << 1 if value >= 0 else (-value << 1) - 1, out)
