"""The same bytes whoever adds the rasters up, and nothing lost with a worker."""

import os
import pickle
import signal
import subprocess
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from light_inputs import cities, measured, rectangle, write_raster
from megaregion.layers.light import tasks, workers
from megaregion.layers.light.ground import cell_areas
from megaregion.layers.light.rasters import list_bands
from megaregion.layers.light.reading import BandSource
from megaregion.layers.light.summarise import LightOptions, Zones, light_of_cities
from megaregion.layers.light.workers import Crew, Serial, Task, crew, run_tasks
from megaregion.layers.polygons import read_polygons
from megaregion.measures.coverage import cover
from megaregion.measures.errors import InputError
from megaregion.measures.grids import Grid, Polygons
from megaregion.measures.light import windows
from megaregion.measures.light.areas import RowAreas
from megaregion.measures.light.spread import Spread
from megaregion.measures.light.statistics import ZonalOptions, ZonalStatistics
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsRasterLayer,
)

ROOT = Path(__file__).resolve().parents[3]
SHAPES = {
    "A": "Polygon((101.3 31.2, 112.9 30.1, 111.4 44.7, 102.2 41.9, 101.3 31.2))",
    "B": "Polygon((105.3 21.2, 128.9 24.1, 121.4 40.7, 112.2 31.9, 105.3 21.2))",
    "C": rectangle(115, 35, 130, 50),
}
# Runs a cluster in a process of its own: scheduler and two workers; prints what can be killed.
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                      memory_limit=0) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]
        print(cluster.scheduler_address, *pids, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def small_chunks(monkeypatch):
    """Windows, chunks and tasks so small that a small raster has several."""
    monkeypatch.setattr(windows, "_WINDOW_WIDTH", 16)
    monkeypatch.setattr(windows, "_WINDOW_CELLS", 256)
    monkeypatch.setattr(windows, "_CHUNK_CELLS", 512)
    monkeypatch.setattr(windows, "_TASK_CHUNKS", 2)


@pytest.fixture
def rasters(tmp_path):
    """Eight years of light with gaps."""
    rng = np.random.default_rng(1)
    paths = []
    for year in range(2012, 2020):
        values = rng.gamma(0.5, 9, (60, 60)).astype(np.float32)
        values[rng.random(values.shape) < 0.1] = np.nan
        crs = "EPSG:4326" if year < 2018 else "EPSG:32648"
        place = {} if year < 2018 else {"transform": (-2e5, 5e4, 0, 5.5e6, 0, -5e4)}
        path = write_raster(tmp_path / f"v_{year}.tif", values, crs=crs, **place)
        paths.append(path)
    return paths


def light_by(hands, rasters, spread=True):
    """All numbers of all cities and rasters, as bytes."""
    layer = cities(SHAPES)
    source = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    ids = [feature.id() for feature in layer.getFeatures()]
    polygons = read_polygons(source, ids, lambda: None, hands.nearby)
    transforms = QgsProject.instance().transformContext()
    zones = Zones(polygons.rings, layer.crs(), transforms, hands)
    layers = [QgsRasterLayer(path, Path(path).stem) for path in rasters]
    bands = list_bands(layers, 1, None, lambda: None).bands
    options = LightOptions(ZonalOptions(0.5), True, spread=spread, weights=bands[2])
    found = light_of_cities(zones, bands, options, hands, lambda share: None)
    parts = []
    for item in found:
        arrays = [getattr(item.statistics, field.name) for field in fields(ZonalStatistics)]
        arrays += [item.per_weight.weighted, item.per_weight.total]
        arrays += (
            [] if item.spread is None else [getattr(item.spread, name) for name in Spread._fields]
        )
        parts.append(b"".join(array.tobytes() for array in arrays))
    return parts


def processes():
    """Workers that know the package under its name, as QGIS does."""
    return ProcessPoolExecutor(2, get_context("fork"))


def test_serial_threads_and_processes_give_the_same_bytes(small_chunks, rasters):
    expected = light_by(Crew(Serial, 1), rasters)
    with ThreadPoolExecutor(3) as pool:
        assert light_by(Crew(lambda: pool, 3), rasters) == expected
    with processes() as pool:
        assert light_by(Crew(lambda: pool, 2, Serial()), rasters) == expected
    # Sums do not depend on whether the spread is asked for.
    size = len(fields(ZonalStatistics)) * len(SHAPES) * 8
    sums = [part[:size] for part in light_by(Crew(Serial, 1), rasters, False)]
    assert sums == [part[:size] for part in expected]


@pytest.fixture
def cluster():
    """The address of a local Dask cluster and its workers' process ids."""
    pytest.importorskip("distributed")
    environment = {**os.environ, "PYTHONPATH": ""}  # workers have nothing but what is sent
    running = subprocess.Popen(
        [sys.executable, "-c", CLUSTER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd="/",
    )
    address, *pids = running.stdout.readline().split()
    yield address, [int(pid) for pid in pids]
    running.stdin.close()
    running.wait(timeout=60)


def test_a_dask_cluster_gives_the_same_bytes(small_chunks, rasters, cluster):
    expected = light_by(Crew(Serial, 1), rasters)
    with crew(cluster[0]) as hands:
        assert light_by(hands, rasters) == expected


def test_a_dask_worker_killed_in_mid_run_loses_nothing(small_chunks, rasters, cluster):
    address, pids = cluster
    expected = light_by(Crew(Serial, 1), rasters)
    submitted = []
    with crew(address) as hands:

        def submit(task, original=hands.submit):
            submitted.append(original(task))
            if len(submitted) == 7:
                os.kill(pids[0], signal.SIGKILL)
            return submitted[-1]

        hands.submit = submit
        assert light_by(hands, rasters) == expected
    assert len(submitted) >= 16


def test_the_algorithm_on_a_cluster(run, rasters, cluster):
    here = measured(run, cities(SHAPES), rasters)
    there = measured(run, cities(SHAPES), rasters, SCHEDULER=cluster[0])
    assert there[:2] == here[:2]


def test_no_scheduler_and_no_dask(run, rasters, monkeypatch):
    monkeypatch.setattr(workers, "_CONNECT", 1)
    with pytest.raises(QgsProcessingException, match=r"No Dask scheduler answers at 'tcp://127"):
        measured(run, cities(SHAPES), rasters, SCHEDULER="tcp://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(QgsProcessingException, match="Dask is not installed: install"):
        measured(run, cities(SHAPES), rasters, SCHEDULER="tcp://127.0.0.1:9")


def _once_deadly(folder, number):
    """Kills its process the first time that it is run for some numbers."""
    with open(f"{folder}/{number}", "a", encoding="ascii") as stream:
        stream.write("x")
    if number % 5 == 0 and os.path.getsize(f"{folder}/{number}") == 1:
        os._exit(1)
    return number**2


def test_what_a_broken_pool_had_not_finished_is_run_again(tmp_path):
    made = []

    def make():
        made.append(processes())
        return made[-1]

    todo = [Task(_once_deadly, (str(tmp_path), n), {}) for n in range(12)]
    found = dict(run_tasks(todo, Crew(make, 2, Serial()), lambda: None))
    assert found == {n: n**2 for n in range(12)}
    assert len(made) > 1
    for pool in made:
        pool.shutdown()


def _always_deadly():
    os._exit(1)


def test_a_task_that_kills_every_worker_is_given_up():
    made = []

    def make():
        made.append(processes())
        return made[-1]

    with pytest.raises(InputError, match="A worker was lost 3 times"):
        list(run_tasks([Task(_always_deadly, (), {})], Crew(make, 1, Serial()), lambda: None))


def test_few_tasks_are_under_way_and_stopping_cancels_the_others():
    class Idle(Executor):
        def __init__(self):
            self.futures = []

        def submit(self, fn, /, *args, **kwargs):
            self.futures.append(Future())
            if len(self.futures) == 1:
                self.futures[0].set_result(7)
            return self.futures[-1]

    idle = Idle()

    class StopError(Exception):
        pass

    def pause():
        if len(idle.futures) > 4:
            raise StopError

    results = run_tasks([Task(len, ((),), {})] * 50, Crew(lambda: idle, 2), pause)
    assert next(results) == (0, 7)
    with pytest.raises(StopError):
        next(results)
    assert len(idle.futures) == 5
    assert all(future.cancelled() for future in idle.futures[1:])


def test_memory_stays_flat_over_a_thousand_days(tmp_path):
    values = np.random.default_rng(0).gamma(0.5, 9, (300, 300)).astype(np.float32)
    transform = (100, 0.1, 0, 50, 0, -0.1)
    days = [write_raster(tmp_path / f"d{n}.tif", values, transform=transform) for n in range(10)]
    grid = Grid(300, 300, transform)
    square = np.array([[103.2, 22], [127, 23], [126, 48], [104, 47], [103.2, 22]])
    coverage = cover(Polygons.from_rings([[(square, False)]]), grid)
    plan = windows.plan_zones(coverage, grid, (300, 1), RowAreas(np.ones(300)))
    todo = [
        Task(
            tasks.add_up, (BandSource("day", days[n % 10], 1), plan, plan.tasks, ZonalOptions()), {}
        )
        for n in range(1000)
    ]
    held = []
    with ThreadPoolExecutor(2) as pool:
        for _ in run_tasks(todo, Crew(lambda: pool, 2), lambda: None):
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            held.append(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
    assert len(held) == 1000
    assert max(held[200:]) < max(held[:200]) + 2  # MB; ten rasters are 4 MB


def test_an_error_of_a_task_is_told_once(tmp_path):
    plan_of = windows.ZonalPlan([], np.zeros(1), np.zeros(1), True)
    task = Task(tasks.add_up, (BandSource("gone", "/none.tif", 1), plan_of, [], ZonalOptions()), {})
    with pytest.raises(InputError, match="'gone' cannot be opened"):
        list(run_tasks([task], Crew(Serial, 1), lambda: None))


def test_a_task_stops_where_the_user_has_cancelled(small_chunks, rasters):
    grid = Grid(60, 60, (100, 0.5, 0, 50, 0, -0.5))
    ring = np.array([[101, 22], [128, 23], [127, 48], [102, 47], [101, 22]])
    coverage = cover(Polygons.from_rings([[(ring, False)]]), grid)
    plan = windows.plan_zones(coverage, grid, (16, 16), RowAreas(np.ones(60)))
    count = sum(len(chunk.windows) for chunk in plan.chunks)
    source, calls = BandSource("v_2012", rasters[0], 1), []

    class StopError(Exception):
        pass

    def check():
        calls.append(1)
        if len(calls) > 3:
            raise StopError

    for function, arguments, options in (
        (tasks.add_up, (source, plan, plan.tasks, ZonalOptions()), {"spread": True}),
        (tasks.weigh, (source, source, (grid, grid), plan, ZonalOptions()), {"on_light": True}),
    ):
        calls.clear()
        with tasks.watched(check) as run, pytest.raises(StopError):
            function(*arguments, **options, run=run)
        assert len(calls) == 4 < count
    tasks.add_up(*(source, plan, plan.tasks, ZonalOptions()), run=run)  # over: none is asked
    assert len(calls) == 4


WITHOUT_QGIS = (
    "import sys, importlib.util; sys.modules['qgis'] = None\n"
    f"spec = importlib.util.spec_from_file_location('megaregion', {str(ROOT / '__init__.py')!r},"
    f" submodule_search_locations=[{str(ROOT)!r}])\n"
    "module = importlib.util.module_from_spec(spec); sys.modules['megaregion'] = module\n"
    "spec.loader.exec_module(module)\n"
)


def in_python(code, **environment):
    """What a Python of its own prints that knows the package but no QGIS."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QGIS + code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout.strip()


def test_what_workers_run_needs_no_qgis():
    code = (
        "import megaregion.layers.light.tasks, megaregion.layers.light.workers\n"
        "import megaregion.layers.light.ground\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('pandas', 'scipy')))"
    )
    assert in_python(code) == "[]"


def test_the_same_bytes_with_any_number_of_cores_for_numpys_products(tmp_path):
    """Dask gives each worker one core for them, this machine all: digits must not depend on it."""
    rng = np.random.default_rng(2)
    utm = (-2e5, 2e3, 0, 5.5e6, 0, -2e3)
    light = write_raster(
        tmp_path / "v_2020.tif", rng.gamma(0.5, 9, (1200, 1300)), crs="EPSG:32648", transform=utm
    )
    coarse = (-2e5, 7e3, 0, 5.5e6, 0, -7e3)
    people = write_raster(
        tmp_path / "people.tif", rng.random((343, 372)), crs="EPSG:32648", transform=coarse
    )
    grids = Grid(1300, 1200, utm), Grid(372, 343, coarse)
    ring = np.array([[-1e5, 5.4e6], [2e6, 5.2e6], [2.2e6, 3.4e6], [1e5, 3.3e6], [-1e5, 5.4e6]])
    coverage = cover(Polygons.from_rings([[(ring, False)]]), grids[0])
    wkt = QgsCoordinateReferenceSystem("EPSG:32648").toWkt()
    areas = cell_areas(grids[0], wkt, "v_2020")
    plan = windows.plan_zones(coverage, grids[0], (1300, 8), areas)
    assert plan.chunks[0].windows[0].ground.by_column is not None
    sources = BandSource("v_2020", light, 1), BandSource("people", people, 1)
    (tmp_path / "given").write_bytes(pickle.dumps((*sources, grids, plan)))
    code = (
        "import pickle, hashlib\n"
        "from megaregion.layers.light.tasks import add_up, weigh\n"
        "from megaregion.measures.light.statistics import ZonalOptions\n"
        f"light, people, grids, plan = pickle.load(open({str(tmp_path / 'given')!r}, 'rb'))\n"
        "sums = add_up(light, plan, plan.tasks, ZonalOptions(), spread=True)\n"
        "weighed = weigh(light, people, grids, plan, ZonalOptions(), on_light=True)\n"
        "for found in (sums.sums, *sums.spread, *weighed):\n"
        "    print(hashlib.sha256(found.tobytes()).hexdigest())"
    )
    one, many = (
        in_python(code, OPENBLAS_NUM_THREADS=count, OMP_NUM_THREADS=count) for count in "18"
    )
    assert len(one.split()) == 6
    assert one == many
