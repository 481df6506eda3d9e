"""The description of the interface (OpenAPI 3.1), with every refusal in its own shape."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from clearlane.api.answers import ReceiptAnswer
from clearlane.api.problems import Problem
from clearlane.model.profile import Profile

_REF = "#/components/schemas/{model}"


def describe(app: FastAPI, profile: Profile) -> None:
    """Let an application describe itself, once, when first asked.

    Args:
      app: The application.
      profile: The law, whose examples show what a message looks like.
    """

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
            _show_messages(app.openapi_schema, profile)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(title=app.title, version=app.version, openapi_version="3.1.0", description=app.description, routes=app.routes)
    schemas: dict[str, Any] = told.setdefault("components", {}).setdefault("schemas", {})
    for model in (Problem, ReceiptAnswer):
        schema = model.model_json_schema(ref_template=_REF, mode="serialization")
        schemas.update(schema.pop("$defs", {}))
        schemas[model.__name__] = schema
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return told


def _show_messages(told: dict[str, Any], profile: Profile) -> None:
    """Put the profile's examples where messages are described."""
    shown = told["paths"]["/v1/declarations"]["post"]["requestBody"]["content"]["application/json"]
    shown["examples"] = {name: {"value": msgspec.json.decode(example)} for name, example in profile.examples.items()}
