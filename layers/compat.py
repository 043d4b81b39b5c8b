"""What is called otherwise in other versions of QGIS and Qt, told here once."""

from __future__ import annotations

import qgis.core
from qgis.core import Qgis, QgsException
from qgis.PyQt.QtCore import QMetaType, QVariant

# Since 3.38 fields have the types of Qt's own list, which earlier versions do not take.
_kinds = QMetaType.Type if Qgis.QGIS_VERSION_INT >= 33800 else QVariant
WHOLE = _kinds.Int
NUMBER = _kinds.Double
TEXT = _kinds.QString if Qgis.QGIS_VERSION_INT >= 33800 else QVariant.String

# What a database's connection raises is no QgsException in newer versions.
CONNECTION_ERRORS = (
    QgsException,
    getattr(qgis.core, "QgsProviderConnectionException", QgsException),
)
