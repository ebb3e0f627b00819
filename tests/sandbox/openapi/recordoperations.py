# SPDX-License-Identifier: MIT
"""The operations that came with the whole record: blocking, merge history, companies that change,
data attributes that are made, visitors."""

from operations import Case, UNKNOWN_ID, UNKNOWN_NUMBER

SEEDED_VISITOR = "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3"
# Names that the examples' refusals tell.
TAKEN_NAME = "The One Ring"


def prepare(sandbox, version, shared):
    """What the cases below need of one version's scene. shared stays for the next one."""
    at = f"{version}.record.example"
    minor = int(version.split(".")[1])
    blocked = sandbox.must("POST", "/contacts", {"email": f"blocked@{at}"})["id"]
    merged = sandbox.must("POST", "/contacts", {"email": f"merged@{at}"})["id"]
    for number in range(2):
        lead = sandbox.must("POST", "/contacts", {"role": "lead"})
        sandbox.must("POST", "/contacts/merge", {"from": lead["id"], "into": merged})
    company = sandbox.must("POST", "/companies", {"company_id": f"record-{version}"})["id"]
    sandbox.must("POST", f"/contacts/{merged}/companies", {"id": company})
    return {"blocked": blocked, "merged": merged, "merged_lead": lead["id"],
            "merged_external": lead["external_id"], "changing": company,
            "scroll": _fresh_scroll(sandbox, shared),
            "ring": f"Ring of {minor}", **_attributes(sandbox, minor),
            "visitor": SEEDED_VISITOR, "leaving": f"00000000-0000-4000-8000-{minor:012d}"}


def _attributes(sandbox, minor):
    """An attribute to be changed, one that something is built on, and one whose name is taken."""
    make = {"name": TAKEN_NAME, "model": "company", "data_type": "string"}
    if sandbox.ask("POST", "/data_attributes", make).status not in (200, 400):
        raise RuntimeError(f"no attribute called {TAKEN_NAME}")
    changing = sandbox.must("POST", "/data_attributes", {
        "name": f"Changing {minor}", "model": "company", "data_type": "string"})["id"]
    contact = sandbox.must("GET", "/data_attributes?model=contact")["data"]
    depended = next(entry["id"] for entry in contact if entry["name"] == "plan")
    return {"changing_attribute": changing, "depended": depended}


def _fresh_scroll(sandbox, shared):
    """A scroll that has begun; the one of the version before is ended, for there is only one."""
    while "scroll" in shared:
        page = sandbox.ask("GET", f"/companies/scroll?scroll_param={shared['scroll']}")
        if page.status != 200 or not page.body["data"]:
            del shared["scroll"]
    shared["scroll"] = sandbox.must("GET", "/companies/scroll")["scroll_param"]
    return shared["scroll"]


def _contacts():
    block = "/contacts/{}/block"
    found = "/contacts/find_by_external_id/{}"
    history = "/contacts/{}/merge_history"
    told = "?include_merge_history=true"
    missing = ("GET", "/contacts/{}/tags", 404, "Contact not found")
    # No description has an example of it.
    yield Case("C8", "POST", block, 200, "/contacts/{blocked}/block", since=13, sample={
        "type": "contact", "id": "1", "external_id": None, "blocked": True})
    yield Case("C8", "POST", block, 404, f"/contacts/{UNKNOWN_ID}/block", like=missing, since=13)
    yield Case("C3", "GET", "/contacts/{}", 200, "/contacts/{merged}" + told, since=16)
    yield Case("C2", "GET", "/contacts", 200, "/contacts?per_page=2&" + told[1:], since=16,
               mutated=False)
    yield Case("C3", "GET", "/contacts/{}", 410, "/contacts/{merged_lead}", since=16,
               example="Contact Merged")
    yield Case("C11", "GET", found, 200, "/contacts/find_by_external_id/scene-{version}", since=13)
    yield Case("C11", "GET", found, 410, "/contacts/find_by_external_id/{merged_external}",
               since=16, example="Contact Merged")
    yield Case("C12", "GET", history, 200, "/contacts/{merged}/merge_history?per_page=1", since=16)
    yield Case("C12", "GET", history, 404, f"/contacts/{UNKNOWN_ID}/merge_history", since=16,
               example="Contact not found")


def _companies():
    one = "/companies/{}"
    unknown = f"/companies/{UNKNOWN_ID}"
    # A hundred companies: wrong answers are made from those of the other lists.
    yield Case("K4", "GET", "/companies/scroll", 200, "/companies/scroll?scroll_param={scroll}",
               mutated=False)
    yield Case("K6", "PUT", one, 200, "/companies/{changing}",
               {"name": "my company", "website": "https://www.mycompany.example/"})
    yield Case("K6", "PUT", one, 404, unknown, {"name": "A"}, example="Company Not Found")
    yield Case("K7", "DELETE", one, 200, "/companies/{changing}")
    yield Case("K7", "DELETE", one, 404, unknown, example="Company Not Found")


def _attribute_cases():
    every = "/data_attributes"
    one = "/data_attributes/{}"
    changing = "/data_attributes/{changing_attribute}"
    change = {"description": "Just a plain old ring",
              "options": [{"value": "1-10"}, {"value": "11-20"}], "archived": False}
    yield Case("D2", "POST", every, 200, every,
               {"name": "{ring}", "model": "company", "data_type": "string"})
    for name, body in (
            ("Same name already exists",
             {"name": TAKEN_NAME, "model": "contact", "data_type": "integer"}),
            ("Invalid name", {"name": "!nv@l!d n@me", "model": "company", "data_type": "string"}),
            ("Attribute already exists",
             {"name": TAKEN_NAME, "model": "company", "data_type": "string"}),
            ("Invalid Data Type",
             {"name": "The Second Ring", "model": "company", "data_type": "mithril"}),
            ("Too few options for list",
             {"description": "Just a plain old ring", "options": [{"value": "1-10"}],
              "archived": False})):
        yield Case("D2", "POST", every, 400, every, body, example=name)
    yield Case("D3", "PUT", one, 200, changing, change)
    yield Case("D3", "PUT", one, 400, changing, {"options": {"value": "1-10"}},
               example="Too few options in list")
    yield Case("D3", "PUT", one, 404, f"/data_attributes/{UNKNOWN_NUMBER}", change,
               example="Attribute Not Found")
    yield Case("D3", "PUT", one, 422, "/data_attributes/{depended}", {"archived": True},
               example="Has Dependant Object")


def _visitors():
    visitors = "/visitors"
    yield Case("W1", "GET", visitors, 200, visitors + "?user_id={visitor}")
    yield Case("W1", "GET", visitors, 404, visitors + "?user_id=fail", example="Visitor not found")
    yield Case("W1", "PUT", visitors, 200, visitors, {"user_id": "{visitor}", "name": "G. Bale"})
    yield Case("W1", "PUT", visitors, 404, visitors, {"user_id": "fail", "name": "C. Fail"},
               example="visitor Not Found")
    yield Case("W2", "POST", "/visitors/convert", 200, "/visitors/convert",
               {"visitor": {"user_id": "{leaving}"}, "type": "user",
                "user": {"email": "left@{version}.record.example"}})


GROUPS = (_contacts, _companies, _attribute_cases, _visitors)
