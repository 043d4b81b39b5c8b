"""Types of cities: found, the number of them chosen, and how firm they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..texts import listed, tr
from .choice import Diagnostics, choose, partition_checks
from .kmeans import Partition, numbered
from .methods import KMeans, KMeansFrom, Method
from .noise import gaps, noise_silhouettes
from .regions import mostly_one_region, region_agreement
from .scale import Z_SCORES, scaled
from .silhouette import silhouettes
from .stability import membership, stability

FULL_SILHOUETTE = 10_000  # above as many cities, values of K are compared on as many of them
JUDGED_WHOLE = 20_000  # above as many cities, K is chosen and judged on fewer
JUDGED_OF_MORE = 5_000
SILHOUETTE_AMONG = 2_000  # then a city's silhouette is taken among as many
_SMALLEST = 3  # a type of fewer cities is hardly a type


@dataclass(frozen=True)
class CityTypes:
    """Types of n cities.

    Attributes:
        types: 1 to K, 1 the largest, shape (n,).
        silhouettes: -1 to 1, below 0 where another type is nearer, shape (n,).
        distances: to the centre of the own type in the space clustered, shape (n,).
        membership: share of the resamples in which the city stays in its type, shape (n,).
        diagnostics: one entry for each K tried.
        chosen: the K of `types`.
        started_from: for each type the position of the group that the method started it from;
            by size where it starts from none, shape (K,).
        reason: why this K, in one sentence.
        warnings: what the user should know, one sentence each.
    """

    types: np.ndarray
    silhouettes: np.ndarray
    distances: np.ndarray
    membership: np.ndarray
    diagnostics: list[Diagnostics]
    chosen: int
    started_from: np.ndarray
    reason: str
    warnings: list[str]


def find_types(
    features: np.ndarray,
    names: Sequence[str],
    ks: Sequence[int],
    *,
    method: Method | None = None,
    scale: int = Z_SCORES,
    regions: Sequence[str | None] | None = None,
    places: np.ndarray | None = None,
    seed: int = 0,
    pause: Callable[[], None] = lambda: None,
    progress: Callable[[float], None] = lambda percent: None,
) -> CityTypes:
    """Group cities into types; of several K the one with the highest mean silhouette.

    The rows are put in the order of their values first, so that their order in the layer does not
    matter.

    Args:
        features: shape (n, f), complete.
        names: of the f features, for warnings.
        ks: values of K to try, ascending, each 2 or more.
        method: how the cities are grouped; K-means by default. A method that knows the cities by
            their positions means the rows of `features`.
        scale: Z_SCORES, ZERO_TO_ONE or AS_GIVEN.
        regions: of the n cities, None outside any; for the agreement of types and regions.
        places: coordinates that order cities of equal features, shape (n, 2).
        seed: of the starts, subsamples and draws.
        pause: called often; stops the work by raising.
        progress: told the percentage done.

    Raises:
        InputError: the cities are all equal, or fewer distinct ones than K.
    """
    keys = features if places is None else np.column_stack([features, places])
    order = np.lexsort(keys.T[::-1])
    back = np.empty(len(order), dtype=int)
    back[order] = np.arange(len(order))
    clustered = scaled(features[order], scale)  # in order: sums of numbers depend on it
    method = (method or KMeans()).in_order(order)
    constant = [name for name, column in zip(names, features.T) if np.ptp(column) == 0]
    warnings = [
        tr("Feature {name} is the same for all cities and does not tell types apart.").format(
            name=name
        )
        for name in constant
    ]
    ks, trimmed = _possible(ks, clustered)
    warnings += trimmed

    whole = clustered
    if len(whole) > JUDGED_WHOLE:
        drawn = np.random.RandomState(seed).permutation(len(whole))[:JUDGED_OF_MORE]
        drawn.sort()
        clustered, method = whole[drawn], method.of(drawn)
        ks, trimmed = _possible(ks, clustered)
        warnings += trimmed
    else:
        drawn = np.arange(len(whole))
    raw = _groups(clustered, method, ks, seed, pause, progress)
    partitions = [numbered(found) for found in raw]
    among = None if regions is None else [regions[row] for row in order[drawn]]
    diagnostics, measured = _judge(clustered, partitions, method, ks, among, seed, pause, progress)
    best, reason, doubts = choose(diagnostics, measured)
    partition = partitions[best]
    started_from = raw[best].labels[_firsts(partition.labels)]
    if len(whole) > len(clustered):
        everyone = KMeansFrom(partition.centres).groups(whole, [ks[best]], seed, pause)[0]
        partition = numbered(everyone)
        started_from = started_from[everyone.labels[_firsts(partition.labels)]]
        warnings.append(
            tr(
                "More than {whole:,} cities: the number of types was chosen and judged on {part:,} "
                "of them, drawn with the seed, which the diagnostics describe; K-means then went "
                "on from their centres with all cities. A city's silhouette is taken among "
                "{among:,} of those drawn, and its membership by the nearest centre of each part."
            ).format(whole=JUDGED_WHOLE, part=JUDGED_OF_MORE, among=SILHOUETTE_AMONG)
        )
    own, stays = _of_cities(whole, clustered, drawn, partition, measured[best], method, seed, pause)
    progress(95)
    types = partition.labels[back] + 1
    warnings += doubts + _about_types(partition) + mostly_one_region(types, regions)
    distances = np.sqrt(((whole - partition.centres[partition.labels]) ** 2).sum(axis=1))
    return CityTypes(
        types=types,
        silhouettes=own[back],
        distances=distances[back],
        membership=stays[back],
        diagnostics=diagnostics,
        chosen=ks[best],
        started_from=started_from,
        reason=reason,
        warnings=warnings,
    )


def _groups(
    clustered: np.ndarray,
    method: Method,
    ks: Sequence[int],
    seed: int,
    pause: Callable[[], None],
    progress: Callable[[float], None],
) -> list[Partition]:
    """One partition for each k, as the method numbers them."""
    if not isinstance(method, KMeans):  # one tree serves all
        return method.groups(clustered, ks, seed, pause)
    raw: list[Partition] = []
    for done, k in enumerate(ks):
        raw += method.groups(clustered, [k], seed, pause)
        progress(30 * (done + 1) / len(ks))
    return raw


def _judge(
    clustered: np.ndarray,
    partitions: Sequence[Partition],
    method: Method,
    ks: Sequence[int],
    regions: Sequence[str | None] | None,
    seed: int,
    pause: Callable[[], None],
    progress: Callable[[float], None],
) -> tuple[list[Diagnostics], np.ndarray]:
    """Diagnostics of each k, and the silhouettes they rest on, shape (number of ks, cities)."""
    n = len(clustered)
    labels = [partition.labels for partition in partitions]
    firmness = stability(clustered, labels, method, ks, seed, pause)
    progress(50)
    noise = noise_silhouettes(clustered, method, ks, seed, pause)
    progress(75)
    gap = gaps(clustered, method, [p.inertia for p in partitions], ks, seed, pause)
    progress(85)
    rows: np.ndarray = np.arange(n)
    if n > FULL_SILHOUETTE:
        rows = np.sort(np.random.RandomState(seed).permutation(n)[:FULL_SILHOUETTE])
    measured = silhouettes(clustered, labels, rows, pause)
    diagnostics = [
        Diagnostics(
            k=k,
            inertia=partition.inertia,
            **_of_silhouettes(measured[place], n),
            **partition_checks(clustered, partition.labels, partition.inertia),
            stability=float(firmness[place]),
            noise_silhouette=float(noise[place]),
            gap=float(gap[place]),
            region_agreement=region_agreement(partition.labels, regions),
        )
        for place, (k, partition) in enumerate(zip(ks, partitions))
    ]
    return diagnostics, measured


def _of_cities(
    whole: np.ndarray,
    judged: np.ndarray,
    drawn: np.ndarray,
    partition: Partition,
    measured: np.ndarray,
    method: Method,
    seed: int,
    pause: Callable[[], None],
) -> tuple[np.ndarray, np.ndarray]:
    """Silhouette and membership of every city in the partition chosen."""
    labels, n = partition.labels, len(whole)
    if n == len(judged):
        own = measured
        if n > FULL_SILHOUETTE:
            own = silhouettes(whole, [labels], np.arange(n), pause)[0]
        return own, membership(whole, labels, method, seed, pause)
    among = drawn[np.random.RandomState(seed).permutation(len(drawn))[:SILHOUETTE_AMONG]]
    missing = np.setdiff1d(labels, labels[among])  # each type must be there
    among = np.union1d(among, [np.flatnonzero(labels == label)[0] for label in missing]).astype(int)
    own = silhouettes(whole, [labels], np.arange(n), pause, among)[0]
    return own, membership(whole, labels, method, seed, pause, everyone=True)


def _firsts(labels: np.ndarray) -> np.ndarray:
    """Position of the first city of each label."""
    return np.asarray(np.unique(labels, return_index=True)[1])


def _possible(ks: Sequence[int], features: np.ndarray) -> tuple[list[int], list[str]]:
    """The values of K for which there are enough distinct cities, which stand in order."""
    distinct = 1 + int((np.diff(features, axis=0) != 0).any(axis=1).sum())
    if distinct == 1:
        raise InputError(
            tr(
                "All cities have the same values in all features, so there are no types to "
                "tell apart: choose other features."
            )
        )
    possible = [k for k in ks if k <= distinct]
    if not possible:
        raise InputError(
            tr(
                "There are only {distinct} cities with different values, too few for {min} "
                "types: choose a K of at most {distinct}."
            ).format(distinct=distinct, min=min(ks))
        )
    if len(possible) == len(ks):
        return possible, []
    return possible, [
        tr(
            "There are only {distinct} cities with different values: K was tried up to {most}."
        ).format(distinct=distinct, most=possible[-1])
    ]


def _of_silhouettes(values: np.ndarray, n: int) -> dict[str, float]:
    """Mean, its standard error, and quartiles of silhouettes measured on some or all of n."""
    m = len(values)
    # Of a sample drawn without replacement; nothing is uncertain where all were measured.
    error = values.std(ddof=1) * np.sqrt((1 - m / n) / m) if m < n else 0.0
    q1, median, q3 = np.percentile(values, [25, 50, 75])
    return {
        "silhouette": float(values.mean()),
        "silhouette_se": float(error),
        "silhouette_q1": float(q1),
        "silhouette_median": float(median),
        "silhouette_q3": float(q3),
    }


def _about_types(partition: Partition) -> list[str]:
    sizes = np.bincount(partition.labels)
    small = [
        tr("type {number} has {size}").format(number=t + 1, size=size)
        for t, size in enumerate(sizes)
        if size < _SMALLEST
    ]
    if not small:
        return []
    return [
        tr("Types of fewer than {least} cities: {types}; look at these cities one by one.").format(
            least=_SMALLEST, types=listed(small)
        )
    ]
