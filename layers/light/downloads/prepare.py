"""From a folder of downloads to one raster a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ....measures.errors import InputError
from ....measures.texts import listed, tr
from ...diskerrors import reason
from ...gdaloptions import gdal_options
from ...longpaths import refuse_long
from ...replacing import Replacing, check_replaceable
from .choose import DatePlan, plan_dates
from .folder import is_prepared, search
from .geotiff import Extent
from .geotiffjobs import geotiff_jobs
from .notes import Notes
from .products import BLACK_MARBLE
from .tilejobs import tile_jobs
from .write import Job, make

_NAMED = 10  # files or tiles that a message names
_BESIDE = (".aux.xml", ".ovr", ".msk")  # what belongs to an earlier raster
# Signs of the longest path made below the folder
_BELOW = len("/.preparelight-01234567.old/light_2021_01_01.tif.aux.xml")
_OWN = re.compile(r"light_\d{4}(?:_\d\d){0,2}\.(?:tif|vrt)(?:\.aux\.xml|\.ovr|\.msk)?")


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Attributes:
        folder: of the downloads.
        dataset: the layer, empty for the usual one.
        quality: which cells count, as in `quality`.
        extent: what the rasters cover (west, south, east, north in degrees), or None for all.
    """

    folder: str
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


class RasterFolder:
    """Where rasters are made aside, until all else is done and they take their places together."""

    def __init__(self, folder: Path, made: Path, replacing: Replacing) -> None:
        self.folder = folder
        self.made = made
        self._replacing = replacing

    def check(self, plans: Sequence[DatePlan]) -> None:
        """Refuse, before any work, what earlier rasters are open elsewhere.

        Raises:
            InputError: names the file.
        """
        for plan in plans:
            names = (f"{plan.name}.tif", f"{plan.name}.vrt")
            check_replaceable(self.folder / each for name in names for each in _with_beside(name))

    def take_place(self) -> None:
        """Move all rasters in, in place of earlier ones of their dates; all, or none.

        Raises:
            InputError: a file cannot be replaced, or was not made by this plugin.
        """
        obsolete = []
        for path in sorted(self.made.iterdir()):
            target = self.folder / path.name
            _refuse_foreign(target)
            obsolete += _with_beside(target.name)
            twin = target.with_suffix(".vrt" if target.suffix == ".tif" else ".tif")
            if is_prepared(str(twin)):
                obsolete += _with_beside(twin.name)
        with _said(self.folder):
            self._replacing.take_place(self.made, obsolete)


def prepare(
    request: Request, output: RasterFolder, progress: Callable[[float], None]
) -> tuple[list[Prepared], list[str]]:
    """Make the rasters aside.

    Args:
        request: what is asked for.
        output: where; what takes their places when all else is done.
        progress: called with the share done; raises where the user has cancelled.

    Returns:
        The rasters by date, and sentences that the user should read.

    Raises:
        InputError: something cannot be read or written.
    """
    # Else GDAL writes a file beside each packed one that it reads
    with gdal_options({"CPL_VSIL_GZIP_WRITE_PROPERTIES": "NO"}):
        return _prepared(request, output, progress)


def _prepared(
    request: Request, output: RasterFolder, progress: Callable[[float], None]
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
    output.check(plans)
    jobs = _jobs(plans, tiles, request, notes, lambda: progress(0))
    with _said(output.folder):
        prepared = _make_all(jobs, len(plans), output, progress)
    for item in prepared:
        if item.missing:
            notes.add(
                tr("missing tiles are no data: {names}.").format(names=_some(item.missing)),
                item.date,
            )
    return prepared, notes.sentences()


@contextmanager
def raster_folder(path: str) -> Iterator[RasterFolder]:
    """The folder, made where it is not there, and taken away again where nothing came into it.

    Raises:
        InputError: it cannot be made, or not be written to.
    """
    folder = Path(path)
    refuse_long("OUTPUT_FOLDER", folder, _BELOW)
    missing: list[Path] = []
    try:
        with _said(folder):
            missing += [parent for parent in (folder, *folder.parents) if not parent.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            # In the folder itself, as the one above may be closed, or another disk.
            replacing = Replacing(folder, folder, "preparelight", _is_own)
            aside = ExitStack()
            made = aside.enter_context(replacing.made_aside())
        with aside:
            yield RasterFolder(folder, made, replacing)
    finally:
        for parent in missing:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """What the disk complains of as one sentence."""
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            tr("Folder '{path}' cannot be written ({strerror}): choose another one.").format(
                path=folder, strerror=reason(error)
            )
        ) from None


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
    output: RasterFolder,
    progress: Callable[[float], None],
) -> list[Prepared]:
    """Make each raster aside."""
    rows = []
    for number, (plan, job) in enumerate(jobs):
        name = f"{plan.name}{job.suffix}"
        target = output.folder / name
        _refuse_foreign(target)
        share = make(job, output.made / name, target, _part_of(progress, number, count))
        tiles = len(plan.files)
        rows.append(
            Prepared(plan.date.iso, str(target), tiles, plan.missing, share, job.unit, job.layer)
        )
    progress(1)
    return sorted(rows, key=lambda row: row.date)


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


def _with_beside(name: str) -> list[str]:
    """The raster, and what belongs to it."""
    return [name, *(name + suffix for suffix in _BESIDE)]


def _is_own(name: str) -> bool:
    return _OWN.fullmatch(name) is not None


def _some(names: Sequence[str]) -> str:
    return listed(names, _NAMED)
