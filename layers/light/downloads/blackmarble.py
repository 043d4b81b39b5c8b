"""Tiles of NASA's Black Marble (VNP46A1 to A4), read with GDAL's HDF5 driver."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from osgeo import gdal

from ....measures.errors import InputError
from ....measures.texts import listed, tr
from .products import RADIANCE, Download, unit_in_words
from .quality import ALL, accepted_flags, accepted_raw
from .quiet import quietly

TILE_DEGREES = 10.0
_FIELDS = "Data Fields"
# The first that a tile has is taken; A1 is named differently in its two collections.
_USUAL = {
    "1": ["DNB_At_Sensor_Radiance", "DNB_At_Sensor_Radiance_500m"],
    "2": ["DNB_BRDF-Corrected_NTL", "Gap_Filled_DNB_BRDF-Corrected_NTL"],
    "3": [f"{angles}_Composite_Snow_Free" for angles in ("AllAngle", "NearNadir", "OffNadir")],
}
_USUAL["4"] = _USUAL["3"]
# The documented fill of each type, where a file does not declare it or declares another.
_FILLS = {"f": -999.9, "u": 65535.0}


class Tile:
    """One `.h5` file, open for reading.

    Args:
        download: the file.
        dataset: the layer wanted, empty for the usual one: the composite of all angles without
            snow, the corrected light of a day, the radiance at the sensor.

    Raises:
        InputError: GDAL has no HDF5 driver, the file is damaged or no Black Marble, or has no
            such layer.
    """

    def __init__(self, download: Download, dataset: str = "") -> None:
        self.download = download
        self._file = _open(download)
        self._fields = self._data_fields()
        self._names: list[str] = self._fields.GetMDArrayNames() or []
        self.layer = self._choose(dataset)
        self._array = self._fields.OpenMDArray(self.layer)
        sizes = [dimension.GetSize() for dimension in self._array.GetDimensions()]
        if len(sizes) != 2 or sizes[0] != sizes[1]:
            raise InputError(
                tr(
                    "Layer '{layer}' of '{name}' has {names} cells and not as many rows as "
                    "columns: fetch the file again."
                ).format(layer=self.layer, name=download.name, names=" x ".join(map(str, sizes)))
            )
        self.cells: int = sizes[0]
        usual = any(self.layer == name for names in _USUAL.values() for name in names)
        self.unit = unit_in_words(self._array.GetUnit()) or (RADIANCE if usual else "")

    @property
    def has_quality(self) -> bool:
        """Whether the layer has quality flags."""
        return bool(self._flag_names())

    @property
    def has_counts(self) -> bool:
        """Whether the layer has numbers of cloud-free observations."""
        return f"{self._stem}_Num" in self._names and self.layer != f"{self._stem}_Num"

    def read(
        self, column: int, row: int, columns: int, rows: int, quality: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """A window of the tile.

        Args:
            column: the first, from the west.
            row: the first, from the north.
            columns: how many.
            rows: how many.
            quality: which cells are wanted, as in `quality`.

        Returns:
            Values, NaN where there is none or it is not wanted, and the numbers of cloud-free
            observations or None where the tile has none, both of float32 and shape (rows, columns).
        """
        window = (column, row, columns, rows)
        values = _scaled(self._array, self._window(self.layer, window))
        if quality != ALL and self.has_quality:
            values[~self._accepted(window, quality)] = np.nan
        counts = None
        if self.has_counts:
            name = f"{self._stem}_Num"
            counts = _scaled(self._fields.OpenMDArray(name), self._window(name, window))
        return values, counts

    @property
    def _stem(self) -> str:
        return re.sub(r"_(?:Num|Std|Quality)$", "", self.layer)

    def _flag_names(self) -> list[str]:
        """Names of the layers that say how good a cell is."""
        level = self.download.product[-1]
        names = {
            "1": ["QF_DNB", "QF_Cloud_Mask"],
            "2": ["Mandatory_Quality_Flag"],
        }.get(level, [f"{self._stem}_Quality"])
        return [name for name in names if name in self._names and name != self.layer]

    def _accepted(self, window: tuple[int, int, int, int], quality: int) -> np.ndarray:
        flags = {name: self._window(name, window) for name in self._flag_names()}
        product = self.download.product
        if product.endswith("1"):
            return accepted_raw(quality, flags.get("QF_DNB"), flags.get("QF_Cloud_Mask"))
        (values,) = flags.values()
        return accepted_flags(product, self.download.collection, quality, values)

    def _window(self, name: str, window: tuple[int, int, int, int]) -> np.ndarray:
        column, row, columns, rows = window
        array = self._fields.OpenMDArray(name)
        values = quietly(array.ReadAsArray, array_start_idx=[row, column], count=[rows, columns])
        if values is None:
            raise InputError(
                tr(
                    "Layer '{name}' of '{name_2}' cannot be read: the file is damaged or "
                    "incomplete, so fetch it again."
                ).format(name=name, name_2=self.download.name)
            )
        return values

    def _data_fields(self) -> gdal.Group:
        """The group HDFEOS/GRIDS/*/Data Fields."""
        group = self._file.GetRootGroup()
        for name in ("HDFEOS", "GRIDS"):
            group = quietly(group.OpenGroup, name) if group is not None else None
        for name in (group.GetGroupNames() or []) if group is not None else []:
            fields = quietly(group.OpenGroup(name).OpenGroup, _FIELDS)
            if fields is not None:
                return fields
        raise InputError(
            tr(
                "'{name}' has no group HDFEOS/GRIDS/*/{fields}: it is no tile of Black "
                "Marble, so take it out of the folder."
            ).format(name=self.download.name, fields=_FIELDS)
        )

    def _choose(self, dataset: str) -> str:
        by_plain = {_plain(name): name for name in self._names}
        wanted = [dataset] if dataset else _USUAL[self.download.product[-1]]
        for name in wanted:
            if _plain(name) in by_plain:
                return by_plain[_plain(name)]
        raise InputError(
            tr("'{name}' has no layer '{value}': choose one of {value_2}.").format(
                name=self.download.name,
                value=wanted[0],
                value_2=listed(sorted(self._names)) or tr("another file, as it has none"),
            )
        )


def position(tile: str) -> tuple[int, int]:
    """Column and row of a tile in the grid of tiles, from 180 W and 90 N."""
    return int(tile[1:3]), int(tile[4:6])


def tile_name(column: int, row: int) -> str:
    """Such as h28v05."""
    return f"h{column:02d}v{row:02d}"


def _open(download: Download) -> gdal.Dataset:
    if gdal.GetDriverByName("HDF5") is None:
        raise InputError(
            tr(
                "'{name}' cannot be read because this QGIS's GDAL has no HDF5 driver: use "
                "QGIS from the installer of qgis.org or from the packages of your system, "
                "which have it, or convert the file to GeoTIFF."
            ).format(name=download.name)
        )
    found = quietly(gdal.OpenEx, download.path, gdal.OF_MULTIDIM_RASTER, allowed_drivers=["HDF5"])
    if found is None:
        raise InputError(
            tr(
                "'{name}' cannot be opened: the file is damaged or incomplete, so fetch it "
                "again or take it out of the folder."
            ).format(name=download.name)
        )
    return found


def _scaled(array: gdal.MDArray, values: np.ndarray) -> np.ndarray:
    """Values in their unit, float32, NaN where they are fill."""
    scale = _number(array, "scale_factor", "scale")
    offset = _number(array, "add_offset", "offset")
    filled = ~np.isfinite(values) if values.dtype.kind == "f" else np.zeros(values.shape, bool)
    for fill in (_number(array, "_FillValue", "FillValue"), _FILLS.get(values.dtype.kind)):
        if fill is not None:
            filled |= _equal(values, fill)
    scaled = values.astype(np.float32)
    if scale not in (None, 1) or offset:
        scaled = (values * (1.0 if scale is None else scale) + (offset or 0.0)).astype(np.float32)
    scaled[filled] = np.nan
    return scaled


def _equal(values: np.ndarray, fill: float) -> np.ndarray:
    """Where values are the fill, as the values' own type rounds it."""
    kind = values.dtype
    if kind.kind == "f":
        return values == kind.type(fill)
    limits = np.iinfo(kind)
    if not limits.min <= fill <= limits.max or fill != int(fill):
        return np.zeros(values.shape, bool)
    return values == kind.type(int(fill))


def _number(array: gdal.MDArray, *names: str) -> float | None:
    """An attribute that is a number or the text of one, None where there is none."""
    for name in names:
        attribute = quietly(array.GetAttribute, name)
        value: Any = None if attribute is None else attribute.Read()
        if isinstance(value, (list, tuple)):
            value = value[0] if value else None
        try:
            return float(value)
        except (TypeError, ValueError):
            continue
    return None


def _plain(name: str) -> str:
    return name.lower().replace("-", "_")
