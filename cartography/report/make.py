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
from ...measures.errors import InputError
from ...measures.texts import in_english, in_users_language, tr
from ..maps import export_png
from ..projection import equal_area, extent_in
from .chapters import light, method, policy, region, relations, typology, unevenness
from .chapters.writer import Writer
from .document import Chart, Document
from .findings import findings
from .folder import RECORD
from .maps.atlas import Atlas, add_atlas
from .maps.flows import write_flow_regions
from .maps.generalise import PART, WHOLE, Generaliser
from .maps.project import fill_project, name_no_places, translate_legends
from .maps.themes import COVER, add_themes, south_china_sea
from .pages.bookmarks import add_bookmarks
from .pages.fonts import missing_font
from .pages.pdf import write_pdf
from .pages.web import html_page
from .profiles import CityColumn, write_city_profile, write_region_profile, write_region_titles
from .results import Results
from .wishes import CITY, Wishes

_PICTURE_DPI = 110
_ATLAS_DPI = 110


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
            # The report has a language of its own: `Phrases` translates charts and legends.
            with in_english():
                self._make(project)
        finally:
            # Layers that outlive QGIS crash it, and a raised error keeps what it passed through.
            self._layouts.clear()
            project.clear()

    def _make(self, project: QgsProject) -> None:
        self.chapter("Project and layouts")
        write_region_profile(self.results, self.wishes)
        write_region_titles(self.results, self.wishes)
        write_flow_regions(self.results, self.wishes.node_field)
        columns = write_city_profile(self.results, self.wishes)
        projection = equal_area(self.results.layer("cities"))
        extent = extent_in(self.results.layer("cities"), projection.crs)
        layers = fill_project(project, self.results, projection, extent, self.wishes, self.rasters)
        inset = self.inset
        if inset is None and self.wishes.is_china and "background" in layers:
            inset = south_china_sea(projection.crs)
        self._layouts = add_themes(
            project, self.results, layers, projection, extent, self.wishes, inset
        )
        atlas = add_atlas(project, self.results, layers, projection, self.wishes, columns)
        # After the layouts, whose legends are put into words and lines of their own
        translate_legends(project, self.wishes.phrases)
        if not project.write(str(self.folder / "project.qgz")):
            with in_users_language():
                raise InputError(
                    tr(
                        "The project cannot be written ({value}): check that the disk has room."
                    ).format(value=project.error() or tr("no reason given"))
                )
        name_no_places(self.folder / "project.qgz", self.folder)
        generaliser = Generaliser()
        generaliser.apply(self._layouts.values(), WHOLE)
        generaliser.apply([atlas.layout], PART)

        self.chapter("Maps")
        pictures = self.folder / "maps"
        pictures.mkdir()
        for name, layout in self._layouts.items():
            self.chapter("")
            export_png(layout, pictures / f"{name}.png", _PICTURE_DPI)
        self.chapter("Pages of the mega-regions")
        for number, name in enumerate(atlas.regions):
            self.chapter("")
            atlas.seek(number)
            with atlas.map_alone() as part:
                picture = region.picture(pictures, number, name)
                export_png(atlas.layout, picture, _ATLAS_DPI, part)

        self.chapter("Report")
        document = self._document(pictures, atlas, columns)
        self._write_charts(document)
        html_page(document).save(str(self.folder / "report.html"))
        for name in self.results.names:  # read and told: room for the PDF
            self.results.forget(name)
        pdf = self.folder / "report.pdf"
        cover = self._layouts[COVER].name()
        bookmarks = write_pdf(document, project, cover, pdf, self.chapter)
        generaliser.release()  # room for the whole PDF, which bookmarks need in memory
        with in_users_language():
            problem = add_bookmarks(pdf, bookmarks, self.wishes.phrases.chinese)
        if problem:
            self.warn(problem)
        self._write_record(project, layers)

    def _document(self, pictures: Path, atlas: Atlas, columns: Sequence[CityColumn]) -> Document:
        document = Document(self.wishes)
        maps = {name: layout.name() for name, layout in self._layouts.items()}
        writer = Writer(document, self.results, maps, pictures, self.chapter)
        for chapter in (
            *(unevenness.cities, unevenness.unevenness, unevenness.change, unevenness.trend),
            *(unevenness.nested, typology.types, light.light, relations.relations),
            *(policy.policy, policy.coordination),
        ):
            chapter(writer)
        method.method(writer, self.method["parameters"], _versions())
        region.regions(writer, atlas, columns)
        # First in the report, last to be written: it names the figures of the others.
        first = Document(self.wishes)
        first.chapter("Key findings", on_new_page=True)
        for sentence in findings(self.results, self.wishes, writer.figures):
            first.point(sentence)
        texts = [str(row[CITY]) for row in self.results.rows("cities")]
        font = missing_font(self.wishes.phrases.chinese, texts)
        for sentence in self.left_out:
            first.note(sentence)
        if font:
            first.note(self.wishes.phrases(font))
            self.warn(font)
        document.parts = [*first.parts, *document.parts]
        return document

    def _write_charts(self, document: Document) -> None:
        folder = self.folder / "charts"
        folder.mkdir()
        for part in document.parts:
            if isinstance(part, Chart):
                (folder / f"{part.name}.svg").write_text(part.svg, encoding="utf-8")

    def _write_record(self, project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
        names = sorted(self.results.names)
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        # QGIS's own files beside an open GeoPackage are gone once it is closed.
        files = [p.relative_to(self.folder).as_posix() for p in paths if "gpkg-" not in p.name]
        record = {
            "title": self.wishes.title,
            "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            **self.method,
            "left_out": list(self.left_out),
            "versions": _versions(),
            "seed": self.wishes.seed,
            "counts": {name: self.results.layer(name).featureCount() for name in names},
            "projection": project.crs().toProj(),
            "layers": sorted(layers),
            "files": [*files, RECORD],
            "tables": names,
        }
        text = json.dumps(record, ensure_ascii=False, indent=2)
        (self.folder / RECORD).write_text(text, encoding="utf-8")


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
