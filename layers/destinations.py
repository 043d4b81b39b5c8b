"""Where results go: read from what the user gave, and checked before the work begins."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..measures.errors import InputError
from ..measures.texts import tr
from .databases import same_database
from .diskerrors import reason
from .longpaths import refuse_long

_TABLE_IN_FILE = re.compile(
    r"""ogr:dbname='(?P<path>.*?)'\s+table="(?P<table>.*)"(?:\s*\((?P<geometry>\w*)\))?\s*(?:sql=)?""",
    re.DOTALL,
)
_LAYER_IN_FILE = re.compile(r"(?P<path>[^|]+)\|layername=(?P<table>[^|]+)", re.DOTALL)
_PROVIDER = re.compile(r"(?P<key>\w{3,}?):(?://)?(?P<uri>.*)", re.DOTALL)
_PROVIDERS = {"postgis": "postgres", "postgres": "postgres", "spatialite": "spatialite"}
_DATABASE_PARTS = ("host", "port", "service", "dbname", "schema")


@dataclass(frozen=True)
class Place:
    """Where a layer or table is, or goes.

    Attributes:
        path: the file, None in memory or in a database server.
        table: the table in the file or the database; None for a file that is one table.
        database: what tells the database server's table, else empty.
        geometry: name of the geometry column, where it is said.
        uri: how QGIS reaches the database server's table.
    """

    path: Path | None = None
    table: str | None = None
    database: tuple[str, ...] = ()
    geometry: str = ""
    uri: str = field(default="", compare=False)

    @property
    def in_memory(self) -> bool:
        """Whether nothing is written to a disk or a server."""
        return self.path is None and not self.database

    @property
    def driver(self) -> str:
        """GDAL's name of the format; empty where GDAL does not write it."""
        if self.path is None:
            return ""
        suffix = self.path.suffix.lstrip(".")
        # QGIS writes a GeoPackage where it does not know the ending.
        return str(QgsVectorFileWriter.driverForExtension(suffix) or "GPKG")

    def overlaps(self, other: Place) -> bool:
        """Whether writing to one would change the other."""
        if self.database or other.database:
            return self.table == other.table and same_database(self, other)
        if self.path is None or other.path is None or not _same_file(self.path, other.path):
            return False
        # A file written whole replaces every table in it.
        return self.table is None or other.table is None or _same(self.table, other.table)


def place_of_output(text: str) -> Place:
    """The place that a destination as Processing writes it names."""
    if not text or text == "TEMPORARY_OUTPUT" or text.startswith("memory:"):
        return Place()
    in_file = _TABLE_IN_FILE.fullmatch(text)
    if in_file:
        path = _unescaped(in_file["path"])
        return Place(_absolute(path), in_file["table"], (), in_file["geometry"] or "")
    provider, uri = provider_and_uri(text)
    return Place(_absolute(text)) if provider == "ogr" else _of_database(provider, uri)


def provider_and_uri(text: str) -> tuple[str, str]:
    """QGIS's provider and its address of a layer that Processing calls by one text."""
    match = _PROVIDER.fullmatch(text)
    key = _PROVIDERS.get(match["key"].lower()) if match else None
    return (key, match["uri"]) if match and key else ("ogr", text)


def place_of_layer(layer: QgsMapLayer) -> Place:
    """The place of an input layer."""
    provider = layer.providerType() if isinstance(layer, QgsVectorLayer) else "gdal"
    if provider == "memory":
        return Place()
    if provider in _PROVIDERS.values():
        return _of_database(provider, layer.source())
    parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    path = parts.get("path")
    if not path:
        return Place()
    name = parts.get("layerName")
    return Place(_absolute(str(path)), str(name) if name else _only_table(layer))


def table_in_file(path: str | Path, table: str, geometry: bool = True) -> str:
    """A Processing destination for a table in a GeoPackage, whatever its path holds."""
    escaped = str(path).replace("\\", "\\\\").replace("'", "\\'")
    return f"ogr:dbname='{escaped}' table=\"{table}\"" + (" (geom)" if geometry else "")


def readable(text: str) -> str:
    """The destination in the form in which QGIS does what is meant.

    A quote in a folder's name is escaped, `file.gpkg|layername=table` is the table in the file,
    and a file has the ending that QGIS would hang on to it: what lies there counts.
    """
    in_file = _TABLE_IN_FILE.fullmatch(text)
    if in_file:
        geometry = f" ({in_file['geometry']})" if in_file["geometry"] else ""
        return table_in_file(_unescaped(in_file["path"]), in_file["table"], False) + geometry
    layer = _LAYER_IN_FILE.fullmatch(text)
    if layer:
        return table_in_file(layer["path"], layer["table"], False)
    if place_of_output(text).path is None or provider_and_uri(text)[0] != "ogr":
        return text
    return text if os.path.isdir(text) else text + _missing_ending(text)


def _missing_ending(path: str) -> str:
    """What QGIS hangs on to a file whose ending is not that of a format it writes."""
    driver = QgsVectorFileWriter.driverForExtension(Path(path).suffix.lstrip("."))
    if not driver:
        return ".gpkg"
    about = QgsVectorFileWriter.MetaData()
    if not QgsVectorFileWriter.driverMetadata(driver, about):
        return ""
    endings = about.ext.split()
    known = any(path.lower().endswith(f".{ending}") for ending in endings)
    return "" if known or not endings else f".{endings[0]}"


def check_places(places: dict[str, Place], inputs: Sequence[tuple[str, Place]]) -> None:
    """Refuse destinations that cannot be written, collide, or lie on top of an input.

    Args:
        places: output's name to its place.
        inputs: names for messages and places of the layers that are read.

    Raises:
        InputError: one sentence that names the output.
    """
    taken: list[tuple[str, Place]] = []
    for output, place in places.items():
        if place.in_memory:
            continue
        if place.path is not None:
            check_writable(output, place.path)
        for name, other in inputs:
            if place.overlaps(other):
                raise InputError(
                    tr(
                        "{output} would replace {name}, which is read from the same place: "
                        "choose another destination for {output}."
                    ).format(output=output, name=name)
                )
        for name, other in taken:
            if place.overlaps(other):
                raise InputError(
                    tr(
                        "{name} and {output} have the same destination: choose another for "
                        "one of them."
                    ).format(name=name, output=output)
                )
        taken.append((output, place))


def check_writable(output: str, path: Path) -> None:
    """Refuse a file that cannot be made or replaced.

    Raises:
        InputError: its folder is missing or closed, or the file is a folder, locked, or of a
            name that cannot be.
    """
    refuse_long(output, path)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        pass  # told apart below
    except (OSError, ValueError) as error:  # too long, or with a sign that no name may have
        raise InputError(
            tr("{output} cannot be written to '{path}' ({strerror}): choose another place.").format(
                output=output, path=path, strerror=reason(error)
            )
        ) from None
    folder = path.parent
    if not folder.is_dir():
        raise InputError(
            tr("The folder '{folder}' for {output} does not exist: make it first.").format(
                folder=folder, output=output
            )
        )
    if path.is_dir():
        raise InputError(
            tr("{output} is the folder '{path}': choose a file.").format(output=output, path=path)
        )
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise InputError(
            tr(
                "{output} cannot be written to '{path}': choose a place where you may write."
            ).format(output=output, path=path)
        )
    if path.exists():
        try:
            path.open("r+b").close()
        except OSError:
            raise InputError(
                tr(
                    "{output} cannot replace '{path}', which another program holds open: "
                    "close it there or choose another file."
                ).format(output=output, path=path)
            ) from None


def _of_database(provider: str, uri: str) -> Place:
    parts = QgsProviderRegistry.instance().decodeUri(provider, uri)
    if provider == "spatialite":
        path = parts.get("path") or QgsDataSourceUri(uri).database()
        return Place(_absolute(str(path)), parts.get("layerName") or QgsDataSourceUri(uri).table())
    defaults = {"host": "localhost", "port": "5432", "schema": "public"}
    server = tuple(str(parts.get(part) or defaults.get(part, "")) for part in _DATABASE_PARTS)
    table = str(parts.get("table") or QgsDataSourceUri(uri).table())
    return Place(None, table, (provider, *server), str(parts.get("geometrycolumn") or ""), uri)


def _only_table(layer: QgsMapLayer) -> str | None:
    """The table of a file that holds several, where the layer does not say which it reads."""
    if not isinstance(layer, QgsVectorLayer) or layer.dataProvider() is None:
        return None
    tables = layer.dataProvider().subLayers()
    separator = layer.dataProvider().sublayerSeparator()
    return tables[0].split(separator)[1] if tables else None


def _unescaped(path: str) -> str:
    """Backslashes before quotes and backslashes taken away, where the path was escaped."""
    return re.sub(r"\\(['\\])", r"\1", path) if "\\'" in path or "\\\\" in path[1:] else path


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))


def _same_file(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def sidecars(path: Path) -> Iterable[Path]:
    """The file and those that belong to it and are there, such as a Shapefile's `.dbf`."""
    endings = {
        ".shp": (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qmd", ".sbn", ".sbx"),
        ".tab": (".tab", ".dat", ".map", ".id", ".ind"),
        ".mif": (".mif", ".mid"),
        ".csv": (".csv", ".csvt", ".prj"),
        ".gml": (".gml", ".xsd", ".gfs"),
    }.get(path.suffix.lower(), (path.suffix,))
    found = [path.with_suffix(ending) for ending in endings]
    found += [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]
    return [file for file in found if file.exists()]
