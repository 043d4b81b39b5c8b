"""Yearbooks' sheets as lists of rows, read as the city panel reads them."""

from megaregion.measures.prepare.cells import read_values
from megaregion.measures.prepare.columns import Remarks, Wanted
from megaregion.measures.prepare.headings import wanted_heading
from megaregion.measures.prepare.matching import Lookup
from megaregion.measures.prepare.names import name_key
from megaregion.measures.prepare.sheets import Sheet, read_layout
from megaregion.measures.prepare.units import compact

CITIES = ["北京市", "天津市", "吉林市", "台州市", "泰州市"]


def want(heading, indicator="gdp", unit="", factor=None):
    return Wanted(wanted_heading(heading), heading, indicator, unit, factor)


def read(
    rows,
    wanted,
    *,
    merges=(),
    name="2-6",
    file="2007.xlsx",
    pattern=None,
    unique=True,
    columns=False,
    **more,
):
    """Values by (city, indicator, year), the layout, the remarks, and where asked the columns."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    spans = {
        (r, c): span
        for span in merges
        for r in range(span[0], span[2] + 1)
        for c in range(span[1], span[3] + 1)
    }
    sheet = Sheet(file, name, cells, spans, **more)
    lookup = Lookup(CITIES, name_key, {"襄樊市": "襄阳市"}, "the cities")
    layout = read_layout(sheet, lookup.find, lambda t, c: compact(t) == compact(CITIES[c]))
    remarks = Remarks()
    found = {}
    if layout is None:
        return found, layout, remarks
    items = read_values(sheet, layout, wanted, pattern, remarks)
    for item in items:
        for city, row, value in zip(item.cities, item.rows, item.values):
            key = (CITIES[city], item.column.wanted.indicator, item.column.year)
            assert key not in found or not unique
            found[key] = (value, sheet.place(int(row), item.column.column))
    if columns:
        return found, layout, remarks, [item.column for item in items]
    return found, layout, remarks


def values(found):
    return {key: value for key, (value, _) in found.items() if value == value}
