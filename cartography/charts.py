"""Charts as scalable drawings for reports and layouts, made without a screen."""

from __future__ import annotations

import html
import io
import logging
import re
from typing import TYPE_CHECKING

from ..measures.errors import InputError
from .palette import TEXT

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MM_PER_INCH = 25.4
_FONTS = [
    "DejaVu Sans",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
]


def new_figure(width_mm: float, height_mm: float) -> Figure:
    """An empty figure of the given size in millimetres, safe outside the main thread.

    pyplot is not used: it keeps figures and chooses a window system, and algorithms run in
    background threads.

    Raises:
        InputError: matplotlib is not installed.
    """
    try:
        from matplotlib import font_manager, rcParams
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise InputError(
            "Charts need the Python package matplotlib, which this QGIS does not bring: install it "
            "(on Debian and Ubuntu: sudo apt install python3-matplotlib) or leave the report out."
        ) from None

    # Only fonts that are here: matplotlib keeps the error about a missing one, and with it all
    # that its callers had open, until the program ends; QGIS 3.22 may then crash over a layer.
    installed = {font.name for font in font_manager.fontManager.ttflist}

    # A missing glyph only falls back to another font; it is not worth a warning a character.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    rcParams["font.family"] = [name for name in _FONTS if name in installed]
    rcParams["font.size"] = 9
    for key in ("text.color", "axes.labelcolor", "xtick.color", "ytick.color"):
        rcParams[key] = TEXT
    return Figure(figsize=(width_mm / _MM_PER_INCH, height_mm / _MM_PER_INCH), layout="constrained")


def to_svg(figure: Figure, title: str, description: str) -> str:
    """The figure as one `<svg>` element with a title and a description for screen readers.

    Text stays text, so that it can be searched and read aloud.
    """
    from matplotlib import rc_context

    stream = io.StringIO()
    # The salt makes the ids of clip paths differ between charts of one page, and the same on
    # every run.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": title}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    svg = stream.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    label = f"<title>{html.escape(title)}</title><desc>{html.escape(description)}</desc>"
    return re.sub(r"<svg ([^>]*)>", rf'<svg role="img" \1>{_escape_group(label)}', svg, count=1)


def _escape_group(text: str) -> str:
    """The text as a replacement of `re.sub`, whose backslashes would otherwise be references."""
    return text.replace("\\", r"\\")
