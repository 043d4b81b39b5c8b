"""A folder that is filled apart and appears only when it is complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...measures.errors import InputError


@contextmanager
def complete_or_nothing(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder`; its content is moved there unless an error is raised.

    Files of an earlier report are replaced, other files in the folder are left alone.

    Raises:
        InputError: the folder cannot be made.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # A sibling, so that relative paths in the project stay right after moving.
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise InputError(
            f"The folder '{folder}' cannot be made ({error.strerror}): choose another FOLDER."
        ) from None
    try:
        yield made
        folder.mkdir(exist_ok=True)
        for item in made.iterdir():
            target = folder / item.name
            if target.is_dir():
                shutil.rmtree(target)
            os.replace(item, target)
    except OSError as error:
        raise InputError(
            f"The report cannot be written to '{folder}' ({error.strerror}): close what is open "
            "there or choose another FOLDER."
        ) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
