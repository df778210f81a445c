"""The same picture for a document without a style sheet: PDF and Word take colours, not classes."""

import re

from markupsafe import Markup

GREY, INK, PAPER, FAINT, HUSH = "#575c68", "#22252d", "#fff", "#dedbd1", "#f1efe8"
NOW, EARLIER, SECOND = "#2a4494", "#6b6e78", "#9a4a12"

_PEN = {
    "fill": "none",
    "stroke": NOW,
    "stroke-width": "2.5",
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
}

INKS: dict[str, dict[str, str]] = {
    "strong": {"fill": INK, "font-weight": "600"},
    "ax": {"fill": "none", "stroke": FAINT},
    "now": _PEN,
    "was": _PEN
    | {"stroke": EARLIER, "stroke-width": "2", "stroke-dasharray": "6 4", "stroke-linecap": "butt"},
    "first": _PEN | {"stroke": EARLIER, "stroke-width": "2", "stroke-dasharray": "0 5"},
    "other": _PEN | {"stroke": SECOND, "stroke-dasharray": "9 4"},
    "dot": {"fill": NOW, "stroke": PAPER, "stroke-width": "1.5"},
    "open": {"fill": PAPER, "stroke": NOW, "stroke-width": "2"},
    "talk": {"fill": HUSH, "stroke": EARLIER, "stroke-width": "1.25"},
    "bal": {"fill": NOW},
    "hush": {"fill": HUSH},
    "mark": {"stroke": EARLIER, "stroke-dasharray": "2 3"},
    "no-c": {"fill": PAPER, "stroke": INK, "stroke-width": "1.25"},
    "thin": {"stroke-width": "1.75"},
    "sq": {"fill": PAPER, "stroke": SECOND, "stroke-width": "2"},
}
"""The rules of pictures.css in the light colours of tokens.css."""

_ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg"'
    f' font-family="&#39;Source Sans 3&#39;, sans-serif" font-size="13" fill="{GREY}"'
)


def inked(picture: Markup) -> Markup:
    """The picture with the same geometry and the light colours written into it."""
    coloured = re.sub(r' class="([^"]*)"', _colours, picture)
    return Markup(coloured.replace("<svg", _ROOT, 1))


def _colours(found: re.Match[str]) -> str:
    rules: dict[str, str] = {}
    for name in found[1].split():
        rules |= INKS.get(name, {})
    return "".join(f' {name}="{value}"' for name, value in rules.items())
