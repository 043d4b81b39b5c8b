"""What every algorithm of the plugin is: texts, parameters, work, and the way out for errors."""

from __future__ import annotations

import gc
import html
import sys
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..layers.paths import RESOURCES
from ..measures.errors import InputError
from ..measures.texts import tr
from .call import Call

# The subjects of the toolbox, of the folders in each room, of docs/method/ and of the tests.
GROUPS = {
    "prepare": "Prepare",
    "unevenness": "Unevenness",
    "typology": "Roles of secondary cities",
    "light": "Nighttime light",
    "relations": "Spatial relations",
    "report": "Report",
}
_PAGES_NEED = "matplotlib"


class MegaRegionAlgorithm(QgsProcessingAlgorithm):
    """Base class: subclasses set the texts and implement `initAlgorithm` and `work`."""

    ID = ""
    TITLE = ""
    GROUP = ""  # one of GROUPS
    TAGS: tuple[str, ...] = ()
    SUMMARY = ""  # one or more paragraphs of help, plain text
    NEEDS: tuple[str, ...] = ()  # Python packages that QGIS does not always bring along

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:  # noqa: N802
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(GROUPS[self.GROUP])

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    def tags(self) -> list[str]:
        return list(self.TAGS)

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / f"{self.ID}.svg"))

    def createInstance(self) -> MegaRegionAlgorithm:  # noqa: N802
        return type(self)()

    def shortDescription(self) -> str:  # noqa: N802
        return tr(self.SUMMARY).split("\n\n")[0]

    def shortHelpString(self) -> str:  # noqa: N802
        """The summary, then every parameter with its help, as QGIS shows it."""
        parts = [f"<p>{html.escape(text)}</p>" for text in tr(self.SUMMARY).split("\n\n")]
        for parameter in self.parameterDefinitions():
            parts.append(
                f"<h3>{html.escape(parameter.description())}</h3>"
                f"<p>{html.escape(parameter.help())}</p>"
            )
        return "".join(parts)

    def helpUrl(self) -> str:  # noqa: N802
        """The algorithm's page in the help, which the zip brings and `./dev help` makes."""
        from ..layers.language import help_page

        page = help_page(f"algorithms/{self.ID}.html")
        return QUrl.fromLocalFile(str(page)).toString() if page else ""

    def add(self, *parameters: QgsProcessingParameterDefinition) -> None:
        """Add parameters, made by the builders of `parameters.py`, in this order."""
        for parameter in parameters:
            self.addParameter(parameter)

    def work(self, call: Call) -> None:
        """Do the work and hand the results to `call`; `InputError` says what is wrong."""
        raise NotImplementedError

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        from ..layers.packages import is_installed, missing_text

        absent = [missing_text(package) for package in self.NEEDS if not is_installed(package)]
        return (False, absent[0]) if absent else (True, "")

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..layers.threads import keep_python_state

        keep_python_state()
        loaded = _modules_of_others()
        try:
            call = Call(self, parameters, context, feedback)
            # Here too, because scripts do not ask `canExecute`; not in `prepareAlgorithm`, whose
            # words `processing.run` hides behind "There were errors executing the algorithm".
            for package in (*self.NEEDS, *([_PAGES_NEED] if call.given("REPORT") else [])):
                call.need(package)
            self.work(call)
            return call.write()
        except InputError as error:
            sentence = str(error)
        finally:
            if _modules_of_others() > loaded:
                # Errors met while packages were loaded hold on to each other, and to all that was
                # open here. Taken away later, layers might be destroyed in a thread not theirs.
                gc.collect()
        # Raised out here, so that it does not hold on to what `work` had open: a layer closed
        # only when QGIS ends can crash it.
        raise QgsProcessingException(sentence)


def _modules_of_others() -> int:
    """How many modules are loaded that are not the plugin's: parts of a package come later too."""
    own = __name__.partition(".")[0]
    return sum(name.partition(".")[0] != own for name in list(sys.modules))
