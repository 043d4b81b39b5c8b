"""The planning report of many invented polygons: seconds and megabytes.

    .venv/bin/python benchmarks/report.py 38400              # polygons
    .venv/bin/python benchmarks/report.py 10000 --regions 13 --profile report.prof

The polygons cover the country without gaps (as those of `nighttime_light.py --invented`). The
mega-regions are blocks of them; one polygon in 40 is a core. Values are log-normal, four sectors
have employment, the night light is the example's. Time and memory are those of the whole process.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.util
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from nighttime_light import ROOT, write_invented

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")
INDICATORS = ["gdp_2006", "gdp_2023", "pop_2023"]
SECTORS = ["emp_farms", "emp_mines", "emp_works", "emp_shops"]
CORES = 40  # one city in so many


def add_values(path: Path, regions: int) -> None:
    """Regions, levels, names and values for the polygons."""
    from osgeo import ogr

    source = ogr.Open(str(path), 1)
    layer = source.GetLayer()
    for name in ("region", "name", "level"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for name in (*INDICATORS, *SECTORS):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    generator = np.random.RandomState(0)
    # As many strips as columns, each cut into blocks: together so many regions
    strips = int(np.sqrt(regions))
    centres = np.array([f.GetGeometryRef().Centroid().GetPoint_2D() for f in layer])
    strip = np.minimum(_place(centres[:, 0]) * strips, strips - 1).astype(int)
    blocks = np.full(strips, regions // strips)
    blocks[: regions % strips] += 1
    block = np.minimum(_place(centres[:, 1]) * blocks[strip], blocks[strip] - 1).astype(int)
    region = np.concatenate([[0], np.cumsum(blocks)[:-1]])[strip] + block
    layer.StartTransaction()
    for number, feature in enumerate(layer):
        core = number % CORES == 0
        feature["region"] = f"R{region[number] + 1:02d}"
        feature["name"] = f"Town {number:05d}"
        feature["level"] = "provincial capital" if core else "prefecture"
        scale = 8.0 if core else 1.0
        for name in INDICATORS:
            feature[name] = scale * float(np.exp(generator.normal(3, 1)))
        for name in SECTORS:
            feature[name] = scale * float(np.exp(generator.normal(8, 0.7)))
        layer.SetFeature(feature)
    layer.CommitTransaction()


def _place(values: np.ndarray) -> np.ndarray:
    """From 0 for the least to 1 for the greatest."""
    return (values - values.min()) / np.ptp(values)


def run_report(cities: Path, folder: Path, profile: Path | None) -> None:
    """Make the report, saying what takes place after how many seconds and with how much memory."""
    from qgis.core import QgsApplication, QgsProcessingFeedback

    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    spec = importlib.util.spec_from_file_location(
        "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["megaregion"] = package
    spec.loader.exec_module(package)
    from megaregion.processing_algorithms.provider import MegaRegionProvider

    provider = MegaRegionProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    start = time.perf_counter()

    class Feedback(QgsProcessingFeedback):
        def setProgressText(self, text: str) -> None:  # noqa: N802
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{time.perf_counter() - start:7.1f} s {peak:6.0f} MB  {text}", flush=True)

    settings = {
        "INPUT": str(cities),
        "REGION_FIELD": "region",
        "NAME_FIELD": "name",
        "LEVEL_FIELD": "level",
        "INDICATORS": INDICATORS,
        "SECTORS": SECTORS,
        "RASTERS": [str(ROOT / "resources/example/black_marble_china.tif")],
        "LIT_THRESHOLD": 50,
        "FOLDER": str(folder),
    }
    watch = cProfile.Profile()
    feedback = Feedback()
    if profile:
        watch.enable()
    processing.run("megaregion:planningreport", settings, feedback=feedback)
    if profile:
        watch.disable()
        watch.dump_stats(profile)
    feedback.setProgressText("done")
    for path in (folder / "report.pdf", folder / "report.html"):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("polygons", type=int)
    parser.add_argument("--regions", type=int, default=31)
    parser.add_argument("--folder", type=Path, help="keep the report there")
    parser.add_argument("--profile", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cities = Path(temporary) / "cities.gpkg"
        write_invented(cities, options.polygons)
        add_values(cities, options.regions)
        run_report(cities, options.folder or Path(temporary) / "report", options.profile)
        sys.stdout.flush()
        if options.folder is None:
            import shutil

            shutil.rmtree(temporary)
        os._exit(0)  # QGIS 3.22 can crash at its end


if __name__ == "__main__":
    main()
