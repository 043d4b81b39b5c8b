"""Core-secondary unevenness through all years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..measures.texts import listed, tr
from . import parameters
from .comparison import ComparisonAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource

    from ..layers.comparison import Comparison
    from .call import Call

ALL_YEARS = 0  # of COMPARE


class UnevennessTrend(ComparisonAlgorithm):
    """One row a region and indicator; a series, periods, a temporal layer, a report."""

    ID = "unevennesstrend"
    TITLE = "Unevenness through all years"
    RESULT = "Trend of unevenness"
    NEEDS = ("scipy",)
    TAGS = ("theil", "trend", "mann-kendall", "convergence", "sigma", "beta", "five-year plan")
    SUMMARY = (
        "Follows the unevenness between core and secondary cities of each mega-region through all "
        "years: its slope and whether that is more than chance, whether cities come closer "
        "together, and what happened in periods such as five-year plans.\n\n"
        "slope: Theil-Sen slope of theil_between, a year. slope_p: Mann-Kendall test that is safe "
        "where neighbouring years resemble each other; slope_p_fdr is adjusted for the number of "
        "tests. direction follows the slope over all years, or is reversed where the richer side "
        "changes. sigma_slope: slope of the coefficient of variation of all cities, below zero "
        "where they come closer together. beta: how much slower, in log points a year, a city "
        "grows that was larger at first; below zero where poorer cities catch up (beta_p its "
        "p-value).\n\n"
        "The same cities are followed through all years of an indicator, unless all of each year "
        "are asked for. Three years or more are needed, and five or more for a p-value below "
        "0.05. Chance ups and downs of the first year look like catching up: read beta_p together "
        "with sigma_slope."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            *self.inputs(),
            parameters.text(
                "PERIODS",
                "Periods",
                "Periods whose change is told, as name=first-last separated by ';', such as "
                "11th plan=2006-2010;12th plan=2011-2015. Both years must be years of the data.",
            ),
            parameters.choice(
                "COMPARE",
                "Cities followed",
                ["Those with a value in all years", "All of each year"],
                "A city without a value in some of the years can bend a series by its absence "
                "alone: it is left out of all of them, unless all are asked for.",
                optional=True,
                advanced=True,
            ),
            *self.outputs(
                "A table with one row for each region and indicator.",
                "The regions' dissolved polygons, one for each year, with theil_<indicator> and "
                "gini_<indicator> and the year as date, ready for the temporal controller. Needs "
                "city polygons.",
                "A page to read and print: lines of every region and indicator with their 95% "
                "bands, what is certain and what is not, the method and its sources.",
            ),
            parameters.sink(
                "SERIES",
                "Trend of unevenness, series",
                "A table with one row for each region, indicator and year: theil_between with its "
                "95% interval, gini_between, ratio of the means.",
                optional=True,
            ),
            parameters.sink(
                "PERIOD_CHANGES",
                "Trend of unevenness, periods",
                "A table with one row for each region, indicator and period: the change of "
                "theil_between from its first to its last year.",
                optional=True,
            ),
        )

    def work(self, call: Call) -> None:
        import numpy as np

        from ..cartography.unevenness.findings import trend_findings
        from ..cartography.unevenness.trend import trend_page
        from ..layers.comparison import report_missing
        from ..layers.unevenness.followed import followed
        from ..layers.unevenness.periods import PERIOD_COLUMNS, parse_periods, period_rows
        from ..layers.unevenness.trend import SERIES, TREND, series_row, trend_row
        from ..measures.significance import fdr

        periods = parse_periods(call.text("PERIODS"))
        source, comparison = self.comparison(call)
        names = _with_years(comparison, call)
        same = call.choice("COMPARE") == ALL_YEARS
        found = [
            (region, name, followed(comparison, region, name, same, call.feedback))
            for name in names
            for region in comparison.regions
        ]
        rows, series = [], []
        for region, name, cells in call.each(found):
            report_missing(cells, comparison.missing, call.feedback)
            of_cells = [series_row(cell) for cell in cells]
            series += of_cells
            rows.append(trend_row(region, name, cells, of_cells))
        adjusted = fdr(np.array([row["slope_p"] for row in rows], dtype=float))
        for row, value in zip(rows, adjusted):
            row["slope_p_fdr"] = value
            if row["direction"] is None:
                call.warn(
                    tr(
                        "{region}, {indicator}: unevenness is defined in {years} years only; no "
                        "trend."
                    ).format(region=row["region"], indicator=row["indicator"], years=row["years"])
                )
        call.finding(*trend_findings(rows))
        changes = period_rows(series, periods, call.feedback)
        call.table("OUTPUT", self.RESULT, TREND, (row.values() for row in rows))
        call.table("SERIES", "Trend of unevenness, series", SERIES, (r.values() for r in series))
        call.table("PERIOD_CHANGES", "Trend of unevenness, periods", PERIOD_COLUMNS, changes)
        self._years_of_regions(call, source, comparison, series)
        call.page(lambda: trend_page(rows, series, changes))

    def _years_of_regions(
        self,
        call: Call,
        source: QgsProcessingFeatureSource,
        comparison: Comparison,
        series: list[dict[str, Any]],
    ) -> None:
        """One polygon a region and year."""
        from ..cartography.unevenness.trend import style_years

        shapes = self.places(call, source, comparison)
        if shapes is None:
            return
        names = list(dict.fromkeys(row["indicator"] for row in series))
        years = sorted({row["year"] for row in series})
        found = {(row["region"], row["year"], row["indicator"]): row for row in series}
        columns = [("region", str), ("date", str), ("year", int)]
        columns += [(f"{measure}_{name}", float) for name in names for measure in ("theil", "gini")]
        rows, geometries = [], []
        for region, shape in zip(comparison.regions, shapes.pop("geometries")):
            for year in years:
                row: list[Any] = [region, str(year), year]
                for name in names:
                    cell = found.get((region, year, name), {})
                    row += [cell.get("theil_between"), cell.get("gini_between")]
                rows.append(row)
                geometries.append(shape)
        call.table(
            "REGIONS",
            "Trend of unevenness, regions",
            columns,
            rows,
            geometries=geometries,
            style=style_years,
            **shapes,
        )


def _with_years(comparison: Comparison, call: Call) -> list[str]:
    """The indicators with three or more years."""
    from ..layers.unevenness.trend import FEWEST_YEARS
    from ..measures.errors import InputError

    names = []
    for name in comparison.panel.names:
        years = [year for year in comparison.panel.years_of(name) if year is not None]
        if len(years) >= FEWEST_YEARS:
            names.append(name)
        else:
            known = listed(map(str, years)) or tr("no year")
            call.warn(
                tr("{name} has {known}: a trend needs three years, so it is left out.").format(
                    name=name, known=known
                )
            )
    if not names:
        raise InputError(
            tr(
                "No indicator has three years: choose fields of one indicator that end in "
                "_YYYY (gdp_2006, gdp_2010, gdp_2023), or name the year field."
            )
        )
    return names
