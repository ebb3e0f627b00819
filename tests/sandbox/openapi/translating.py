# SPDX-License-Identifier: MIT
"""OpenAPI 3.0 schemas as JSON Schema, draft 4."""

from jsonschema import Draft4Validator

# What constrains a value and means the same in both.
KEPT = ("type", "enum", "required", "minimum", "maximum", "minItems", "maxItems", "minLength",
        "maxLength", "pattern", "minProperties", "maxProperties")
# `format` is left out: the descriptions call whole numbers date-time. `oneOf` becomes `anyOf`: the
# alternatives require next to nothing, so that one value is often several of them.
ALTERNATIVES = {"allOf": "allOf", "anyOf": "anyOf", "oneOf": "anyOf"}


def translated(schema):
    """The same rules as JSON Schema; `$ref` stays, and stands alone as OpenAPI 3.0 has it."""
    if "$ref" in schema:
        # Strictly, what stands beside a $ref is ignored; nullable there is plainly meant.
        return _or_null({"$ref": schema["$ref"]}, schema)
    result = {key: schema[key] for key in KEPT if key in schema}
    if "properties" in schema:
        result["properties"] = {
            name: translated(member) for name, member in schema["properties"].items()
        }
    if isinstance(schema.get("items"), dict):
        result["items"] = translated(schema["items"])
    if isinstance(schema.get("additionalProperties"), dict):
        result["additionalProperties"] = translated(schema["additionalProperties"])
    elif schema.get("additionalProperties") is False:
        result["additionalProperties"] = False
    for key, name in ALTERNATIVES.items():
        if key in schema:
            result[name] = [translated(part) for part in schema[key]]
    return _or_null(result, schema)


def _or_null(result, schema):
    if not schema.get("nullable"):
        return result
    return {"anyOf": [{"type": "null"}, result]} if result else {}


def _referred(part):
    """The names of all schemas that part refers to."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].rsplit("/", 1)[-1]
        for inner in part.values():
            yield from _referred(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _referred(inner)


class Translation:
    """The validators of one description."""

    def __init__(self, schemas):
        # 2.7 to 2.11 refer to a schema that they do not have: it allows anything.
        missing = {name: {} for name in _referred(schemas)}
        self._components = {"schemas": {
            **missing, **{name: translated(schema) for name, schema in schemas.items()}}}

    def validator(self, schema):
        """Checks values against schema, which may refer to the description's components."""
        return Draft4Validator({"components": self._components, "allOf": [translated(schema)]})
