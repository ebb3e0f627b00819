// SPDX-License-Identifier: MIT
// What hangs off a contact: tags, notes, companies, segments, subscriptions.
import assert from "node:assert/strict";
import { everything, ids, refused } from "./calls.mjs";

const NOTHING = "999999999";

async function tags({ contacts, tags: all }, contact_id) {
  const tag = await all.create({ name: "From the SDK" });
  assert.equal(tag.type, "tag");
  assert.ok(ids((await all.list()).data).includes(tag.id));
  assert.equal((await all.find({ tag_id: tag.id })).name, "From the SDK");
  const applied = await all.tagContact({ contact_id, id: tag.id });
  assert.equal(applied.id, tag.id);
  const held = await contacts.listAttachedTags({ contact_id });
  assert.deepEqual(ids(held.data), [tag.id]);
  assert.equal((await contacts.find({ contact_id })).tags.total_count, 1);
  await refused(all.tagContact({ contact_id, id: NOTHING }), 404, "not_found", /^Resource Not/);
  assert.equal((await all.untagContact({ contact_id, tag_id: tag.id })).id, tag.id);
  assert.deepEqual((await contacts.listAttachedTags({ contact_id })).data, []);
  await all.delete({ tag_id: tag.id });
  await refused(all.find({ tag_id: tag.id }), 404, "not_found");
}

async function notes({ notes: all }, contact_id) {
  for (let number = 1; number <= 5; ++number)
    await all.create({ contact_id, body: `Note ${number}`, admin_id: "6184022" });
  const list = await everything(all.list({ contact_id, per_page: 2 }));
  assert.equal(list.length, 5);
  assert.equal(list[0].body, "<p>Note 5</p>");
  assert.equal(list[0].author.id, "6184022");
  assert.deepEqual(await all.find({ note_id: Number(list[2].id) }), list[2]);
  await refused(all.create({ contact_id, body: "x", admin_id: NOTHING }), 404, "not_found");
  await refused(all.find({ note_id: Number(NOTHING) }), 404, "not_found");
}

async function companies({ companies: all, contacts }, contact_id) {
  const made = await all.createOrUpdate({
    company_id: "sdk-company", name: "SDK & Sons", size: 7, website: "https://sdk.example",
    monthly_spend: 12, plan: "Pro",
  });
  assert.equal(made.plan.name, "Pro");
  const company_id = made.id;
  await all.attachContact({ contact_id, id: company_id });
  // The SDK reads `companies`, as the schemas say; the examples, and so the sandbox, say `data`.
  const held = await contacts.listAttachedCompanies({ contact_id });
  assert.deepEqual(ids(held.response.data), [company_id]);
  const inside = await all.listAttachedContacts({ company_id });
  assert.deepEqual(ids(inside.data), [contact_id]);
  const segments = await all.listAttachedSegments({ company_id });
  assert.ok(Array.isArray(segments.data));

  const changed = await all.update({ company_id, body: { name: "SDK, Inc." } });
  assert.equal(changed.name, "SDK, Inc.");
  assert.equal((await all.find({ company_id })).size, 7);
  assert.equal((await all.retrieve({ company_id: "sdk-company" })).id, company_id);
  const listed = await everything(all.list({ per_page: 20 }));
  assert.ok(ids(listed).includes(company_id));
  assert.equal(new Set(ids(listed)).size, listed.length);

  assert.equal((await all.detachContact({ contact_id, company_id })).id, company_id);
  assert.deepEqual((await all.listAttachedContacts({ company_id })).data, []);
  const scrolled = [];
  // It ends with an empty page, which the SDK does not look at.
  for (let page = await all.scroll({}); page.data.length > 0; page = await page.getNextPage())
    scrolled.push(...page.data);
  // A company without contacts is not listed.
  assert.deepEqual(ids(scrolled).sort(), ids(listed).filter((id) => id !== company_id).sort());
  assert.equal((await all.delete({ company_id })).deleted, true);
  await refused(all.find({ company_id }), 404, "company_not_found");
}

async function segments({ contacts, segments: all }, contact_id) {
  const { segments: list } = await all.list({ include_count: true });
  assert.ok(list.length > 2);
  assert.ok(list.every((segment) => Number.isInteger(segment.count)));
  const first = await all.find({ segment_id: list[0].id });
  assert.equal(first.name, list[0].name);
  const held = await contacts.listAttachedSegments({ contact_id });
  assert.ok(ids(held.data).every((id) => ids(list).includes(id)));
}

async function subscriptions({ contacts, subscriptionTypes }, contact_id) {
  const types = (await subscriptionTypes.list()).data;
  const choice = types.find((type) => type.consent_type === "opt_out" && type.state === "live");
  assert.notEqual(choice, undefined);
  const chosen = await contacts.attachSubscription({
    contact_id, id: choice.id, consent_type: "opt_out",
  });
  assert.equal(chosen.id, choice.id);
  const held = await contacts.listAttachedSubscriptions({ contact_id });
  assert.deepEqual(ids(held.data), [choice.id]);
  await contacts.detachSubscription({ contact_id, subscription_id: choice.id });
  assert.deepEqual((await contacts.listAttachedSubscriptions({ contact_id })).data, []);
}

/** All of it, for one contact that has none of them yet. */
export async function callBelongings(client, contact) {
  for (const group of [tags, notes, companies, segments, subscriptions])
    await group(client, contact);
}
