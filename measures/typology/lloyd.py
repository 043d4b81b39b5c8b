"""Many runs of K-means at once, on sets of as many cities each.

The draws and parts that judge types need ten thousand runs of few cities. Of these scikit-learn's
own work takes a quarter of the time and its checks the rest, so that the runs are done together
here, and end where scikit-learn's would (Lloyd 1982; a test compares them), but where a city lies
exactly between two centres and the last bits decide.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_CELLS = 100_000  # speed only: distances held at a time, so that they stay in the processor's cache
_MOST_STEPS = 300  # as scikit-learn
_TOLERANCE = 1e-4  # as scikit-learn, of the features' mean variance
LOWER = 1 - 1e-9  # less is rounding, which would let threads decide between equal solutions


def settled(
    values: np.ndarray, which: np.ndarray, starts: np.ndarray, pause: Callable[[], None]
) -> tuple[np.ndarray, np.ndarray]:
    """The groups in which K-means settles from given centres.

    Args:
        values: the sets, shape (p, n, f).
        which: position of the set of each run, shape (r,).
        starts: centres of each run, shape (r, k, f).
        pause: called often; stops the work by raising.

    Returns:
        The groups, 0 to k - 1, shape (r, n), and their inertia, shape (r,): infinite in a run that
        cities nearly equal leave with an empty group.
    """
    n, k = values.shape[1], starts.shape[1]
    labels, inertia = np.empty((len(which), n), dtype=int), np.full(len(which), np.inf)
    step = max(1, _CELLS // (n * k))
    for first in range(0, len(which), step):
        pause()
        part = np.arange(first, min(first + step, len(which)))
        labels[part] = _settled(values[which[part]], starts[part])
        whole = part[(labels[part] >= 0).all(axis=1)]
        inertia[whole] = inertias(values[which[whole]], labels[whole], k)
    return labels, inertia


def _settled(values: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """The groups of one set for each run, shape (r, n, f); -1 where one is empty."""
    runs, n, f = values.shape
    result = np.full((runs, n), -1)
    close = values.var(axis=1).mean(axis=1) * _TOLERANCE
    middle = values.mean(axis=1, keepdims=True)  # distances from products need small numbers
    centres = centres - middle
    # The cities as columns, then as rows with a 1, of which the sum is a group's size
    columns = np.ascontiguousarray((values - middle).transpose(0, 2, 1))
    rows = np.concatenate([columns.transpose(0, 2, 1), np.ones((runs, n, 1))], axis=2)
    going = np.arange(runs)
    before = np.zeros((runs, centres.shape[1], n), dtype=bool)
    for step in range(_MOST_STEPS):
        members = _nearest(columns, centres)
        sums = members.astype(float) @ rows
        emptied = (sums[:, :, f] == 0).any(axis=1)
        for run in np.flatnonzero(emptied):  # rare: scikit-learn puts a far city there
            found = of_scikit_learn(values[going[run]], centres[run] + middle[going[run]])
            if found is not None:
                result[going[run]] = found
        mean = sums[:, :, :f] / np.maximum(sums[:, :, f:], 1)
        same = (members == before).all(axis=(1, 2))
        short = (((mean - centres) ** 2).sum(axis=(1, 2)) <= close[going]) | (
            step == _MOST_STEPS - 1
        )
        ends = np.flatnonzero(~emptied & (same | short))
        # After a short step scikit-learn looks once more for the nearest centres.
        last = members[ends] if same[ends].all() else _nearest(columns[ends], mean[ends])
        filled = last.any(axis=2).all(axis=1)
        result[going[ends[filled]]] = last[filled].argmax(axis=1)
        on = ~(emptied | same | short)
        centres, before = mean, members
        if not on.all():
            going, centres, before = going[on], centres[on], before[on]
            columns, rows = columns[on], rows[on]
            if not len(going):
                break
    return result


def _nearest(columns: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Whether a centre is a city's nearest, of several the first.

    Args:
        columns: the cities, shape (r, f, n).
        centres: shape (r, k, f).

    Returns:
        Shape (r, k, n).
    """
    distances = centres @ columns
    distances *= -2.0
    distances += (centres**2).sum(axis=2)[:, :, None]
    nearest = distances == distances.min(axis=1)[:, None]
    if np.count_nonzero(nearest) > nearest.shape[0] * nearest.shape[2]:
        first = nearest.argmax(axis=1)
        nearest = first[:, None] == np.arange(nearest.shape[1])[:, None]
    return np.asarray(nearest)


def of_scikit_learn(features: np.ndarray, start: np.ndarray) -> np.ndarray | None:
    """One run of scikit-learn; None where cities nearly equal leave a group empty.

    Args:
        features: shape (n, f).
        start: centres, shape (k, f).

    Returns:
        0 to k - 1, shape (n,).
    """
    from sklearn.cluster import KMeans

    labels = KMeans(n_clusters=len(start), init=start, n_init=1).fit(features).labels_
    return None if len(np.unique(labels)) < len(start) else labels


def refined(values: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """The groups with single cities moved as long as that lowers the inertia.

    A city's move also moves both centres; K-means does not see that, so that its solutions can
    often be improved by it (Hartigan 1975, Clustering Algorithms, ch. 4).

    Args:
        values: the sets, shape (p, n, f).
        labels: 0 to k - 1, no group empty, shape (p, n).
        k: number of groups.
    """
    labels = labels.copy()
    p, n = labels.shape
    least = inertias(values, labels, k) * (1 - LOWER)
    sizes = (labels[:, :, None] == np.arange(k)).sum(axis=1)
    distances = np.empty((p, n, k))
    for group in range(k):
        distances[:, :, group] = _to_centre(values, labels == group)
    sets, cities = np.arange(p), np.arange(n)
    while len(sets):
        row = np.arange(len(sets))
        part, own, counts = distances[sets], labels[sets], sizes[sets]
        size = np.take_along_axis(counts, own, axis=1)
        # What the inertia loses where a city leaves its group, and gains where it joins another
        leaving = np.take_along_axis(part, own[:, :, None], axis=2)[:, :, 0]
        leaving = leaving * (size / np.maximum(size - 1, 1))
        joining = part * (counts / (counts + 1))[:, None, :]
        joining[row[:, None], cities, own] = np.inf
        gains = np.where(size > 1, leaving - joining.min(axis=2), -np.inf)
        city = gains.argmax(axis=1)
        moves = gains[row, city] > least[sets]
        if not moves.any():
            break
        row, city, sets = row[moves], city[moves], sets[moves]
        old, new = own[row, city], joining[row, city].argmin(axis=1)
        labels[sets, city] = new
        sizes[sets, old] -= 1
        sizes[sets, new] += 1
        for group in (old, new):
            members = labels[sets] == group[:, None]
            distances[sets, :, group] = _to_centre(values[sets], members)
    return labels


def _to_centre(values: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Squared distances of all cities to the mean of some, shape (p, n)."""
    weights = members / members.sum(axis=1, keepdims=True)
    return np.asarray(((values - weights[:, None, :] @ values) ** 2).sum(axis=2))


def inertias(values: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """Sum of squared distances to the groups' means for each set, shape (p,)."""
    centres = means_of_each(values, labels, k)
    own = np.take_along_axis(centres, labels[:, :, None], axis=1)
    return np.asarray(((values - own) ** 2).sum(axis=(1, 2)))


def means_of_each(values: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """Means of the groups, shape (p, k, f)."""
    members = (labels[:, :, None] == np.arange(k)).astype(float)
    return np.asarray(members.transpose(0, 2, 1) @ values / members.sum(axis=1)[:, :, None])
