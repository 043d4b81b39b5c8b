"""Night light from a folder of downloads: one raster a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsVectorLayer,
)

from ..measures.errors import InputError
from ..measures.texts import listed, tr
from . import parameters
from .base import MegaRegionAlgorithm

if TYPE_CHECKING:
    from ..layers.light.downloads.geotiff import Extent
    from ..layers.light.downloads.prepare import Prepared, RasterFolder
    from .call import Call

_DATES = [
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
    GROUP = "light"
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

    _folder: RasterFolder  # while it runs

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        described = parameters.described
        self.add(
            described(
                QgsProcessingParameterFile(
                    "FOLDER", "Folder of downloads", QgsProcessingParameterFile.Behavior.Folder
                ),
                "Files .h5, .tif, .tif.gz, .tgz, .tar and .zip in it and in its subfolders. "
                "Rasters made by this algorithm are passed over.",
            ),
            parameters.text(
                "DATASET",
                "Layer",
                "The layer inside an .h5 file, such as NearNadir_Composite_Snow_Free or "
                "Gap_Filled_DNB_BRDF-Corrected_NTL, or the kind of an EOG file, such as average or "
                "median_masked. Without it: AllAngle_Composite_Snow_Free of months and years, "
                "DNB_BRDF-Corrected_NTL or DNB_At_Sensor_Radiance of days, average_masked or "
                "avg_rade9 of VIIRS, stable_lights of DMSP.",
            ),
            parameters.choice(
                "QUALITY",
                "Quality",
                ["Good", "Good and poor", "All"],
                "Good: by the product's own flags; composites of more than three cloud-free "
                "observations, days retrieved with high quality. Poor adds composites of fewer and "
                "days that may be clouded. All adds cells that were filled from other times. Of "
                "EOG's files, cells without a cloud-free observation are left out unless all are "
                "wanted.",
                optional=True,
            ),
            described(
                QgsProcessingParameterMapLayer("EXTENT", "Extent of", optional=True),
                "A layer, such as the cities, whose bounding box the rasters cover. Without it "
                "they cover all tiles of the folder.",
            ),
            described(
                QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", "Folder of rasters"),
                "Gets light_YYYY, light_YYYY_MM or light_YYYY_MM_DD: .tif, or .vrt where the "
                "downloads can be used as they lie, which then must stay where they are. Earlier "
                "rasters of this algorithm are replaced, other files are not.",
            ),
            parameters.sink(
                "DATES",
                "Dates of night light",
                "A table with one row for each raster: date, path, tiles (how many files it is "
                "made of), missing_tiles (their names), valid_share (share of its cells with a "
                "value) and unit.",
                optional=True,
            ),
        )

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..layers.light.downloads.prepare import raster_folder

        try:  # before destinations are checked: DATES may lie in the folder
            output = self.parameterAsFileOutput(parameters, "OUTPUT_FOLDER", context)
            with raster_folder(output) as self._folder:
                return super().processAlgorithm(parameters, context, feedback)
        except InputError as error:
            sentence = str(error)
        raise QgsProcessingException(sentence)

    def work(self, call: Call) -> None:
        from ..layers.light.downloads.prepare import Request, prepare

        output = self._folder.folder
        request = Request(
            call.file("FOLDER") or "",
            call.text("DATASET").strip(),
            call.choice("QUALITY"),
            _extent(self.parameterAsLayer(call.parameters, "EXTENT", call.context), call),
        )
        rasters, sentences = prepare(request, self._folder, call.progress)
        for sentence in sentences:
            call.warn(sentence)
        first, last = rasters[0].date, rasters[-1].date
        layers = listed(sorted({item.layer for item in rasters}))
        call.finding(
            tr("{count} raster(s) of {layers}, {first} to {last}, in {output}").format(
                count=len(rasters), layers=layers, first=first, last=last, output=output
            )
        )
        call.table("DATES", "Dates of night light", _DATES, [_row(item) for item in rasters])
        call.at_last(self._folder.take_place)
        call.result("OUTPUT_FOLDER", str(output))


def _extent(layer: QgsMapLayer | None, call: Call) -> Extent | None:
    """The bounding box of the layer in degrees, None where no layer is given."""
    if layer is None:
        return None
    if isinstance(layer, QgsVectorLayer):
        layer.updateExtents()
    box = layer.extent()
    if box.isNull() or not layer.crs().isValid():
        raise InputError(
            tr(
                "Layer '{names}' is empty or has no CRS, so it has no extent: choose another "
                "layer, or set its CRS."
            ).format(names=layer.name())
        )
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(layer.crs(), degrees, call.context.transformContext())
    box = transform.transformBoundingBox(box, Qgis.TransformDirection.Forward, True)
    if box.xMinimum() > box.xMaximum():  # over 180 degrees
        return box.xMinimum(), box.yMinimum(), box.xMaximum() + 360.0, box.yMaximum()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _row(item: Prepared) -> list[Any]:
    missing = ";".join(item.missing) or None
    return [item.date, item.path, item.tiles, missing, item.valid_share, item.unit or None]
