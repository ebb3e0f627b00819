# SPDX-License-Identifier: MIT
"""Where an answer may differ from the descriptions, and why; and which answers never come."""

from collections import namedtuple
from fnmatch import fnmatchcase

# versions and labels: tuples, or None for all. place: a pattern over the places that
# tightening.place_of names. what: as a problem says it.
Row = namedtuple("Row", "versions labels place what reason")

EXCEPTIONS = (
    Row(("2.7", "2.8", "2.9"), ("C5", "C6", "C7"), "object", "missing",
        "these examples are of a shape from before 2.4; the schemas beside them and the later "
        "examples say type, and the wire did not change in between"),
    Row(None, ("K1",), "custom_attributes/*", "missing",
        "the attributes of the workspace the example was taken from"),
    Row(None, ("K2", "K3"), "pages/next", "schema:type",
        "companies are listed by numbered pages, whose next is a URL or null; the schema refers to "
        "the pages of cursor lists by mistake"),
    Row(("2.11",), ("G1",), "data/[]/applied_*", "schema:required",
        "only the tags of a contact carry these; 2.11 requires them of every tag, against its own "
        "example"),
    Row(("2.11",), ("A2",), "admins/[]/job_title", "schema:required",
        "absent where an admin has none"),
    Row(("2.11",), ("K2", "K3", "K4", "K6"), "*last_request_at", "schema:required",
        "absent while a company was never seen"),
    Row(("2.11",), ("K2", "K3", "K4", "K6"), "*size", "schema:required", "absent while unset"),
    Row(("2.11",), ("K2", "K3", "K4"), "*website", "schema:required", "absent while unset"),
    Row(("2.11",), ("K2", "K4", "K6"), "*industry", "schema:required", "absent while unset"),
    Row(("2.11",), ("K4",), "pages", "schema:type",
        "null in every example, 2.11's own included; only its schema forgot to say so"),
    Row(("2.11",), ("CO1",), "companies", "schema:required",
        "the list's member is called data in every example, 2.11's own included"),
    Row(("2.11",), ("K9",), "total_count", "schema:required",
        "in no example, 2.11's own included, and in no other version's schema"),
    Row(("2.13",), ("C11",), "formatted_phone", "missing",
        "in two examples of 2.13 and in none of its schemas; other answers of it have no such member"),
    Row(("2.7", "2.8", "2.9", "2.10", "2.12"), ("V2",), "conversations/[]/*_assignee_id", "null",
        "the schema beside this list is that of news; that of a conversation allows null"),
    *(Row(("2.11",), ("V1", "V2", "V3", "V4", "V5"), f"*{member}", "schema:type",
          "null in every example, 2.11's own included; only its schemas forgot to say so")
      for member in ("teammates", "statistics", "first_contact_reply", "conversation_rating")),
    Row(None, ("V3",), "conversation_parts/conversation_parts/[]/id", "type",
        "text in every schema; the examples of 2.13 and later write small numbers"),
    Row(("2.11",), ("V1", "V2", "V3"), "*attachments/*width", "schema:required",
        "only pictures have one"),
    Row(("2.11",), ("V1", "V2", "V3"), "*attachments/*height", "schema:required",
        "only pictures have one"),
    Row(None, ("G4 in use",), "errors/[]/message", "value",
        "names the segments that ask for the tag; the example's is called otherwise"),
)

# Answers that a description lists and the sandbox cannot give.
Unreachable = namedtuple("Unreachable", "method path status example reason")

UNREACHABLE = (
    Unreachable("PUT", "/contacts/{}", 200,
                "update a contact with an association to a custom object instance",
                "the sandbox has no custom objects"),
    *(Unreachable(method, path, 403, "API plan restricted", "the sandbox's plan has everything")
      for method, path in (
          ("GET", "/conversations"), ("POST", "/conversations"), ("GET", "/conversations/{}"),
          ("POST", "/conversations/{}/customers"), ("DELETE", "/conversations/{}/customers/{}"))),
)


def find(version, label, problem):
    """The row that allows a problem, or None."""
    place, what = problem
    for row in EXCEPTIONS:
        if (row.what == what and fnmatchcase(place, row.place)
                and (row.versions is None or version in row.versions)
                and (row.labels is None or label in row.labels)):
            return row
    return None
