"""Arguments: what several commands are told in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "Data", "Handbook", "Locale", "Position", "Role", "Store", "To", "When"]

Handbook = Annotated[Path, typer.Argument(help="The folder of the handbook.", metavar="HANDBOOK")]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FOLDER",
        help="The folder of the tables, where the handbook leaves it open.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Locale = Annotated[
    str,
    typer.Option("--locale", metavar="LANGUAGE", help="The language to print: en, fil or ru."),
]
Position = Annotated[
    str | None,
    typer.Option("--position", metavar="POSITION", help="One position of the role, by its id."),
]
Role = Annotated[str, typer.Argument(help="The role's id.", metavar="ROLE")]
To = Annotated[
    Path | None,
    typer.Option(
        "--to",
        metavar="FILE",
        help="The file to write (.docx, .pdf, .html, .md or .txt); else it is printed.",
    ),
]
When = Annotated[
    str,
    typer.Option(
        "--period", metavar="PERIOD", help="Such as 2026-Q1, or a range: 2026-Q1..2026-Q4."
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="URL", help="Where pay runs are kept, such as sqlite:///pay.db."
    ),
]
