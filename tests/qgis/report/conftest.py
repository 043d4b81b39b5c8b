"""One report of three regions of the example, which several files read back."""

import shutil

import pytest
from report_reader import REGIONS, SECTORS, settings
from sample_layers import EXAMPLE, make_layer, rows_of


@pytest.fixture(scope="session")
def cities(provider, example_rows):
    """Squares of half a degree around the seats of three regions' cities."""
    rows = [row for row in example_rows if row["mega_region"] in REGIONS]
    squares = []
    for row in rows:
        x, y = row["lon"], row["lat"]
        corners = [(x - 0.25, y - 0.25), (x + 0.25, y - 0.25), (x + 0.25, y + 0.25)]
        corners += [(x - 0.25, y + 0.25), (x - 0.25, y - 0.25)]
        squares.append(f"Polygon(({','.join(f'{a} {b}' for a, b in corners)}))")
    return make_layer(rows, squares, kind="Polygon")


@pytest.fixture(scope="session")
def report(cities, tmp_path_factory):
    """A report with all parts; its folder, moved to another place as users do."""
    from qgis import processing

    flows = make_layer(
        [
            {"a": a["adcode"], "b": b["adcode"], "n": 10.0 + i}
            for i, (a, b) in enumerate(zip(rows_of(cities), rows_of(cities)[1:]))
        ]
    )
    made = tmp_path_factory.mktemp("report") / "made here"
    processing.run(
        "megaregion:planningreport",
        settings(
            cities,
            made,
            SECTORS=SECTORS,
            SECTORS_MISSING=1,
            K=3,
            RASTERS=[str(EXAMPLE / "black_marble_china.tif")],
            FLOWS=flows,
            FROM_FIELD="a",
            TO_FIELD="b",
            VALUE_FIELD="n",
            NODE_ID="adcode",
            TITLE="Core and secondary cities of three mega-regions and what sets them apart " * 2,
            AUTHOR="Planning bureau",
            MAP_APPROVAL="GS(2026)0000",
            REGION_TITLE_FIELD="mega_region_name",
        ),
    )
    moved = tmp_path_factory.mktemp("moved") / "report"
    shutil.move(str(made), str(moved))
    return moved
