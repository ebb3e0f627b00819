#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The check of answers finds what it is there for, shown on a small made-up description."""

import copy
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent

try:
    import exceptions
    import mutations
    from checking import check_for
    from descriptions import Description, load_folder
    from operations import Case
    from translating import Translation, translated
except ImportError as error:
    print(f"{error.name} is not installed")
    sys.exit(1 if os.environ.get("ROSTER_CHECKS_STRICT") else 77)

SCHEMAS = {
    "boat": {
        "type": "object",
        "nullable": True,
        "properties": {
            "type": {"type": "string", "enum": ["boat"]},
            "name": {"type": "string"},
            "crew": {"type": "integer", "format": "date-time"},
            "flag": {"type": "string", "nullable": True},
            "home": {"$ref": "#/components/schemas/port"},
            "old": {"$ref": "#/components/schemas/port", "nullable": True},
        },
    },
    "port": {"type": "object", "properties": {"city": {"type": "string"}}},
    "error": {"type": "object", "required": ["errors"]},
}
GOOD = {"type": "boat", "name": "Ada", "crew": 3, "flag": None, "home": {"city": "Cork"},
        "old": None, "masts": [{"height": 4, "sail": "red"}, {"height": 5}], "painted": True,
        "sold": None}
REFUSED = {"type": "error.list", "errors": [{"code": "not_found", "message": "Boat Not Found"}]}


def answer(schema, **examples):
    content = {"examples": {name: {"value": value} for name, value in examples.items()}}
    if schema:
        content["schema"] = {"$ref": f"#/components/schemas/{schema}"}
    return {"content": {"application/json": content}}


def description(version="2.7", before=None, **examples):
    responses = {"200": answer("boat", **examples), "404": answer("error", gone=REFUSED)}
    paths = {"/boats/{boat_id}": {"get": {"responses": responses}}}
    return Description(version, {"components": {"schemas": SCHEMAS}, "paths": paths}, before)


def case(status=200, example=None):
    return Case("B1", "GET", "/boats/{}", status, "/boats/1", example=example)


class Check(unittest.TestCase):
    def problems(self, body, **more):
        described = description(fine=GOOD)
        check = check_for(described, Translation(SCHEMAS), case(**more))
        return sorted(set(map(tuple, check.problems(body))))

    def changed(self, **members):
        return {**copy.deepcopy(GOOD), **members}

    def test_good_answers_pass(self):
        self.assertEqual(self.problems(GOOD), [])
        self.assertEqual(self.problems(self.changed(more=1, flag="green")), [])
        self.assertEqual(self.problems(self.changed(sold=8, old={"city": "Bray"})), [])
        self.assertEqual(self.problems(self.changed(masts=[{"height": 1}])), [])

    def test_nothing_is_not_enough(self):
        found = self.problems({})
        self.assertEqual(found, sorted((name, "missing") for name in GOOD))
        self.assertEqual(self.problems(None), [("", "body")])

    def test_every_member_counts(self):
        for name in GOOD:
            body = self.changed()
            del body[name]
            self.assertEqual(self.problems(body), [(name, "missing")])

    def test_inner_members_count(self):
        self.assertEqual(self.problems(self.changed(home={})), [("home/city", "missing")])
        self.assertEqual(self.problems(self.changed(masts=[{}])), [("masts/[]/height", "missing")])
        self.assertEqual(self.problems(self.changed(masts=[])), [("masts", "empty")])

    def test_types_count(self):
        for name, wrong in {"name": 7, "crew": "3", "home": [], "masts": {}, "painted": 1}.items():
            found = self.problems(self.changed(**{name: wrong}))
            self.assertIn((name, "type"), found)
        self.assertEqual(self.problems(self.changed(flag=5)), [("flag", "schema:type")])
        self.assertEqual(self.problems(self.changed(type="ship")), [("type", "schema:enum")])
        self.assertIn(("masts/[]/height", "type"),
                      self.problems(self.changed(masts=[{"height": "4"}])))

    def test_null_only_where_the_schema_says_so(self):
        self.assertEqual(self.problems(self.changed(painted=None)), [("painted", "null")])
        self.assertIn(("home", "null"), self.problems(self.changed(home=None)))
        described = description(fine=self.changed(flag="green", old={"city": "Bray"}))
        check = check_for(described, Translation(SCHEMAS), case())
        self.assertEqual(list(check.problems(GOOD)), [])

    def test_refusals_say_what_the_example_says(self):
        self.assertEqual(self.problems(REFUSED, status=404), [])
        for name, wrong in {"code": "server_error", "message": "Ship Not Found"}.items():
            body = copy.deepcopy(REFUSED)
            body["errors"][0][name] = wrong
            self.assertEqual(self.problems(body, status=404), [(f"errors/[]/{name}", "value")])

    def test_all_mutants_are_refused(self):
        check = check_for(description(fine=GOOD), Translation(SCHEMAS), case())
        mutants = list(mutations.mutants(check.shape, GOOD))
        self.assertEqual(len(mutants), 19)
        for what, mutant in mutants:
            self.assertNotEqual(mutant, GOOD, what)
            self.assertTrue(list(check.problems(mutant)), what)

    def test_a_description_without_examples_borrows_the_older_ones(self):
        older = description(fine=GOOD)
        check = check_for(description("2.8", older), Translation(SCHEMAS), case())
        self.assertIn(("name", "missing"), list(check.problems({})))
        self.assertIsNone(check_for(description(), Translation(SCHEMAS), case()))


class Exceptions(unittest.TestCase):
    def test_a_row_allows_its_own_problem_only(self):
        found = exceptions.find("2.11", "A2", ("admins/[]/job_title", "schema:required"))
        self.assertIn("absent", found.reason)
        for version, label, place, what in (
                ("2.10", "A2", "admins/[]/job_title", "schema:required"),
                ("2.11", "A3", "admins/[]/job_title", "schema:required"),
                ("2.11", "A2", "admins/[]/name", "schema:required"),
                ("2.11", "A2", "admins/[]/job_title", "missing")):
            self.assertIsNone(exceptions.find(version, label, (place, what)))


class Translating(unittest.TestCase):
    def test_rules(self):
        for schema, expected in (
                ({"type": "integer", "format": "date-time"}, {"type": "integer"}),
                ({"type": "string", "nullable": True},
                 {"anyOf": [{"type": "null"}, {"type": "string"}]}),
                ({"nullable": True}, {}),
                ({"$ref": "#/a", "type": "string"}, {"$ref": "#/a"}),
                ({"$ref": "#/a", "nullable": True}, {"anyOf": [{"type": "null"}, {"$ref": "#/a"}]}),
                ({"oneOf": [{"type": "string"}, {"type": "integer"}]},
                 {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
                ({"items": {"type": "string", "example": "x"}}, {"items": {"type": "string"}}),
                ({"additionalProperties": {"type": "string", "nullable": True}},
                 {"additionalProperties": {"anyOf": [{"type": "null"}, {"type": "string"}]}})):
            self.assertEqual(translated(schema), expected)


class Program(unittest.TestCase):
    """What the test does where it has nothing to compare with."""

    def ended(self, folder):
        environment = {name: value for name, value in os.environ.items()
                       if name != "ROSTER_OPENAPI_DIR"}
        if folder is not None:
            environment["ROSTER_OPENAPI_DIR"] = folder
        done = subprocess.run([sys.executable, HERE / "openapi_test.py", "/bin/false"],
                              env=environment, stdout=subprocess.PIPE, text=True, check=False)
        return done.returncode, done.stdout

    def test_without_the_variable_it_is_skipped(self):
        code, said = self.ended(None)
        self.assertEqual(code, 77)
        self.assertRegex(said, r"\ASkipped: ROSTER_OPENAPI_DIR [^\n]*\n\Z")

    def test_an_empty_or_missing_folder_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.ended(folder)[0], 1)
            self.assertEqual(self.ended(folder + "/none")[0], 1)
            Path(folder, "2.7.yaml").write_text("paths: {}\n", encoding="utf-8")
            code, said = self.ended(folder)
            self.assertEqual(code, 1)
            self.assertIn("has no description of 2.8", said)
            self.assertEqual(load_folder(folder)["2.7"].schemas, {})


if __name__ == "__main__":
    unittest.main()
