"""Twelve cities on which every algorithm runs, and the settings with which it does.

A new algorithm gets an entry in `settings_of`; tests that go over all algorithms then cover it.
"""

from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from sample_layers import make_layer

REGION, ROLE, ID, PHASE = "reg", "mr_role", "adcode", "phase"
SECTORS = ["s1", "s2", "s3"]


def city_rows():
    """Twelve cities of two regions, with two years, sectors and everything else that is asked."""
    random = np.random.default_rng(7)
    rows = []
    for number in range(12):
        core = number % 6 < 2
        rows.append(
            {
                "city": f"City {number}",
                "adcode": str(110000 + 100 * number),
                "reg": "R" if number < 6 else "S",
                "phase": "early" if number < 6 else "late",
                "lvl": "provincial capital" if core else "prefecture-level city",
                "mr_role": "core" if core else "secondary",
                "mr_type": 1 + number % 2,
                "gdp_2006": float(10 + number * number % 7 + 20 * core),
                "gdp_2015": float(15 + number * number % 5 + 35 * core),
                "gdp_2023": float(20 + number * number % 11 + 50 * core),
                "pop_2006": float(100 + 3 * number + 200 * core),
                "pop_2023": float(110 + 5 * number + 300 * core),
                **{sector: float(random.integers(5, 90)) for sector in SECTORS},
            }
        )
    return rows


def squares(rows):
    """A square of one degree for each row, side by side, as well-known text."""
    corners = [(100 + number % 6, 30 + number // 6) for number in range(len(rows))]
    return [
        f"Polygon(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))" for x, y in corners
    ]


def cities(rows=None):
    """The cities as polygons."""
    rows = city_rows() if rows is None else rows
    return make_layer(rows, squares(rows), kind="Polygon")


def panel_settings(folder):
    """A yearbook of one year as text, and the list of its columns."""
    lines = [f"{row['adcode']},{row['gdp_2006']}" for row in city_rows()]
    (folder / "yearbook 2006.csv").write_text("\n".join(["code,GDP", *lines]), encoding="utf-8")
    return {
        "TABLES": [str(folder / "yearbook 2006.csv")],
        "CITIES": cities(),
        "KEY_FIELD": ID,
        "COLUMNS": make_layer([{"heading": "GDP", "indicator": "gdp"}], name="columns"),
    }


def flow_table(rows=None):
    """Flows between the first six cities, in both directions."""
    keys = [row["adcode"] for row in (rows or city_rows())[:6]]
    pairs = [(a, b) for a in keys for b in keys if a != b]
    return make_layer(
        [{"from": a, "to": b, "value": float(3 + n % 5)} for n, (a, b) in enumerate(pairs)],
        name="flows",
    )


def policy_table():
    """Coded policy items of both regions."""
    items = [("R", "COE-1", "core"), ("R", "CON-1", "both"), ("S", "COE-1", "secondary")]
    return make_layer([dict(zip(("region", "code", "whom"), item)) for item in items], name="plans")


def night_light(folder):
    """Three yearly rasters of night light over the cities."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    paths = []
    for year in (2021, 2022, 2023):
        path = folder / f"light_{year}.tif"
        raster = gdal.GetDriverByName("GTiff").Create(str(path), 60, 20, 1, gdal.GDT_Float32)
        raster.SetGeoTransform((100, 0.1, 0, 32, 0, -0.1))
        raster.SetProjection(reference.ExportToWkt())
        values = np.random.default_rng(year).gamma(0.5, 9, (20, 60)).astype(np.float32)
        raster.GetRasterBand(1).WriteArray(values)
        raster.FlushCache()
        paths.append(str(path))
    return paths


def settings_of(name, folder, layer=None):
    """Settings, without outputs, with which an algorithm runs on the cities.

    Args:
        name: the algorithm's.
        folder: for files that it reads, or writes beside its layers.
        layer: the cities in another form; the polygons without it.
    """
    layer = cities() if layer is None else layer
    by_region = {"INPUT": layer, "REGION_FIELD": REGION}
    by_role = {**by_region, "ROLE_FIELD": ROLE}
    three_years = {**by_role, "INDICATORS": ["gdp_2006", "gdp_2015", "gdp_2023"]}
    two_years = {**by_role, "INDICATORS": ["gdp_2006", "gdp_2023"]}
    return {
        "joincitytable": lambda: {
            "INPUT": layer,
            "KEY_FIELD": ID,
            "TABLE": make_layer([{"code": "110000", "x": 1.0}], name="table"),
            "TABLE_KEY_FIELD": "code",
            "MATCH_BY": 0,
        },
        "markcores": lambda: {**by_region, "RULE": 0, "LEVEL_FIELD": "lvl"},
        "citypanel": lambda: panel_settings(folder),
        "citygrowth": lambda: {
            **by_role,
            "FROM_FIELD": "pop_2006",
            "TO_FIELD": "pop_2023",
            "YEARS": 17,
        },
        "unevenness": lambda: two_years,
        "unevennesschange": lambda: two_years,
        "unevennesstrend": lambda: {**three_years, "PERIODS": "early=2006-2015"},
        "nestedtheil": lambda: {**two_years, "LEVELS": [PHASE]},
        "corediffs": lambda: {**by_role, "SECTORS": SECTORS, "VALUES_ARE": 0},
        "citytypes": lambda: {"INPUT": layer, "FEATURES": SECTORS, "K": 2, "N_INIT": 2},
        "comparetypes": lambda: {
            "INPUT": layer,
            "TYPE_FIELD": "mr_type",
            "INDICATORS": ["gdp_2023", "s1"],
        },
        "nighttimelight": lambda: {**by_role, "RASTERS": night_light(folder)},
        "preparelight": lambda: {
            "FOLDER": str(Path(night_light(folder)[0]).parent),
            "OUTPUT_FOLDER": str(folder / "prepared"),
        },
        "polycentricity": lambda: {**by_region, "INDICATORS": ["gdp_2006", "gdp_2023"]},
        "flows": lambda: {
            "NODES": layer,
            "NODE_ID": ID,
            "REGION_FIELD": REGION,
            "ROLE_FIELD": ROLE,
            "FLOWS": flow_table(),
            "FROM_FIELD": "from",
            "TO_FIELD": "to",
            "VALUE_FIELD": "value",
        },
        "potentialflows": lambda: {
            "INPUT": layer,
            "ID_FIELD": ID,
            "MASS_FIELD": "pop_2023",
            "MODEL": 0,
        },
        "spatialpattern": lambda: {
            "INPUT": layer,
            "INDICATORS": ["gdp_2006", "gdp_2023"],
            "PERMUTATIONS": 99,
        },
        "complementarity": lambda: {**by_role, "SECTORS": SECTORS, "VALUES_ARE": 0},
        "policythemes": lambda: {
            "TABLE": policy_table(),
            "REGION_FIELD": "region",
            "CODE_FIELD": "code",
            "ADDRESSEE_FIELD": "whom",
            "REGIONS": layer,
            "REGIONS_FIELD": REGION,
        },
        "coordinationprofile": lambda: {**by_role, "CAPACITY_INDICATORS": ["gdp_2023"]},
        "planningreport": lambda: {
            **by_role,
            "NAME_FIELD": "city",
            "INDICATORS": ["gdp_2006", "gdp_2023"],
            "FOLDER": str(folder / "report"),
        },
    }[name]()
