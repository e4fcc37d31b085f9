"""Run a function on hostile bytes in a process of its own, which may hang, crash or exhaust its memory.

A parser written in C cannot be interrupted by a signal or a thread, only by the end of its process. A worker is
started as a program of its own, never forked: it has no database, no socket and no lock of its parent. It gets a
function by name and its arguments as a pickle, made by us; it answers in JSON, since a parser that was taken over by a
page may answer what it likes, and a pickle would run it. The dataclasses of an answer are those its caller names.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import IO, Any

SECONDS = 10.0  # of one call
MEMORY = 1 << 30  # bytes of address space beyond what the worker takes before its first call
TRIES = 2  # of one call: the first may have met a worker that something else has killed
_STARTING = 60.0  # seconds for the imports, on a busy machine
_LARGEST = 1 << 26  # bytes of an answer
_NO_MEMORY = 70  # exit status
_MAIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from archive.workers import main; main()"


class Poison(Exception):
    """A call that the worker did not survive; the message says how it ended."""


class ProgramError(Exception):
    """An exception in the worker, as "Type: message"; the traceback is its note."""


class NoWorker(Exception):
    """No worker process could be started; the message says why."""


class Worker:
    """One process that makes one call after the other; lost with a call, it is started anew for the next.

    ``warm_up`` imports and builds in a new process what its calls need; it is started at once, beside its caller.
    ``returns`` are the dataclasses that an answer may hold besides strings, numbers, None and tuples.
    """

    def __init__(
        self,
        warm_up: Callable[[], object],
        returns: Iterable[type],
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        tries: int = TRIES,
    ) -> None:
        self._warm_up, self._seconds, self._memory, self._tries = warm_up, seconds, memory, tries
        self._classes = {kind.__name__: kind for kind in returns}
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        # Its only thread: it waits for the process, so that whoever has submitted a call need not.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._thread.submit(self._ready)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process of now, if there is one."""
        return self._process.pid if self._process else None

    def submit(self, function: Callable[..., Any], *arguments: object) -> Future[Any]:
        """Call a function of a module; the future gives its result, or raises Poison, ProgramError or NoWorker."""
        return self._thread.submit(self._call, function, arguments)

    def close(self) -> None:
        """End the process, and the call under way with it."""
        self._closed = True
        if self._process is not None:
            self._process.kill()  # it holds nothing that could be lost
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._stop()

    def _call(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
        answer = self._tried((function, arguments))
        if answer.get("worn"):
            self._stop()
        if "error" in answer:
            error = ProgramError(str(answer["error"]))
            error.add_note(str(answer.get("traceback")))
            raise error
        return answer.get("result")

    def _tried(self, request: object) -> dict[str, Any]:
        for left in reversed(range(self._tries)):
            try:
                return self._ask(self._ready(), request, self._seconds)
            except Poison as error:
                if not left:
                    raise Poison(f"{error}; tried {self._tries} times") from error
        raise ValueError("no tries")

    def _ready(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none. Raises NoWorker."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._stop()
        if self._closed:
            raise NoWorker("the worker is closed")
        paths = json.dumps([str(Path(path).absolute()) for path in sys.path])
        try:
            # A session of its own: Ctrl-C is for the parent, which ends its worker or lets it finish.
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-P", "-c", _MAIN, paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
            answer = self._ask(self._process, (self._warm_up, self._seconds, self._memory), _STARTING)
        except (OSError, Poison) as error:
            raise NoWorker(f"no worker process could be started: {error}") from error
        if "error" in answer:
            self._stop()
            raise NoWorker(f"no worker process could be started: {answer['error']}")
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], request: object, seconds: float) -> dict[str, Any]:
        late = threading.Event()

        def kill() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            stream = _stream(process.stdin)
            pickle.dump(request, stream)  # straight into the pipe: a page is large
            stream.flush()
            return self._parsed(_read(_stream(process.stdout), _LARGEST))
        except (OSError, EOFError):
            process.kill()
            status = process.wait()
            raise Poison(f"no answer within {seconds:g} s" if late.is_set() else self._end(status)) from None
        finally:
            timer.cancel()
            if late.is_set():
                self._stop()

    def _parsed(self, data: bytes) -> dict[str, Any]:
        """An answer. Raises Poison for one that no worker of ours gives."""
        try:
            answer = json.loads(data, object_hook=self._object)
            if not isinstance(answer, dict):
                raise TypeError("no answer")
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            self._stop()
            raise Poison(f"an answer that cannot be read: {type(error).__name__}") from error
        return {name: _tuple(value) for name, value in answer.items()}

    def _object(self, data: dict[str, Any]) -> Any:
        if "" not in data:
            return data
        return self._classes[data.pop("")](**{name: _tuple(value) for name, value in data.items()})

    def _end(self, status: int) -> str:
        if status == _NO_MEMORY:
            return f"more memory than {self._memory >> 20} MB"
        if status < 0:
            return f"crashed ({signal.Signals(-status).name})"
        return f"ended with status {status}"

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not written cannot be
                    _stream(stream).close()


def main() -> None:
    """The worker: warm up, then one call after the other until its parent closes the pipe."""
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # a service manager tells every process; the parent decides
    with suppress(EOFError, pickle.UnpicklingError):  # the parent has gone, perhaps in the middle
        warm_up, seconds, memory = pickle.load(calls)  # noqa: S301 - from our parent
        answer = _answer(warm_up, ())
        answer["result"] = None
        worn = _limit(memory)
        _write(answers, json.dumps(answer).encode())
        while True:
            function, arguments = pickle.load(calls)  # noqa: S301
            # The default action of SIGALRM ends the process even inside C code: for one whose parent was killed.
            signal.setitimer(signal.ITIMER_REAL, seconds + 2)
            answer = _answer(function, arguments)
            if _size() > worn:
                answer["worn"] = True  # what it has learnt and leaked takes too much of what a page may use
            signal.setitimer(signal.ITIMER_REAL, 0)
            _write(answers, json.dumps(answer).encode())


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> dict[str, Any]:
    try:
        return {"result": _plain(function(*arguments))}
    except MemoryError:
        os._exit(_NO_MEMORY)
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        return {"error": f"{type(error).__name__}: {error}", "traceback": traceback.format_exc()}


def _limit(memory: int) -> int:
    """Limit this process to so many bytes more than it has; returns the size at which it is worn out."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = _size()
    with suppress(ValueError, OSError):  # systems without such a limit
        resource.setrlimit(resource.RLIMIT_AS, (size + memory, size + memory))
    return size + memory // 2


def _size() -> int:
    """Bytes of address space of this process; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _plain(value: Any) -> Any:
    """A value as JSON has it; a dataclass is an object whose key "" is its name. Raises TypeError for other objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__, **{f.name: _plain(getattr(value, f.name)) for f in fields(value)}}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        raise TypeError("a worker returns no mappings")
    return value


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list) else value


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


def _write(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes], largest: int = sys.maxsize) -> bytes:
    """Raises EOFError at the end, or for more than is allowed."""
    head = stream.read(8)
    size = int.from_bytes(head, "big")
    if len(head) < 8 or size > largest:
        raise EOFError
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
