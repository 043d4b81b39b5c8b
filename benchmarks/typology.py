"""City types: false alarms on noise, K-means beside scikit-learn, connected types beside SKATER.

    .venv/bin/python benchmarks/typology.py noise [RUNS]     pure noise called structure, 1 to 11 features
    .venv/bin/python benchmarks/typology.py kmeans           within sums of squares of the example
    .venv/bin/python benchmarks/typology.py connected        the same on neighbours, beside SKATER

`connected` needs pygeoda (benchmarks/requirements.txt).
"""

from __future__ import annotations

import csv
import importlib.util
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location(
    "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
package = importlib.util.module_from_spec(spec)
sys.modules["megaregion"] = package
spec.loader.exec_module(package)

from megaregion.measures.sectors import COUNTS, MEAN_OF_CORES, core_differences  # noqa: E402
from megaregion.measures.typology.methods import KMeans  # noqa: E402
from megaregion.measures.typology.noise import noise_silhouettes  # noqa: E402
from megaregion.measures.typology.scale import standardised  # noqa: E402
from megaregion.measures.typology.silhouette import silhouettes  # noqa: E402

KS = range(2, 11)
CITIES = 150


def go_on() -> None:
    """Nothing stops a benchmark."""


def example() -> tuple[np.ndarray, np.ndarray]:
    """Differences of the example's complete secondary cities in 11 sectors, and their places."""
    with (ROOT / "resources/example/cities.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    sectors = [name for name in rows[0] if name.startswith("emp_")]
    counts = np.array([[float(row[s]) if row[s] else np.nan for s in sectors] for row in rows])
    secondary = np.array([row["admin_level"] == "prefecture" for row in rows])
    regions = [row["mega_region"] for row in rows]
    places = np.array([[float(row["lon"]), float(row["lat"])] for row in rows])
    found = core_differences(counts, regions, ~secondary, secondary, COUNTS, MEAN_OF_CORES)
    complete = secondary & ~np.isnan(found.differences).any(axis=1)
    return found.differences[complete], places[complete]


def noise_of(kind: str, features: int, generator: np.random.RandomState) -> np.ndarray:
    """150 cities without groups."""
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
    return bool(means[best] > noise_silhouettes(values, method, list(KS), seed, go_on)[best])


def noise(runs: int) -> None:
    """How often pure noise is called structure, by kind of noise and number of features."""
    print(f"pure noise of {CITIES} cities called structure, of {runs} runs, K from 2 to 10")
    for kind in ("normal", "correlated", "skewed", "uniform"):
        for features in (1, 2, 3, 5, 8, 11) if kind != "normal" else range(1, 12):
            start = time.perf_counter()
            generator = np.random.RandomState(features)
            wrong = sum(
                called_structure(noise_of(kind, features, generator), run) for run in range(runs)
            )
            seconds = time.perf_counter() - start
            print(f"{kind:12}{features:3} features: {wrong:3}  ({seconds:.0f} s)", flush=True)


def main() -> None:
    what = sys.argv[1]
    noise(int(sys.argv[2]) if len(sys.argv) > 2 else 100)


if __name__ == "__main__":
    main()
