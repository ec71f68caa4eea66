"""Logging in and out, one's own account, and for administrators everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.responses import RedirectResponse

from soten.accounts import DeniedError, Doors, Role, ThrottledError, folded
from soten.export.exchange import Object
from soten.records import UsageError
from soten.web.answering import Shown, respond
from soten.web.gate import LOGIN, cookie_settings, form_of, session_cookie
from soten.web.pages.switches import ours
from soten.web.site import Site
from soten.web.visitors import Way, visitor_of
from soten.web.words import Pair

router = APIRouter(include_in_schema=False)

WORDS: Mapping[str, Pair] = {
    "login.title": ("ログイン", "Log in"),
    "login.name": ("名前", "Name"),
    "login.password": ("パスワード", "Password"),
    "login.do": ("ログインする", "Log in"),
    "login.out": ("ログアウト", "Log out"),
    "login.wrong": ("名前かパスワードが違います。", "Name and password do not fit."),
    "login.wait": (
        "失敗が続いたので、しばらく受け付けません。15分ほど待ってください。",
        "Too many attempts failed. Wait about 15 minutes.",
    ),
    "account.title": ("アカウント", "Account"),
    "account.you": ("{name}さん（{role}）", "{name}, {role}"),
    "account.role.reader": ("閲覧者", "reader"),
    "account.role.reviewer": ("点検者", "reviewer"),
    "account.role.administrator": ("管理者", "administrator"),
    "account.open": (
        "この台帳にアカウントはありません。この計算機からだけ見られます。",
        "This ledger has no accounts; it can be seen from this machine only.",
    ),
    "account.decided": ("自分の判断の記録", "What you decided"),
    "account.tokens": ("プログラム用のトークン", "Tokens for programs"),
    "account.tokens.none": ("まだありません。", "None yet."),
    "account.token.note": ("用途", "What for"),
    "account.token.make": ("トークンを作る", "Make a token"),
    "account.token.made": (
        "いま一度だけ表示します。書き留めてください。",
        "It is shown this once; keep it.",
    ),
    "account.token.revoke": ("取り消す", "Revoke"),
    "account.password": ("パスワードを変える", "Change the password"),
    "account.password.old": ("今のパスワード", "Present password"),
    "account.password.new": (
        "新しいパスワード（10文字以上）",
        "New password (10 characters at least)",
    ),
    "account.everybody": ("全員", "Everybody"),
    "account.role": ("役割", "Role"),
    "account.since": ("作成", "Since"),
    "account.role.set": ("変える", "Change"),
    "account.remove": ("削除", "Remove"),
    "account.add": ("アカウントを加える", "Add an account"),
    "error.401": ("ログインが必要です。", "You have to log in."),
    "error.413": ("送られたものが大きすぎます。", "What was sent is too large."),
    "error.421": ("この計算機からだけ見られます。", "This can be seen from this machine only."),
    "error.409": (
        "見ているあいだに、ほかの人が変えました。",
        "Somebody else changed it while you looked.",
    ),
    "error.429": ("試みが多すぎます。", "Too many attempts."),
}


@router.get(LOGIN)
def login(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Return the form to log in with."""
    if visitor_of(request).role is not None:
        return RedirectResponse(ours(next), status_code=303)
    return _login_page(request, next, None, 200)


def _login_page(request: Request, back: str, trouble: str | None, status: int) -> Response:
    context = {"back": ours(back), "trouble": trouble, "name": form_of(request).get("name", "")}
    told: Object = {"trouble": trouble}
    return respond(request, Shown("login.html.jinja", told, context, status=status))


@router.post(LOGIN)
def log_in(request: Request) -> Response:
    """Begin a session, with a new cookie."""
    site, form = _site(request), form_of(request)
    back = form.get("next", "/")
    if not site.needs_login():
        return RedirectResponse(ours(back), status_code=303)
    address = request.client.host if request.client else ""
    name = session_cookie(site.options)
    try:
        secret = Doors(site.ledger).log_in(
            form.get("name", ""), form.get("password", ""), address, request.cookies.get(name)
        )
    except DeniedError:
        return _login_page(request, back, "login.wrong", 401)
    except ThrottledError:
        return _login_page(request, back, "login.wait", 429)
    response = RedirectResponse(ours(back), status_code=303)
    response.set_cookie(name, secret, **cookie_settings(site.options))  # type: ignore[arg-type]
    return response


@router.post("/account/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    site, visitor = _site(request), visitor_of(request)
    if visitor.secret is not None:
        Doors(site.ledger).log_out(visitor.secret)
    response = RedirectResponse(LOGIN, status_code=303)
    response.delete_cookie(session_cookie(site.options), **cookie_settings(site.options))  # type: ignore[arg-type]
    return response


@router.get("/account")
def account(request: Request) -> Response:
    """Return who one is, one's tokens, and for administrators everybody."""
    return _account_page(request)


def _account_page(
    request: Request, made: str | None = None, trouble: str | None = None
) -> Response:
    site, visitor = _site(request), visitor_of(request)
    account = None if visitor.way is Way.OPEN else site.ledger.account(folded(visitor.name or ""))
    tokens = [] if account is None else site.ledger.tokens(account=account.key)
    everybody = site.ledger.accounts() if _manages(request) else []
    told: Object = {
        "name": visitor.name,
        "role": visitor.role.value if visitor.role else None,
        "way": visitor.way.value,
    }
    context = {
        "tokens": tokens,
        "everybody": everybody,
        "roles": list(Role),
        "made": made,
        "trouble": trouble,
        "manages": _manages(request),
    }
    status = 200 if trouble is None else 400
    return respond(request, Shown("account.html.jinja", told, context, status=status))


@router.post("/account/token")
def make_token(request: Request) -> Response:
    """Make a token of one's own and show it once, or remove one."""
    doors, name, form = _own(request)
    if "revoke" in form:
        doors.revoke(name, form["revoke"])
        return RedirectResponse("/account", status_code=303)
    _, held = doors.issue(name, form.get("note", ""))
    return _account_page(request, made=held)


@router.post("/account/password")
def change_password(request: Request) -> Response:
    """Change one's own password; every session of it ends."""
    doors, name, form = _own(request)
    address = request.client.host if request.client else ""
    try:
        doors.log_out(doors.log_in(name, form.get("old", ""), address))
        doors.set_password(name, form.get("new", ""))
    except DeniedError:
        return _account_page(request, trouble="login.wrong")
    except ThrottledError:
        return _account_page(request, trouble="login.wait")
    return RedirectResponse(LOGIN, status_code=303)


@router.post("/account/people")
def manage(request: Request) -> Response:
    """Add or remove an account, or set its role: administrators only."""
    if not _manages(request):
        raise HTTPException(403, "only administrators manage accounts")
    doors, form = Doors(_site(request).ledger), form_of(request)
    name, role = form.get("name", ""), form.get("role", Role.READER.value)
    if role not in set(Role):
        raise UsageError(f"no role is {role!r}")
    is_oneself = name == visitor_of(request).name
    if is_oneself and form.get("act") in ("remove", "role"):
        raise UsageError("nobody takes the administrator's role from themselves")
    match form.get("act"):
        case "add":
            doors.add(name, Role(role), form.get("password", ""))
        case "role":
            doors.set_role(name, Role(role))
        case "remove":
            doors.remove(name)
        case _:
            raise UsageError("nothing to do")
    return RedirectResponse("/account", status_code=303)


def _own(request: Request) -> tuple[Doors, str, Mapping[str, str]]:
    """Return what is needed to change one's own account, by a browser that is logged in."""
    visitor = visitor_of(request)
    if visitor.way is not Way.SESSION or visitor.name is None:
        raise HTTPException(403, "log in to change your account")
    return Doors(_site(request).ledger), visitor.name, form_of(request)


def _manages(request: Request) -> bool:
    visitor = visitor_of(request)
    return visitor.way is Way.SESSION and visitor.may(Role.ADMINISTRATOR)


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site
