"""The worked examples of the help: what runs on the example's cities, in the order of the work.

Each is what `qgis_process` is given. `P` stands for the plugin's folder; results lie in the folder
in which the lines run, and later lines read what earlier ones wrote.
"""

from __future__ import annotations

Example = dict[str, "str | list[str]"]

CITIES = "$P/resources/example/cities.csv"
_SECTORS = ["agriculture", "mining", "energy", "manufacturing", "construction", "transport"]
_SECTORS += ["hospitality", "retail", "information", "science", "business"]
_EMPLOYED = [f"emp_{name}" for name in _SECTORS]
_REGION: Example = {"REGION_FIELD": "mega_region"}
_MARKED: Example = {"INPUT": "marked.gpkg", **_REGION}
_GDP: Example = {"INDICATORS": ["gdp_2006", "gdp_2023"]}

# Points of the cities, and schematic areas of a quarter of a degree around them: no outlines are
# shipped.
BEFORE: dict[str, Example] = {
    "native:createpointslayerfromtable": {
        "INPUT": CITIES,
        "XFIELD": "lon",
        "YFIELD": "lat",
        "TARGET_CRS": "EPSG:4326",
        "OUTPUT": "cities.gpkg",
    },
    "native:buffer": {"INPUT": "cities.gpkg", "DISTANCE": "0.25", "OUTPUT": "areas.gpkg"},
}
EXAMPLES: dict[str, Example] = {
    "joincitytable": {
        "INPUT": "cities.gpkg",
        "KEY_FIELD": "city",
        "TABLE": "$P/help/inputs/gdp_per_head.csv",
        "TABLE_KEY_FIELD": "name",
        "MATCH_BY": "1",
        "OUTPUT": "joined.gpkg",
        "UNMATCHED": "unmatched.csv",
    },
    "citypanel": {
        "TABLES": ["$P/help/inputs/yearbook_2007.csv", "$P/help/inputs/yearbook_2024.csv"],
        "CITIES": "cities.gpkg",
        "KEY_FIELD": "adcode",
        "NAME_FIELD": "city",
        "MATCH_BY": "0",
        "COLUMNS": "$P/help/inputs/columns.csv",
        "OUTPUT": "panel.csv",
        "WIDE": "cities_panel.gpkg",
    },
    "markcores": {
        "INPUT": "cities.gpkg",
        **_REGION,
        "RULE": "0",
        "LEVEL_FIELD": "admin_level",
        "OUTPUT": "marked.gpkg",
    },
    "citygrowth": {
        **_MARKED,
        "ROLE_FIELD": "mr_role",
        "FROM_FIELD": "gdp_2006",
        "TO_FIELD": "gdp_2023",
        "YEARS": "17",
        "OUTPUT": "growth.gpkg",
        "SUMMARY": "growth_summary.csv",
    },
    "unevenness": {
        **_MARKED,
        **_GDP,
        "PERMUTATIONS": "999",
        "OUTPUT": "unevenness.csv",
        "REPORT": "unevenness.html",
    },
    "unevennesschange": {
        **_MARKED,
        **_GDP,
        "PERMUTATIONS": "999",
        "OUTPUT": "change.csv",
        "REPORT": "change.html",
    },
    "unevennesstrend": {
        "INPUT": "$P/help/inputs/gdp_invented.csv",
        **_REGION,
        "ROLE_FIELD": "role",
        "INDICATORS": "gdp",
        "YEAR_FIELD": "year",
        "ID_FIELD": "adcode",
        "PERIODS": "early=2006-2015;late=2015-2023",
        "OUTPUT": "trend.csv",
        "SERIES": "series.csv",
    },
    "nestedtheil": {
        **_MARKED,
        **_GDP,
        "LEVELS": "mega_region_phase",
        "OUTPUT": "nested.csv",
        "PARTS": "parts.csv",
    },
    "corediffs": {
        **_MARKED,
        "SECTORS": _EMPLOYED,
        "VALUES_ARE": "0",
        "REFERENCE": "0",
        "MISSING": "1",
        "OUTPUT": "differences.gpkg",
    },
    "citytypes": {
        "INPUT": "differences.gpkg",
        "FEATURES": [f"d_emp_{name}" for name in _SECTORS],
        "K": "0",
        **_REGION,
        "OUTPUT": "types.gpkg",
        "PROFILES": "profiles.csv",
    },
    "comparetypes": {
        "INPUT": "types.gpkg",
        "TYPE_FIELD": "mr_type",
        "INDICATORS": ["gdp_2023", "gdppc_2023"],
        "OUTPUT": "compared.csv",
        "PAIRS": "pairs.csv",
    },
    "preparelight": {"FOLDER": "downloads", "OUTPUT_FOLDER": "light", "DATES": "dates.csv"},
    "nighttimelight": {
        "INPUT": "areas.gpkg",
        "RASTERS": "$P/resources/example/black_marble_china.tif",
        "LIT_THRESHOLD": "50",
        **_REGION,
        "OUTPUT": "light.gpkg",
        "SERIES": "light_series.csv",
    },
    "polycentricity": {**_MARKED, **_GDP, "OUTPUT": "polycentricity.csv"},
    "potentialflows": {
        "INPUT": "marked.gpkg",
        "ID_FIELD": "adcode",
        "MASS_FIELD": "gdp_2023",
        "MODEL": "0",
        "OUTPUT": "potential.csv",
    },
    "flows": {
        "NODES": "marked.gpkg",
        "NODE_ID": "adcode",
        **_REGION,
        "FLOWS": "potential.csv",
        "FROM_FIELD": "from",
        "TO_FIELD": "to",
        "VALUE_FIELD": "value",
        "TOP_N": "20",
        "OUTPUT": "flows.gpkg",
        "SUMMARY": "flows_summary.csv",
    },
    "complementarity": {
        **_MARKED,
        "SECTORS": _EMPLOYED,
        "VALUES_ARE": "0",
        "OUTPUT": "complementarity.gpkg",
        "SUMMARY": "complementarity.csv",
    },
    "spatialpattern": {
        "INPUT": "marked.gpkg",
        "INDICATORS": "gdppc_2023",
        "NEIGHBOURS": "1",
        "K_NEAREST": "4",
        "OUTPUT": "pattern.gpkg",
        "SUMMARY": "pattern.csv",
    },
    "policythemes": {
        "TABLE": "$P/help/inputs/policy_items_invented.csv",
        "REGION_FIELD": "region",
        "CODE_FIELD": "code",
        "ADDRESSEE_FIELD": "addressee",
        "OUTPUT": "policy.csv",
    },
    "coordinationprofile": {
        **_MARKED,
        "UNEVENNESS": "unevenness.csv",
        "CHANGE": "change.csv",
        "POLYCENTRICITY": "polycentricity.csv",
        "FLOWS_SUMMARY": "flows_summary.csv",
        "POLICY": "policy.csv",
        "CAPACITY_INDICATORS": "gdppc_2023",
        "OUTPUT": "coordination.csv",
    },
    "planningreport": {
        "INPUT": "marked.gpkg",
        **_REGION,
        "NAME_FIELD": "city_en",
        "ROLE_FIELD": "mr_role",
        **_GDP,
        "FOLDER": "report",
    },
}


def shell(algorithm: str, settings: Example) -> str:
    """The line for a shell.

    >>> shell("megaregion:flows", {"TOP_N": "20", "INDICATORS": ["a", "b"]})
    'qgis_process run megaregion:flows --TOP_N=20 --INDICATORS=a --INDICATORS=b'
    """
    words = ["qgis_process run", algorithm]
    for name, value in settings.items():
        for one in value if isinstance(value, list) else [value]:
            quoted = f'"{one}"' if any(sign in one for sign in "$; ") else one
            words.append(f"--{name}={quoted}")
    return " ".join(words)
