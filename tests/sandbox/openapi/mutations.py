# SPDX-License-Identifier: MIT
"""Answers that are wrong in one place, made from a good one: each must be refused."""

import copy

# A value of another type, the way a careless serializer would write it.
RETYPED = {
    "object": lambda value: [],
    "array": lambda value: {},
    "string": lambda value: 7,
    "boolean": lambda value: "true" if value else "false",
    "number": lambda value: str(value),
}


def _parent(body, path):
    for step in path[:-1]:
        body = body[step]
    return body


def _members(shape, value, path=()):
    """Each member that the example names and the answer has, with what the example says of it."""
    if isinstance(value, dict):
        for name, member in shape.members.items():
            if name in value:
                yield (*path, name), member
                yield from _members(member, value[name], (*path, name))
    elif isinstance(value, list) and value and shape.items:
        yield from _members(shape.items, value[0], (*path, 0))


def mutants(shape, body):
    """What was done, and the body with it done."""
    for path, member in list(_members(shape, body)):
        dropped = copy.deepcopy(body)
        del _parent(dropped, path)[path[-1]]
        yield f"without {path}", dropped
        value = _parent(body, path)[path[-1]]
        if value is None or len(member.kinds) != 1:
            continue
        retyped = copy.deepcopy(body)
        _parent(retyped, path)[path[-1]] = RETYPED[next(iter(member.kinds))](value)
        # An example may write a number where the answer has it as text: that is no change.
        if retyped != body:
            yield f"another type at {path}", retyped
