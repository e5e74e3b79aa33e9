"""How Sphinx builds the docs: Markdown pages, and a reference taken from the docstrings."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, get_type_hints

from accountkit import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "accountkit"
author = "The accountkit authors"
project_copyright = "the accountkit authors"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.napoleon",
]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
templates_path = ["_templates"]
exclude_patterns = ["_templates"]
myst_enable_extensions = ["colon_fence", "deflist", "smartquotes"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
autosummary_generate = True
maximum_signature_line_length = 80
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Units", "params_style"), "Source", "Units", "Shape"]
python_use_unqualified_type_names = True

# Every reference must lead somewhere. The docs are built without a network, so what other
# projects document is named here instead of being looked up there.
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!accountkit).*\..*"),  # a dotted name of another project
    (r"py:.*", r"[a-z_]+"),  # a builtin
    (r"py:.*", r"(Any|Callable|ClassVar|Iterable|Iterator|Literal|Mapping|Self|Sequence)"),
    (r"py:.*", r"Json"),  # any value that JSON can hold
    (r"py:.*", r"(Date|Decimal|Fraction|Path|[A-Z][A-Za-z]*Error|Exception|Enum)"),
    (r"py:.*", r"(accountkit\.([a-z]\w*\.)+)?[A-Z](_co)?"),  # a type variable
    (r"py:.*", r"accountkit\.([a-z]\w*\.)*_\w+\.\w+"),  # what only our own modules hand around
]

html_theme = "furo"
html_title = f"accountkit {release}"
html_copy_source = False
html_show_sphinx = False


def _resolve(app: Sphinx, function: object, bound: bool) -> None:  # noqa: FBT001 - so Sphinx calls
    """Put real types where a function has their names; attrs leaves the names in what it makes."""
    del app, bound
    function = getattr(function, "__func__", function)
    module = sys.modules.get(getattr(function, "__module__", None) or "")
    if module is not None and getattr(function, "__annotations__", None):
        names = {**_every_name(), **vars(module)}
        with suppress(NameError, TypeError):  # a name, or a subscript, that only checkers know
            function.__annotations__ = get_type_hints(function, names)


def _every_name() -> dict[str, object]:
    """All that our modules know by name: some import a type only for type checkers."""
    ours = [module for name, module in sys.modules.items() if name.startswith("accountkit.")]
    return {name: value for module in ours for name, value in vars(module).items()}


def _take_as_prose(  # noqa: PLR0917 - the order is Sphinx's
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Keep napoleon from reading "The nearest: ..." under an attribute as a type and a text."""
    del app, name, obj, options
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def setup(app: Sphinx) -> None:
    """Hook in before napoleon, which has priority 500."""
    app.connect("autodoc-before-process-signature", _resolve)
    app.connect("autodoc-process-docstring", _take_as_prose, priority=400)
