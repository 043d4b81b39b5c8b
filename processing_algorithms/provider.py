"""The Processing provider `megaregion`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..layers.paths import RESOURCES
from .base import MegaRegionAlgorithm
from .citytypes import CityTypesAlgorithm
from .complementarity import ComplementarityAlgorithm
from .corediffs import CoreDifferencesAlgorithm
from .markcores import MarkCores
from .nestedtheil import NestedTheil
from .nighttimelight import NighttimeLight
from .polycentricity import PolycentricityAlgorithm
from .unevenness import UnevennessAlgorithm
from .unevennesschange import UnevennessChange

ALGORITHMS: list[type[MegaRegionAlgorithm]] = [
    MarkCores,
    UnevennessAlgorithm,
    UnevennessChange,
    NestedTheil,
    CoreDifferencesAlgorithm,
    CityTypesAlgorithm,
    NighttimeLight,
    PolycentricityAlgorithm,
    ComplementarityAlgorithm,
]


class MegaRegionProvider(QgsProcessingProvider):
    """All algorithms of the plugin."""

    def id(self) -> str:
        return "megaregion"

    def name(self) -> str:
        return "Mega-Region Analyst"

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "megaregion.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
