# SPDX-License-Identifier: MIT
"""The official descriptions: which answers they list, with schema and examples."""

import re
from pathlib import Path

import yaml

VERSION_FILE = re.compile(r"(\d+)\.(\d+)\.yaml")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Leaves dates as the text they are in JSON."""


_Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if not entry[0].endswith(":timestamp")]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_folder(folder):
    """The descriptions in folder by their version, oldest first; each knows the one before it."""
    files = [(VERSION_FILE.fullmatch(path.name), path) for path in Path(folder).glob("*.yaml")]
    numbered = sorted((tuple(map(int, match.groups())), path) for match, path in files if match)
    found = {}
    before = None
    for (major, minor), path in numbered:
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        before = Description(f"{major}.{minor}", document, before)
        found[before.version] = before
    return found


class Description:
    """One version's description."""

    def __init__(self, version, document, before=None):
        self.version = version
        self.schemas = document.get("components", {}).get("schemas", {})
        self._document = document
        self._before = before
        # The names of path parameters differ between versions, the URLs do not.
        self._paths = {
            re.sub(r"\{[^}]*\}", "{}", path): item for path, item in document["paths"].items()
        }

    def answers(self, method, path):
        """The statuses an operation lists, with the names of each one's examples."""
        return {
            int(status): list(_examples(self._content(response)))
            for status, response in self._operation(method, path)["responses"].items()
        }

    def schema(self, method, path, status):
        """The schema of an answer; None where the description has no body for it."""
        return self._content(self._response(method, path, status)).get("schema")

    def example(self, method, path, status, name=None):
        """The example of that name, or the first; the older description's where there is none."""
        response = self._response(method, path, status)
        found = _examples(self._content(response)) if response else {}
        if name is not None:
            found = {key: value for key, value in found.items() if key == name}
        if found:
            return next(iter(found.values()))
        return self._before.example(method, path, status, name) if self._before else None

    def _operation(self, method, path):
        return self._paths[path][method.lower()]

    def _response(self, method, path, status):
        item = self._paths.get(path, {}).get(method.lower(), {})
        return item.get("responses", {}).get(str(status), {})

    @staticmethod
    def _content(response):
        return response.get("content", {}).get("application/json", {})


def _examples(content):
    found = {name: entry.get("value") for name, entry in content.get("examples", {}).items()}
    if "example" in content:
        found["example"] = content["example"]
    return found
