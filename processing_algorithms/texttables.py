"""Algorithms that read text tables which QGIS itself takes for no tables."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from .base import MegaRegionAlgorithm


class ReadsTextTables(MegaRegionAlgorithm):
    """Lets files in UTF-16 pass QGIS's own check, which cannot load them."""

    TEXT_TABLES: tuple[str, ...] = ()  # names of parameters
    CITIES = "INPUT"  # the parameter of a layer that QGIS loads

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        from ..layers.prepare.tables import is_misread_by_qgis

        misread = [name for name in self.TEXT_TABLES if is_misread_by_qgis(parameters.get(name))]
        loaded = dict.fromkeys(misread, parameters.get(self.CITIES))
        return super().checkParameterValues({**parameters, **loaded}, context)
