"""A PostgreSQL server with PostGIS of the tests' own, on a free port of this machine."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2
from qgis.core import QgsVectorLayer


class Database:
    """A running server, its connection for QGIS, and SQL."""

    def __init__(self, port, user):
        self.server = f"dbname='postgres' host=127.0.0.1 port={port} user='{user}'"
        self._connection = psycopg2.connect(
            dbname="postgres", host="127.0.0.1", port=port, user=user
        )
        self._connection.autocommit = True
        self.run("CREATE EXTENSION postgis")

    def run(self, sql):
        """Run SQL; the rows, where it gives some."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None

    def uri(self, table, geometry="geom", **more):
        """QGIS's address of a table; without geometry where that is None."""
        words = "".join(f" {key}='{value}'" for key, value in more.items())
        column = f" ({geometry})" if geometry else ""
        return f'{self.server}{words} table="public"."{table}"{column}'

    def destination(self, table, geometry="geom"):
        """What a user gives as output."""
        return f"postgis:{self.uri(table, geometry)}"

    def layer(self, table, geometry="geom", **more):
        """The table as a layer."""
        layer = QgsVectorLayer(self.uri(table, geometry, **more), table, "postgres")
        assert layer.isValid(), layer.dataProvider().error().message()
        return layer

    def close(self):
        """End the connection of the tests."""
        self._connection.close()


def _as_other_user(command):
    """The server refuses to run as root: the package brings a user of its own along."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def running_server():
    """Start a server, yield its `Database`, stop it and take its folder away."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    folder = Path(tempfile.mkdtemp(prefix="postgis-"))
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    if os.geteuid() == 0:
        shutil.chown(folder, user, user)
    data, port = folder / "data", _free_port()
    with (folder / "log").open("ab") as log:
        make = [
            binaries / "initdb",
            "-D",
            data,
            "-U",
            user,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run(_as_other_user(map(str, make)), check=True, cwd="/", stdout=log, stderr=log)
        serve = [binaries / "postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1"]
        serve += ["-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
        # The server ends when this pipe is closed, also where the tests are killed.
        guarded = ["sh", "-c", '"$@" & cat; kill -QUIT $!; wait', "sh", *map(str, serve)]
        server = subprocess.Popen(
            _as_other_user(guarded), cwd="/", stdin=subprocess.PIPE, stdout=log, stderr=log
        )
    try:
        database = _when_ready(port, user)
        yield database
        database.close()
    finally:
        server.stdin.close()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _when_ready(port, user):
    """The database, once the server takes connections."""
    for _ in range(300):
        try:
            return Database(port, user)
        except psycopg2.OperationalError:
            time.sleep(0.1)
    raise RuntimeError("The database server of the tests did not start.")
