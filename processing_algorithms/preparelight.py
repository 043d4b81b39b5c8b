"""Night light from a folder of downloads: one raster a date."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..layers.light.downloads.geotiff import Extent
from ..layers.light.downloads.prepare import Prepared, Request, prepare
from ..layers.outputs import Column, write_table
from ..measures.errors import InputError
from .base import MegaRegionAlgorithm, check_cancelled

DATES_COLUMNS: list[Column] = [
    ("date", str),
    ("path", str),
    ("tiles", int),
    ("missing_tiles", str),
    ("valid_share", float),
    ("unit", str),
]


class PrepareLight(MegaRegionAlgorithm):
    """A folder of rasters, and a table of their dates."""

    ID = "preparelight"
    TITLE = "Night light from downloads"
    GROUP = "Nighttime light"
    TAGS = ("night light", "Black Marble", "VNP46", "VIIRS", "DMSP", "EOG", "h5", "mosaic", "tiles")
    SUMMARY = (
        "Makes one raster a date of what was downloaded: tiles of NASA's Black Marble (VNP46A1 and "
        "A2 are days, A3 months, A4 years), and GeoTIFFs of EOG (VIIRS and DMSP, years and months) "
        "or of others whose names tell a date, packed or not. The rasters' folder is what "
        "'Nighttime-light summary' takes.\n\n"
        "Tiles are put in their place, values into their unit, fill values and cells of unwanted "
        "quality become no data. Missing tiles are no data and are named. Where the product has "
        "numbers of cloud-free observations, they are the second band.\n\n"
        "The files must have the names under which they were downloaded. Of several productions "
        "of a tile the newest is used, and the log says so. All rasters are written or none."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add(
            QgsProcessingParameterFile(
                "FOLDER", "Folder of downloads", QgsProcessingParameterFile.Behavior.Folder
            ),
            "Files .h5, .tif, .tif.gz, .tgz, .tar and .zip in it and in its subfolders. Rasters "
            "made by this algorithm are passed over.",
        )
        self.add(
            QgsProcessingParameterString("DATASET", "Layer", optional=True),
            "The layer inside an .h5 file, such as NearNadir_Composite_Snow_Free or "
            "Gap_Filled_DNB_BRDF-Corrected_NTL, or the kind of an EOG file, such as average or "
            "median_masked. Without it: AllAngle_Composite_Snow_Free of months and years, "
            "DNB_BRDF-Corrected_NTL or DNB_At_Sensor_Radiance of days, average_masked or avg_rade9 "
            "of VIIRS, stable_lights of DMSP.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "QUALITY", "Quality", ["Good", "Good and poor", "All"], defaultValue=0
            ),
            "Good: by the product's own flags; composites of more than three cloud-free "
            "observations, days retrieved with high quality. Poor adds composites of fewer and "
            "days that may be clouded. All adds cells that were filled from other times. Of EOG's "
            "files, cells without a cloud-free observation are left out unless all are wanted.",
        )
        self.add(
            QgsProcessingParameterMapLayer("EXTENT", "Extent of", optional=True),
            "A layer, such as the cities, whose bounding box the rasters cover. Without it they "
            "cover all tiles of the folder.",
        )
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", "Folder of rasters"),
            "Gets light_YYYY, light_YYYY_MM or light_YYYY_MM_DD: .tif, or .vrt where the "
            "downloads can be used as they lie, which then must stay where they are. Earlier "
            "rasters of this algorithm are replaced, other files are not.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "DATES",
                "Dates",
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            "A table with one row for each raster: date, path, tiles (how many files it is made "
            "of), missing_tiles (their names), valid_share (share of its cells with a value) and "
            "unit.",
        )

    def compute(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        def progress(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(100 * share)

        output = self.parameterAsString(parameters, "OUTPUT_FOLDER", context)
        request = Request(
            self.parameterAsFile(parameters, "FOLDER", context),
            output,
            self.parameterAsString(parameters, "DATASET", context).strip(),
            self.parameterAsEnum(parameters, "QUALITY", context),
            self._extent(parameters, context),
        )
        rasters, sentences = prepare(request, progress)
        for sentence in sentences:
            feedback.pushWarning(sentence)
        first, last = rasters[0].date, rasters[-1].date
        feedback.pushInfo(f"{len(rasters)} raster(s), {first} to {last}, in {output}")
        dates = write_table(
            self, parameters, "DATES", context, DATES_COLUMNS, [_row(item) for item in rasters]
        )
        self.style(context, dates, "Night light, dates")
        return {"OUTPUT_FOLDER": output, **({"DATES": dates} if dates else {})}

    def _extent(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Extent | None:
        """The bounding box of the layer in degrees, None where no layer is given."""
        layer = self.parameterAsLayer(parameters, "EXTENT", context)
        if layer is None:
            return None
        if isinstance(layer, QgsVectorLayer):
            layer.updateExtents()
        box = layer.extent()
        if box.isNull() or not layer.crs().isValid():
            raise InputError(
                f"Layer '{layer.name()}' is empty or has no CRS, so it has no extent: choose "
                "another layer, or set its CRS."
            )
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        transform = QgsCoordinateTransform(layer.crs(), degrees, context.transformContext())
        box = transform.transformBoundingBox(box, Qgis.TransformDirection.Forward, True)
        if box.xMinimum() > box.xMaximum():  # over 180 degrees: all around
            return -180.0, box.yMinimum(), 180.0, box.yMaximum()
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _row(item: Prepared) -> list[Any]:
    missing = ";".join(item.missing) or None
    return [item.date, item.path, item.tiles, missing, item.valid_share, item.unit or None]
