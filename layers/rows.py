"""Rows of a layer read whole: as many as the layer says it has, or one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProcessingFeatureSource
from qgis.core import QgsProcessingFeedback as Feedback

from ..measures.errors import InputError
from ..measures.texts import tr
from .cancelling import check_cancelled
from .fields import field_index

_BETWEEN_LOOKS = 256  # rows read before the next look whether the user has cancelled


def features(
    source: QgsProcessingFeatureSource, request: QgsFeatureRequest, feedback: Feedback | None = None
) -> Iterator[QgsFeature]:
    """The features of `source`, and at their end a look whether they were all.

    A database whose connection breaks simply hands over no more rows.  QGIS's own check of
    geometries is passed over, because its exception can end QGIS 3.22; whoever uses a geometry
    checks it.

    Raises:
        InputError: the layer has other rows than were read.
    """
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    count = source.featureCount()  # before reading: a lost connection cannot tell any more
    read = 0
    for feature in source.getFeatures(request, flags):
        if feedback is not None and read % _BETWEEN_LOOKS == 0:
            check_cancelled(feedback)
        read += 1
        yield feature
    # An estimate may differ, and below zero the source cannot tell: then it is counted again.
    if read != count and read != (count := _counted(source)):
        raise InputError(
            tr(
                "Layer '{sourcename}' was not read to its end ({read} of {count} rows): "
                "check the connection to its source and run again."
            ).format(sourcename=source.sourceName(), read=read, count=count)
        )


def _counted(source: QgsProcessingFeatureSource) -> int:
    """How many rows are there when they are read once more, with nothing in them."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([])
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    return sum(1 for _ in source.getFeatures(request, flags))


def read_columns(
    source: QgsProcessingFeatureSource, names: Sequence[str], feedback: Feedback | None = None
) -> tuple[list[int], dict[str, list[object]]]:
    """Feature ids and the named fields' values, as QGIS holds them, of every row.

    Raises:
        InputError: the layer is empty, a field is absent, or the layer was not read to its end.
    """
    layer, fields = source.sourceName(), source.fields()
    wanted = {name: field_index(fields, name, layer) for name in dict.fromkeys(names)}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted(set(wanted.values())))
    ids: list[int] = []
    rows: list[list[object]] = []
    for feature in features(source, request, feedback):
        ids.append(feature.id())
        rows.append(feature.attributes())
    if not rows:
        raise InputError(
            tr("Layer '{layer}' has no rows: choose a layer with one row for each city.").format(
                layer=layer
            )
        )
    if len(set(ids)) < len(ids):
        raise InputError(
            tr(
                "Layer '{layer}' gives the same number to several rows, as views of "
                "databases may: save it as a layer of its own, or choose a key column that "
                "tells its rows apart."
            ).format(layer=layer)
        )
    return ids, {name: [row[index] for row in rows] for name, index in wanted.items()}
