"""What an empty ledger shows, and the reading of the samples into it."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from soten.web.answering import Shown, respond
from soten.web.site import Site
from soten.web.visitors import Visitor, Way, visitor_of
from soten.web.words import Pair

router = APIRouter(include_in_schema=False)

WORDS: Mapping[str, Pair] = {
    "empty.heading": ("まだ何も読み込まれていません", "Nothing has been read yet"),
    "empty.how": (
        "報道の文章をファイルかフォルダーで読み込むと、ここに台帳ができます。",
        "Read reports from files or folders, and the ledger appears here.",
    ),
    "empty.own": ("自分の文章を読み込む", "Read reports of your own"),
    "empty.own.then": (
        "端末で次のように入力し、このページを開き直してください。",
        "Type this in a terminal, then load this page again.",
    ),
    "empty.samples": ("見本で試す", "Try it with samples"),
    "empty.samples.why": (
        "見本は、公になった事実をこのプロジェクトの言葉で書いた短い記事です。数秒で読み終わります。",
        "The samples restate public facts in this project's own words. Reading them takes seconds.",
    ),
    "empty.samples.do": ("見本を読み込む", "Read the samples"),
    "empty.samples.where": (
        "この台帳（{name}）に書き込みます。",
        "They are written into this ledger ({name}).",
    ),
    "beginning.title": ("見本を読み込んでいます", "Reading the samples"),
    "beginning.count": ("{count}本のうち{number}本目", "{number} of {count}"),
    "beginning.soon": ("辞書を準備しています…", "Preparing the dictionary …"),
    "beginning.reload": ("このページを開き直す", "Load this page again"),
    "beginning.failed": ("見本を読み込めませんでした", "The samples could not be read"),
    "beginning.failed.why": (
        "理由はサーバーを始めた端末に出ています。台帳はそのままです。",
        "The terminal that started the server says why. The ledger is as it was.",
    ),
    "beginning.again": ("もう一度読み込む", "Try again"),
}


def may_begin(site: Site, visitor: Visitor) -> bool:
    """Say whether this visitor may have the samples read.

    Only where the starter of the server allows it, nobody has to log in, and the ledger holds no
    document.
    """
    is_own = site.beginning.is_offered and visitor.way is Way.OPEN and not site.needs_login()
    return is_own and site.is_empty


def empty_page(request: Request, kind: str) -> Response:
    """Return what to do with an empty ledger."""
    site: Site = request.app.state.site
    if site.beginning.progress.is_running:
        return RedirectResponse("/samples", status_code=303)
    context = {"can_add": may_begin(site, visitor_of(request))}
    return respond(request, Shown("empty.html.jinja", {"kind": kind}, context, is_own=True))


@router.post("/samples")
def read_samples(request: Request) -> Response:
    """Begin to read the samples; `GET` tells how far that is."""
    site: Site = request.app.state.site
    if not site.beginning.progress.is_running:
        if not may_begin(site, visitor_of(request)):
            raise HTTPException(403, "samples are read into an empty ledger of one's own only")
        site.beginning.start()
    return RedirectResponse("/samples", status_code=303)


@router.get("/samples")
def samples(request: Request) -> Response:
    """Return how far the reading of the samples is; when it is done, lead to the first page."""
    site: Site = request.app.state.site
    progress = site.beginning.progress
    if not progress.is_running and not progress.is_failed:
        return RedirectResponse("/", status_code=303)
    told: dict[str, object] = {"number": progress.number, "count": progress.count}
    context = {"progress": progress}
    data = {**told, "is_failed": progress.is_failed}
    return respond(request, Shown("beginning.html.jinja", data, context, is_own=True))  # type: ignore[arg-type]  # numbers
