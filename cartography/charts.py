"""Charts as scalable drawings for reports and layouts, made without a screen."""

from __future__ import annotations

import functools
import html
import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from ..layers.cancelling import pause
from ..measures.errors import InputError
from ..measures.texts import tr
from .fonts import CHINESE_FONTS
from .palette import FONT, TEXT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

Draw = TypeVar("Draw", bound=Callable[..., Any])

_MM_PER_INCH = 25.4
MOST_DRAWN = 60  # regions in a chart, or with one of their own: more are read in the result table
_FONTS = [FONT, *CHINESE_FONTS]


def chart(draw: Draw) -> Draw:
    """Decorator of a function that draws: with the plugin's fonts, for the time of the call.

    Other charts made in the same QGIS keep their own.

    Raises:
        InputError: matplotlib is not installed.
    """

    @functools.wraps(draw)
    def drawn(*arguments: Any, **options: Any) -> Any:
        try:
            from matplotlib import font_manager, rc_context, rcParams
        except ModuleNotFoundError:
            raise InputError(
                tr(
                    "Charts need the Python package matplotlib, which this QGIS does not "
                    "bring: install it (on Debian and Ubuntu: sudo apt install "
                    "python3-matplotlib) or leave the report out."
                )
            ) from None
        # Only fonts that are here: matplotlib keeps the error about a missing one, and with it all
        # that its callers had open, until the program ends; QGIS 3.22 may then crash over a layer.
        installed = {font.name for font in font_manager.fontManager.ttflist}
        fonts = [name for name in _FONTS if name in installed]
        colours = ("text.color", "axes.labelcolor", "xtick.color", "ytick.color")
        settings = {"font.family": fonts, "font.size": 9, **dict.fromkeys(colours, TEXT)}
        if "text.parse_math" in rcParams:
            settings["text.parse_math"] = False  # a $ in a name is a dollar
        pause()
        with rc_context(settings):
            return draw(*arguments, **options)

    return cast(Draw, drawn)


def new_figure(width_mm: float, height_mm: float) -> Figure:
    """An empty figure of the given size in millimetres, safe outside the main thread.

    pyplot is not used: it keeps figures and chooses a window system, and algorithms run in
    background threads.
    """
    from matplotlib.figure import Figure

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


def say_cut(figure: Figure, drawn: int, count: int) -> None:
    """Write under a figure that it shows a part, where it does."""
    if count > drawn:
        text = tr("{drawn:,} of {count:,}; the result table has all of them.")
        figure.supxlabel(text.format(drawn=drawn, count=count), fontsize=8)


def draw_cells(axes: Axes, grid: np.ndarray, colours: Colormap, low: float, high: float) -> None:
    """Draw a coloured cell for each number of a table, the first row on top.

    Vectors, where `imshow` would put a picture into the chart.
    """
    rows, columns = grid.shape
    axes.pcolormesh(
        np.arange(columns + 1) - 0.5,
        np.arange(rows + 1) - 0.5,
        np.ma.masked_invalid(grid),
        cmap=colours,
        vmin=low,
        vmax=high,
        edgecolors="white",
        linewidth=0.6,
    )
    axes.set_ylim(rows - 0.5, -0.5)
