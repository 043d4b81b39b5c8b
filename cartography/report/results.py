"""The results read back from the GeoPackage, so that the report shows what is written there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from ...layers.portable import note_made
from .wishes import ROLE

Row = dict[str, Any]


class Results:
    """Tables and layers of one GeoPackage.

    Attributes:
        path: the file.
        names: of the tables that are the report's; the user may have put others there.
    """

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self.path = path
        self.names = set(names)
        self._rows: dict[str, list[Row]] = {}

    def layer(self, name: str, title: str | None = None) -> QgsVectorLayer:
        """A layer or table of the results, which knows the fields that its algorithm added."""
        layer = QgsVectorLayer(f"{self.path}|layername={name}", title or name, "ogr")
        names = layer.fields().names()
        if ROLE in names:
            # Added fields follow all others, those of the same name being replaced.
            note_made(layer, names[names.index(ROLE) + 1 :])
        return layer

    def forget(self, name: str) -> None:
        """Read the rows anew when they are asked for: the table has changed."""
        self._rows.pop(name, None)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table, NULL as None; none where the table was not made."""
        if name not in self.names:
            return []
        if name not in self._rows:
            layer = self.layer(name)
            fields = layer.fields().names()
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
            self._rows[name] = [
                {n: None if v == NULL else v for n, v in zip(fields, feature.attributes())}
                for feature in layer.getFeatures(request)
            ]
        return self._rows[name]
