// SPDX-License-Identifier: MIT
// Intercom's official SDK against roster-sandbox: every call that has to do with contacts, with the
// answers and the refusals that Intercom would give.
//
//     node sdk.mjs PROGRAM MODULES
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { callBelongings } from "./belongings.mjs";
import { forgotten, refused, watched } from "./calls.mjs";
import { callContacts } from "./contacts.mjs";
import { startSandbox, TOKEN } from "./sandbox.mjs";
import { callWorkspace } from "./workspace.mjs";

const [program, modules] = process.argv.slice(2);
const { IntercomClient } = createRequire(path.join(path.resolve(modules), "index.js"))(
  "intercom-client",
);

const sandbox = await startSandbox(program);
const made = new Set();
try {
  // Without retries: whatever goes wrong has to be seen.
  const open = (options) =>
    new IntercomClient({ environment: sandbox.url, token: TOKEN, maxRetries: 0, ...options });
  const client = open({});
  const calls = watched(client, made);
  const contact = await callContacts(calls);
  await callBelongings(calls, contact);
  await callWorkspace(calls, contact);
  assert.deepEqual(forgotten(client, made), [], "calls of the SDK that nobody made");

  // The same contact in the oldest version that both speak, and nothing with a wrong token.
  const old = await open({ version: "2.7" }).contacts.find({ contact_id: contact });
  assert.equal(old.email, "ada@sdk.example");
  assert.equal("enabled_push_messaging" in old, false);
  await refused(open({ token: "wrong" }).contacts.find({ contact_id: contact }), 401, "unauthorized");
  console.log(`${made.size} calls of the SDK work as they should`);
} finally {
  await sandbox.stop();
}
