"""The lines of unevenness through the years: one scale for all regions, which cuts none off."""

import re
from xml.etree import ElementTree

import pytest
from megaregion.cartography.unevenness.trend import lines

YEARS = range(2006, 2024)
NAMESPACE = "{http://www.w3.org/2000/svg}"
NUMBERS = re.compile(r"-?[0-9.]+")


def region(name, first, last, spread, direction="widening", p=0.01):
    """A row of the summary and the rows of the years, on a straight line."""
    row = {"region": name, "indicator": "gdp", "direction": direction, "slope_p_fdr": p}
    series = []
    for number, year in enumerate(YEARS):
        theil = first + (last - first) * number / (len(YEARS) - 1)
        low, high = (None, None) if spread is None else (max(theil - spread, 0), theil + spread)
        series.append(
            {"region": name, "year": year, "theil_between": theil, "ci_low": low, "ci_high": high}
        )
    return row, series


def panels(regions):
    """Of each panel: the height of its frame, and those of what is drawn in it, from the top."""
    rows, series = zip(*regions)
    svg = lines(rows, [of_year for of_region in series for of_year in of_region])
    root = ElementTree.fromstring(svg)  # noqa: S314 (made here)
    shapes = {path.get("id"): path.get("d") for path in root.iter(f"{NAMESPACE}path")}
    found = []
    for group in root.iter(f"{NAMESPACE}g"):
        shown = list(group.iter(f"{NAMESPACE}path"))
        if not re.fullmatch("axes_[0-9]+", group.get("id") or "") or not shown:
            continue  # places without a region are empty
        frame = shown[0].get("d")
        band, line = [], []
        for part in group.iter(f"{NAMESPACE}g"):
            clip = part.get("clip-path")
            for use in part.iter(f"{NAMESPACE}use") if clip else []:
                shift = float(use.get("y") or 0)
                shape = shapes[use.get("{http://www.w3.org/1999/xlink}href")[1:]]
                band += [y + shift for y in heights(shape)]
        for path in shown:
            if path.get(
                "clip-path"
            ):  # matplotlib draws a band as a path of its own or by reference
                drawn = line if "fill: none" in (path.get("style") or "") else band
                drawn += heights(path.get("d"))
        found.append((heights(frame), band, line))
    assert len(found) == len(rows)
    return found


def heights(d):
    return [float(number) for number in NUMBERS.findall(d)[1::2]]


REGIONS = [
    region("low", 0.01, 0.02, 0.005),
    region("high", 0.2, 0.3, 0.25),
    region("middle", 0.1, 0.05, 0.02, direction="narrowing", p=0.5),
    region("without interval", 0.05, 0.4, None),
    region("fifth, on a line of its own", 0.3, 0.0, 0.1),
]


@pytest.mark.parametrize("first", range(len(REGIONS)))
def test_no_panel_cuts_a_line_or_a_band_whatever_the_order_of_regions(first):
    order = REGIONS[first:] + REGIONS[:first]
    drawn = panels(order)
    for (frame, band, line), (row, series) in zip(drawn, order):
        assert len(line) >= 2
        assert min(frame) <= min(line) <= max(line) <= max(frame) + 1e-3, row["region"]
        has_band = series[0]["ci_low"] is not None
        assert bool(band) == has_band
        if band:
            assert min(frame) <= min(band) <= max(band) <= max(frame) + 1e-3, row["region"]


def test_all_panels_have_one_scale_that_begins_at_zero():
    """The same index stands at the same height in each panel: its share of the frame's height."""
    drawn = panels(REGIONS)
    tall = [max(frame) - min(frame) for frame, _, _ in drawn]
    scales = []
    for (frame, _, line), height, (_, series) in zip(drawn, tall, REGIONS):
        # A line's path may leave out points between its ends, never these
        ends = [(max(frame) - y) / height for y in (line[0], line[-1])]
        for end, row in zip(ends, (series[0], series[-1])):
            if row["theil_between"] > 0.04:
                scales.append(end / row["theil_between"])
            elif row["theil_between"] == 0:
                assert end == pytest.approx(0, abs=1e-3)
    assert scales == pytest.approx([scales[0]] * len(scales), rel=5e-3)


def test_one_region_alone():
    ((frame, band, line),) = panels(REGIONS[1:2])
    assert min(frame) <= min(band) < min(line) <= max(frame)
