"""Writes tiles in the documented layout of NASA's Black Marble, with invented values.

Layout: Black Marble User Guide 1.2 (tables 3, 6, 9) for collection 1, and the file specifications
of collection 2 at LAADS DAAC: groups, names, types, fill values, scales and flags.
"""

from pathlib import Path

import h5py
import numpy as np

DAY_GRIDS = {"001": "VNP_Grid_DNB", "002": "VIIRS_Grid_DNB_2d"}
COMPOSITE_GRID = "VIIRS_Grid_DNB_2d"
COMPOSITES = [
    f"{angles}_Composite_Snow_{snow}"
    for angles in ("AllAngle", "NearNadir", "OffNadir")
    for snow in ("Free", "Covered")
]
UNITS = {"001": "nWatts/(cm^2 sr)", "002": "nW/(cm^2 sr)"}


def write_tile(
    folder,
    product,
    day,
    tile,
    values,
    *,
    flags=None,
    counts=None,
    clouds=None,
    layer=None,
    collection="001",
    made="2022120123456",
):
    """One tile; returns its path.

    Args:
        folder: where.
        product: VNP46A1 to VNP46A4.
        day: the first day of the period as YYYYDDD.
        tile: such as h28v05.
        values: radiance in nW/cm2/sr, NaN is written as fill, shape (cells, cells).
        flags: Mandatory_Quality_Flag, the composite's _Quality, or QF_DNB; none with False.
        counts: numbers of observations of a composite.
        clouds: QF_Cloud_Mask of a VNP46A1.
        layer: the layer that gets the values, instead of the usual one; the usual one gets 777.
        collection: 001 has scaled integers, 002 floats.
        made: when the tile was produced.
    """
    values = np.asarray(values, dtype=float)
    path = Path(folder) / f"{product}.A{day}.{tile}.{collection}.{made}.h5"
    level = product[-1]
    usual = {
        "1": "DNB_At_Sensor_Radiance_500m" if collection == "001" else "DNB_At_Sensor_Radiance",
        "2": "DNB_BRDF-Corrected_NTL",
    }.get(level, "AllAngle_Composite_Snow_Free")
    zeros = np.zeros(values.shape, np.uint8)
    with h5py.File(path, "w") as file:
        file.attrs["ShortName"] = np.bytes_(product)
        file.attrs["HorizontalTileNumber"] = np.bytes_(tile[1:3])
        file.attrs["VerticalTileNumber"] = np.bytes_(tile[4:])
        information = file.create_group("HDFEOS INFORMATION")
        information.create_dataset("StructMetadata.0", data=np.bytes_("GROUP=SwathStructure"))
        file.create_group("HDFEOS/ADDITIONAL/FILE_ATTRIBUTES")
        grid = DAY_GRIDS[collection] if level in "12" else COMPOSITE_GRID
        fields = file.create_group(f"HDFEOS/GRIDS/{grid}/Data Fields")
        fields.create_dataset("lat", data=90 - 10 * int(tile[4:]) - np.arange(len(values)) / 240)
        names = {"1": [usual], "2": [usual, f"Gap_Filled_{usual}"]}.get(level, COMPOSITES)
        for name in names:
            own = values if name == (layer or usual) else np.full(values.shape, 777.0)
            _radiance(fields, name, own, collection)
        if level == "1" and flags is not False:
            _flags(fields, "QF_DNB", zeros if flags is None else flags, np.uint16)
            _flags(fields, "QF_Cloud_Mask", zeros if clouds is None else clouds, np.uint16)
        elif level == "2" and flags is not False:
            _flags(fields, "Mandatory_Quality_Flag", zeros if flags is None else flags, np.uint8)
            _flags(fields, "Snow_Flag", zeros, np.uint8)
        elif level in "34":
            for name in names:
                if flags is not False:
                    _flags(fields, f"{name}_Quality", zeros if flags is None else flags, np.uint8)
                number = zeros + 9 if counts is None else counts
                _flags(fields, f"{name}_Num", number, np.uint16)
    return str(path)


def _radiance(fields, name, values, collection):
    empty = np.isnan(values)
    if collection == "001":
        stored, fill, scale = np.rint(np.where(empty, 0, values) * 10), np.uint16(65535), 0.1
    else:
        stored, fill, scale = values, np.float32(-999.9), 1.0
    stored = np.where(empty, fill, stored).astype(fill.dtype)
    data = fields.create_dataset(name, data=stored, compression="gzip", compression_opts=1)
    data.attrs["_FillValue"] = np.array([fill])
    data.attrs["scale_factor"] = np.array([scale])
    data.attrs["offset" if collection == "001" else "add_offset"] = np.array([0.0])
    data.attrs["units"] = np.bytes_(UNITS[collection])
    data.attrs["long_name"] = np.bytes_(name)


def _flags(fields, name, values, kind):
    data = fields.create_dataset(
        name, data=np.asarray(values).astype(kind), compression="gzip", compression_opts=1
    )
    data.attrs["_FillValue"] = np.array([np.iinfo(kind).max], dtype=kind)
