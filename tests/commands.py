"""The command line as a user runs it: in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from thidua.demo.papers import DemoPapers


def targets(papers: DemoPapers) -> list[str]:
    """The options that lead a crawl to papers that listen anywhere."""
    return [f"--connect-to={host}={address}:{port}" for host, (address, port) in papers.targets.items()]


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start ``thidua`` on a home."""
    command = [sys.executable, "-m", "thidua", *arguments, "--home", str(home)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(home: Path, *arguments: str, status: int = 0) -> str:
    """Run it to its end, which must be of this exit status; returns what it printed."""
    process = start(home, *arguments)
    output, errors = process.communicate(timeout=240)
    assert process.returncode == status, f"{output}\n{errors}"
    return output
