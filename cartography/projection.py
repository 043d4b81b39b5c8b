"""A projection in which areas compare, chosen from the extent."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from .report.phrases import Phrases

_WIDE = 6.0  # degrees of latitude from which whole degrees are good enough for the parallels


class Projection(NamedTuple):
    """An equal-area projection and what it is called."""

    crs: QgsCoordinateReferenceSystem
    name: str  # an English phrase with {places}
    places: dict[str, str]

    def words(self, phrases: Phrases) -> str:
        """The name in the report's language."""
        return phrases(self.name, **self.places)


def equal_area(layer: QgsVectorLayer) -> Projection:
    """A conic between two parallels of the extent; around the equator and the poles an azimuthal.

    The parallels lie a sixth of the extent inside it (Deetz & Adams 1934), where the distortion of
    shapes is smallest.
    """
    extent = _degrees(layer)
    south, north = extent.yMinimum(), extent.yMaximum()
    digits = 0 if north - south > _WIDE else 1
    meridian = round(extent.center().x(), digits)
    middle = round(extent.center().y(), digits)
    low = round(south + (north - south) / 6, digits)
    high = round(north - (north - south) / 6, digits)
    if high == low:
        high = low + 0.1
    if abs(low + high) < 20 or south < -75 or north > 75 or extent.width() > 170:
        name = "Lambert azimuthal equal-area, centre {a} {b}"
        places = {"a": _latitude(middle), "b": _longitude(meridian)}
        definition = f"+proj=laea +lat_0={middle} +lon_0={meridian}"
    else:
        name = "Albers equal-area conic, parallels {a} and {b}, meridian {c}"
        places = {"a": _latitude(low), "b": _latitude(high), "c": _longitude(meridian)}
        definition = f"+proj=aea +lat_1={low} +lat_2={high} +lat_0=0 +lon_0={meridian}"
    system = QgsCoordinateReferenceSystem.fromProj(f"{definition} +datum=WGS84 +units=m +type=crs")
    wkt = system.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    # The name in ASCII: QGIS 3.22 spoils other letters of a CRS.
    plain = name.format(**places).replace("°", "")
    named = QgsCoordinateReferenceSystem.fromWkt(wkt.replace('"unknown"', f'"{plain}"', 1))
    return Projection(named, name, places)


def extent_in(
    layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, margin: float = 1.04
) -> QgsRectangle:
    """The extent of the layer in another CRS, with a margin.

    Feature by feature: the box of the whole layer grows much when it is turned into a cone.
    """
    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance().transformContext())
    extent = QgsRectangle()
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            extent.combineExtentWith(
                transform.transformBoundingBox(feature.geometry().boundingBox())
            )
    extent.scale(margin)
    return extent


def _degrees(layer: QgsVectorLayer) -> QgsRectangle:
    globe = QgsCoordinateReferenceSystem("EPSG:4326")
    return extent_in(layer, globe, 1.0)


def _latitude(value: float) -> str:
    return f"{abs(value):g}°{'N' if value >= 0 else 'S'}"


def _longitude(value: float) -> str:
    return f"{abs(value):g}°{'E' if value >= 0 else 'W'}"
