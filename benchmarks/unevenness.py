"""How long the unevenness measures take beside their peers, all in one run.

From a checkout in which `./dev test` has run once:

    .venv/bin/python -m pip install --no-deps inequality==1.0.1
    QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/unevenness.py
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["megaregion"] = importlib.util.module_from_spec(spec)

from megaregion.measures.inequality import dagum_decomposition  # noqa: E402
from megaregion.measures.unevenness.permutation import role_permutation_p_value  # noqa: E402

GROUPS = 31


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    title: str, ours: Callable[[], object], peer: Callable[[], object], runs: int = 5
) -> None:
    """Run both in turn after a warm-up; print the medians and the ratio peer : ours."""
    ours(), peer()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(runs)]
    a, b = (statistics.median(column) for column in zip(*pairs))
    ratio = statistics.median(y / x for x, y in pairs)
    print(f"{title:<70} {a:>9.4f} s {b:>9.4f} s   peer/ours {ratio:>9.2f}")


def pairwise(values: np.ndarray, groups: np.ndarray) -> tuple[float, float, float, float]:
    """Total, within, net between and overlap from all pairs of values, as Dagum defines them."""
    n, whole = len(values), values.sum()
    total = np.abs(values[:, None] - values[None, :]).mean() / (2 * values.mean())
    members = [values[groups == g] for g in range(GROUPS)]
    within = net = overlap = 0.0
    for j, x in enumerate(members):
        for h, y in enumerate(members[: j + 1]):
            difference = x[:, None] - y[None, :]
            up, down = np.maximum(difference, 0).mean(), np.maximum(-difference, 0).mean()
            gini = np.abs(difference).mean() / (x.mean() + y.mean())
            if j == h:
                within += gini * len(x) / n * x.sum() / whole
                continue
            gross = gini * (len(x) * y.sum() + len(y) * x.sum()) / n / whole
            affluence = abs(up - down) / (up + down)
            net += gross * affluence
            overlap += gross * (1 - affluence)
    return total, within, net, overlap


def decompose_ten_million() -> None:
    """Print the peak memory of one decomposition of 1e7 values."""
    rng = np.random.default_rng(0)
    dagum_decomposition(rng.lognormal(size=10_000_000), rng.integers(0, GROUPS, 10_000_000))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{'Dagum of 1e7 values: peak memory of the process':<70} {peak:>9.2f} GiB")


def whole_layer() -> None:
    """`megaregion:unevenness` of 370 cities, 11 indicators, 2 years beside reading the layer."""
    from qgis.core import QgsApplication, QgsFeature, QgsField, QgsVectorLayer
    from qgis.PyQt.QtCore import QVariant

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.prefixPath()) / "share/qgis/python/plugins"))
    from megaregion.processing_algorithms.provider import MegaRegionProvider
    from processing.core.Processing import Processing
    from qgis import processing

    Processing.initialize()
    provider = MegaRegionProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    layer = QgsVectorLayer("None", "cities", "memory")
    fields = [f"v{i}_{year}" for i in range(11) for year in (2006, 2023)]
    texts = [QgsField(name, QVariant.String) for name in ("city", "region", "mr_role")]
    layer.dataProvider().addAttributes([*texts, *(QgsField(f, QVariant.Double) for f in fields)])
    layer.updateFields()
    rng = np.random.default_rng(0)
    features = []
    for i in range(370):
        feature = QgsFeature(layer.fields())
        role = "core" if i < GROUPS else "secondary"
        feature.setAttributes([f"c{i}", f"r{i % GROUPS}", role, *rng.lognormal(size=22).tolist()])
        features.append(feature)
    layer.dataProvider().addFeatures(features)

    def ours() -> None:
        processing.run(
            "megaregion:unevenness",
            {"INPUT": layer, "REGION_FIELD": "region", "INDICATORS": fields, "OUTPUT": "memory:"},
        )

    def reading() -> None:
        for feature in layer.getFeatures():
            feature.attributes()

    compare("unevenness, 370 cities x 11 x 2 : reading the attributes", ours, reading)
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


def main() -> None:
    """All comparisons."""
    rng = np.random.default_rng(0)
    print(f"{'':<70} {'ours':>11} {'peer':>11}")
    values, groups = rng.lognormal(size=1_000_000), rng.integers(0, GROUPS, 1_000_000)
    compare(
        "Dagum of 1e6 values in 31 groups : numpy.argsort of them",
        lambda: dagum_decomposition(values, groups),
        lambda: np.argsort(values),
    )
    few, few_groups = values[:10_000], groups[:10_000]
    compare(
        "Dagum of 1e4 values : all pairs in numpy",
        lambda: dagum_decomposition(few, few_groups),
        lambda: pairwise(few, few_groups),
        runs=3,
    )
    process = multiprocessing.get_context("spawn").Process(target=decompose_ten_million)
    process.start()
    process.join()

    from inequality.theil import TheilDSim

    # In 31 regions of 12 cities there are fewer assignments of roles than 999: all are tried. In
    # 10 regions of 37 cities 999 are drawn.
    cities = values[:370]
    for regions, cores in ((31, 3), (10, 10)):
        region_of = np.arange(370) % regions
        members = [np.flatnonzero(region_of == region) for region in range(regions)]
        is_core = np.arange(370) < regions * cores
        compare(
            f"999 permutations, 370 cities, {regions} regions : PySAL TheilDSim",
            lambda members=members, is_core=is_core: [
                role_permutation_p_value(cities[rows], is_core[rows], None, 999, 0)
                for rows in members
            ],
            lambda region_of=region_of: TheilDSim(cities, region_of, 999),
        )
    whole_layer()


if __name__ == "__main__":
    main()
