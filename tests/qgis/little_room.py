"""A disk that is nearly full.

The system's limit on the size of a file stands for the disk: a write beyond it fails as one on a
full disk does.
"""

import resource
import signal
from contextlib import contextmanager


@contextmanager
def little_room(size):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
