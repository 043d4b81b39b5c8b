"""The rasters made of tiles of Black Marble."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from osgeo import osr

from ....measures.errors import InputError
from ....measures.texts import listed, tr
from .blackmarble import TILE_DEGREES, Tile, position, tile_name
from .choose import DatePlan
from .geotiff import Extent
from .notes import Notes
from .products import Download
from .quality import ALL
from .write import Grid, Job, Part

_TILES = 36, 18  # columns and rows of tiles around the globe
_TOUCHING = 1e-6  # cells that an extent may reach over a line without taking the next cell


def tile_jobs(
    plans: Sequence[DatePlan],
    wanted: tuple[str, int],
    extent: Extent | None,
    notes: Notes,
    check: Callable[[], None],
) -> Iterator[tuple[DatePlan, Job]]:
    """The rasters of all dates, on one grid.

    A tile is missing where another date has it or the extent needs it.

    Args:
        plans: of Black Marble; their files and missing tiles are cut down to the extent.
        wanted: the layer, empty for the usual one, and which cells count, as in `quality`.
        extent: what the rasters cover; without it, the box around all tiles.
        notes: gets what the user should know.
        check: called for each tile; may raise to stop.
    """
    first = next(iter(plans[0].files.values()))
    cells = Tile(first, wanted[0]).cells
    needed = {tile for plan in plans for tile in (*plan.files, *plan.missing)}
    if extent is None:
        places = [position(tile) for tile in needed]
        left, top = (min(place[axis] for place in places) * cells for axis in (0, 1))
        right, bottom = ((max(place[axis] for place in places) + 1) * cells for axis in (0, 1))
    else:
        left, top, right, bottom = _cells_of(extent, cells)
        needed = _tiles_in(left, top, right, bottom, cells)
    for plan in plans:
        plan.missing = sorted(needed - plan.files.keys())
        plan.files = {tile: file for tile, file in plan.files.items() if tile in needed}
    if not any(plan.files for plan in plans):
        raise InputError(
            tr(
                "No tile of the folder lies in the extent: choose another extent, or fetch "
                "the tiles {names}."
            ).format(names=listed(sorted(needed)[:5]))
        )
    grid = _grid(left, top, right, bottom, cells)
    layers: dict[str, str] = {}  # of each product
    for plan in plans:
        yield plan, _job(plan, grid, (left, top, cells), wanted, layers, notes, check)


def _job(
    plan: DatePlan,
    grid: Grid,
    place: tuple[int, int, int],
    wanted: tuple[str, int],
    layers: dict[str, str],
    notes: Notes,
    check: Callable[[], None],
) -> Job:
    dataset, quality = wanted
    left, top, cells = place
    parts, unit, has_counts = [], "", False
    layer = layers.get(plan.product, dataset)
    for tile, file in plan.files.items():
        check()
        # The radiance of A1 is the same under both its names.
        own = dataset or ("" if plan.product.endswith("1") else layers.get(plan.product, ""))
        opened = Tile(file, own)
        layers[plan.product] = layer = opened.layer
        if opened.cells != cells:
            raise InputError(
                tr(
                    "'{name}' has {cells} x {cells} cells, other tiles have {cells_2} x "
                    "{cells_2}: fetch it again."
                ).format(name=file.name, cells=opened.cells, cells_2=cells)
            )
        if not opened.has_quality and quality != ALL:
            notes.add(
                tr("layer '{layer}' has no quality flags, so all its cells count.").format(
                    layer=layer
                ),
                plan.date,
            )
        has_counts = has_counts or opened.has_counts
        unit = unit or opened.unit
        parts.append(_part(file, tile, grid, (left, top, cells), (opened.layer, quality)))
    metadata = {
        "DATE": plan.date.iso,
        "PRODUCT": plan.product,
        "TILES": " ".join(plan.files),
        "MISSING_TILES": " ".join(plan.missing),
        "SOURCES": " ".join(file.name for file in plan.files.values()),
    }
    return Job(grid, parts, unit, layer, has_counts, metadata)


def _part(
    file: Download,
    tile: str,
    grid: Grid,
    place: tuple[int, int, int],
    wanted: tuple[str, int],
) -> Part:
    left, top, cells = place
    column, row = (number * cells for number in position(tile))
    if column + cells <= left:  # beyond 180 degrees
        column += _TILES[0] * cells
    west, north = max(column, left), max(row, top)
    east = min(column + cells, left + grid.columns)
    south = min(row + cells, top + grid.rows)

    def read(x: int, y: int, columns: int, rows: int) -> tuple[np.ndarray, np.ndarray | None]:
        opened = Tile(file, wanted[0])
        return opened.read(west - column + x, north - row + y, columns, rows, wanted[1])

    return Part(west - left, north - top, east - west, south - north, True, read)


def _cells_of(extent: Extent, cells: int) -> tuple[int, int, int, int]:
    """Columns and rows of the cells around an extent, counted from 180 W and on beyond 180 E."""
    west, south, east, north = extent
    per_degree = cells / TILE_DEGREES
    around = _TILES[0] * cells
    turns = math.floor((west + 180) / 360)
    left = math.floor((west + 180) * per_degree + _TOUCHING) - turns * around
    right = math.ceil((east + 180) * per_degree - _TOUCHING) - turns * around
    if right > around and right - left > around - cells:  # no tile is taken twice
        left, right = 0, around
    left = min(left, around - 1)
    top = math.floor((90 - north) * per_degree + _TOUCHING)
    bottom = math.ceil((90 - south) * per_degree - _TOUCHING)
    top, bottom = min(max(top, 0), _TILES[1] * cells - 1), min(bottom, _TILES[1] * cells)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _tiles_in(left: int, top: int, right: int, bottom: int, cells: int) -> set[str]:
    columns = range(left // cells, (right - 1) // cells + 1)
    rows = range(top // cells, (bottom - 1) // cells + 1)
    return {tile_name(column % _TILES[0], row) for column in columns for row in rows}


def _grid(left: int, top: int, right: int, bottom: int, cells: int) -> Grid:
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    size = TILE_DEGREES / cells
    return Grid(
        left * TILE_DEGREES / cells - 180,
        90 - top * TILE_DEGREES / cells,
        size,
        size,
        right - left,
        bottom - top,
        degrees.ExportToWkt(),
    )
