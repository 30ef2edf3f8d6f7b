import { request as ask, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { expect, test } from "vitest";
import { onlyFromOurPages, securityHeaders, standingAt } from "./front";
import type { Log } from "./log";

/** Sends a form through the given handlers; answers with the status, its headers, and the headers that came through. */
async function sent(headers: Record<string, string>, ...handlers: RequestHandler[]) {
  const app = express().use(...handlers, (request, response) => void response.json(request.headers));
  const server = app.listen(0);
  try {
    const { port } = server.address() as AddressInfo;
    return await new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const asked = ask({ port, path: "/sign-in?to=canary", method: "POST", headers, agent: false }, (answer) => {
          let body = "";
          answer.on("data", (chunk) => {
            body += chunk;
          });
          answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
        });
        asked.on("error", reject).end("password=canary");
      },
    );
  } finally {
    server.close();
  }
}

test("a form from elsewhere is refused and logged, without its cookie, its query or what was entered", async () => {
  const lines: unknown[] = [];
  const log: Log = { info: (event, facts) => void lines.push({ event, ...facts }), error: () => {} };
  const headers = { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example", Cookie: "sid=canary" };
  const { status } = await sent(headers, onlyFromOurPages("https://portal.example", log));
  expect(status).toBe(403);
  expect(lines).toMatchObject([
    { event: "form from elsewhere refused", path: "/sign-in", site: "cross-site", origin: "https://elsewhere.example" },
  ]);
  expect(JSON.stringify(lines)).not.toContain("canary");
});

test("the framework is told the configured address, whatever a proxy or a forger says", async () => {
  const headers = { Host: "up.stream:81", Origin: "https://x.example", "X-Forwarded-Host": "y", Forwarded: "host=z" };
  const { body } = await sent(headers, standingAt("https://portal.example"));
  expect(JSON.parse(body)).toMatchObject({ host: "portal.example" });
  expect(Object.keys(JSON.parse(body))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/origin|forwarded/)]),
  );
});

test("a page runs files of ours and asks nobody else; nothing that stands in it runs", async () => {
  const { headers } = await sent({}, securityHeaders({ development: false, secure: true }));
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test("while developing, Vite may reload the page and put styles into it, and the rest stays as it is", async () => {
  const { headers } = await sent({}, securityHeaders({ development: true, secure: false }));
  const rules = String(headers["content-security-policy"]).split("; ");
  expect(rules).toHaveLength(9);
  expect(rules).toContain("connect-src 'self' ws:");
  expect(rules).toContain("form-action 'self'");
});
