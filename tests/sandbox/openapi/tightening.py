# SPDX-License-Identifier: MIT
"""What an official example asks of an answer: its members, each with a compatible type."""

KINDS = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number",
         float: "number"}


class Shape:
    """The members and types seen in examples at one place of a document.

    An example's null says that the member is there, and leaves its type to the schema.
    """

    def __init__(self, *examples):
        self.kinds = {KINDS[type(value)] for value in examples if value is not None}
        self.nullable = len(examples) == 0 or any(value is None for value in examples)
        objects = [value for value in examples if isinstance(value, dict)]
        lists = [value for value in examples if isinstance(value, list)]
        elements = [element for value in lists for element in value]
        self.items = Shape(*elements) if elements else None
        # A list that an example fills must be filled, else nothing about its entries is shown.
        self.filled = bool(lists) and all(lists)
        self.members = {
            name: Shape(*(value[name] for value in objects))
            for name in (set.intersection(*map(set, objects)) if objects else ())
        }

    @property
    def is_open(self):
        """True where examples say nothing about the type."""
        return self.nullable or not self.kinds


class Problem(tuple):
    """A place in an answer, as a/b/[]/c, and what is wrong there."""

    def __new__(cls, place, what, detail=""):
        problem = super().__new__(cls, (place, what))
        problem.detail = detail
        return problem

    def __str__(self):
        return f"{self[0] or 'the body'}: {self[1]}" + (f" ({self.detail})" if self.detail else "")


def place_of(path):
    """A path of keys and indexes as the text in which places are named."""
    return "/".join("[]" if isinstance(step, int) else str(step) for step in path)


def differences(shape, value, may_be_null, path=()):
    """Where value lacks what the example has. may_be_null(path) asks the schema about a null."""
    place = place_of(path)
    if value is None:
        if not shape.is_open and not may_be_null(path):
            yield Problem(place, "null")
        return
    if shape.kinds and KINDS[type(value)] not in shape.kinds:
        wanted = " or ".join(sorted(shape.kinds))
        yield Problem(place, "type", f"{KINDS[type(value)]}, not {wanted}")
        return
    if isinstance(value, dict):
        for name, member in sorted(shape.members.items()):
            if name not in value:
                yield Problem(place_of((*path, name)), "missing")
            else:
                yield from differences(member, value[name], may_be_null, (*path, name))
    if isinstance(value, list):
        if shape.filled and not value:
            yield Problem(place, "empty")
        for index, element in enumerate(value if shape.items else ()):
            yield from differences(shape.items, element, may_be_null, (*path, index))
