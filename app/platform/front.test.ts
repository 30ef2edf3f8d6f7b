import express, { type RequestHandler } from "express";
import { expect, test } from "vitest";
import { exchange } from "../../tests/e2e/support/wire";
import { serving } from "../../tests/support/serving";
import {
  onlyFromOurPages,
  onlyOurHosts,
  onlyOurProxysWord,
  onlyReadableAddresses,
  onlyReadableCookies,
  securityHeaders,
} from "./front";
import { type Log, logTo, silentLog } from "./log";
import { numbered } from "./where";

const FORM = ["POST /sign-in?to=canary HTTP/1.1", "Content-Length: 15", "Host: portal.example"];

/** Sends a request through the given handlers; answers with the status, its headers, and the headers that came through. */
async function sent(lines: readonly string[], ...handlers: RequestHandler[]) {
  const app = express().use(numbered, ...handlers, (request, response) => void response.json(request.headers));
  const isForm = lines[0]?.startsWith("POST");
  const { status, headers, body } = await exchange(await serving(app), lines, isForm ? "password=canary" : "");
  return { status, headers, through: status === 200 ? JSON.parse(body) : null };
}

const get = (...fields: string[]) => ["GET / HTTP/1.1", "Host: portal.example", ...fields];

function listening(): { log: Log; lines: unknown[] } {
  const lines: unknown[] = [];
  return { log: logTo((line) => void lines.push(JSON.parse(line))), lines };
}

test("R30: a form from elsewhere is refused and logged, without its cookie, its query or what was entered", async () => {
  const { log, lines } = listening();
  const fields = ["Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example", "Cookie: sid=canary"];
  const { status } = await sent([...FORM, ...fields], onlyFromOurPages("https://portal.example", log));
  expect(status).toBe(403);
  expect(lines).toEqual([
    {
      at: expect.any(String),
      level: "security",
      event: "form from elsewhere",
      outcome: "refused",
      requestId: expect.any(String),
      address: "127.0.0.1",
      agent: "",
      method: "POST",
      path: "/sign-in",
      site: "cross-site",
      origin: "https://elsewhere.example",
    },
  ]);
});

test.each([
  [200, ["Sec-Fetch-Site: same-origin"]],
  [200, ["Sec-Fetch-Site: same-origin", "Origin: https://changed-by-a-proxy.example"]],
  [200, ["Origin: https://portal.example"]],
  [403, []],
  [403, ["Sec-Fetch-Site: same-site"]],
  [403, ["Sec-Fetch-Site: none"]],
  [403, ["Sec-Fetch-Site: cross-site", "Origin: https://portal.example"]],
  [403, ["Sec-Fetch-Site: SAME-ORIGIN"]],
  [403, ["Sec-Fetch-Site:", "Origin: https://portal.example"]],
  [403, ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"]],
  [403, ["Origin: null"]],
  [403, ["Origin:"]],
  [403, ["Origin: http://portal.example"]],
  [403, ["Origin: https://portal.example:8443"]],
  [403, ["Origin: https://portal.example.elsewhere.example"]],
  [403, ["Origin: https://portal.example, https://elsewhere.example"]],
  [403, ["Origin: https://portal.example@elsewhere.example"]],
  [403, ["Origin: ;;"]],
  [403, ["Referer: https://portal.example/sign-in"]],
])("a form gets %i with %j", async (status, fields) => {
  expect((await sent([...FORM, ...fields], onlyFromOurPages("https://portal.example", silentLog))).status).toBe(status);
});

test("only a form is asked where it comes from: whoever follows a link comes from anywhere", async () => {
  const lines = get("Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example");
  expect((await sent(lines, onlyFromOurPages("https://portal.example", silentLog))).status).toBe(200);
});

test.each([
  [200, "portal.example"],
  [200, "PORTAL.example:443"],
  [200, "up.stream:81"],
  [200, "localhost"],
  [200, "localhost:3000"],
  [200, "127.0.0.1:3000"],
  [200, "[::1]:3000"],
  [421, "elsewhere.example"],
  [421, "portal.example:8443"],
  [421, "portal.example.elsewhere.example"],
  [421, "portal.example."],
  [421, "localhost.elsewhere.example"],
  [421, "up.stream"],
  [421, "203.0.113.7"],
])("a request gets %i under the name %s", async (status, host) => {
  const hosts = onlyOurHosts("https://portal.example", ["up.stream:81"], silentLog);
  expect((await sent(["GET / HTTP/1.1", `Host: ${host}`], onlyReadableAddresses, hosts)).status).toBe(status);
});

test("a request that names a whole address is asked for that address, whatever its Host says", async () => {
  const hosts = onlyOurHosts("https://portal.example", [], silentLog);
  const ours = ["GET https://portal.example/ HTTP/1.1", "Host: elsewhere.example"];
  expect((await sent(ours, onlyReadableAddresses, hosts)).status).toBe(200);
  const others = ["GET https://elsewhere.example/ HTTP/1.1", "Host: portal.example"];
  expect((await sent(others, onlyReadableAddresses, hosts)).status).toBe(421);
});

test("a portal that is tried out on this machine is not read under a name that leads here", async () => {
  const hosts = onlyOurHosts("http://localhost:3000", [], silentLog);
  const asked = (host: string) => sent(["GET / HTTP/1.1", `Host: ${host}`], onlyReadableAddresses, hosts);
  expect((await asked("localhost:3000")).status).toBe(200);
  expect((await asked("elsewhere.example:3000")).status).toBe(421);
});

test("R30: a name that is not ours is logged", async () => {
  const { log, lines } = listening();
  const hosts = onlyOurHosts("https://portal.example", [], log);
  await sent(["GET /invitation/canary HTTP/1.1", "Host: elsewhere.example"], onlyReadableAddresses, hosts);
  expect(lines).toMatchObject([
    { level: "security", event: "host not ours", outcome: "refused", host: "elsewhere.example", path: "/invitation/…" },
  ]);
});

const SAID_OF_THE_WAY = [
  "X-Forwarded-For: 192.0.2.1",
  "X-Forwarded-Host: x",
  "X-Forwarded-Proto: y",
  "Forwarded: host=z",
];

test("what a request says of the way it came is dropped where no proxy stands in front", async () => {
  const { through } = await sent(get(...SAID_OF_THE_WAY), onlyOurProxysWord(0));
  expect(Object.keys(through)).toEqual(["host", "connection"]);
});

test("of what a proxy says, the addresses stay", async () => {
  const { through } = await sent(get(...SAID_OF_THE_WAY), onlyOurProxysWord(1));
  expect(through).toEqual({ host: "portal.example", connection: "close", "x-forwarded-for": "192.0.2.1" });
});

test.each([
  ["__Host-sid=a", "__Host-sid=a"],
  ["%5F%5FHost-sid=forged; __Host-sid=a", "__Host-sid=a"],
  ["__Host-sid=a; __Host%2Dsid=forged", "__Host-sid=a"],
  ["stray=%; __Host-sid=a", "__Host-sid=a"],
  ["stray=%E0%A4%A;__Host-sid=a", "__Host-sid=a"],
  ["__Host-sid=a; fine=%20", "__Host-sid=a; fine=%20"],
  ["__Host-sid=a=b", "__Host-sid=a=b"],
  ["%=%", undefined],
  ["=a; b", undefined],
])("of the cookies %s come through: %s", async (cookies, cookie) => {
  expect((await sent(get(`Cookie: ${cookies}`), onlyReadableCookies)).through.cookie).toBe(cookie);
});

test("R26: a page runs files of ours and asks nobody else; nothing that stands in it runs", async () => {
  const { headers } = await sent(get(), securityHeaders({ development: false, secure: true }));
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test("R27: only a portal that is reached by HTTPS asks for nothing else from now on", async () => {
  const secure = await sent(get(), securityHeaders({ development: false, secure: true }));
  expect(secure.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  const trial = await sent(get(), securityHeaders({ development: false, secure: false }));
  expect(trial.headers.has("strict-transport-security")).toBe(false);
});

test("while developing, Vite may reload the page and put styles into it, and the rest stays as it is", async () => {
  const { headers } = await sent(get(), securityHeaders({ development: true, secure: false }));
  const rules = String(headers.get("content-security-policy")).split("; ");
  expect(rules).toHaveLength(9);
  expect(rules).toContain("connect-src 'self' ws:");
  expect(rules).toContain("form-action 'self'");
});
