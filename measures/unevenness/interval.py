"""How certain the between-group Theil index of a year, and its change between two, are.

The cities are taken as a sample from the many that might be core or secondary cities of such a
region. What is estimated is the index at the roles' expected values. With D the log of the ratio of
the roles' means, the index is a curve over D; D's variance follows from the spread of the logs of
the values inside the roles, and the interval is what the curve takes over all D (of one year, or of
both) that the data allow. `docs/method/unevenness.md` tells how well it covers.

Sources:
    Fenton, L. F. (1960) The sum of log-normal probability distributions in scatter transmission
        systems. IRE Transactions on Communications Systems 8, 57-67.
    Aitchison, J. (1955) On the distribution of a positive random variable having a discrete
        probability mass at the origin. Journal of the American Statistical Association 50, 901-908.
    Meeker, W. Q. & Escobar, L. A. (1995) Teaching about approximate confidence regions based on
        maximum likelihood estimation. The American Statistician 49, 48-53.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .shares import CityYears, city_years, theil_between

# Values inside both roles are spread alike; with two or more cities in each, the data say how much.
SHARED_SPREAD = "shared spread"
# One role has a single city: that it is as uncertain as the other role's cities is assumed.
BORROWED_SPREAD = "borrowed spread"
_ANGLES = np.linspace(0, 2 * np.pi, 512, endpoint=False)
_NEAR = np.linspace(-1, 1, 65) * _ANGLES[1]  # as far as the next angles
_FARTHEST = 700.0  # exp of more overflows
_NO_SPREAD = 1e-12  # logs this close are equal but for rounding


@dataclass(frozen=True)
class Interval:
    """A 95 % interval; NaN where the cities do not allow one.

    Attributes:
        low: its lower end.
        high: its upper end.
        assumption: SHARED_SPREAD or BORROWED_SPREAD, what it rests on; None without an interval.
    """

    low: float
    high: float
    assumption: str | None


NO_INTERVAL = Interval(float("nan"), float("nan"), None)


@dataclass(frozen=True)
class _LogRatio:
    """The log ratio of the roles' means in each of the years.

    Attributes:
        p: the cores' share of the weights, shape (years,).
        value: shape (years,).
        covariance: shape (years, years).
        freedom: degrees of freedom of the covariance.
        assumption: as in `Interval`.
    """

    p: np.ndarray
    value: np.ndarray
    covariance: np.ndarray
    freedom: int
    assumption: str


def theil_interval(
    values: np.ndarray, is_core: np.ndarray, weights: np.ndarray | None = None
) -> Interval:
    """95 % interval of the between-group Theil index of one year.

    Args:
        values: shape (n,), zero or more, NaN where missing.
        is_core: shape (n,).
        weights: shape (n,) or None for equal weights.

    Returns:
        The interval; NO_INTERVAL without a core or secondary city, with fewer than three cities
        with values above zero, where a role has only zeros, or where the cities of each role are
        all equal, so that nothing is known of their spread.
    """
    found = _log_ratio(np.asarray(values, dtype=float)[:, None], is_core, weights)
    if found is None:
        return NO_INTERVAL
    half = _quantile(found.freedom) * np.sqrt(found.covariance[0, 0])
    ends = _theil(found.p[0], found.value[0] + np.array([-half, half]))
    equal = abs(found.value[0]) <= half  # the roles may have the same mean
    return Interval(0.0 if equal else float(ends.min()), float(ends.max()), found.assumption)


def change_interval(
    values: np.ndarray, is_core: np.ndarray, weights: np.ndarray | None = None
) -> Interval:
    """95 % interval of the change of the between-group Theil index between two years.

    Args:
        values: first and last year, shape (n, 2), zero or more, NaN where missing.
        is_core: shape (n,).
        weights: shape (n, 2), or (n,) for both years, or None for equal weights.

    Returns:
        The interval; NO_INTERVAL where a year has no core or secondary city, fewer than three
        cities have values above zero in both years, a role has only zeros in a year, or the cities
        of each role are all equal in a year, so that nothing is known of their spread.
    """
    found = _log_ratio(values, is_core, weights)
    if found is None:
        return NO_INTERVAL
    radius = _quantile(found.freedom)
    # The ellipse of log ratios that the data allow: its image is the interval. The change has no
    # extreme inside it (only a saddle, where both log ratios are zero), so that its rim suffices.
    (first, both), (_, last) = found.covariance
    # Approximated one by one, the covariances can say a little more than that the years are one.
    both = min(both, np.sqrt(first * last))
    spread = np.sqrt(first)
    shared = both / spread
    own = np.sqrt(max(last - shared**2, 0.0))

    def change(angles: np.ndarray) -> np.ndarray:
        x, y = radius * np.cos(angles), radius * np.sin(angles)
        last = _theil(found.p[1], found.value[1] + shared * x + own * y)
        return last - _theil(found.p[0], found.value[0] + spread * x)

    # Few cities leave so much open that the index can turn between two of the angles.
    around = change(_ANGLES)
    ends = _ANGLES[[around.argmin(), around.argmax()]]
    low, high = change(ends[:, None] + _NEAR)
    return Interval(float(low.min()), float(high.max()), found.assumption)


def _log_ratio(
    values: np.ndarray, is_core: np.ndarray, weights: np.ndarray | None
) -> _LogRatio | None:
    """The log ratio, None where it or its covariance is unknown."""
    cities = city_years(values, weights)
    positive = cities.amounts > 0
    usable = positive.all(axis=1)
    roles = [
        role for role in (is_core, ~is_core) if role.any() and positive[role].any(axis=0).all()
    ]
    sizes = [int((usable & role).sum()) for role in roles]
    freedom = sum(sizes) - 2
    if len(roles) < 2 or min(sizes) == 0 or freedom < 1:
        return None
    logs = np.log(np.where(usable[:, None], values, 1.0))
    residuals = [logs[usable & role] - logs[usable & role].mean(axis=0) for role in roles]
    if (np.abs(np.concatenate(residuals)).max(axis=0) < _NO_SPREAD).any():
        return None
    spread = np.exp(sum(part.T @ part for part in residuals) / freedom)
    means, covariances = zip(*(_log_mean(cities, positive, role, spread) for role in roles))
    sums = cities.weights.sum(axis=0)
    return _LogRatio(
        p=cities.weights[is_core].sum(axis=0) / sums,
        value=means[0] - means[1],
        covariance=covariances[0] + covariances[1],
        freedom=freedom,
        assumption=SHARED_SPREAD if min(sizes) > 1 else BORROWED_SPREAD,
    )


def _log_mean(
    cities: CityYears, positive: np.ndarray, role: np.ndarray, spread: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Log of a role's mean in each year, and the covariance of its error between the years.

    The mean of values with a lognormal distribution has nearly such a distribution itself (Fenton
    1960): the covariance of its log is ln(1 + C K), C the values' covariance relative to their
    expected values and K the sum of the squared shares of the weights. A share q of the cities has
    a value above zero, the others have zero (Aitchison 1955), so that C = exp(covariance of the
    logs) q_both / (q_first q_last) - 1.

    Args:
        cities: the region's.
        positive: where values are above zero, shape (n, years).
        role: the cities of the role, shape (n,).
        spread: exp of the covariance of the logs, shape (years, years).
    """
    weights = cities.weights[role]
    means = cities.amounts[role].sum(axis=0) / weights.sum(axis=0)
    shares = weights / weights.sum(axis=0)
    above, present = positive[role].astype(float), (weights > 0).astype(float)
    above_both = (above.T @ above) / (present.T @ present)
    q = np.diag(above_both)
    relative = spread * above_both / np.outer(q, q) - 1
    return np.log(means), np.log1p(relative * (shares.T @ shares))


def _theil(p: float, log_ratio: np.ndarray) -> np.ndarray:
    """The between-group Theil index at a log ratio of the means."""
    more = np.expm1(np.clip(log_ratio, -_FARTHEST, _FARTHEST))
    return theil_between(np.full(more.shape, p), p * (1 - p) * more / (1 + p * more))


def _quantile(freedom: int) -> float:
    """97.5 % quantile of Student's t distribution."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.975))
