import express from "express";
import { expect, test } from "vitest";
import { exchange } from "../../tests/e2e/support/wire";
import { serving } from "../../tests/support/serving";
import { logTo } from "./log";
import { numbered, printable, whereOf } from "./where";

/** What is known of a request with these header lines, behind so many proxies. */
async function known(hops: number, ...lines: string[]) {
  const app = express().set("trust proxy", hops).use(numbered);
  app.get("/", (request, response) => void response.json(whereOf(request, response)));
  const { headers, body } = await exchange(await serving(app), ["GET / HTTP/1.1", "Host: localhost", ...lines]);
  return { number: headers.get("x-request-id"), ...JSON.parse(body) };
}

test("R30: every request has a number of its own, whatever number it came with", async () => {
  const first = await known(0, "X-Request-Id: mine");
  const second = await known(0, "X-Request-Id: mine");
  expect(first.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(first.number).toBe(first.requestId);
  expect(second.requestId).not.toBe(first.requestId);
});

test("R30: nobody can forge the address they send from", async () => {
  const forged = ["X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.1"];
  expect(await known(0, ...forged)).toMatchObject({ address: "127.0.0.1" });
});

test.each([
  [1, "192.0.2.1, 203.0.113.7", "203.0.113.7"],
  [1, "203.0.113.7:50123", "203.0.113.7"],
  [1, "[2001:DB8::1]:50123", "2001:db8::1"],
  [1, "2001:db8::1", "2001:db8::1"],
  [1, "::ffff:203.0.113.7", "203.0.113.7"],
  [1, "canary", "127.0.0.1"],
  [2, "192.0.2.1, 203.0.113.7, 198.51.100.2", "203.0.113.7"],
])("R30: behind %i proxies, X-Forwarded-For: %s means %s", async (hops, forwarded, address) => {
  expect(await known(hops, `X-Forwarded-For: ${forwarded}`)).toMatchObject({ address });
});

test("R30: what a browser says of itself is cut to 200 printable characters", async () => {
  const { agent } = await known(0, `User-Agent: a\xe9\tb${"x".repeat(300)}`);
  expect(agent).toBe(`a??b${"x".repeat(196)}`);
  expect(printable("\u001b[2J\n")).toBe("?[2J?");
});

test("R30: a line of the log is one line of JSON with its time in UTC, its level and where it came from", () => {
  const lines: string[] = [];
  const log = logTo((line) => void lines.push(line)).with({ requestId: "r-1", address: "203.0.113.7", agent: "x" });
  log.security("signed in", { outcome: "done", person: "p-1", said: "two\nlines" });
  log.with({ trust: "ZD01" }).info("draft kept");
  expect(lines.map((line) => line.split("\n").length)).toEqual([1, 1]);
  const [signedIn, kept] = lines.map((line) => JSON.parse(line));
  expect(signedIn).toMatchObject({ level: "security", event: "signed in", outcome: "done", person: "p-1" });
  expect(signedIn).toMatchObject({ requestId: "r-1", address: "203.0.113.7", agent: "x" });
  expect(signedIn.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(kept).toMatchObject({ level: "info", event: "draft kept", requestId: "r-1", trust: "ZD01" });
});
