"""Worker processes: what ends one, what comes back from one, and that none outlives its parent."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive.workers import NoWorker, Poison, ProgramError, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the functions below return."""

    text: str
    parts: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """No answer that the worker below may give."""

    text: str


def ready() -> None:
    """Nothing to warm up."""


def unready() -> None:
    raise ImportError("no such library")


def echo(text: str, *parts: Any) -> Answer:
    return Answer(text=text, parts=parts)


def process() -> tuple[int, int]:
    return os.getpid(), os.getsid(0)


def describe() -> tuple[Any, ...]:
    files = sorted(str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink())
    return tuple(file.split(":")[0] for file in files)


def answer(data: bytes) -> None:
    """Write to the pipe of answers, whichever of the two it is, what a parser that was taken over might."""
    for number in (3, 4):
        with suppress(OSError):
            os.write(number, data)


def hoard() -> None:
    held = []
    while True:
        held.append(bytes(1 << 20))


EVIL = pickle.dumps(Path("/"))
MISDEEDS: dict[str, Callable[[], Any]] = {
    "abort": os.abort,
    "fault": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(0),
    "sleep": lambda: time.sleep(600),
    "spin": lambda: sum(range(10**12)),  # C code that gives way to no signal handler
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "eat": hoard,
    "gulp": lambda: len(bytes(1 << 40)),
    "class": lambda: Unknown(text="a class that the caller did not name"),
    "nonsense": lambda: answer((5).to_bytes(8, "big") + b"[[[[["),
    "pickle": lambda: answer(len(EVIL).to_bytes(8, "big") + EVIL),
    "flood": lambda: answer((1 << 60).to_bytes(8, "big")),
}


def misbehave(how: str) -> Any:
    return MISDEEDS[how]()


def fail() -> None:
    raise KeyError("năm")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(ready, [Answer], seconds=1.5, memory=100 << 20, tries=1) as started:
        yield started


def result(future: Future[Any]) -> Any:
    return future.result(timeout=30)


def test_values_and_named_dataclasses_come_back_as_they_are(worker: Worker) -> None:
    sent = ("Khối thi đua \ud800", 1, None, True, 2.5, ("a", ("b", ())), Answer(text="x", parts=((1,),)))
    assert result(worker.submit(echo, "é", *sent)) == Answer(text="é", parts=sent)
    assert result(worker.submit(echo, "x" * 5_000_000)).text == "x" * 5_000_000


def test_an_error_of_the_program_comes_back_with_its_traceback(worker: Worker) -> None:
    before = result(worker.submit(process))
    with pytest.raises(ProgramError, match="KeyError: 'năm'") as caught:
        result(worker.submit(fail))
    assert "in fail" in "".join(caught.value.__notes__)
    assert result(worker.submit(process)) == before


@pytest.mark.fault(15, 18, 21)
def test_whatever_ends_a_call_the_next_one_is_made(worker: Worker) -> None:
    ends = {}
    for how in MISDEEDS:
        with pytest.raises(Poison) as caught:
            result(worker.submit(misbehave, how))
        ends[how] = str(caught.value)
        assert result(worker.submit(echo, how)).text == how
    late, full, unread = "no answer within 1.5 s", "more memory than 100 MB", "an answer that cannot be read"
    assert {how: cause.removesuffix("; tried 1 times") for how, cause in ends.items()} == {
        "abort": "crashed (SIGABRT)",
        "fault": "crashed (SIGSEGV)",
        "exit": "ended with status 0",
        "sleep": late,
        "spin": late,
        "stop": late,
        "eat": full,
        "gulp": full,
        "class": f"{unread}: KeyError",
        "nonsense": f"{unread}: JSONDecodeError",
        "pickle": f"{unread}: UnicodeDecodeError",
        "flood": "crashed (SIGKILL)",
    }


def test_a_worker_has_nothing_of_its_parents(worker: Worker, tmp_path: Path) -> None:
    with (tmp_path / "held").open("wb") as held:
        os.set_inheritable(held.fileno(), True)
        files = result(worker.submit(describe))
    assert not [file for file in files if str(tmp_path) in file or file == "socket"]
    pid, session = result(worker.submit(process))
    assert pid == session == worker.pid  # Ctrl-C of a terminal does not reach it
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(pid, number)
    assert result(worker.submit(process)) == (pid, session)


def test_a_worker_killed_between_two_calls_is_replaced() -> None:
    with Worker(ready, []) as worker:
        first, _ = result(worker.submit(process))
        os.kill(first, signal.SIGKILL)
        second, _ = result(worker.submit(process))
    assert second != first


def test_closing_ends_the_call_under_way() -> None:
    worker = Worker(ready, [])
    pid, _ = result(worker.submit(process))
    under_way, waiting = worker.submit(misbehave, "sleep"), worker.submit(process)
    while not under_way.running():
        time.sleep(0.01)
    worker.close()
    assert under_way.exception() is not None
    assert waiting.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_worker_that_cannot_start_says_why() -> None:
    with Worker(unready, []) as worker, pytest.raises(NoWorker, match="ImportError: no such library"):
        result(worker.submit(process))


@pytest.mark.parametrize("busy", [False, True])
def test_no_worker_outlives_its_parent(busy: bool, tmp_path: Path) -> None:
    """Idle, it sees the pipe close; at work in C code, its own alarm ends it."""
    call = "worker.submit(test_workers.misbehave, 'spin')" if busy else "None"
    program = (
        "import sys, time, test_workers; from archive.workers import Worker\n"
        "worker = Worker(test_workers.ready, [], seconds=0.5)\n"
        f"pid, _ = worker.submit(test_workers.process).result(); {call}\n"
        "print(pid, flush=True); time.sleep(0.2); import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    parent = subprocess.run([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, check=False)
    assert parent.returncode == -signal.SIGKILL
    stat = Path("/proc") / parent.stdout.decode().strip() / "stat"
    for _ in range(100):
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return
        time.sleep(0.1)
    raise AssertionError("still there")
