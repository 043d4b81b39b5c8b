"""Sector differences of random cities, as plain loops over the definitions give them."""

import itertools
import math

import numpy as np
import pytest
from sample_layers import make_layer, rows_of

MEAN, POOLED, NEAREST, NAMED = range(4)
DIFFERENCE, LOG_RATIO, QUOTIENT, OWN_SHARE = range(4)
SECTORS = [f"s{number}" for number in range(5)]
ROLES = "s0=alpha；s1 = alpha;s4＝beta"  # separators of both widths
SUMMED = {"alpha": ["s0", "s1"], "s2": ["s2"], "s3": ["s3"], "beta": ["s4"]}


def random_cities(seed):
    """Cities with zeros and blanks, in regions and in none, one region without a core."""
    generator = np.random.RandomState(seed)
    rows = []
    for number in range(40):
        counts = generator.poisson(2, 5).astype(float)
        row = {
            "id": f"{number:03d}",
            "region": ["A", "B", "C", None][generator.randint(4)],
            "mr_role": ["core", "secondary", "secondary", "small"][generator.randint(4)],
            "x": 100 + generator.random_sample() * 10,
            "y": 30 + generator.random_sample() * 10,
        }
        rows.append({**row, **dict(zip(SECTORS, map(float, counts)))})
        if generator.random_sample() < 0.1:
            rows[-1]["s2"] = None
    for row in rows:
        row["region"] = "D" if row["region"] == "C" and row["mr_role"] != "core" else row["region"]
    cores = [row["id"] for row in rows if row["mr_role"] == "core"]
    for row in rows:
        row["of"] = cores[generator.randint(len(cores))] if generator.randint(5) else None
    return rows


def counts_of(row, sums, blank_is_zero):
    if blank_is_zero:
        row = {name: 0.0 if value is None else value for name, value in row.items()}
    if any(row[sector] is None for sector in SECTORS):
        return None
    found = [sum(row[sector] for sector in parts) for parts in sums.values()]
    return found if sum(found) else None


def shares_of(counts):
    return [count / sum(counts) for count in counts]


def kilometres(a, b):
    x, y, u, v = (math.radians(value) for value in (a["x"], a["y"], b["x"], b["y"]))
    half = math.sin((v - y) / 2) ** 2 + math.cos(y) * math.cos(v) * math.sin((u - x) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def cores_of(city, cores, reference):
    if reference == NAMED:
        return [core for core in cores if core["id"] == city["of"]]
    cores = [core for core in cores if city["region"] and core["region"] == city["region"]]
    if reference == NEAREST and cores:
        return [min(cores, key=lambda core: kilometres(city, core))]
    return cores


def form_of(own, base, form):
    if form == DIFFERENCE:
        return own - base
    if base == 0 or (form == LOG_RATIO and own == 0):
        return None
    return math.log(own / base) if form == LOG_RATIO else own / base


def expected_of(rows, sums, form, reference, blank_is_zero):
    counts = {row["id"]: counts_of(row, sums, blank_is_zero) for row in rows}
    usable = [row for row in rows if row["mr_role"] == "core" and counts[row["id"]]]
    for city in (row for row in rows if row["mr_role"] == "secondary"):
        cores = [counts[core["id"]] for core in cores_of(city, usable, reference)]
        own = counts[city["id"]]
        if own is None or (form != OWN_SHARE and not cores):
            yield city["id"], [None] * len(sums)
        elif form == OWN_SHARE:
            yield city["id"], shares_of(own)
        else:
            columns = zip(*(cores if reference == POOLED else map(shares_of, cores)))
            base = [sum(column) / len(cores) for column in columns]
            base = shares_of(base)  # of pooled counts
            yield city["id"], [form_of(a, b, form) for a, b in zip(shares_of(own), base)]


@pytest.mark.parametrize(("form", "reference"), itertools.product(range(4), range(4)))
def test_as_plain_loops_give(run, form, reference):
    seed = 4 * form + reference
    with_roles, blank_is_zero = seed % 2 == 0, seed % 3 == 0
    rows = random_cities(seed)
    points = [f"Point({row['x']} {row['y']})" for row in rows]
    result, _ = run(
        "corediffs",
        INPUT=make_layer(rows, points, kind="Point"),
        ID_FIELD="id",
        REGION_FIELD="region",
        SECTORS=SECTORS,
        REFERENCE=reference,
        CORE_FIELD="of",
        FORM=form,
        ROLES=ROLES if with_roles else "",
        MISSING=int(blank_is_zero),
        OUTPUT="memory:",
    )
    sums = SUMMED if with_roles else {sector: [sector] for sector in SECTORS}
    found = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    expected = dict(expected_of(rows, sums, form, reference, blank_is_zero))
    assert found.keys() == expected.keys()
    for city, values in expected.items():
        for name, value in zip(sums, values):
            wanted = None if value is None else pytest.approx(value, abs=1e-12)
            assert found[city][f"d_{name}"] == wanted, (city, name)
