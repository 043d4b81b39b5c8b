"""How long a city panel takes, and how much memory, from workbooks to the long table.

From a checkout in which `./dev test` has run once:

    QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/citypanel.py [CITIES YEARS INDICATORS]

Workbooks are made first and not counted: one a year, with a title, merged headings and units.
"""

from __future__ import annotations

import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SIZES = [(400, 30, 60), (2800, 30, 60)]
FIRST_YEAR = 1994


def make_inputs(folder, cities, years, indicators):
    """Write the workbooks, the cities and the list of columns."""
    from openpyxl import Workbook

    draw = np.random.default_rng(0)
    codes = [str(110000 + 7 * i) for i in range(cities)]
    rows = [f"{code},City {code}" for code in codes]
    (folder / "cities.csv").write_text("\n".join(["code,name", *rows]) + "\n")
    (folder / "cities.csvt").write_text('"String","String"\n')
    names = [f"indicator{i}" for i in range(indicators)]
    rows = [f"heading {name}/whole city,{name},10000 persons" for name in names]
    (folder / "columns.csv").write_text("\n".join(["heading,indicator,unit", *rows]) + "\n")
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        book = Workbook(write_only=True)
        sheet = book.create_sheet("2-6")
        sheet.append([f"2-6 Main indicators ({year})"])
        sheet.append([None, *(f"Heading {name} (persons)" for name in names)])
        sheet.append(["Code", *("Whole City" for _ in names)])
        values = draw.integers(1, 10**8, (cities, indicators))
        for code, row in zip(codes, values.tolist()):
            sheet.append([code, *row])
        book.save(folder / f"{year}.xlsx")


def measure(folder, years):
    """One run in a process of its own; prints seconds and memory."""
    sys.path.insert(0, "/usr/share/qgis/python/plugins")
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    spec = importlib.util.spec_from_file_location(
        "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["megaregion"] = importlib.util.module_from_spec(spec)
    from megaregion.processing_algorithms.provider import MegaRegionProvider
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = MegaRegionProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    from qgis import processing

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, used = time.perf_counter(), time.process_time()
    tables = [str(folder / f"{year}.xlsx") for year in range(FIRST_YEAR, FIRST_YEAR + years)]
    processing.run(
        "megaregion:citypanel",
        {
            "TABLES": tables,
            "CITIES": str(folder / "cities.csv"),
            "KEY_FIELD": "code",
            "MATCH_BY": 0,
            "COLUMNS": str(folder / "columns.csv"),
            "DERIVED": "ratio = indicator0 / indicator1",
            "OUTPUT": str(folder / "panel.gpkg"),
            "WIDE": str(folder / "wide.gpkg"),
        },
    )
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{time.perf_counter() - start:.1f} s ({time.process_time() - used:.1f} s of processor), "
        f"{after / 1e3:.0f} MB at most, {before / 1e3:.0f} MB of them QGIS"
    )


def main():
    """All sizes, or the one asked for."""
    if sys.argv[1:2] == ["--run"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
        return
    sizes = [tuple(map(int, sys.argv[1:4]))] if len(sys.argv) == 4 else SIZES
    for cities, years, indicators in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_inputs(folder, cities, years, indicators)
            print(f"{cities} cities x {years} years x {indicators} indicators:", flush=True)
            subprocess.run([sys.executable, __file__, "--run", str(folder), str(years)], check=True)


if __name__ == "__main__":
    main()
