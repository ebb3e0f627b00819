// SPDX-License-Identifier: MIT
// The calls for contacts themselves: their whole life.
import assert from "node:assert/strict";
import { everything, ids, refused } from "./calls.mjs";

const NOBODY = "0".repeat(24);

async function madeAndChanged({ contacts }) {
  const made = await contacts.create({
    external_id: "sdk-1", email: "ada@sdk.example", name: "Ada", phone: "+35315550100",
    owner_id: 6184022, signed_up_at: 1700000000, custom_attributes: { seats: 3 },
  });
  assert.equal(made.type, "contact");
  assert.equal(made.role, "user");
  assert.equal(made.email, "ada@sdk.example");
  assert.equal(made.owner_id, 6184022);
  assert.equal(made.custom_attributes.seats, 3);
  assert.deepEqual(made.tags.data, []);
  assert.deepEqual(await contacts.find({ contact_id: made.id }), made);

  const changed = await contacts.update({
    contact_id: made.id, name: "Ada L.", unsubscribed_from_emails: true,
    custom_attributes: { seats: 4 },
  });
  assert.equal(changed.id, made.id);
  assert.equal(changed.name, "Ada L.");
  assert.equal(changed.phone, "+35315550100");
  assert.equal(changed.unsubscribed_from_emails, true);
  assert.equal(changed.custom_attributes.seats, 4);

  const found = await contacts.showContactByExternalId({ external_id: "sdk-1" });
  assert.equal(found.id, made.id);
  const again = contacts.create({ external_id: "sdk-1" });
  await refused(again, 409, "conflict", new RegExp(`id=${made.id}$`));
  await refused(contacts.find({ contact_id: NOBODY }), 404, "not_found", /^User Not Found$/);
  await refused(contacts.create({ role: "king" }), 400, "parameter_invalid");
  return made.id;
}

async function listedAndFound({ contacts }, id) {
  const all = await everything(contacts.list({ per_page: 50 }));
  assert.equal(new Set(ids(all)).size, all.length);
  assert.equal(all.length, (await contacts.list({ per_page: 1 })).response.total_count);
  assert.ok(all.length > 250 && ids(all).includes(id));

  const leads = await everything(contacts.search({
    query: { field: "role", operator: "=", value: "lead" }, pagination: { per_page: 10 },
  }));
  assert.ok(leads.length > 20);
  assert.ok(leads.every((contact) => contact.role === "lead"));
  assert.equal(leads.length, all.filter((contact) => contact.role === "lead").length);

  const one = await contacts.search({
    query: {
      operator: "AND",
      value: [
        { field: "email", operator: "=", value: "ADA@sdk.example" },
        { field: "created_at", operator: ">", value: "1306054154" },
      ],
    },
  });
  assert.deepEqual(ids(one.data), [id]);
  assert.equal(one.hasNextPage(), false);
  const wrong = contacts.search({ query: { field: "shoe", operator: "=", value: "42" } });
  await refused(wrong, 400, "invalid_field", /shoe/);
}

async function archivedAndRestored({ contacts }, id) {
  assert.deepEqual(await contacts.archive({ contact_id: id }),
    { type: "contact", id, external_id: "sdk-1", archived: true });
  await refused(contacts.find({ contact_id: id }), 404, "not_found");
  await refused(contacts.create({ external_id: "sdk-1" }), 409, "conflict", /^An archived contact/);
  assert.deepEqual(await contacts.unarchive({ contact_id: id }),
    { type: "contact", id, external_id: "sdk-1", archived: false });
  assert.equal((await contacts.find({ contact_id: id })).name, "Ada L.");
}

async function merged({ contacts }, id) {
  const lead = await contacts.create({ role: "lead", name: "A lead", phone: "+35315550199" });
  await refused(contacts.mergeLeadInUser({ from: id, into: lead.id }), 400, "invalid_merge");
  const whole = await contacts.mergeLeadInUser({ from: lead.id, into: id });
  assert.equal(whole.id, id);
  assert.equal(whole.phone, "+35315550100");
  await refused(contacts.find({ contact_id: lead.id }), 404, "not_found");
  await refused(contacts.unarchive({ contact_id: lead.id }), 400, "bad_request", /merged/);
}

async function ended({ contacts }) {
  const gone = await contacts.create({ email: "gone@sdk.example" });
  const answer = await contacts.delete({ contact_id: gone.id });
  assert.deepEqual(answer, { type: "contact", id: gone.id, external_id: null, deleted: true });
  await refused(contacts.unarchive({ contact_id: gone.id }), 400, "bad_request", /not restorable/);

  const blocked = await contacts.create({ email: "blocked@sdk.example" });
  const block = await contacts.blockContact({ contact_id: blocked.id });
  assert.equal(block.blocked, true);
  await refused(contacts.find({ contact_id: blocked.id }), 404, "not_found");
}

/** All of it; gives the contact that stays. */
export async function callContacts(client) {
  const id = await madeAndChanged(client);
  await listedAndFound(client, id);
  await archivedAndRestored(client, id);
  await merged(client, id);
  await ended(client);
  return id;
}
