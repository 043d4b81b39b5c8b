"""The rasters made of GeoTIFFs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from ....measures.errors import InputError
from ....measures.texts import tr
from .choose import DatePlan
from .geotiff import Extent, GeoTiff, cells_of, offset_in
from .notes import Notes
from .products import Download
from .quality import ALL
from .write import Grid, Job, Part

_Box = tuple[int, int, int, int]  # first column and row, and those behind the last
_EOG_TILES = ("75N180W", "75N060W", "75N060E", "00N180W", "00N060W", "00N060E")


def geotiff_jobs(
    plans: Sequence[DatePlan],
    quality: int,
    extent: Extent | None,
    notes: Notes,
    check: Callable[[], None],
) -> Iterator[tuple[DatePlan, Job]]:
    """The rasters of all dates; those made of tiles have one grid.

    Args:
        plans: of EOG's and other GeoTIFFs; their files and missing tiles are cut to the extent.
        quality: but for `ALL`, cells without a cloud-free observation are no data.
        extent: what the rasters cover; without it, all there is.
        notes: gets what the user should know.
        check: called for each file; may raise to stop.
    """
    tiled = {file.path: file for plan in plans for file in plan.files.values() if file.tile}
    around = _around([file.grid for file in _opened(tiled, check).values()]) if tiled else None
    for plan in plans:
        if extent is not None:
            needed = _eog_tiles_in(extent)
            if any(tile in _EOG_TILES for tile in plan.files):
                plan.missing = sorted(needed - plan.files.keys())
                plan.files = {tile: f for tile, f in plan.files.items() if tile in needed}
        yield plan, _job(plan, _opened(plan.files, check), around, quality, extent, notes)


def _opened(files: dict[str, Download], check: Callable[[], None]) -> dict[str, GeoTiff]:
    opened = {}
    for name, file in files.items():
        check()
        opened[name] = GeoTiff(file)
    return opened


def _job(
    plan: DatePlan,
    opened: dict[str, GeoTiff],
    around: Grid | None,
    quality: int,
    extent: Extent | None,
    notes: Notes,
) -> Job:
    if not opened:
        raise InputError(
            tr("No tile of {date} lies in the extent: choose another extent.").format(
                date=plan.date
            )
        )
    outer = _around([file.grid for file in opened.values()])
    if around is not None and all(
        file.download.tile and offset_in(file.grid, around) for file in opened.values()
    ):
        outer = around
    left, top, right, bottom = _cut(outer, extent, plan)
    grid = replace(
        outer,
        west=outer.west + left * outer.width,
        north=outer.north - top * outer.height,
        columns=right - left,
        rows=bottom - top,
    )
    parts: list[Part] = []
    used: list[str] = []
    taken: list[tuple[_Box, GeoTiff]] = []
    for tile, file in opened.items():
        place = _place(file, outer, opened)
        box = (
            max(place[0], left),
            max(place[1], top),
            min(place[0] + file.grid.columns, right),
            min(place[1] + file.grid.rows, bottom),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        _refuse_overlap(box, file, taken, plan)
        taken.append((box, file))
        used.append(tile)
        count = plan.counts.get(tile)
        parts.append(_part(file, count, box, place, (left, top), quality))
        if file.bands > 1:
            notes.add(
                tr("'{name}' has {bands} bands: the first is used.").format(
                    name=file.download.name, bands=file.bands
                )
            )
    plan.files = {tile: plan.files[tile] for tile in used}
    has_counts = any(tile in plan.counts for tile in used)
    has_gaps = sum(part.columns * part.rows for part in parts) < grid.columns * grid.rows
    sources = [] if has_counts else _sources([opened[tile] for tile in used], has_gaps)
    first = opened[used[0]] if used else None
    units = {opened[tile].unit for tile in used}
    metadata = {
        "DATE": plan.date.iso,
        "PRODUCT": f"{plan.family} {plan.product}".strip(),
        "MISSING_TILES": " ".join(plan.missing),
        "SOURCES": " ".join(plan.files[tile].name for tile in used),
    }
    return Job(
        grid,
        parts,
        units.pop() if len(units) == 1 else "",
        plan.layer or "light",
        has_counts,
        metadata,
        sources,
        first.no_data if first else None,
    )


def _sources(files: Sequence[GeoTiff], has_gaps: bool) -> list[str]:
    """The files that a virtual raster can refer to as they are; none where one cannot stay."""
    kinds = {(file.type, file.no_data) for file in files}
    if len(kinds) != 1 or not all(file.can_stay for file in files):
        return []
    # Where there is no file, a virtual raster without a no-data value is 0.
    if has_gaps and files[0].no_data is None:
        return []
    return [file.download.path for file in files]


def _around(grids: Sequence[Grid]) -> Grid:
    """The grid around all, with the cells of the first."""
    first = grids[0]
    bounds = [grid.bounds for grid in grids]
    west, north = min(b[0] for b in bounds), max(b[3] for b in bounds)
    east, south = max(b[2] for b in bounds), min(b[1] for b in bounds)
    return replace(
        first,
        west=west,
        north=north,
        columns=round((east - west) / first.width),
        rows=round((north - south) / first.height),
    )


def _place(file: GeoTiff, outer: Grid, others: dict[str, GeoTiff]) -> tuple[int, int]:
    place = offset_in(file.grid, outer)
    if place is None:
        other = next(o.download.name for o in others.values() if o is not file)
        raise InputError(
            tr(
                "'{name}' and '{other}' are of one date and differ in cells or CRS: leave "
                "one of them out of the folder."
            ).format(name=file.download.name, other=other)
        )
    return place


def _refuse_overlap(
    box: _Box,
    file: GeoTiff,
    taken: Sequence[tuple[_Box, GeoTiff]],
    plan: DatePlan,
) -> None:
    for other, earlier in taken:
        if max(box[0], other[0]) < min(box[2], other[2]) and max(box[1], other[1]) < min(
            box[3], other[3]
        ):
            raise InputError(
                tr(
                    "'{name}' and '{name_2}' are both of {date} and cover the same place: "
                    "leave one of them out of the folder."
                ).format(name=earlier.download.name, name_2=file.download.name, date=plan.date)
            )


def _cut(outer: Grid, extent: Extent | None, plan: DatePlan) -> _Box:
    """Columns and rows of the grid's part in the extent."""
    if extent is None:
        return 0, 0, outer.columns, outer.rows
    left, top, right, bottom = cells_of(extent, outer)
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    left, top = max(left, 0), max(top, 0)
    right, bottom = min(right, outer.columns), min(bottom, outer.rows)
    if left >= right or top >= bottom:
        name = next(iter(plan.files.values())).name if plan.files else plan.date.iso
        raise InputError(
            tr(
                "'{name}' does not reach the extent: choose another extent, or take the file "
                "out of the folder."
            ).format(name=name)
        )
    return left, top, right, bottom


def _part(
    file: GeoTiff,
    count: Download | None,
    box: _Box,
    place: tuple[int, int],
    corner: tuple[int, int],
    quality: int,
) -> Part:
    counts = None if count is None else GeoTiff(count)
    if counts is not None and offset_in(counts.grid, file.grid) != (0, 0):
        raise InputError(
            tr("'{name}' has other cells than '{name_2}': leave it out of the folder.").format(
                name=counts.download.name, name_2=file.download.name
            )
        )
    left, top = box[0] - place[0], box[1] - place[1]

    def read(x: int, y: int, columns: int, rows: int) -> tuple[np.ndarray, np.ndarray | None]:
        values = file.read(left + x, top + y, columns, rows)
        if counts is None:
            return values, None
        seen = counts.read(left + x, top + y, columns, rows)
        if quality != ALL:
            values[seen == 0] = np.nan
        return values, seen

    width, height = box[2] - box[0], box[3] - box[1]
    return Part(box[0] - corner[0], box[1] - corner[1], width, height, False, read)


def _eog_tiles_in(extent: Extent) -> set[str]:
    """EOG's tiles that an extent touches: 120 degrees wide, from 75 N to the equator to 65 S."""
    west, south, east, north = extent
    found = set()
    for tile in _EOG_TILES:
        match = re.fullmatch(r"(\d\d)N(\d{3})([EW])", tile)
        if match is None:
            continue
        left = int(match[2]) * (1 if match[3] == "E" else -1)
        top = int(match[1])
        bottom = 0 if top else -65
        beside = any(west < left + 120 + turn and east > left + turn for turn in (-360, 0, 360))
        if beside and south < top and north > bottom:
            found.add(tile)
    return found
