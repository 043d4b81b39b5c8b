"""Stopping a run where the user has asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from typing import TypeVar

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ..measures.texts import tr

Item = TypeVar("Item")
_PAUSE = 0.2  # seconds between looks at whether the user has cancelled


def check_cancelled(feedback: QgsProcessingFeedback) -> None:
    """Stop the run if it is cancelled; called only before anything is written."""
    if feedback.isCanceled():
        raise QgsProcessingException(tr("Cancelled: nothing was written."))


def waited_for(futures: Sequence[Future[Item]], pause: Callable[[], None]) -> Iterator[Item]:
    """The results of what was handed to an executor, in its order.

    Args:
        futures: what was handed in.
        pause: called often; may raise to stop.
    """
    for future in futures:
        while not future.done():
            wait([future], timeout=_PAUSE)
            pause()
        pause()
        yield future.result()
