"""Python in the background threads that QGIS uses again and again."""

from __future__ import annotations

import ctypes
import threading

_here = threading.local()


def keep_python_state() -> None:
    """Keep Python's state of this thread until the thread ends.

    QGIS takes it away after each run, while its threads live on. Libraries made with pybind11
    (scipy's distances, contourpy) remember the state of the thread that loaded them first, and end
    QGIS where they meet it again in a later run of the same thread. One state is counted once more
    here, so that it stays.
    """
    if threading.current_thread() is threading.main_thread() or hasattr(_here, "kept"):
        return
    ctypes.pythonapi.PyGILState_Ensure()
    _here.kept = True
