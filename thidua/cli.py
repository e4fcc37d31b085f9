"""The command ``thidua``. Its exit statuses are told by ``thidua --help``.

A command imports what it needs when it runs: ``--help`` waits neither for Scrapy nor for spaCy.
"""

from __future__ import annotations

import ipaddress
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from crawler.sources import Source
    from thidua.demo.papers import DemoPapers
    from thidua.explain import Explanation
    from thidua.jobs import Outcome

OK, PROBLEMS, WRONG_USE, NO_SPACE, BUSY, INTERRUPTED = range(6)
F = TypeVar("F", bound=Callable[..., Any])


def home_option(function: F) -> F:
    """The option that every command takes: which archive."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        show_default="here",
        help="Folder of the archive: archive.db and the site, work/ and warc/.",
    )(function)


def sources_option(function: F) -> F:
    """Source files of the user's own."""
    return click.option(
        "--sources",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder of source files to use instead of the built-in ones.",
    )(function)


def _contact(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        from crawler.settings import user_agent

        try:
            user_agent(value)
        except ValueError as error:
            raise click.BadParameter(str(error), context, parameter) from error
    return value


def _targets(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    try:
        return dict(map(_target, values))
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from error


def _target(option: str) -> tuple[str, tuple[str, int]]:
    from crawler.urls import ascii_host

    host, _, rest = option.partition("=")
    address, _, port = rest.rpartition(":")
    try:
        ipaddress.IPv4Address(address)
        if not (host and port.isascii() and port.isdecimal() and 1 <= int(port) <= 65535):
            raise ValueError(option)
        return ascii_host(host), (address, int(port))
    except ValueError:
        raise ValueError(f"{option!r} is not HOST=ADDRESS:PORT, as in bao.vn=127.0.0.1:8080") from None


port_option = click.option(
    "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port of the site."
)
no_publish = click.option("--no-publish", is_flag=True, help="Leave archive.db as it is.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="thidua")
def cli() -> None:
    """Archive of Vietnamese emulation blocs and awards, read from provincial newspapers.

    Every night: crawl the newspapers, keep every byte, read the articles, find who sat in which bloc, who led it,
    who was proposed for which award and who got it, each with the words it rests on, and publish it all.

    Exit status: 0 all is well, 1 there were problems (the summary names them), 2 wrong use, 3 the disk is full or
    nearly so, 4 another process is at work in the home, 5 interrupted (SIGINT, SIGTERM). After 3, 4 and 5 the same
    command goes on where it was.
    """


@cli.command()
@home_option
@click.option("--serve/--no-serve", default=True, help="Serve the result when the crawl is done.", show_default=True)
@port_option
def demo(home: Path, serve: bool, port: int) -> None:
    """Crawl four invented newspapers, serve the result.

    Run N in a home sees the papers of day N: the second day brings new articles, the third nothing.
    """
    from archive.store import open_store
    from crawler.sources import load_all
    from thidua import serving

    sources = load_all()
    if serve:
        serving.require_free(port)
    with open_store(home) as store:
        store.register(source.row for source in _demo_sources(sources))
        day = store.finished_runs("crawl") + 1
    with serving.papers_at(day) as papers:
        sys.exit(demonstrate(home, papers, port if serve else None))


def demonstrate(home: Path, papers: DemoPapers, port: int | None) -> int:
    """Crawl running papers and, unless that was interrupted, serve the result at a port; returns the exit status."""
    from crawler.sources import load_all
    from thidua import jobs, serving

    known = load_all()
    network = jobs.Network(contact="demo@localhost", allow_loopback=True, connect_to=papers.targets)
    outcome = jobs.run_crawl(home, _demo_sources(known), network, known=known)
    click.echo(f"Day {papers.day} of the demonstration's newspapers (their news is invented):")
    status = _report(outcome, known)
    if port is None or outcome.is_interrupted:
        return status
    return serving.serve_beside(home, port) or status


@cli.command()
@click.argument("ids", metavar="[SOURCE]...", nargs=-1)
@home_option
@sources_option
@click.option(
    "--contact",
    envvar="THIDUA_CONTACT",
    callback=_contact,
    help="Mail or web address that newspapers can complain to; sent with every request. Also $THIDUA_CONTACT.",
)
@click.option("--allow-loopback", is_flag=True, help="Allow addresses of this machine (demonstration and tests).")
@click.option(
    "--connect-to",
    multiple=True,
    callback=_targets,
    metavar="HOST=ADDRESS:PORT",
    help="Send requests for HOST to ADDRESS:PORT by plain HTTP (tests). Repeatable.",
)
@click.option(
    "--keep-free",
    type=click.IntRange(0),
    envvar="THIDUA_KEEP_FREE",
    default=500,
    show_default=True,
    metavar="MB",
    help="Stop before the disk has less than this left. Also $THIDUA_KEEP_FREE.",
)
@no_publish
def crawl(  # noqa: PLR0913 - one option, one argument
    ids: tuple[str, ...],
    home: Path,
    folder: Path | None,
    contact: str | None,
    allow_loopback: bool,
    connect_to: dict[str, tuple[str, int]],
    keep_free: int,
    no_publish: bool,
) -> None:
    """Fetch what is new, read it, publish.

    From all newspapers, or from the SOURCEs named.
    """
    from crawler.sources import load_all
    from thidua import jobs

    known = load_all(folder)
    chosen = _chosen(ids, known, folder)
    if not contact:
        if not allow_loopback:
            raise click.UsageError(
                "say who answers for this crawler: --contact you@example.org (or set THIDUA_CONTACT)"
            )
        contact = "tests on this machine"
    network = jobs.Network(
        contact=contact, allow_loopback=allow_loopback, connect_to=connect_to, keep_free=keep_free * 1_000_000
    )
    outcome = jobs.run_crawl(home, chosen, network, known=known, publishing=not no_publish)
    sys.exit(_report(outcome, known))


@cli.command()
@home_option
@sources_option
@click.option("--all", "everything", is_flag=True, help="Make every article and fact anew from the kept bytes.")
@no_publish
def extract(home: Path, folder: Path | None, everything: bool, no_publish: bool) -> None:
    """Read kept pages anew.

    Those that an older version of the rules has read, or all.
    """
    from crawler.sources import load_all
    from thidua import jobs

    sources = load_all(folder)
    outcome = jobs.run_extract(home, sources, everything=everything, publishing=not no_publish)
    sys.exit(_report(outcome, sources))


@cli.command()
@home_option
def publish(home: Path) -> None:
    """Check the archive and publish it.

    A snapshot without private tables takes the place of archive.db.
    """
    from thidua import jobs

    sys.exit(_report(jobs.run_publish(home), ()))


@cli.command()
@home_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(home: Path, as_json: bool) -> None:
    """Check that the archive is what it says it is.

    Every kept record bears its digest, every row leads to its bytes, every quote stands in its text, every address
    of the ledger has one end. Nothing is changed.
    """
    from thidua import jobs
    from thidua.summary import print_checks

    checks = jobs.run_check(home)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in checks], ensure_ascii=False, indent=1))
    else:
        print_checks(checks, _console())
    sys.exit(PROBLEMS if any(one.problems for one in checks) else OK)


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@home_option
@click.option("--keep", type=click.IntRange(1), default=3, show_default=True, help="Databases to keep, the newest.")
def backup(folder: Path, home: Path, keep: int) -> None:
    """Copy the archive into DIR, best on another disk.

    What DIR holds already is not copied again: made every night, it costs what is new. A crawl may be at work.
    """
    from thidua import jobs

    made = jobs.run_backup(home, folder, keep=keep)
    click.echo(f"{made.path}: {made.files} WARC files, {made.copied} of them new ({made.size:,} bytes)")
    for name in made.missing:
        click.echo(f"thidua: {home / 'warc' / name} is missing; {folder / 'warc' / name} has it", err=True)
    sys.exit(PROBLEMS if made.missing else OK)


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@home_option
@no_publish
def restore(folder: Path, home: Path, no_publish: bool) -> None:
    """Make an archive of the newest backup in DIR, and publish it.

    Every file is checked on the way. The home must not hold an archive yet.
    """
    from thidua import jobs

    restored, outcome = jobs.run_restore(folder, home, publishing=not no_publish)
    click.echo(f"{home} is the archive of {restored.path}")
    sys.exit(_report(outcome, ()))


@cli.command()
@home_option
@port_option
def serve(home: Path, port: int) -> None:
    """Serve the published archive with Datasette.

    Beside the demonstration's archive its papers are served too, so that links to originals open.
    """
    from thidua import serving

    serving.require_free(port)
    sys.exit(serving.serve(home, port))


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
def facts(files: tuple[Path, ...]) -> None:
    """Print the facts of pages or articles.

    One JSON line for each saved page (.html) or article JSON. Spans count code points into the line's own "text".
    """
    from extract.annotation import article_to_json
    from extract.facts import find
    from thidua.articles import NoArticle, load_article

    status = OK
    for file in files:
        try:
            id_, article = load_article(file)
        except NoArticle as error:
            click.echo(f"thidua: {error}", err=True)
            status = PROBLEMS
            continue
        click.echo(json.dumps(article_to_json(id_, article, find(article)), ensure_ascii=False))
    sys.exit(status)


@cli.command()
@click.argument("name", metavar="FILE|URL|ARTICLE")
@home_option
@click.option("--html", is_flag=True, help="Write one HTML page that needs nothing else.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write to; without it, to standard output.",
)
def explain(name: str, home: Path, html: bool, output: Path | None) -> None:
    """Show what is found in an article, and why.

    The text with every span of evidence marked by kind; under it each fact with its values, its rule, its exact
    quotes, and what was inferred from what. FILE is a saved page (.html) or article JSON; URL or ARTICLE (its id) is
    one that the archive keeps: nothing is fetched. In a pipe and with NO_COLOR, spans stand in brackets.
    """
    from thidua.articles import NoArticle
    from thidua.explain import explain as explain_article
    from thidua.explain import subject
    from thidua.printable import shown

    try:
        explanation = explain_article(subject(name, home))
    except NoArticle as error:
        click.echo(f"thidua: {shown(str(error), one_line=True)}", err=True)
        sys.exit(PROBLEMS)
    if output is None:
        _write_explanation(explanation, sys.stdout, html=html)
        return
    try:
        with output.open("w", encoding="utf-8") as file:
            _write_explanation(explanation, file, html=html)
    except OSError as error:
        raise click.BadParameter(f"{output}: {error.strerror}", param_hint="--output") from error


def _write_explanation(explanation: Explanation, file: TextIO, *, html: bool) -> None:
    if html:
        from thidua.explain_page import html_page

        file.write(html_page(explanation))
    else:
        from rich.console import Console

        from thidua.explain_text import print_explanation

        print_explanation(explanation, Console(file=file, markup=False, emoji=False, highlight=False))


@cli.group()
def sources() -> None:
    """The newspapers that can be read."""


@sources.command("list")
@sources_option
def list_sources(folder: Path | None) -> None:
    """List the newspapers: one row a source file."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from crawler.sources import load_all

    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for column in ("id", "name", "province (now)", "platform", "home"):
        table.add_column(column, no_wrap=column == "id", overflow="fold")
    for source in load_all(folder):
        province = source.province or "–"
        if source.province_now and source.province_now != source.province:
            province += f" ({source.province_now})"
        note = " [invented]" if source.demo else ""
        table.add_row(source.id, source.name + note, province, source.platform or "–", source.home)
    _console().print(table)


def _demo_sources(known: Sequence[Source]) -> list[Source]:
    from thidua.demo.content import PAPERS

    papers = {paper.id for paper in PAPERS}
    return [source for source in known if source.id in papers]


def _chosen(ids: Sequence[str], known: Sequence[Source], folder: Path | None) -> list[Source]:
    by_id = {source.id: source for source in known}
    unknown = [id_ for id_ in ids if id_ not in by_id]
    if unknown:
        raise click.UsageError(f"no source {unknown[0]!r}; `thidua sources list` shows them")
    # Invented papers are crawled by name or by `thidua demo`, never by a night of real ones.
    chosen = [by_id[id_] for id_ in dict.fromkeys(ids)] or [source for source in known if folder or not source.demo]
    if not chosen:
        raise click.UsageError(f"no source file in {folder}" if folder else "no newspaper to crawl")
    return chosen


def _console() -> Console:
    """Standard output; as wide as a table needs where nobody's window limits it. Text is printed as it is."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 200, markup=False, emoji=False, highlight=False)


def _report(outcome: Outcome, known: Sequence[Source]) -> int:
    from thidua.summary import print_summary

    print_summary(outcome, {source.id: source for source in known}, _console())
    if outcome.is_interrupted:
        return INTERRUPTED
    return PROBLEMS if outcome.has_problems else OK


def main() -> NoReturn:
    """Entry point: a user's mistake is one line on stderr, never a traceback."""
    try:
        cli(standalone_mode=True)
    except Exception as error:
        status = _status(error)
        if status is None:
            raise
        click.echo(f"thidua: {error}", err=True)
        sys.exit(status)
    sys.exit(OK)


def _status(error: Exception) -> int | None:
    """The exit status of what a user can mend or must know of; None of a mistake of ours."""
    from archive.publish import PublishError
    from archive.store import ArchiveError, BusyError, HomeError
    from crawler.run import CrawlError, CrawlSpaceError
    from crawler.sources import SourceError
    from thidua.jobs import Interrupted
    from thidua.serving import PortTaken

    statuses: tuple[tuple[type[Exception], int], ...] = (
        (Interrupted, INTERRUPTED),
        (CrawlSpaceError, NO_SPACE),
        (BusyError, BUSY),
        (HomeError, WRONG_USE),
        (SourceError, WRONG_USE),
        (PortTaken, WRONG_USE),
        (CrawlError, PROBLEMS),
        (PublishError, PROBLEMS),
        (ArchiveError, PROBLEMS),
    )
    return next((status for kind, status in statuses if isinstance(error, kind)), None)
