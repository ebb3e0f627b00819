// SPDX-License-Identifier: MIT
// Admins, attributes, visitors, conversations.
import assert from "node:assert/strict";
import { everything, ids, refused } from "./calls.mjs";

// One of the seeded visitors.
const VISITOR = "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3";

async function admins({ admins: all }) {
  const me = await all.identify();
  assert.equal(me.type, "admin");
  assert.equal(me.app.region, "US");
  const { admins: list } = await all.list();
  assert.ok(ids(list).includes(me.id));
  assert.equal((await all.find({ admin_id: Number(me.id) })).name, me.name);
  await refused(all.find({ admin_id: 1 }), 404, "admin_not_found");
}

async function attributes({ dataAttributes }) {
  const made = await dataAttributes.create({
    name: "sdk_size", model: "contact", data_type: "options",
    options: [{ value: "small" }, { value: "large" }],
  });
  assert.equal(made.full_name, "custom_attributes.sdk_size");
  const list = (await dataAttributes.list({ model: "contact" })).data;
  assert.ok(list.some((attribute) => attribute.id === made.id));
  assert.ok(list.every((attribute) => attribute.model === "contact"));
  const changed = await dataAttributes.update({
    data_attribute_id: made.id, body: { archived: true },
  });
  assert.equal(changed.archived, true);
  const left = (await dataAttributes.list({ model: "contact" })).data;
  assert.ok(!left.some((attribute) => attribute.id === made.id));
}

async function visitors({ contacts, visitors: all }) {
  const visitor = await all.find({ user_id: VISITOR });
  assert.equal(visitor.type, "visitor");
  const renamed = await all.update({ user_id: VISITOR, name: "A visitor" });
  assert.equal(renamed.name, "A visitor");
  const contact = await all.mergeToContact({
    type: "user", visitor: { user_id: VISITOR }, user: { user_id: "sdk-visitor", email: "v@sdk.example" },
  });
  assert.equal(contact.role, "user");
  assert.equal((await contacts.find({ contact_id: contact.id })).email, "v@sdk.example");
  await refused(all.find({ user_id: VISITOR }), 404, "not_found");
}

async function conversations({ contacts, conversations: all }, contact) {
  const message = await all.create({ from: { type: "user", id: contact }, body: "Hello there" });
  const conversation_id = message.conversation_id;
  const found = await all.search({
    query: { field: "contact_ids", operator: "=", value: contact },
  });
  assert.deepEqual(ids(found.data), [conversation_id]);
  const whole = await all.find({ conversation_id, display_as: "plaintext" });
  assert.equal(whole.source.body, "Hello there");
  assert.equal(whole.contacts.contacts[0].id, contact);

  const other = await contacts.create({ email: "other@sdk.example" });
  const two = await all.attachContactAsAdmin({
    conversation_id, admin_id: "6184021", customer: { intercom_user_id: other.id },
  });
  assert.deepEqual(ids(two.contacts.contacts), [contact, other.id]);
  const one = await all.detachContactAsAdmin({
    conversation_id, contact_id: other.id, admin_id: "6184021",
  });
  assert.deepEqual(ids(one.contacts.contacts), [contact]);
  const last = all.detachContactAsAdmin({ conversation_id, contact_id: contact, admin_id: "6184021" });
  await refused(last, 422, "parameter_invalid", /last customer/);

  const list = await everything(all.list({ per_page: 20 }));
  assert.equal(list[0].id, conversation_id);
  assert.ok(list.length > 40);
  assert.equal(new Set(ids(list)).size, list.length);
  const closed = await everything(all.search({
    query: { field: "state", operator: "=", value: "closed" }, pagination: { per_page: 20 },
  }));
  assert.equal(closed.length, list.filter((item) => item.state === "closed").length);
  await filesOf(all, list);
  await refused(all.find({ conversation_id: "1" }), 404, "not_found", /^Resource Not Found$/);
}

// Whoever has the address of a file gets it: its size and type are those that were told.
async function filesOf(all, list) {
  let files = 0;
  for (const { id } of list) {
    const whole = await all.find({ conversation_id: id });
    const { conversation_parts: parts, total_count } = whole.conversation_parts;
    assert.equal(parts.length, Math.min(total_count, 500));
    for (const file of [whole.source, ...parts].flatMap((part) => part.attachments)) {
      if (++files > 10) return;
      const answer = await fetch(file.url);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get("content-type"), file.content_type);
      assert.equal((await answer.arrayBuffer()).byteLength, file.filesize);
    }
  }
  assert.ok(files > 0);
}

/** All of it. */
export async function callWorkspace(client, contact) {
  await admins(client);
  await attributes(client);
  await visitors(client);
  await conversations(client, contact);
}
