"""Rasters and cities made for the tests of night light."""

import numpy as np
from osgeo import gdal, osr
from sample_layers import make_layer, rows_of

WORLD = (-180, 1, 0, 90, 0, -1)
CHINA = (100, 0.5, 0, 50, 0, -0.5)  # 60 x 60 cells: 100 to 130 degrees east, 20 to 50 north
TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}


def write_raster(
    path, bands, *, crs="EPSG:4326", transform=CHINA, no_data=None, scale=None, descriptions=()
):
    """A GeoTIFF of one or more bands of the arrays' type; `crs` None for none."""
    bands = [np.asarray(band) for band in (bands if isinstance(bands, list) else [bands])]
    rows, columns = bands[0].shape
    kind = TYPES[bands[0].dtype.name]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, len(bands), kind)
    dataset.SetGeoTransform(transform)
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        dataset.SetProjection(reference.ExportToWkt())
    for number, values in enumerate(bands, start=1):
        band = dataset.GetRasterBand(number)
        band.WriteArray(values)
        if no_data is not None:
            band.SetNoDataValue(no_data)
        if scale is not None:
            band.SetScale(scale[0])
            band.SetOffset(scale[1])
        if descriptions:
            band.SetDescription(descriptions[number - 1])
    dataset.FlushCache()
    return str(path)


def rectangle(left, bottom, right, top):
    """A polygon in well-known text."""
    return (
        f"Polygon(({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, "
        f"{left} {bottom}))"
    )


def cities(shapes, *, kind="Polygon", crs="EPSG:4326"):
    """A layer of cities from names and their polygons."""
    rows = [{"name": name} for name in shapes]
    return make_layer(rows, list(shapes.values()), kind=kind, crs=crs)


def measured(run, layer, rasters, **parameters):
    """The series by city and date, the wide rows by city, and the log."""
    rasters = rasters if isinstance(rasters, list) else [rasters]
    result, log = run(
        "nighttimelight",
        INPUT=layer,
        RASTERS=rasters,
        OUTPUT="memory:",
        SERIES="memory:",
        **parameters,
    )
    series = {(row["name"], row["date"]): row for row in rows_of(result["SERIES"])}
    return series, {row["name"]: row for row in rows_of(result["OUTPUT"])}, log
