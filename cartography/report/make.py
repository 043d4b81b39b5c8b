"""The report's files, made from the results of the analysis."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsPrintLayout, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer

from ...layers.paths import RESOURCES
from ..maps import export_png
from ..projection import equal_area, extent_in
from .chapters import Chapters
from .document import Chart, Document
from .findings import findings
from .maps.atlas import add_atlas
from .maps.generalise import Generaliser
from .maps.project import fill_project
from .maps.themes import COVER, add_themes
from .pages.fonts import missing_font
from .pages.pdf import write_pdf
from .pages.web import html_page
from .profiles import column_title, write_city_profile, write_region_profile
from .results import Results
from .wishes import Wishes

_PICTURE_DPI = 110
_ATLAS_DPI = 90


@dataclass
class Making:
    """What a report is made of.

    Attributes:
        folder: that is filled.
        results: the analysis.
        wishes: the report's settings.
        left_out: sentences about parts that are missing.
        method: algorithms, parameters and inputs, for the record.
        rasters: night-light rasters for the project.
        inset: extent and CRS of a second map frame as a layer's, or None.
        chapter: called with the title of what comes next; stops the run where it is cancelled.
        warn: called with sentences the user should read.
    """

    folder: Path
    results: Results
    wishes: Wishes
    left_out: Sequence[str]
    method: Mapping[str, Any]
    chapter: Callable[[str], None]
    warn: Callable[[str], None]
    rasters: Sequence[QgsRasterLayer] = ()
    inset: QgsRectangle | None = None
    _layouts: dict[str, QgsPrintLayout] = field(default_factory=dict)

    def run(self) -> None:
        """Write project, maps, charts, HTML, PDF and the record."""
        project = QgsProject()
        try:
            self._make(project)
        finally:
            # Layers that outlive QGIS crash it, and a raised error keeps what it passed through.
            self._layouts.clear()
            project.clear()

    def _make(self, project: QgsProject) -> None:
        self.chapter("Project and layouts")
        write_region_profile(self.results, self.wishes)
        city_fields = write_city_profile(self.results, self.wishes)
        projection = equal_area(self.results.layer("cities"))
        extent = extent_in(self.results.layer("cities"), projection.crs)
        layers = fill_project(project, self.results, projection, extent, self.wishes, self.rasters)
        self._layouts = add_themes(
            project, self.results, layers, projection, extent, self.wishes, self.inset
        )
        atlas = add_atlas(project, self.results, layers, projection, self.wishes, city_fields)
        project.write(str(self.folder / "project.qgz"))
        generaliser = Generaliser()
        generaliser.apply([*self._layouts.values(), atlas])
        regions = _names_in_atlas(atlas)

        self.chapter("Maps")
        pictures = self.folder / "maps"
        pictures.mkdir()
        for name, layout in self._layouts.items():
            self.chapter("")
            export_png(layout, pictures / f"{name}.png", _PICTURE_DPI)
        self.chapter("Pages of the mega-regions")
        for number in range(len(regions)):
            self.chapter("")
            atlas.atlas().seekTo(number)
            atlas.refresh()
            export_png(atlas, _picture(pictures, number, regions), _ATLAS_DPI)

        self.chapter("Report")
        document = self._document(pictures, atlas, regions)
        self._write_charts(document)
        html_page(document).save(str(self.folder / "report.html"))
        cover = self._layouts[COVER].name()
        write_pdf(document, project, cover, self.folder / "report.pdf", self.chapter)
        self._write_method(project, layers)

    def _document(self, pictures: Path, atlas: QgsPrintLayout, regions: Sequence[str]) -> Document:
        w = self.wishes
        document = Document(w)
        maps = {name: layout.name() for name, layout in self._layouts.items()}
        chapters = Chapters(document, self.results, maps, pictures)
        chapters.cities()
        chapters.unevenness()
        chapters.change()
        chapters.nested()
        chapters.types()
        chapters.light()
        chapters.relations()
        self._method_chapter(document)
        self._atlas_chapter(document, pictures, atlas, regions)
        # First in the report, last to be written: it names the figures of the others.
        first = Document(w)
        first.chapter("Key findings")
        for sentence in findings(self.results, w, chapters.figures):
            first.text("• {sentence}", sentence=sentence)
        texts = [str(row["city"]) for row in self.results.rows("city_profile")]
        font = missing_font(w.phrases.chinese, texts)
        for sentence in [*self.left_out, *([font] if font else [])]:
            first.note(w.phrases(sentence))
        if font:
            self.warn(font)
        document.parts = [*first.parts, *document.parts]
        return document

    def _atlas_chapter(
        self, document: Document, pictures: Path, atlas: QgsPrintLayout, regions: Sequence[str]
    ) -> None:
        w = self.wishes
        document.chapter("Mega-regions one by one")
        for number, region in enumerate(regions):
            document.section(w.title_of(region), paper=False)
            picture = _picture(pictures, number, regions)
            document.map(
                atlas.name(),
                picture,
                "{region}",
                number,
                region=w.title_of(region),
            )
            rows = [r for r in self.results.rows("region_profile") if r["region"] == region]
            names = ["measure", "value", "median", "rank"]
            table = [[row[name] for name in names] for row in rows]
            document.table(["Measure", "Value", "Median", "Rank"], table, paper=False)
            cities = [r for r in self.results.rows("city_profile") if r["region"] == region]
            if cities:
                fields = [n for n in cities[0] if n not in ("fid", "region")]
                header = [column_title(name, w) for name in fields]
                rows_ = [[row[name] for name in fields] for row in cities]
                document.table(header, rows_, paper=False)

    def _method_chapter(self, document: Document) -> None:
        w = self.wishes
        document.chapter("Method and sources")
        for text in _METHOD:
            document.text(text)
        document.text("Source of the data: {source}.", source=w.source or w.phrases("not given"))
        missing = sum(row["missing"] or 0 for row in self.results.rows("unevenness"))
        document.text(
            "{cities} cities; {missing} values missing in the comparisons and left out there; "
            "random numbers from seed {seed}; {permutations} permutations.",
            cities=len(self.results.rows("cities")),
            missing=missing,
            seed=w.seed,
            permutations=self.method["parameters"]["PERMUTATIONS"],
        )
        versions = ", ".join(f"{name} {number}" for name, number in _versions().items())
        document.text("Made with {versions}.", versions=versions)

    def _write_charts(self, document: Document) -> None:
        folder = self.folder / "charts"
        folder.mkdir()
        for part in document.parts:
            if isinstance(part, Chart):
                (folder / f"{part.name}.svg").write_text(part.svg, encoding="utf-8")

    def _write_method(self, project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
        counts = {
            name: self.results.layer(name).featureCount() for name in sorted(self.results.names)
        }
        record = {
            "title": self.wishes.title,
            "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            **self.method,
            "left_out": list(self.left_out),
            "versions": _versions(),
            "seed": self.wishes.seed,
            "counts": counts,
            "projection": project.crs().toProj(),
            "layers": sorted(layers),
        }
        path = self.folder / "method.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding="utf-8")


_METHOD = [
    "Theil index between groups: T = s ln(s/p) + (1-s) ln((1-s)/(1-p)), s the cores' share of the "
    "sum, p their share of the cities (Theil 1967). Gini ratio between groups: Dagum's net part, "
    "s - p (Dagum 1997, Empirical Economics 22, 515-531).",
    "Change: 95 % intervals from the log ratio of the roles' means, values taken as spread alike "
    "in both roles; p by permuting the cities' growth factors over the region. Nested Theil: Akita "
    "(2003), Annals of Regional Science 37, 55-77.",
    "Types: K-means on the differences of sector shares to the mean of the region's cores, as in "
    "Du, Cardoso & Rocco (2025), Habitat International 166, 103619; the number of types by the "
    "highest mean silhouette (Rousseeuw 1987).",
    "Night light: cells weighted by the exact share that a city covers. Polycentricity: Green "
    "(2007), Regional Studies 41, 1077-1103. Complementarity: Krugman's index of dissimilarity.",
]


def _versions() -> dict[str, str]:
    metadata = (RESOURCES.parent / "metadata.txt").read_text(encoding="utf-8")
    plugin = next(
        line[len("version=") :] for line in metadata.splitlines() if line.startswith("version=")
    )
    return {
        "Mega-Region Analyst": plugin,
        "QGIS": Qgis.QGIS_VERSION,
        "Python": platform.python_version(),
        "numpy": np.__version__,
    }


def _names_in_atlas(layout: QgsPrintLayout) -> list[str]:
    atlas = layout.atlas()
    count = atlas.updateFeatures()
    atlas.beginRender()
    names = []
    for number in range(count):
        atlas.seekTo(number)
        names.append(atlas.currentFilename()[len("region_") :])
    return names


def _picture(folder: Path, number: int, regions: Sequence[str]) -> Path:
    plain = "".join(c if c.isalnum() else "_" for c in regions[number])
    return folder / f"region_{number + 1:02d}_{plain}.png"
