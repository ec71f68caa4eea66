"""The description of the interface covers every page, and every answer is as it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any  # Any: a JSON document, and what schemathesis makes of it

import httpx
import hypothesis
import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as of_openapi

from soten.cli.serving import Questions
from soten.web.app import create_app
from soten.web.pages import PAGES
from soten.web.schemas import SCHEMAS
from soten.web.site import Options
from tools.page_addresses import GIVEN, LISTS

CHECKS = [
    not_a_server_error,
    of_openapi.status_code_conformance,
    of_openapi.content_type_conformance,
    of_openapi.response_schema_conformance,
]
EXAMPLES = 8
"""For each operation; more than 30 operations make 20 seconds."""
HERE = {"host": "localhost"}
NASTY = (
    *("\x00", "a\x00b", "\x1b[31m", "９９９", "-1", "99999999999999999999", "1e999", "NaN"),
    *("0000-00-00", "2025-02-30", "2025-W03", "10000-01-01", "2025-12-03/2024-01-01", "20XX"),
    *("'", '"', '"unclosed', "%", "OR OR", "../..", "\u202e", "あ" * 5000, "WzFd", "W10", "run-x"),
)
"""What people and programs send by mistake or on purpose."""


@pytest.fixture(scope="module")
def app(sample_ledger: Path) -> Iterator[FastAPI]:
    """Return the application on the samples, called without a server between."""
    questions = Questions(("core", "ukraine"))
    made = create_app(Options(str(sample_ledger), read_question=questions.read))
    yield made
    made.state.site.close()


@pytest.fixture(scope="module")
def described(app: FastAPI) -> Any:  # Any: what schemathesis makes of the description
    """Return the description as schemathesis reads it."""
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=HERE)


def operations(described: Any) -> list[Any]:  # Any: schemathesis's own
    """Return every operation of the description."""
    return [found.ok() for found in described.get_all_operations()]


def test_every_page_is_described(app: FastAPI) -> None:
    """Every address that gives data is in the description, with a summary and its errors."""
    paths = app.openapi()["paths"]
    routes = [
        route
        for page in PAGES
        for route in page.router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    ]
    left_out = {route.path for route in routes if not route.include_in_schema}

    assert left_out == {"/index", "/theme", "/samples", "/review/add", "/account", "/account/login"}
    for path in {route.path for route in routes} - left_out:
        told = paths[path]["get"]
        assert told["summary"]
        assert {"200", "400", "401", "421", "422"} <= {str(status) for status in told["responses"]}


def test_lists_have_one_envelope_and_errors_one_shape(app: FastAPI) -> None:
    """A list holds `data` and `next`, everything else `data`; each error is an `Error`."""
    spec = app.openapi()
    for path, methods in spec["paths"].items():
        for told in methods.values():
            for status, answer in told["responses"].items():
                schema = answer.get("content", {}).get("application/json", {}).get("schema")
                if schema is None:
                    continue
                if int(status) >= 400:
                    assert schema == {"$ref": "#/components/schemas/Error"}, path
                else:
                    assert "data" in schema["properties"], path
                    is_list = schema["properties"]["data"].get("type") == "array"
                    assert is_list == ("next" in schema["properties"]), path
    assert SCHEMAS.keys() <= spec["components"]["schemas"].keys()
    assert "HTTPValidationError" not in str(spec)


def test_answers_are_as_described(described: Any) -> None:
    """Whatever fits the description is answered as it says: status, type, schema."""
    for operation in operations(described):

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @hypothesis.given(case=operation.as_strategy())
        def answers(case: Any) -> None:
            accept = {**HERE, "Accept": "application/json"}
            case.validate_response(case.call(headers=accept), checks=CHECKS)

        answers()


def test_things_that_are_there_are_as_described(described: Any) -> None:
    """Also the addresses of one thing, which no guess finds, and lists with something in them."""
    found = {one.path: one for one in operations(described) if one.method.upper() == "GET"}
    asked = {"/search": {"q": "停戦"}, "/ask": {"q": "停戦についての立場は?"}}

    def first(path: str) -> list[str]:
        told = found[path].Case().call(headers={**HERE, "Accept": "application/json"}).json()
        return [one.get("joined") or one["id"] for one in told["data"]]

    for path, operation in found.items():
        names = [parameter.name for parameter in operation.path_parameters]
        parent = path.partition("/{")[0]
        ids = list(GIVEN.get(parent, ())) or (first(LISTS.get(parent, parent)) if names else [])
        if parent == "/compare":
            ids = [f"{id}.0" for id in ids]
        case = operation.Case(
            path_parameters=dict(zip(names, ids, strict=False)), query=asked.get(path, {})
        )
        for accept in ("application/json", "text/html", "text/csv", "application/x-ndjson"):
            answer = case.call(headers={**HERE, "Accept": accept})
            assert answer.status_code == 200, (path, ids[:2], answer.text[:400])
            case.validate_response(answer, checks=CHECKS)


def test_odd_signs_are_refused_everywhere(server: str) -> None:
    """A NUL in a path or a parameter is 400 in the one shape, before any question is asked."""
    for path in ("/statements.json?party=%00", "/records/%00.json", "/search.json?q=a%00b&%00=1"):
        answer = httpx.get(server + path)
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "bad-request"


def test_a_parameter_may_be_anything(described: Any) -> None:
    """Whatever a parameter holds is answered or refused, never an error of the server."""
    seen: set[str] = set()
    for operation in operations(described):
        for parameter in operation.query:
            if parameter.name in seen:
                continue
            seen.add(parameter.name)
            for value in NASTY:
                ids = {one.name: "d-none" for one in operation.path_parameters}
                case = operation.Case(path_parameters=ids, query={parameter.name: value})
                answer = case.call(headers={**HERE, "Accept": "application/json"})
                case.validate_response(answer, checks=CHECKS[:2])
