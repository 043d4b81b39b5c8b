"""The Processing provider `megaregion`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..layers.paths import RESOURCES
from .base import MegaRegionAlgorithm
from .citygrowth import CityGrowth
from .citypanel import CityPanelAlgorithm
from .citytypes import CityTypesAlgorithm
from .comparetypes import CompareTypes
from .complementarity import ComplementarityAlgorithm
from .coordinationprofile import CoordinationProfile
from .corediffs import CoreDifferencesAlgorithm
from .flows import Flows
from .joincitytable import JoinCityTable
from .markcores import MarkCores
from .nestedtheil import NestedTheil
from .nighttimelight import NighttimeLight
from .planningreport import PlanningReport
from .policythemes import PolicyThemes
from .polycentricity import PolycentricityAlgorithm
from .potentialflows import PotentialFlows
from .preparelight import PrepareLight
from .spatialpattern import SpatialPatternAlgorithm
from .unevenness import UnevennessAlgorithm
from .unevennesschange import UnevennessChange
from .unevennesstrend import UnevennessTrend

ALGORITHMS: list[type[MegaRegionAlgorithm]] = [
    JoinCityTable,
    CityPanelAlgorithm,
    MarkCores,
    CityGrowth,
    UnevennessAlgorithm,
    UnevennessChange,
    UnevennessTrend,
    NestedTheil,
    CoreDifferencesAlgorithm,
    CityTypesAlgorithm,
    CompareTypes,
    PrepareLight,
    NighttimeLight,
    PolycentricityAlgorithm,
    Flows,
    PotentialFlows,
    ComplementarityAlgorithm,
    SpatialPatternAlgorithm,
    PolicyThemes,
    CoordinationProfile,
    PlanningReport,
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
