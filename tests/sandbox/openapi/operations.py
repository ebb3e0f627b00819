# SPDX-License-Identifier: MIT
"""The operations of the sandbox, with a request for each answer a description lists."""

from dataclasses import dataclass

UNKNOWN_ID = "0" * 24
UNKNOWN_NUMBER = "999999999"
SEEDED_TAG = "7522907"
SEEDED_COMPANY = "6657a8156abd0160d35d1e55"
# The tag that a segment asks for.
ASKED_TAG = "7522818"
OPT_OUT = {"id": "37846", "consent_type": "opt_out"}
OPT_IN = {"id": 37870, "consent_type": "opt_in"}


@dataclass(frozen=True)
class Case:
    """A request and the answer it must get.

    target and the texts in body are templates over the scene's names. An answer that no
    description lists for the operation is held against the one that `like` names.
    """

    label: str
    method: str
    path: str
    status: int
    target: str
    body: object = None
    example: str = None
    token: bool = True
    like: tuple = None
    # Stands in for the example where no description has one.
    sample: object = None
    # Whether wrong answers are made from the right one; long ones would take their time.
    mutated: bool = True
    since: int = 7
    until: int = 16


def _filled(template, scene):
    if isinstance(template, str):
        return template.format_map(scene)
    if isinstance(template, dict):
        return {key: _filled(value, scene) for key, value in template.items()}
    if isinstance(template, list):
        return [_filled(value, scene) for value in template]
    return template


def send(sandbox, case, version, scene):
    """Sends the case's request."""
    token = {} if case.token else {"token": "a-wrong-one"}
    return sandbox.ask(case.method, _filled(case.target, scene), _filled(case.body, scene),
                       version=version, **token)


def prepare_workspace(sandbox):
    """What all versions share: a contact that has as many companies as it may have."""
    full = sandbox.must("POST", "/contacts", {"email": "full@conformance.example"})["id"]
    for number in range(1000):
        company = sandbox.must("POST", "/companies", {"company_id": f"limit-{number}"})["id"]
        sandbox.must("POST", f"/contacts/{full}/companies", {"id": company})
    _company(sandbox, "1")
    return {"full": full}


def _company(sandbox, company_id):
    """A company that has every member; only 2.16 can say that it was seen."""
    return sandbox.must("POST", "/companies", {
        "company_id": company_id, "name": "Scene", "size": 5, "industry": "Music",
        "website": "https://scene.example", "plan": "Pro", "monthly_spend": 10,
        "update_last_request_at": True}, version="2.16")["id"]


def prepare_version(sandbox, version, shared):
    """A scene for one version: ids of records that are there for its requests."""
    at = f"{version}.conformance.example"
    make = {"role": "user", "external_id": f"scene-{version}", "email": f"scene@{at}"}
    contact = sandbox.must("POST", "/contacts", make)["id"]
    sandbox.must("POST", f"/contacts/{contact}/tags", {"id": SEEDED_TAG})
    sandbox.must("POST", f"/contacts/{contact}/companies", {"id": SEEDED_COMPANY})
    company = _company(sandbox, f"scene-{version}")
    sandbox.must("POST", f"/contacts/{contact}/companies", {"id": company})
    doomed = sandbox.must("POST", "/contacts", {"email": f"doomed@{at}"})["id"]
    archived = sandbox.must("POST", "/contacts", {"email": f"archived@{at}"})["id"]
    lead = sandbox.must("POST", "/contacts", {"role": "lead", "email": f"scene@{at}"})["id"]
    stranger = sandbox.must("POST", "/contacts", {"role": "lead"})["id"]
    tag = sandbox.must("POST", "/tags", {"name": f"Doomed {version}"})["id"]
    admin = sandbox.must("GET", "/me")["id"]
    note = sandbox.must("POST", f"/contacts/{contact}/notes", {"body": "Before"})["id"]
    sandbox.must("POST", f"/contacts/{contact}/subscriptions", OPT_OUT)
    segment = sandbox.must("GET", "/segments")["segments"][0]["id"]
    return {**shared, "at": at, "version": version, "contact": contact, "company": company,
            "company_id": f"scene-{version}", "doomed": doomed, "archived": archived, "lead": lead,
            "stranger": stranger, "note": note, "segment": segment, "asked_tag": ASKED_TAG,
            "doomed_tag": tag, "admin": admin, "tag": SEEDED_TAG, "seeded": SEEDED_COMPANY,
            "none": UNKNOWN_ID, "nothing": UNKNOWN_NUMBER}


_BY_TIME = {"query": {"field": "created_at", "operator": ">", "value": 0},
            "pagination": {"per_page": 2}}
_CONTACT = "/contacts/{contact}"
_NOBODY = "/contacts/{none}"
_MISSING = ("GET", "/contacts/{}/tags", 404, "Contact not found")


def _case(label, method, path, target, status=200, body=None, **more):
    return Case(label, method, path, status, target, body, **more)


def _contacts():
    yield _case("C1", "POST", "/contacts", "/contacts", body={"email": "one@{at}"})
    yield _case("C2", "GET", "/contacts", "/contacts?per_page=2")
    yield _case("C1", "POST", "/contacts", "/contacts", body={"role": "lead"})
    yield _case("C2", "GET", "/contacts", "/contacts?per_page=60", mutated=False)
    yield _case("C3", "GET", "/contacts/{}", _CONTACT)
    yield _case("C4", "PUT", "/contacts/{}", _CONTACT, body={"name": "Scene {version}"})
    yield _case("C5", "DELETE", "/contacts/{}", "/contacts/{doomed}")
    yield _case("C6", "POST", "/contacts/{}/archive", "/contacts/{archived}/archive")
    yield _case("C7", "POST", "/contacts/{}/unarchive", "/contacts/{archived}/unarchive")
    yield _case("C9", "POST", "/contacts/merge", "/contacts/merge",
                body={"from": "{lead}", "into": "{contact}"})
    yield _case("C9", "POST", "/contacts/merge", "/contacts/merge", 400,
                {"from": "{stranger}", "into": "{contact}"}, example="Not a duplicate", since=16)
    yield _case("C10", "POST", "/contacts/search", "/contacts/search", body=_BY_TIME)
    yield _case("C10", "POST", "/contacts/search", "/contacts/search", 400,
                {**_BY_TIME, "sort": {"field": "created_at", "order": "desc"}},
                example="Invalid sort order", since=16)
    yield _case("C3", "GET", "/contacts/{}", _NOBODY, 404, like=_MISSING)
    yield _case("C4", "PUT", "/contacts/{}", _NOBODY, 404, {"name": "A"}, like=_MISSING)
    yield _case("C5", "DELETE", "/contacts/{}", _NOBODY, 404, like=_MISSING)
    yield _case("C6", "POST", "/contacts/{}/archive", _NOBODY + "/archive", 404, like=_MISSING)
    yield _case("C7", "POST", "/contacts/{}/unarchive", _NOBODY + "/unarchive", 404, like=_MISSING)


def _contact_tags():
    tags = "/contacts/{}/tags"
    one = "/contacts/{}/tags/{}"
    yield _case("T1", "GET", tags, _CONTACT + "/tags")
    yield _case("T1", "GET", tags, _NOBODY + "/tags", 404, example="Contact not found")
    yield _case("T2", "POST", tags, _CONTACT + "/tags", body={"id": "{tag}"})
    yield _case("T2", "POST", tags, _NOBODY + "/tags", 404, {"id": "{tag}"},
                example="Contact not found")
    yield _case("T2", "POST", tags, _CONTACT + "/tags", 404, {"id": "{nothing}"},
                example="Tag not found")
    yield _case("T3", "DELETE", one, _CONTACT + "/tags/{tag}")
    yield _case("T3", "DELETE", one, _NOBODY + "/tags/{tag}", 404, example="Contact not found")
    yield _case("T3", "DELETE", one, _CONTACT + "/tags/{nothing}", 404, example="Tag not found")


def _contact_companies():
    companies = "/contacts/{}/companies"
    one = "/contacts/{}/companies/{}"
    yield _case("CO1", "GET", companies, _CONTACT + "/companies")
    yield _case("CO1", "GET", companies, _NOBODY + "/companies", 404, example="Contact not found")
    yield _case("CO2", "POST", companies, _CONTACT + "/companies", body={"id": "{company}"})
    yield _case("CO2", "POST", companies, _CONTACT + "/companies", 400, {}, example="Bad Request")
    yield _case("CO2", "POST", companies, "/contacts/{full}/companies", 400, {"id": "{company}"},
                example="Contact Company Limit Exceeded")
    yield _case("CO2", "POST", companies, _CONTACT + "/companies", 404, {"id": "{none}"},
                example="Company Not Found")
    yield _case("CO3", "DELETE", one, _CONTACT + "/companies/{none}", 404,
                example="Company Not Found")
    yield _case("CO3", "DELETE", one, _NOBODY + "/companies/{company}", 404,
                example="Contact Not Found")


def _contact_notes():
    notes = "/contacts/{}/notes"
    yield _case("N1", "GET", notes, _CONTACT + "/notes")
    yield _case("N1", "GET", notes, _NOBODY + "/notes", 404, example="Contact not found")
    yield _case("N2", "POST", notes, _CONTACT + "/notes",
                body={"body": "Hello", "admin_id": "{admin}", "contact_id": "{contact}"})
    yield _case("N2", "POST", notes, _CONTACT + "/notes", 404,
                {"body": "Hello", "admin_id": "{nothing}"}, example="Admin not found")
    yield _case("N2", "POST", notes, _NOBODY + "/notes", 404, {"body": "Hello"},
                example="Contact not found")
    yield _case("N3", "GET", "/notes/{}", "/notes/{note}")
    yield _case("N3", "GET", "/notes/{}", "/notes/{nothing}", 404, example="Note not found")


def _contact_subscriptions():
    chosen = "/contacts/{}/subscriptions"
    one = "/contacts/{}/subscriptions/{}"
    unknown = {"id": "{nothing}", "consent_type": "opt_in"}
    yield _case("SU2", "POST", chosen, _CONTACT + "/subscriptions", body=OPT_IN)
    yield _case("SU2", "POST", chosen, _NOBODY + "/subscriptions", 404, OPT_IN,
                example="Contact not found")
    yield _case("SU2", "POST", chosen, _CONTACT + "/subscriptions", 404, unknown,
                example="Resource not found")
    yield _case("SU1", "GET", chosen, _CONTACT + "/subscriptions")
    yield _case("SU1", "GET", chosen, _NOBODY + "/subscriptions", 404, example="Contact not found")
    yield _case("SU3", "DELETE", one, _CONTACT + "/subscriptions/37870")
    yield _case("SU3", "DELETE", one, _NOBODY + "/subscriptions/37870", 404,
                example="Contact not found")
    yield _case("SU3", "DELETE", one, _CONTACT + "/subscriptions/{nothing}", 404,
                example="Resource not found")
    yield _case("G7", "GET", "/subscription_types", "/subscription_types")


def _segments():
    of_contact = "/contacts/{}/segments"
    of_company = "/companies/{}/segments"
    yield _case("SG1", "GET", of_contact, _CONTACT + "/segments")
    yield _case("SG1", "GET", of_contact, _NOBODY + "/segments", 404, example="Contact not found")
    yield _case("G5", "GET", "/segments", "/segments")
    yield _case("G5", "GET", "/segments", "/segments?include_count=true")
    yield _case("G6", "GET", "/segments/{}", "/segments/{segment}")
    yield _case("G6", "GET", "/segments/{}", "/segments/{none}", 404, example="Segment not found")
    yield _case("K9", "GET", of_company, "/companies/{company}/segments")
    yield _case("K9", "GET", of_company, "/companies/{none}/segments", 404,
                example="Company Not Found")


def _companies():
    inside = "/companies/{}/contacts"
    yield _case("K1", "POST", "/companies", "/companies",
                body={"company_id": "{company_id}", "name": "Scene {version}",
                      "remote_created_at": 1374138000})
    yield _case("K1", "POST", "/companies", "/companies", 400, {"test": "x"}, example="Bad Request")
    yield _case("K2", "GET", "/companies", "/companies?per_page=2")
    yield _case("K2", "GET", "/companies", "/companies?company_id={company_id}",
                like=("GET", "/companies/{}", 200, None))
    yield _case("K2", "GET", "/companies", "/companies?company_id=none-such", 404,
                example="Company Not Found")
    yield _case("K3", "POST", "/companies/list", "/companies/list?per_page=2")
    yield _case("K5", "GET", "/companies/{}", "/companies/{company}")
    yield _case("K5", "GET", "/companies/{}", "/companies/{none}", 404,
                example="Company Not Found")
    yield _case("K8", "GET", inside, "/companies/{company}/contacts")
    yield _case("K8", "GET", inside, "/companies/{none}/contacts", 404,
                example="Company Not Found")
    # Last: the scene's contact leaves its company.
    yield _case("CO3", "DELETE", "/contacts/{}/companies/{}", _CONTACT + "/companies/{company}")


def _tags():
    yield _case("G1", "GET", "/tags", "/tags")
    yield _case("G2", "POST", "/tags", "/tags",
                body={"name": "Applied {version}", "companies": [{"id": "{seeded}"}],
                      "users": [{"id": "{contact}"}]})
    # From 2.16 the answer tells whom it tagged, which is nobody here and somebody in the example.
    yield _case("G2", "POST", "/tags", "/tags", body={"name": "Made {version}"}, until=15)
    yield _case("G2", "POST", "/tags", "/tags", until=15,
                body={"name": "Renamed {version}", "id": "{doomed_tag}"})
    yield _case("G2", "POST", "/tags", "/tags", 400, {"test": "x"}, example="Invalid parameters")
    yield _case("G2", "POST", "/tags", "/tags", 404,
                {"name": "Applied", "companies": [{"company_id": "none-such"}]},
                example="Company not found", until=15)
    yield _case("G2", "POST", "/tags", "/tags", 404,
                {"name": "Applied", "users": [{"id": "{none}"}]},
                example="User  not found", until=15)
    yield _case("G3", "GET", "/tags/{}", "/tags/{tag}")
    yield _case("G3", "GET", "/tags/{}", "/tags/{nothing}", 404, example="Tag not found")
    yield _case("G4", "DELETE", "/tags/{}", "/tags/{doomed_tag}")
    yield _case("G4", "DELETE", "/tags/{}", "/tags/{nothing}", 404, example="Resource not found")
    yield _case("G4 in use", "DELETE", "/tags/{}", "/tags/{asked_tag}", 400,
                example="Tag has dependent objects")


def _directory():
    yield _case("A1", "GET", "/me", "/me")
    yield _case("A2", "GET", "/admins", "/admins?display_avatar=true")
    yield _case("A3", "GET", "/admins/{}", "/admins/{admin}")
    yield _case("A3", "GET", "/admins/{}", "/admins/{nothing}", 404, example="Admin not found")
    yield _case("D1", "GET", "/data_attributes", "/data_attributes")
    yield _case("D1", "GET", "/data_attributes", "/data_attributes?model=conversation", 422,
                example="Deprecated conversation model", since=16)


def _refused(cases):
    """Every operation once more with a wrong token."""
    seen = set()
    for case in cases:
        key = (case.label, case.method, case.path)
        if key not in seen:
            seen.add(key)
            yield Case(*key, 401, case.target, case.body, token=False,
                       like=("GET", "/contacts", 401, "Unauthorized"),
                       since=case.since, until=case.until)


def all_cases(*more):
    """In the order in which they are sent, those of the groups in more last."""
    groups = (_contacts, _contact_tags, _contact_companies, _contact_notes, _contact_subscriptions,
              _segments, _companies, _tags, _directory, *more)
    cases = [case for group in groups for case in group()]
    return [*_refused(cases), *cases]
