"""The command ``zhibiao`` and its subcommands."""

from __future__ import annotations

import typer

from zhibiao.commands.explain import explain_command
from zhibiao.commands.extract import extract_command
from zhibiao.commands.query import query_command
from zhibiao.commands.show import show_command
from zhibiao.printable import print_anything

app = typer.Typer(
    name="zhibiao",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)


@app.callback()
def prepare() -> None:
    """Read Chinese government work reports, and what was read from them."""
    print_anything()


app.command("extract")(extract_command)
app.command("explain")(explain_command)
app.command("query")(query_command)
app.command("show")(show_command)

if __name__ == "__main__":
    app()
