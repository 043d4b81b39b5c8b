"""Stopping a run where the user has asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ..measures.texts import tr

Item = TypeVar("Item")
_PAUSE = 0.2  # seconds between looks at whether the user has cancelled
_running: ContextVar[QgsProcessingFeedback | None] = ContextVar("running", default=None)


def check_cancelled(feedback: QgsProcessingFeedback) -> None:
    """Stop the run if it is cancelled; called only before anything is written."""
    if feedback.isCanceled():
        raise QgsProcessingException(tr("Cancelled: nothing was written."))


@contextmanager
def cancellable(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Let `pause` stop what is done meanwhile in this thread."""
    before = _running.set(feedback)
    try:
        yield
    finally:
        _running.reset(before)


def pause() -> None:
    """Stop the run if it is cancelled: for loops of pages and charts, which know no run."""
    feedback = _running.get()
    if feedback is not None:
        check_cancelled(feedback)


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
