# SPDX-License-Identifier: MIT
"""The tightened check of an answer: the schema, and the members of the official example."""

import re

from tightening import Problem, Shape, differences, place_of

MISSING_MEMBER = re.compile(r"'(.*)' is a required property")


class Nullability:
    """Tells whether a schema allows null at a path."""

    def __init__(self, schemas, schema):
        self._schemas = schemas
        self._schema = schema

    def __call__(self, path):
        found = [self._schema]
        for step in path:
            found = [inner for schema in found for inner in self._inner(schema, step)]
        return any(part.get("nullable") for schema in found for part in self._parts(schema))

    def _parts(self, schema):
        yield schema
        if "$ref" in schema:
            yield from self._parts(self._schemas.get(schema["$ref"].rsplit("/", 1)[-1], {}))
        for key in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(key, ()):
                yield from self._parts(part)

    def _inner(self, schema, step):
        for part in self._parts(schema):
            if isinstance(step, int):
                candidates = (part.get("items"),)
            else:
                candidates = (part.get("properties", {}).get(step),)
            yield from (inner for inner in candidates if isinstance(inner, dict))


class Check:
    """What one answer of one operation has to be."""

    def __init__(self, shape, validator=None, may_be_null=lambda path: True, error=None):
        self.shape = shape
        self._validator = validator
        self._may_be_null = may_be_null
        self._error = error

    def problems(self, body):
        """Everything that is wrong with body."""
        if self._validator is None:
            if body is not None:
                yield Problem("", "body", "there is none in the description")
            return
        if body is None:
            yield Problem("", "body", "there is none in the answer")
            return
        yield from differences(self.shape, body, self._may_be_null)
        if self._error is not None:
            yield from _error_problems(body, self._error)
        for error in self._validator.iter_errors(body):
            yield from _schema_problems(error)


def _schema_problems(error):
    if error.validator in ("allOf", "anyOf") and error.context:
        # Which of several is meant is unknown: what is wrong with the one that comes closest.
        branches = {}
        for inner in error.context:
            branches.setdefault(inner.relative_schema_path[0], []).append(inner)
        closest = max(branches.values(), key=lambda errors: (
            max(len(inner.relative_path) for inner in errors), -len(errors)))
        for inner in closest:
            yield from _schema_problems(inner)
        return
    path = list(error.absolute_path)
    missing = MISSING_MEMBER.match(error.message) if error.validator == "required" else None
    if missing:
        yield Problem(place_of([*path, missing[1]]), "schema:required")
    else:
        yield Problem(place_of(path), f"schema:{error.validator}", error.message[:120])


def _error_problems(body, example):
    """The code and the message of a refusal are those of the example."""
    entries = body.get("errors") if isinstance(body, dict) else None
    if not isinstance(entries, list) or not entries or not isinstance(entries[0], dict):
        return
    for name in ("code", "message"):
        wanted = example["errors"][0].get(name)
        if wanted is not None and entries[0].get(name) != wanted:
            yield Problem(f"errors/[]/{name}", "value", f"{entries[0].get(name)!r}, not {wanted!r}")


def check_for(description, translation, case):
    """The check of a case in one version; None when the description has nothing for it."""
    method, path, status, example_name = case.like or (
        case.method, case.path, case.status, case.example)
    schema = description.schema(method, path, status)
    example = description.example(method, path, status, example_name) or case.sample
    if schema is None and case.method == "DELETE" and case.path == "/tags/{}":
        return Check(Shape())
    if schema is None or example is None:
        return None
    error = example if status >= 400 else None
    return Check(Shape(example), translation.validator(schema),
                 Nullability(description.schemas, schema), error)
