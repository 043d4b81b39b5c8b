"""Tasks run on this machine's cores or on a cluster, again where a worker is lost."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ...measures.errors import InputError
from ...measures.texts import tr
from .tasks import go_on, release_scratch, watched

_MOST_THREADS = 16
_TRIES = 3  # of a task whose worker is lost
_PAUSE = 0.2  # seconds between looks at whether the user has cancelled
_CONNECT = 15  # seconds
_SHIPPED = ("__init__.py", "measures", "layers/__init__.py", "layers/light")


class Task(NamedTuple):
    """A call to be made somewhere."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    options: dict[str, Any]


class Serial(Executor):
    """Runs each task when it is handed in, in this thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The finished task."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew:
    """Whoever runs tasks: any executor, made anew where it breaks with one of its workers."""

    def __init__(
        self, make: Callable[[], Executor], size: int, nearby: Executor | None = None, run: str = ""
    ) -> None:
        """Take what makes an executor.

        Args:
            make: called again where the executor breaks.
            size: number of its workers.
            nearby: runs what stays on this machine; the executor itself where None.
            run: what its tasks are told, from `tasks.watched`.
        """
        self._make, self.size, self.run = make, size, run
        self.executor = make()
        self.nearby = nearby or self.executor

    def submit(self, task: Task) -> Future[Any]:
        """The task under way."""
        try:
            return self.executor.submit(task.function, *task.arguments, **task.options)
        except BrokenExecutor:
            self.executor = self._make()
            return self.executor.submit(task.function, *task.arguments, **task.options)

    def shared(self, thing: Any) -> Any:
        """What stands for a large thing that many tasks take."""
        return thing


class _Cluster(Crew):
    """A Dask cluster, which is told of large things once."""

    def __init__(self, client: Any, nearby: Executor) -> None:
        workers = client.scheduler_info()["workers"].values()
        threads = sum(worker["nthreads"] for worker in workers)
        super().__init__(client.get_executor, threads, nearby)
        self._client = client

    def shared(self, thing: Any) -> Any:
        # By a key of its own: one that another holder has just let go would be lost with it.
        return self._client.scatter(thing, broadcast=True, hash=False)


@contextmanager
def crew(scheduler: str | None = None, check: Callable[[], None] = go_on) -> Iterator[Crew]:
    """This machine's cores, or the workers of a Dask cluster.

    Args:
        scheduler: the address of the cluster's scheduler, such as tcp://10.0.0.5:8786.
        check: called often by tasks on this machine, in their threads; may raise to stop.

    Raises:
        InputError: Dask is not installed, or no scheduler answers.
    """
    threads = min(os.cpu_count() or 1, _MOST_THREADS)
    nearby = ThreadPoolExecutor(threads) if threads > 1 else Serial()
    with watched(check) as run:
        try:
            if scheduler:
                with _connected(scheduler) as client:
                    yield _Cluster(client, nearby)
            else:
                yield Crew(lambda: nearby, threads, run=run)
        finally:
            nearby.shutdown(wait=True, cancel_futures=True)
            release_scratch()  # of this thread, which may have worked itself


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            tr(
                "A scheduler is given but Dask is not installed: install the Python package "
                "'distributed', or leave the scheduler blank to use this machine's cores."
            )
        ) from None
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError):
        raise InputError(
            tr(
                "No Dask scheduler answers at '{address}': start it, correct the address, or "
                "leave it blank."
            ).format(address=address)
        ) from None
    try:
        if not client.scheduler_info()["workers"]:
            raise InputError(
                tr("The Dask scheduler at '{address}' has no workers: start some.").format(
                    address=address
                )
            )
        with tempfile.TemporaryDirectory() as folder:
            client.upload_file(str(_packed(Path(folder))))
        yield client
    finally:
        client.close()


def _packed(folder: Path) -> Path:
    """The plugin's code that workers need, as a zip named like the package."""
    package = __name__.split(".", maxsplit=1)[0]
    root = Path(__file__).resolve().parents[2]
    target = folder / f"{package}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for part in _SHIPPED:
            path = root / part
            for file in sorted(path.glob("**/*.py")) if path.is_dir() else [path]:
                archive.write(file, Path(package) / file.relative_to(root))
    return target


def run_tasks(
    tasks: Sequence[Task], workers: Crew, pause: Callable[[], None]
) -> Iterator[tuple[int, Any]]:
    """The results of tasks, each with the task's number, in the order in which they finish.

    Few tasks are under way at a time, so that results do not pile up. A task whose worker is lost
    is run again; what is finished is not.

    Args:
        tasks: the tasks.
        workers: who runs them.
        pause: called often; may raise to stop, which cancels what has not begun.

    Raises:
        InputError: a task failed so, or its worker was lost again and again.
    """
    waiting = [(number, 0) for number in range(len(tasks))][::-1]
    running: dict[Future[Any], tuple[int, int]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < 2 * workers.size:
                number, tries = waiting.pop()
                running[workers.submit(tasks[number])] = number, tries
            done, _ = wait(running, timeout=_PAUSE, return_when=FIRST_COMPLETED)
            pause()
            for future in sorted(done, key=lambda item: running[item]):
                number, tries = running.pop(future)
                try:
                    result = future.result()
                except Exception as error:
                    if not _worker_lost(error):
                        raise
                    if tries + 1 == _TRIES:
                        raise InputError(
                            tr(
                                "A worker was lost {tries} times over the same raster: give "
                                "the workers more memory, or use fewer of them."
                            ).format(tries=_TRIES)
                        ) from error
                    waiting.append((number, tries + 1))
                else:
                    yield number, result
    finally:
        for future in running:
            future.cancel()


def _worker_lost(error: Exception) -> bool:
    """Whether a task failed because of where it ran, not because of what it did."""
    if isinstance(error, (BrokenExecutor, CancelledError)):
        return True
    module, name = type(error).__module__, type(error).__name__
    return module.startswith("distributed") and name in ("KilledWorker", "CommClosedError")
