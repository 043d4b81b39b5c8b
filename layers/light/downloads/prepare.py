"""From a folder of downloads to one raster a date."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from ....measures.errors import InputError
from ....measures.texts import listed, tr
from ...gdaloptions import gdal_options
from .choose import DatePlan, plan_dates
from .folder import is_prepared, search
from .geotiff import Extent
from .geotiffjobs import geotiff_jobs
from .notes import Notes
from .products import BLACK_MARBLE
from .tilejobs import tile_jobs
from .write import Job, make

_NAMED = 10  # files or tiles that a message names


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Attributes:
        folder: of the downloads.
        output: folder of the rasters; it may lie in `folder` or be it.
        dataset: the layer, empty for the usual one.
        quality: which cells count, as in `quality`.
        extent: what the rasters cover (west, south, east, north in degrees), or None for all.
    """

    folder: str
    output: str
    dataset: str
    quality: int
    extent: Extent | None


@dataclass(frozen=True)
class Prepared:
    """The raster of one date.

    Attributes:
        date: ISO text.
        path: of the raster.
        tiles: files it is made of.
        missing: names of tiles that are not there, no data in the raster.
        valid_share: share of the raster's cells that have a value.
        unit: of the values, empty where it is not known.
        layer: what the values are.
    """

    date: str
    path: str
    tiles: int
    missing: list[str]
    valid_share: float
    unit: str
    layer: str


def prepare(
    request: Request, progress: Callable[[float], None]
) -> tuple[list[Prepared], list[str]]:
    """Make the rasters: all of them, or none where something fails.

    Args:
        request: what is asked for.
        progress: called with the share done; raises where the user has cancelled.

    Returns:
        The rasters by date, and sentences that the user should read.

    Raises:
        InputError: something cannot be read or written.
    """
    # Else GDAL writes a file beside each packed one that it reads
    with gdal_options({"CPL_VSIL_GZIP_WRITE_PROPERTIES": "NO"}):
        return _prepared(request, progress)


def _prepared(
    request: Request, progress: Callable[[float], None]
) -> tuple[list[Prepared], list[str]]:
    notes = Notes()
    found = search(request.folder, lambda: progress(0))
    if found.others:
        notes.add(
            tr("Files that are no night light or tell no date are left out: {names}.").format(
                names=_some(found.others)
            )
        )
    plans, is_eog_layer = plan_dates(found.downloads, request.dataset, notes)
    tiles = [plan for plan in plans if plan.family == BLACK_MARBLE]
    if request.dataset and not is_eog_layer and not tiles:
        raise InputError(
            tr(
                "No file of the folder has a layer '{dataset}': leave it blank, or choose "
                "one of {value}."
            ).format(
                dataset=request.dataset,
                value=listed(sorted({plan.layer for plan in plans if plan.layer})) or tr("none"),
            )
        )
    jobs = _jobs(plans, tiles, request, notes, lambda: progress(0))
    with new_folder(request.output) as output:
        prepared = _make_all(jobs, len(plans), output, progress)
    for item in prepared:
        if item.missing:
            notes.add(
                tr("missing tiles are no data: {names}.").format(names=_some(item.missing)),
                item.date,
            )
    return prepared, notes.sentences()


@contextmanager
def new_folder(path: str) -> Iterator[Path]:
    """The folder, made where it is not there, and taken away again where nothing came into it.

    Raises:
        InputError: it cannot be made, or not be written to.
    """
    folder = Path(path)
    missing: list[Path] = []
    try:
        missing += [parent for parent in (folder, *folder.parents) if not parent.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(
            tr("Folder '{path}' cannot be written ({strerror}): choose another one.").format(
                path=path, strerror=getattr(error, "strerror", None) or error
            )
        ) from None
    finally:
        for made in missing:
            if made.is_dir() and not any(made.iterdir()):
                made.rmdir()


def _jobs(
    plans: Sequence[DatePlan],
    tiles: Sequence[DatePlan],
    request: Request,
    notes: Notes,
    check: Callable[[], None],
) -> Iterator[tuple[DatePlan, Job]]:
    others = [plan for plan in plans if plan.family != BLACK_MARBLE]
    if tiles:
        wanted = request.dataset, request.quality
        yield from tile_jobs(tiles, wanted, request.extent, notes, check)
    if others:
        yield from geotiff_jobs(others, request.quality, request.extent, notes, check)


def _make_all(
    jobs: Iterator[tuple[DatePlan, Job]],
    count: int,
    output: Path,
    progress: Callable[[float], None],
) -> list[Prepared]:
    """Make each raster beside its place, and move all there when the last is complete."""
    token = uuid4().hex[:8]
    made: list[tuple[Path, Path, Prepared]] = []
    temporary: list[Path] = []
    try:
        for number, (plan, job) in enumerate(jobs):
            target = output / f"light_{plan.date.tag}{job.suffix}"
            _refuse_foreign(target)
            beside = output / f".light_{plan.date.tag}_{token}{job.suffix}"
            temporary.append(beside)
            share = make(job, str(beside), _part_of(progress, number, count))
            row = Prepared(
                plan.date.iso,
                str(target),
                len(plan.files),
                plan.missing,
                share,
                job.unit,
                job.layer,
            )
            made.append((beside, target, row))
        progress(1)
        for beside, target, _ in made:
            os.replace(beside, target)
            _remove_stale(target)
    finally:
        for beside in temporary:
            for path in (beside, Path(f"{beside}.aux.xml")):
                path.unlink(missing_ok=True)
    return sorted((row for *_, row in made), key=lambda row: row.date)


def _part_of(progress: Callable[[float], None], number: int, count: int) -> Callable[[float], None]:
    """Progress of one of several rasters, told as progress of all."""
    return lambda share: progress((number + share) / count)


def _refuse_foreign(target: Path) -> None:
    """Only rasters that were made here are replaced."""
    if target.exists() and not is_prepared(str(target)):
        raise InputError(
            tr(
                "'{target}' is there already and was not made by this algorithm: choose "
                "another output folder, or move it away."
            ).format(target=target)
        )


def _remove_stale(target: Path) -> None:
    """What belongs to an earlier raster of the same date."""
    for suffix in (".aux.xml", ".ovr"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    twin = target.with_suffix(".vrt" if target.suffix == ".tif" else ".tif")
    if twin.exists() and is_prepared(str(twin)):
        twin.unlink()


def _some(names: Sequence[str]) -> str:
    return listed(names, _NAMED)
