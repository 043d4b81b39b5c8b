"""Adds the help to the plugin's zip: the same bytes for the same pages.

docs/addhelp.py ZIP FOLDER
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

target, folder = sys.argv[1], Path(sys.argv[2])
with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
    date = archive.infolist()[0].date_time
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = f"megaregion/help/{path.relative_to(folder).as_posix()}"
        entry = zipfile.ZipInfo(name, date)
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
