import { expect, test } from "vitest";
import { openWire } from "../e2e/support/wire";
import { builtPortal } from "../support/built-portal";

// F22: what is no HTTP, or none that anybody means well with, is the sender's own fault, and stays that.

const POST = "POST /sign-in HTTP/1.1\r\nHost: portal.example\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n";
const FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
const GET = "GET /sign-in HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n";

test.each([
  ["a bad %", "GET /% HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n"],
  ["a % that decodes to no text", "GET /%C3%28 HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n"],
  ["a % that decodes to NUL", "GET /%00 HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n"],
  ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["no Host, in the HTTP of 1996", "GET / HTTP/1.0\r\n\r\n"],
  ["an empty Host", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n"],
  ["two Hosts", `${GET}Host: portal.example\r\n\r\n`],
  ["bytes for a method", "\x16\x03\x01\x02 / HTTP/1.1\r\nHost: portal.example\r\n\r\n"],
  ["bytes for a header", `${GET}X: a\x00b\r\n\r\n`],
  ["bytes for a header’s name", `${GET}\xff\xfe: a\r\n\r\n`],
  ["a space before a colon", `${GET}X : a\r\n\r\n`],
  ["a folded header", `${POST}${FORM}Content-Length: 0\r\n X: y\r\n\r\n`],
  ["an unknown version", "GET / HTTP/9.9\r\nHost: portal.example\r\n\r\n"],
  ["no version", "GET /\r\n\r\n"],
  ["another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["two lengths", `${POST}${FORM}Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b`],
  ["two lengths in one", `${POST}${FORM}Content-Length: 3, 4\r\n\r\na=b`],
  ["a length and chunks", `${POST}${FORM}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ["a negative length", `${POST}${FORM}Content-Length: -1\r\n\r\n`],
  ["a length that is no number", `${POST}${FORM}Content-Length: 0x3\r\n\r\na=b`],
  ["a chunk of no length", `${POST}${FORM}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`],
  ["an unknown transfer coding", `${POST}${FORM}Transfer-Encoding: gzip\r\n\r\n`],
  ["headers without end", `${GET}X: ${"x".repeat(20_000)}\r\n\r\n`],
  ["an address without end", `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: portal.example\r\n\r\n`],
  ["an expectation nobody fulfils", `${GET}Expect: miracles\r\n\r\n`],
  [
    "a garbage Origin",
    `${POST.replace("Sec-Fetch-Site: same-origin", "Origin: \xff;;%")}${FORM}Content-Length: 0\r\n\r\n`,
  ],
])("F22: %s is refused", async (_, text) => {
  const { origin, lines, get } = await builtPortal();
  const wire = openWire(origin);
  wire.send(text);
  const { status } = await wire.answer;
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
  expect((await get("/healthz")).status).toBe(200);
});

test("F22: odd headers that HTTP allows break no page", async () => {
  const { get, lines } = await builtPortal();
  for (const field of [
    "Cookie: __Host-sid=\xff\xfe",
    "Cookie: ;;=;%",
    "If-None-Match: \xff",
    "If-Modified-Since: never",
    "Accept: ;;",
    "Accept-Language: \xff",
    "User-Agent: \xff\xfe\t",
    "Range: bytes=x",
    "Upgrade: websocket",
    "Origin: \xff",
    "Authorization: Basic %",
  ]) {
    expect([field, (await get("/sign-in", field)).status]).toEqual([field, 200]);
    expect([field, (await get("/compare", field)).status]).toEqual([field, 200]);
  }
  expect(lines).toEqual([]);
});
