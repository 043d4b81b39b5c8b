"""The role vocabulary read from its file."""

from __future__ import annotations

import json
from pathlib import Path

from ...measures.errors import InputError
from ...measures.texts import tr
from ...measures.typology.names import RoleVocabulary
from ..paths import RESOURCES

VOCABULARY = RESOURCES / "roles.json"


def read_vocabulary(path: str | None = None) -> RoleVocabulary:
    """The user's vocabulary, or the plugin's own.

    Raises:
        InputError: the file cannot be read or is not built like the plugin's own.
    """
    file = Path(path) if path else VOCABULARY
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        roles = [
            (str(entry["role"]), [str(word) for word in entry["keywords"]])
            for entry in content["roles"]
        ]
        return RoleVocabulary(roles, str(content["balanced"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            tr(
                "The role vocabulary '{file}' cannot be read: start from a copy of "
                "'{vocabulary}' and keep its form."
            ).format(file=file, vocabulary=VOCABULARY)
        ) from None
