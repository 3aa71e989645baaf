"""What is written into the reader's sources before mypyc compiles a copy of them, so that C is made of it and not Python.

Each function takes a module's source and returns it; every line stays where it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator


def with_constants(source: str) -> str:
    """Return a source with its constants declared as such: to look one up then takes no dictionary."""
    lines = source.splitlines(keepends=True)
    body = ast.parse(source).body
    for node in body:
        line = lines[node.lineno - 1]
        match node:
            case ast.Assign(targets=[ast.Name(id)]) if id.isupper():
                lines[node.lineno - 1] = f"{id}: _Final{line[len(id) :]}"
            case ast.AnnAssign(ast.Name(id), kind) if id.isupper():
                kind_text = ast.unparse(kind)
                lines[node.lineno - 1] = line.replace(f": {kind_text} =", f": _Final[{kind_text}] =", 1)
            case ast.Assign(targets=[ast.Tuple(names)], value=ast.Tuple(values)) if (
                node.end_lineno == node.lineno
            ):
                pairs = zip(names, values, strict=True)
                one_by_one = (f"{ast.unparse(name)}: _Final = {ast.unparse(value)}" for name, value in pairs)
                lines[node.lineno - 1] = "; ".join(one_by_one) + "\n"
    return _with_import("from typing import Final as _Final", "".join(lines))


def with_initialisers(source: str) -> str:
    """Return a source in which dataclasses have an ``__init__`` of their own.

    What ``dataclass`` makes of the fields is Python, and nobody compiles it. Frozen classes thaw, and keep their hash:
    the sources have been checked. A compiled object is pickled as a call of its class, since its class makes none
    without the fields.
    """
    lines, behind_all = source.splitlines(keepends=True), list[str]()
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.bases and (decorator := _dataclass(node)) is not None:
            documentation = node.body[0]
            behind = documentation.end_lineno or documentation.lineno
            if not isinstance(documentation, ast.Expr) or lines[behind].strip():
                continue  # no line is free for it
            options = {one.arg: ast.unparse(one.value) for one in getattr(decorator, "keywords", ())}
            names = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
            if options.pop("frozen", None) and "__hash__" not in names:
                options["unsafe_hash"] = "True"
            told = ", ".join(f"{name}={value}" for name, value in {**options, "init": "False"}.items())
            lines[decorator.lineno - 1] = f"@dataclass({told})\n"
            lines[behind] = f"    {_initialiser(node)}\n"
            values = "".join(f"one.{name}, " for name, _ in _fields(node))
            behind_all.append(f"_copyreg.pickle({node.name}, lambda one: ({node.name}, ({values})))\n")
    made = "".join([*lines, *behind_all])
    return _with_import("import copyreg as _copyreg", made) if behind_all else made


def _with_import(statement: str, source: str) -> str:
    """A source with one import more, in the line of the first import or constant."""
    lines = source.splitlines(keepends=True)
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import | ast.Assign | ast.AnnAssign) or (
            isinstance(node, ast.ImportFrom) and node.module != "__future__"
        ):
            lines[node.lineno - 1] = f"{statement}; {lines[node.lineno - 1]}"
            break
    return "".join(lines)


def _dataclass(node: ast.ClassDef) -> ast.expr | None:
    """The decorator that makes a class a dataclass, if it has one."""
    for decorator in node.decorator_list:
        name = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(name, ast.Name) and name.id == "dataclass":
            return decorator
    return None


def _initialiser(node: ast.ClassDef) -> str:
    """The fields as parameters, and what sets them, in a line."""
    parameters, assignments = ["self"], []
    for name, field in _fields(node):
        kind, value = ast.unparse(field.annotation), name
        match field.value:
            case None:
                parameters.append(f"{name}: {kind}")
            case ast.Call(ast.Name("field"), [], [ast.keyword("default_factory", made)]):
                parameters.append(f"{name}: {kind} | None = None")
                value = f"{ast.unparse(made)}() if {name} is None else {name}"
            case default:
                parameters.append(f"{name}: {kind} = {ast.unparse(default)}")
        assignments.append(f"self.{name} = {value}")
    return f"def __init__({', '.join(parameters)}) -> None: {'; '.join(assignments)}"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, ast.AnnAssign]]:
    """The fields of a class, each with its name."""
    for field in node.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            yield field.target.id, field
