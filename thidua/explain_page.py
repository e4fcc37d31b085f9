"""An explanation as one HTML page that needs nothing else: the site's colours, its script, nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from archive.article_page import TABLES, Piece
from thidua.explain import Explanation, outermost_first, ranges


def html_page(explanation: Explanation) -> str:
    """The page; every string of the explanation is escaped, and the browser is told to run no script but ours."""
    static = resources.files("archive").joinpath("site", "static")
    own = resources.files("thidua").joinpath("templates")
    style = _text(static, "site.css") + _text(own, "explain.css")
    # Each in a scope of its own.
    script = "".join(f"(() => {{\n{_text(*file)}}})();\n" for file in ((static, "article.js"), (own, "explain.js")))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        _environment()
        .get_template("explain.html")
        .render(
            e=explanation,
            opened=_opened,
            kinds={kind: vietnamese for kind, (_, vietnamese) in TABLES.items()},
            style=Markup(style),  # noqa: S704 - files of this package
            script=Markup(script),  # noqa: S704
            policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'",
        )
    )


def _text(folder: resources.abc.Traversable, name: str) -> str:
    return folder.joinpath(name).read_text(encoding="utf-8")


def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("thidua"), PackageLoader("archive", "site/templates")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _opened(piece: Piece) -> str:
    """The labels of the facts whose words begin with this piece, the outermost first."""
    return ranges(mark.fact for mark in outermost_first(mark for mark in piece.marks if mark.anchor in piece.begins))
