// SPDX-License-Identifier: MIT
// Which calls of the SDK were made, and what was expected of them.
import assert from "node:assert/strict";

/** Parts of the client whose calls have to be made, all of them. */
export const PARTS = [
  "admins", "companies", "contacts", "conversations", "dataAttributes", "notes", "segments",
  "subscriptionTypes", "tags", "visitors",
];

/** Calls that are not made, with the reason. */
export const LEFT_OUT = {
  "admins.away": "nobody goes away in the sandbox",
  "admins.listAllActivityLogs": "the sandbox keeps no log of admins",
  "conversations.update": "the sandbox does not manage conversations",
  "conversations.deleteConversation": "the sandbox does not manage conversations",
  "conversations.reply": "the sandbox does not manage conversations",
  "conversations.manage": "the sandbox does not manage conversations",
  "conversations.redactConversationPart": "the sandbox does not manage conversations",
  "conversations.convertToTicket": "there are no tickets in the sandbox",
  "conversations.runAssignmentRules": "there are no rules in the sandbox",
  "tags.tagConversation": "the sandbox does not manage conversations",
  "tags.untagConversation": "the sandbox does not manage conversations",
  "tags.tagTicket": "there are no tickets in the sandbox",
  "tags.untagTicket": "there are no tickets in the sandbox",
};

/** The calls that a part of the client offers. */
function offered(part) {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(part)).filter(
    (name) => name !== "constructor" && !name.startsWith("_"),
  );
}

/** The client, each of whose calls is noted in made and named when it fails. */
export function watched(client, made) {
  const parts = {};
  for (const name of PARTS) {
    const part = client[name];
    parts[name] = {};
    for (const call of offered(part)) {
      parts[name][call] = async (...given) => {
        made.add(`${name}.${call}`);
        try {
          return await part[call](...given);
        } catch (error) {
          error.message = `${name}.${call}(${JSON.stringify(given[0] ?? null)}): ${error.message}`;
          throw error;
        }
      };
    }
  }
  return parts;
}

/** What the SDK offers and nobody called or left out; what was left out and is not offered. */
export function forgotten(client, made) {
  const all = PARTS.flatMap((name) => offered(client[name]).map((call) => `${name}.${call}`));
  return [
    ...all.filter((call) => !made.has(call) && !(call in LEFT_OUT)),
    ...Object.keys(LEFT_OUT).filter((call) => !all.includes(call) || made.has(call)),
  ];
}

/** That promise fails as the SDK tells a refusal: by status, code and message. */
export async function refused(promise, status, code, message) {
  let error = null;
  try {
    await promise;
  } catch (caught) {
    error = caught;
  }
  assert.notEqual(error, null, `no refusal with ${status} ${code}`);
  assert.equal(error.statusCode, status, error.message);
  assert.equal(error.body.type, "error.list");
  assert.equal(error.body.errors[0].code, code);
  if (message !== undefined) assert.match(error.body.errors[0].message, message);
  return error;
}

/** Everything of a list of the SDK, page after page. */
export async function everything(list) {
  const all = [];
  for await (const item of await list) all.push(item);
  return all;
}

/** Ids in order. */
export const ids = (list) => list.map((item) => item.id);
