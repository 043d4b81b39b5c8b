"""Night light by region and role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ....measures.light.dates import LightDate
from ...light.charts import Groups, light_chart
from ...palette import ROLE_COLOURS
from ..profiles import latest_groups, light_words
from ..results import Row
from ..wishes import LIGHT
from .writer import Writer


def light(writer: Writer) -> None:
    """Mean light, sums and lit shares."""
    rows = [row for row in writer.results.rows("nighttime_groups") if row["region"]]
    if not rows:
        return
    d, w = writer.document, writer.wishes
    t = w.phrases
    d.chapter("Night light")
    words = light_words(writer.results, w)
    rasters = t.listed(list(w.rasters))
    d.text(
        "Light is the value of the raster's cells, each weighted by the part of it that a city "
        "covers: {words}, from {rasters}. A cell counts as lit above {threshold:g}.",
        words=words,
        rasters=rasters,
        threshold=w.lit_above,
    )
    if not w.unit(LIGHT):
        d.text(
            "The unit of the raster is not given (NAMES: light=words [unit]); values of a picture "
            "are display brightness and no radiance."
        )
    latest = latest_groups(writer.results)
    if LightDate.of_iso(latest[0]["date"]) is None:
        d.text("The names of the rasters give no year, so that none is named here.")
    means, dates, regions = light_means(rows)
    regions = [name for name in writer.regions if name in regions]
    writer.chart(
        "light",
        light_chart(means, dates, regions, w.unit(LIGHT)),
        "night_light",
        "Mean light of core and secondary cities: {words}.",
        words=words,
    )
    names = ["sum", "mean", "lit_share"]
    table = [
        [row["region"], row["role"] and t(row["role"]), *(row[name] for name in names)]
        for row in writer.in_order(latest)
    ]
    unit = w.unit(LIGHT)
    total = f"{t('Sum of light')} [{t('{unit} × cells', unit=unit)}]" if unit else "Sum of light"
    header = ["Mega-region", "Role", total, w.titled("Mean light", LIGHT), "Lit share"]
    d.table(header, table)
    writer.map(
        "nighttime_light",
        "Night light of the cities: {words}, from {rasters}.",
        t(
            "Map: cities from dark to bright by mean light; brightest by mega-region: {regions}.",
            regions=t.listed(light_means(rows)[2]),
        ),
        words=words,
        rasters=rasters,
    )


def light_means(rows: Sequence[Row]) -> tuple[Groups, list[Any], list[str]]:
    """Mean light by region and role, the dates, and the regions, the brightest first."""
    dates = list(dict.fromkeys(row["date"] for row in rows))
    means: Groups = {}
    for row in rows:
        if row["role"] in ROLE_COLOURS and row["mean"] is not None:
            values = means.setdefault((row["region"], row["role"]), [np.nan] * len(dates))
            values[dates.index(row["date"])] = row["mean"]
    brightness: dict[str, float] = {row["region"]: 0.0 for row in rows}
    for (region, _), values in means.items():
        brightness[region] = max(brightness[region], np.nan_to_num(values[-1]))
    years = all(len(date) == 4 and date.isdecimal() for date in dates)
    shown = [int(date) for date in dates] if years else dates
    return means, shown, sorted(brightness, key=lambda name: -brightness[name])
