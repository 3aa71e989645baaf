"""What is written into the reader's sources before mypyc compiles a copy of them, so that C is made of it and not Python.

Each function takes a module's source and returns it; every line stays where it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping


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


def with_memories(source: str) -> str:
    """Return a source in which functions remember what they gave by a dictionary of their own, which is C.

    What ``cache`` and ``lru_cache`` make of a function is an object that is looked up and called as Python calls. Where
    ``lru_cache`` drops the answer that was asked for longest ago, this drops all: a function gives the same once more.
    """
    lines, behind_all = source.splitlines(keepends=True), list[str]()
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or (size := _remembered(node)) is None:
            continue
        name, made, kept = node.name, f"_made_{node.name}", f"_kept_{node.name}"
        names, kind = [one.arg for one in node.args.args], ast.unparse(node.returns or ast.Constant(None))
        kinds = [ast.unparse(one.annotation or ast.Constant(None)) for one in node.args.args]
        key_kind = kinds[0] if len(kinds) == 1 else f"tuple[{', '.join(kinds)}]"
        memory = f"_Final[dict[{key_kind}, {kind}]] = {{}}" if names else f"_Final[list[{kind}]] = []"
        lines[node.decorator_list[0].lineno - 1] = f"{kept}: {memory}\n"
        lines[node.lineno - 1] = lines[node.lineno - 1].replace(f"def {name}(", f"def {made}(", 1)
        behind_all.append(f"def {name}({ast.unparse(node.args)}) -> {kind}:\n")
        if not names:
            behind_all.append(f"    if not {kept}: {kept}.append({made}())\n    return {kept}[0]\n")
            continue
        key = names[0] if len(names) == 1 else f"({', '.join(names)})"
        behind_all.append(
            f"    _key = {key}\n    _found = {kept}.get(_key)\n    if _found is None:\n"
            f"        if _key in {kept}: return {kept}[_key]\n        _found = {made}({', '.join(names)})\n"
            + (f"        if len({kept}) >= {size}: {kept}.clear()\n" if size else "")
            + f"        {kept}[_key] = _found\n    return _found\n"
        )
    made_source = "".join([*lines, *behind_all])
    return _with_import("from typing import Final as _Final", made_source) if behind_all else made_source


def with_prepared_patterns(source: str) -> str:
    """Return a source that asks for its regular expressions where they are prepared."""
    prepared = source.replace("re.compile(", "_compile_pattern(")
    if prepared == source:
        return source
    return _with_import("from zhibiao.prepared_patterns import compile_pattern as _compile_pattern", prepared)


def with_first_signs_asked(source: str, first: Mapping[str, str]) -> str:
    """Return a source in which a pattern is asked for a match only where a sign stands that one can begin with.

    ``first`` are the first signs of patterns, by the names that the module has for them.
    """
    lines = source.encode().splitlines(keepends=True)
    reached = len(lines) + 1, 0
    for node in sorted(ast.walk(ast.parse(source)), key=_place, reverse=True):
        match node:
            case ast.Call(ast.Attribute(pattern, "match" | "fullmatch"), [text, *places], []) if (
                len(places) < 3
                and (signs := first.get(ast.unparse(pattern)))
                and all(map(_is_plain, (text, *places)))
                and node.lineno == node.end_lineno
                and (node.lineno, node.end_col_offset) <= reached
            ):
                line = lines[node.lineno - 1]
                place = f"{ast.unparse(places[0])}:{ast.unparse(places[0])} + 1" if places else ":1"
                asked = f"{ast.unparse(text)}[{place}] in {{{', '.join(map(repr, signs))}}}"
                call = line[node.col_offset : node.end_col_offset]
                guarded = b"(" + call + f" if {asked} else None)".encode()
                lines[node.lineno - 1] = line[: node.col_offset] + guarded + line[node.end_col_offset :]
                reached = node.lineno, node.col_offset
    return b"".join(lines).decode()


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _is_plain(node: ast.expr) -> bool:
    """Say whether an expression costs nothing, changes nothing and is no place before the text."""
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.Attribute(of) | ast.Subscript(of, ast.Constant()):
            return _is_plain(of)
        case ast.BinOp(left, ast.Add(), right):
            return _is_plain(left) and _is_plain(right)
    return False


def _remembered(node: ast.FunctionDef) -> int | None:
    """How many answers a function remembers, 0 for all; None where it is not decorated so, or has open parameters."""
    if node.args.vararg or node.args.kwonlyargs or node.args.kwarg:
        return None
    match node.decorator_list:
        case [ast.Name("cache")]:
            return 0
        case [ast.Call(ast.Name("lru_cache"), [], [ast.keyword("maxsize", ast.Constant(int(size)))])]:
            return size
    return None


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
