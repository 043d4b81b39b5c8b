"""Tables in a database server: which server it is, and what a run replaces there kept aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsProviderRegistry,
)

from ..measures.errors import InputError
from ..measures.texts import tr
from .compat import CONNECTION_ERRORS

if TYPE_CHECKING:
    from .destinations import Place

_PASSWORD = re.compile(r"password='(?:[^'\\]|\\.)*'|password=\S+")
# The moment in which a server was started tells it from every other, whatever its address.
_WHICH_SERVER = "SELECT pg_postmaster_start_time()::text, current_database()::text"


def same_database(one: Place, other: Place) -> bool:
    """Whether two places are in the same schema of the same database.

    A server has several addresses (localhost, 127.0.0.1, a name, a service), so that it is asked
    where the addresses differ.
    """
    if one.database == other.database:
        return True
    if not one.database or not other.database:
        return False
    if (one.database[0], one.database[-1]) != (other.database[0], other.database[-1]):
        return False
    return bool(_which(one) == _which(other))


def _which(place: Place) -> list:
    return list(_connection(place).executeSql(_WHICH_SERVER))


def _connection(place: Place) -> QgsAbstractDatabaseProviderConnection:
    metadata = QgsProviderRegistry.instance().providerMetadata(place.database[0])
    return metadata.createConnection(place.uri, {})


class FormerTable:
    """The table at a place, kept under another name until its successor is there.

    Raises:
        InputError: the database cannot be reached, or the table cannot be renamed.
    """

    def __init__(self, place: Place) -> None:
        self._schema, self._table = place.database[-1], str(place.table)
        self._kept = ""
        try:
            self._connection = _connection(place)
            if self._exists(self._table):
                self._kept = self._free_name()
                self._connection.renameVectorTable(self._schema, self._table, self._kept)
        except CONNECTION_ERRORS as error:
            raise InputError(
                tr(
                    "Table '{table}' cannot be written to the database ({one_line}): check "
                    "the connection and what you may do there."
                ).format(table=self._table, one_line=one_line(error))
            ) from None

    def _exists(self, table: str) -> bool:
        return bool(self._connection.tableExists(self._schema, table))

    def _free_name(self) -> str:
        number = 1
        while self._exists(name := f"{self._table[:50]}_before_{number}"):
            number += 1
        return name

    def give_back(self) -> None:
        """Take the successor away and put the former table in its place."""
        if self._exists(self._table):
            self._connection.dropVectorTable(self._schema, self._table)
        if self._kept:
            self._connection.renameVectorTable(self._schema, self._kept, self._table)

    def drop(self) -> str | None:
        """Take the former table away; what the user should know where that is not possible."""
        if not self._kept:
            return None
        try:
            self._connection.dropVectorTable(self._schema, self._kept)
        except CONNECTION_ERRORS:
            return tr(
                "The former table '{table}' is now called '{kept}', because views or other tables "
                "of the database depend on it."
            ).format(table=self._table, kept=self._kept)
        return None


def one_line(error: object) -> str:
    """An error's words without line breaks, passwords and the point at their end."""
    words = _PASSWORD.sub("password=...", " ".join(str(error).split()))
    return words.rstrip(".")
