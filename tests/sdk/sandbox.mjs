// SPDX-License-Identifier: MIT
// The real roster-sandbox in a process of its own, on loopback.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export const TOKEN = "the-right-one";
// What the seeded dates are relative to: a Tuesday at noon.
export const NOW = 1750161600;

/** Starts program; gives its address and how to stop it. */
export async function startSandbox(program) {
  const child = spawn(
    program,
    ["--contacts=300", "--seed=1", `--now=${NOW}`, `--token=${TOKEN}`, "--rate-limit=0"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise((resolve) => lines.once("line", resolve)),
    ended.then((code) => `it ended with ${code}`),
  ]);
  const found = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
  if (!found) {
    child.kill();
    throw new Error(`the sandbox does not listen: ${line}`);
  }
  return {
    url: found[1],
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      if (code !== 0) throw new Error(`the sandbox ended with ${code}`);
    },
  };
}
