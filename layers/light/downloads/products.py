"""What a downloaded file is, told by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....measures.light.dates import LightDate, date_of_raster, find_date

BLACK_MARBLE, VIIRS, DMSP, OTHER = "Black Marble", "VIIRS (EOG)", "DMSP", "other"
RADIANCE, DIGITAL_NUMBER = "nW/cm2/sr", "DN"
_NO_UNIT = {"", "1", "none", "unknown", "unitless", "n/a"}
CLOUD_FREE = "cf_cvg"  # EOG's name of the number of cloud-free observations

_GRANULE = re.compile(
    r"(?P<product>V(?:NP|J1|J2)46A[1-4])(?:_NRT)?\.A(?P<day>\d{7})\.(?P<tile>h(?:[0-2]\d|3[0-5])v(?:0\d|1[0-7]))"
    r"(?:\.(?P<collection>\d{3,4}))?(?:\.(?P<made>\d{10,17}))?(?!\d)[^/\\]*\.(?:h5|he5|hdf5)$",
    re.IGNORECASE,
)
_VIIRS_COMPOSITE = re.compile(r"_(vcm[a-z-]*)_")
_VIIRS_TILE = re.compile(r"_(\d\d[NS]\d{3}[EW])_")
_VIIRS_MADE = re.compile(r"_c(\d{8,14})\b")
_VIIRS_LAYER = re.compile(r"\.(?P<layer>[a-z]\w*?(?:\.masked)?)(?:\.dat)?\.tiff?(?:\.gz)?$")
_DMSP = re.compile(
    r"(?P<satellite>F[01]\d)(?:(?:19|20)\d\d|_\d{8}-\d{8}(?P<calibrated>_rad)?)"
    r"[._](?P<version>v\w+?)(?:_web)?(?:\.global)?\.(?P<layer>[a-z][\w.]*?)\.tiff?(?:\.gz)?$"
)
# Files whose names were cut down, and others' products with a unit of their own.
_OF_DMSP = re.compile(r"F(?:0\d|1\d)[_-]?(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_UNITS = {
    "harmonized_dn_ntl": DIGITAL_NUMBER,  # Li et al. 2020
    "longntl": RADIANCE,  # Chen et al. 2021
    "npp-viirs-like": RADIANCE,
}


@dataclass(frozen=True)
class Download:
    """One raster file, lying free or in an archive.

    Attributes:
        path: what GDAL opens.
        name: of the file, for messages.
        family: `BLACK_MARBLE`, `VIIRS`, `DMSP` or `OTHER`.
        date: its year, month or day.
        product: VNP46A4; the kind of EOG composite (vcmslcfg); the DMSP satellite (F18).
        layer: of EOG files what they hold (average_masked, cf_cvg); else empty.
        tile: h28v05 or 75N060E; empty where the file is not one of several tiles.
        collection: of Black Marble, 001 or 002.
        version: the larger, the newer is the processing.
        unit: of the values, empty where the name does not tell.
    """

    path: str
    name: str
    family: str
    date: LightDate
    product: str = ""
    layer: str = ""
    tile: str = ""
    collection: str = ""
    version: tuple[str, ...] = ()
    unit: str = ""

    @property
    def is_dmsp(self) -> bool:
        """Whether it holds DMSP's digital numbers, whatever became of its name."""
        return self.family == DMSP or _OF_DMSP.match(self.name) is not None

    @property
    def is_packed(self) -> bool:
        """Whether it must be unpacked to be read."""
        return self.path.startswith("/vsi")


def unit_in_words(declared: str | None) -> str:
    """A unit that a file declares in the plugin's own spelling; empty where it declares none."""
    plain = (declared or "").replace(" ", "").lower()
    if plain.startswith(("nw", "nano")) and "sr" in plain:
        return RADIANCE
    if plain in ("dn", "digitalnumber", "digitalnumbers"):
        return DIGITAL_NUMBER
    return "" if plain in _NO_UNIT else (declared or "").strip()


def recognise(name: str, path: str, relative: str) -> Download | None:
    """The file as a download of night light, or None where it is none or has no date.

    Args:
        name: of the file.
        path: what GDAL opens.
        relative: the path from the folder that is searched, whose folders may tell the date.
    """
    if re.search(r"\.(?:h5|he5|hdf5)$", name, re.IGNORECASE):
        return _granule(name, path)
    if name.startswith(("SVDNB_", "VNL_")):
        return _viirs(name, path)
    match = _DMSP.match(name)
    if match and (date := find_date(name)):
        kind = "radiance calibrated" if match["calibrated"] else ""
        product = f"{match['satellite']} {kind}".strip()
        layer, version = match["layer"], (match["satellite"], match["version"])
        return Download(
            path, name, DMSP, date, product, layer, version=version, unit=DIGITAL_NUMBER
        )
    date, _ = date_of_raster(name, relative)
    unit = DIGITAL_NUMBER if _OF_DMSP.match(name) else ""
    for start, known in _UNITS.items():
        unit = known if name.lower().startswith(start) else unit
    return Download(path, name, OTHER, date, unit=unit) if date else None


def _granule(name: str, path: str) -> Download | None:
    match = _GRANULE.match(name)
    date = find_date(name)
    if match is None or date is None:
        return None
    collection = match["collection"] or ""
    return Download(
        path,
        name,
        BLACK_MARBLE,
        date,
        match["product"].upper(),
        tile=match["tile"].lower(),
        collection=collection,
        version=(match["made"] or "", collection),
        unit=RADIANCE,
    )


def _viirs(name: str, path: str) -> Download | None:
    date = find_date(name)
    if date is None:
        return None
    composite, tile = _VIIRS_COMPOSITE.search(name), _VIIRS_TILE.search(name)
    made, layer = _VIIRS_MADE.search(name), _VIIRS_LAYER.search(name)
    return Download(
        path,
        name,
        VIIRS,
        date,
        composite[1] if composite else "",
        # avg_rade9h is the same average in newer files
        layer["layer"].replace("avg_rade9h", "avg_rade9") if layer else "",
        tile[1] if tile else "",
        version=(made[1] if made else "",),
        unit=RADIANCE,
    )
