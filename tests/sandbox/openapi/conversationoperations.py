# SPDX-License-Identifier: MIT
"""The operations on conversations, and who takes part in them."""

from operations import Case, UNKNOWN_ID, UNKNOWN_NUMBER


def prepare(sandbox, scene):
    """What the cases below need of one version's scene."""
    group = _begin(sandbox, scene["contact"])
    sandbox.must("POST", f"/conversations/{group}/customers",
                 {"admin_id": scene["admin"], "customer": {"intercom_user_id": scene["stranger"]}})
    return {"told": _told(sandbox), "group": group, "single": _begin(sandbox, scene["contact"])}


def _begin(sandbox, contact):
    """A conversation that a contact begins."""
    message = {"from": {"type": "user", "id": contact}, "body": "Hello there"}
    return sandbox.must("POST", "/conversations", message)["conversation_id"]


def _told(sandbox):
    """A seeded conversation in which everything is told that the examples tell."""
    page = sandbox.must("GET", "/conversations?per_page=150")
    for brief in page["conversations"]:
        whole = sandbox.must("GET", f"/conversations/{brief['id']}")
        parts = whole["conversation_parts"]["conversation_parts"]
        if (whole["tags"]["tags"] and whole["admin_assignee_id"] and len(parts) > 2
                and any(part["attachments"] for part in parts)
                and whole["contacts"]["contacts"][0]["external_id"]):
            return whole["id"]
    raise RuntimeError("no seeded conversation tells everything")


def _conversations():
    every = "/conversations"
    one = "/conversations/{}"
    found = {"query": {"field": "created_at", "operator": ">", "value": "1306054154"},
             "pagination": {"per_page": 5}}
    yield Case("V1", "POST", "/conversations/search", 200, "/conversations/search", found)
    yield Case("V1", "POST", "/conversations/search", 200, "/conversations/search",
               {"query": {"field": "contact_ids", "operator": "=", "value": "{contact}"}})
    yield Case("V2", "GET", every, 200, every + "?per_page=3")
    yield Case("V3", "GET", one, 200, "/conversations/{told}")
    yield Case("V3", "GET", one, 200, "/conversations/{told}?display_as=plaintext", mutated=False)
    yield Case("V3", "GET", one, 404, f"/conversations/{UNKNOWN_NUMBER}", example="Not found")
    yield Case("V6", "POST", every, 200, every,
               {"from": {"type": "user", "id": "{contact}"}, "body": "Hello there"})
    yield Case("V6", "POST", every, 404, every,
               {"from": {"type": "user", "id": "123_doesnt_exist"}, "body": "Hello there"},
               example="Contact Not Found")


def _customers():
    customers = "/conversations/{}/customers"
    one = "/conversations/{}/customers/{}"
    join = {"admin_id": "{admin}", "customer": {"intercom_user_id": "{contact}"}}
    leave = {"admin_id": "{admin}", "customer": {"intercom_user_id": "{contact}"}}
    nowhere = f"/conversations/{UNKNOWN_NUMBER}/customers"
    yield Case("V4", "POST", customers, 200, "/conversations/{single}/customers", join)
    yield Case("V4", "POST", customers, 404, nowhere, join, example="Not found")
    yield Case("V5", "DELETE", one, 200, "/conversations/{group}/customers/{stranger}", leave)
    yield Case("V5", "DELETE", one, 404, nowhere + "/{contact}", leave,
               example="Conversation not found")
    yield Case("V5", "DELETE", one, 404, f"/conversations/{{group}}/customers/{UNKNOWN_ID}", leave,
               example="Contact not found")
    yield Case("V5", "DELETE", one, 422, "/conversations/{single}/customers/{contact}", leave,
               example="Last customer")


GROUPS = (_conversations, _customers)
