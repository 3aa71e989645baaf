"""The command ``zhibiao`` and its subcommands."""

from __future__ import annotations

import typer

from zhibiao.commands.extract import extract_command

app = typer.Typer(
    name="zhibiao",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
app.command("extract")(extract_command)


@app.callback()
def zhibiao() -> None:
    """Read Chinese government work reports, and what was read from them."""


if __name__ == "__main__":
    app()
