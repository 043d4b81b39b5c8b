"""Results written straight into a GeoPackage, where no output parameter stands for them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsFields, QgsVectorFileWriter

from ..measures.errors import InputError
from ..measures.texts import tr
from .destinations import Place
from .outputs import Output
from .portable import Portable, portable
from .writing import fill


def write_to_geopackage(path: Path, output: Output) -> Portable:
    """Write one layer or table, by the output's name, in place of an earlier one of that name.

    Returns:
        The fields as they were written.

    Raises:
        InputError: it cannot be written.
    """
    as_written = portable(output.fields, Place(path, output.name), output.column)
    fields = QgsFields()
    for field in as_written.fields:
        fields.append(field)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = output.name
    action = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = (
        action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
    )
    context = QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(
        str(path), fields, output.kind, output.crs, context, options
    )
    problem = writer.errorMessage() or fill(writer, output, as_written)
    del writer  # the last rows are written when it closes
    if problem:
        raise InputError(
            tr("The layer '{name}' cannot be written to '{path}' ({problem}).").format(
                name=output.name, path=path, problem=problem
            )
        )
    return as_written
