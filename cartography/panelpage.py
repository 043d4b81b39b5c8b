"""The page of a city panel: which values there are, and what was done."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import numpy as np
from qgis.core import QgsVectorLayer

from ..measures.texts import tr
from .page import Page
from .palette import NO_DATA, TEXT
from .palette import UNEVENNESS_SEQUENCE as SHADES

_MOST_CITIES = 500  # a longer page is read by nobody
_MOST_COLUMNS = 60  # of a table with a column for each indicator and year
_CELL, _ROW, _LABEL, _TOP = 18, 14, 150, 8
# In the order of the panel's flags: none, published, merged, derived, interpolated.
_FLAG_COLOURS = [NO_DATA, "#0072B2", "#E69F00", "#009E73", "#56B4E9"]


def panel_page(
    value: np.ndarray,
    flag: np.ndarray,
    cities: Sequence[str],
    years: Sequence[int],
    indicators: Sequence[tuple[str, str, str]],
    flags: Sequence[str],
    notes: Iterable[tuple[str, bool]],
) -> Page:
    """The report of `citypanel`.

    Args:
        value: values, NaN where there is none, shape (cities, years, indicators).
        flag: positions in `flags`, same shape.
        cities: their names.
        years: the years.
        indicators: name, heading or expression, and unit.
        flags: names of the flags, the first that of no value.
        notes: sentences on what was done, and whether each is a warning.
    """
    known = np.isfinite(value)
    page = Page(
        tr("City panel"),
        tr("{count} cities, {value} to {value_2}").format(
            count=len(cities), value=years[0], value_2=years[-1]
        ),
    )
    page.heading(tr("Indicators and years"))
    page.paragraph(tr("How many cities have a value."))
    page.table(
        ["indicator", *map(str, years)],
        [[name, *known[:, :, i].sum(axis=0).tolist()] for i, (name, _, _) in enumerate(indicators)],
    )
    page.table(
        ["indicator", "heading or expression", "unit", *flags[1:]],
        [
            [*item, *np.bincount(flag[:, :, i].ravel(), minlength=len(flags))[1:].tolist()]
            for i, item in enumerate(indicators)
        ],
    )
    page.heading(tr("Cities and years"))
    shown = np.argsort(known.mean(axis=(1, 2)), kind="stable")[:_MOST_CITIES]
    shown = np.sort(shown)
    if len(shown) < len(cities):
        page.note(
            tr("Of {count} cities the {count_2} with the fewest values are shown.").format(
                count=len(cities), count_2=len(shown)
            )
        )
    rows = [cities[i] for i in shown]
    if len(years) * len(indicators) <= _MOST_COLUMNS:
        columns = [f"{year} {name}" for name, _, _ in indicators for year in years]
        kinds = flag[shown].transpose(0, 2, 1).reshape(len(rows), -1).tolist()
        page.figure(
            heat_table(
                rows,
                columns,
                [[_FLAG_COLOURS[kind] for kind in row] for row in kinds],
                [[flags[kind] or tr("no value") for kind in row] for row in kinds],
            ),
            tr(
                "Grey: no value. Dark blue: published. Orange: merged. Green: derived. Light "
                "blue: interpolated."
            ),
        )
    else:
        shares = known[shown].mean(axis=2).tolist()
        page.figure(
            heat_table(
                rows,
                list(map(str, years)),
                [list(map(_shade, row)) for row in shares],
                [[f"{share:.0%}" for share in row] for row in shares],
            ),
            tr("Share of the indicators that have a value: grey none, dark all."),
        )
    page.heading(tr("What was done"))
    for text, warning in notes:
        (page.note if warning else page.paragraph)(text)
    return page


def heat_table(
    rows: Sequence[str],
    columns: Sequence[str],
    colours: Sequence[Sequence[str]],
    titles: Sequence[Sequence[str]],
) -> str:
    """A table of coloured cells as SVG, each with a title that shows under the pointer."""
    top = _TOP + max(7 * len(name) for name in columns)
    width, height = _LABEL + _CELL * len(columns) + 6, top + _ROW * len(rows) + 6
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'font-family="sans-serif" font-size="10" fill="{TEXT}">'
    ]
    for position, name in enumerate(columns):
        x = _LABEL + _CELL * position + _CELL / 2 + 3
        parts.append(
            f'<text transform="translate({x:g} {top - 4}) rotate(-90)">{html.escape(name)}</text>'
        )
    for row, name in enumerate(rows):
        y = top + _ROW * row
        short = name if len(name) <= 24 else name[:23] + "…"
        parts.append(
            f'<text x="{_LABEL - 5}" y="{y + 10}" text-anchor="end">{html.escape(short)}</text>'
        )
        for column, (colour, title) in enumerate(zip(colours[row], titles[row])):
            words = html.escape(f"{name}, {columns[column]}: {tr(title)}")
            parts.append(
                f'<rect x="{_LABEL + _CELL * column}" y="{y}" width="{_CELL - 1}" '
                f'height="{_ROW - 1}" fill="{colour}"><title>{words}</title></rect>'
            )
    return "".join([*parts, "</svg>"])


def _shade(share: float) -> str:
    return NO_DATA if share == 0 else SHADES[min(int(share * len(SHADES)), len(SHADES) - 1)]


def set_aliases(layer: QgsVectorLayer, aliases: dict[str, str], fields: dict[str, str]) -> None:
    """Say in words and units what the fields of the wide layer are.

    Args:
        layer: the layer.
        aliases: alias of each field by the name asked for.
        fields: name asked for to the name that the format made of it.
    """
    for asked, written in fields.items():
        if asked in aliases:
            layer.setFieldAlias(layer.fields().indexOf(written), aliases[asked])
