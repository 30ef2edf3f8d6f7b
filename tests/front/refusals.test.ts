import { expect, test } from "vitest";
import { builtPortal } from "../support/built-portal";

// What stands in front of the framework, each proved on the whole portal: who leaves one out of app/server.ts is told.

const KIBIBYTE = 1024;
const CREDENTIALS = "email=officer@demo.example&password=a-password-for-tests";

test("a method that no page uses is refused", async () => {
  const { ask } = await builtPortal();
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    const { status, headers } = await ask(`${method} /sign-in`, []);
    expect([method, status, headers.get("allow")]).toEqual([method, 405, "GET, HEAD, POST"]);
  }
});

test("R30: a legacy data request is refused and logged", async () => {
  const { get, lines } = await builtPortal();
  expect((await get("/compare?_data=routes%2Fcompare")).status).toBe(400);
  expect(lines).toMatchObject([{ level: "security", event: "legacy data request", outcome: "refused" }]);
});

test("a form from elsewhere is refused, whatever it asks the framework for", async () => {
  const { ask, lines } = await builtPortal();
  const elsewhere = ["Sec-Fetch-Site: cross-site", "Content-Type: application/x-www-form-urlencoded"];
  for (const path of ["/sign-in", "/sign-in.data", "/sign-in?_routes=root", "/submit/2025-26/form/keep"]) {
    const { status } = await ask(`POST ${path}`, [`Content-Length: ${CREDENTIALS.length}`, ...elsewhere], CREDENTIALS);
    expect([path, status]).toEqual([path, 403]);
  }
  expect(lines).toHaveLength(4);
});

test("a form from our own page is taken by its Origin, where a browser says no more", async () => {
  const { ask } = await builtPortal();
  const fields = ["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${CREDENTIALS.length}`];
  const signIn = (origin: string) => ask("POST /sign-in", [...fields, `Origin: ${origin}`], CREDENTIALS);
  expect((await signIn("https://portal.example")).status).toBe(303);
  expect((await signIn("https://portal.example:8443")).status).toBe(403);
  expect((await signIn("null")).status).toBe(403);
});

test("a name that is not ours is refused in one sentence, and logged", async () => {
  const { get, lines } = await builtPortal({ hosts: ["up.stream:81"] });
  const { status, body } = await get("/sign-in", "Host: elsewhere.example");
  expect(status).toBe(421);
  expect(body).toBe("This service is not known under that name. Its address is https://portal.example/\n");
  expect((await get("/sign-in", "Host: up.stream:81")).status).toBe(200);
  expect((await get("/healthz", "Host: 127.0.0.1:3000")).status).toBe(200);
  expect(lines).toMatchObject([{ event: "host not ours", host: "elsewhere.example" }]);
});

test("the address somebody sends from cannot be forged, and is the right one behind a proxy", async () => {
  const forged = ["X-Forwarded-For: 192.0.2.1, 203.0.113.7", "Forwarded: for=192.0.2.1"];
  for (const [proxyHops, address] of [
    [0, /127\.0\.0\.1|::1/],
    [1, /^203\.0\.113\.7$/],
    [2, /^192\.0\.2\.1$/],
  ] as const) {
    const { get, lines } = await builtPortal({ proxyHops });
    await get("/compare?_data=x", ...forged);
    expect(lines).toMatchObject([{ address: expect.stringMatching(address) }]);
  }
});

test("what a proxy or a forger says of the way never reaches a page", async () => {
  const fields = ["X-Forwarded-Host: elsewhere.example:99999999", "X-Forwarded-Proto: ;", "X-Forwarded-Port: x"];
  for (const proxyHops of [0, 1]) {
    const { get, post } = await builtPortal({ proxyHops });
    const { status, body } = await get("/sign-in", ...fields, "Forwarded: host=elsewhere.example");
    expect(status).toBe(200);
    expect(body).not.toContain("elsewhere");
    // The framework would take Host and Origin for each other's, and answer 500 where they differ.
    const there = await post(
      "/sign-in",
      CREDENTIALS,
      ...fields,
      "Host: localhost",
      "Origin: https://elsewhere.example",
    );
    expect([there.status, there.headers.get("location")]).toEqual([303, "/sign-in"]);
  }
});

test("a cookie whose name only decodes to the session’s is nobody’s", async () => {
  const { get, cookieOf, officer } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(officer.id)}`;
  expect((await get("/submit", cookie)).status).toBe(200);
  expect((await get("/submit", cookie.replace("__Host-sid", "%5F%5FHost-sid"))).status).toBe(302);
  expect((await get("/submit", `${cookie}; %5F%5FHost-sid=forged; stray=%`)).status).toBe(200);
});

test("R30: a body over its limit is refused and logged, whether its length is announced or not", async () => {
  const { post, ask, lines } = await builtPortal();
  expect((await post("/sign-in", "x".repeat(64 * KIBIBYTE + 1))).status).toBe(413);
  const chunk = `${(64 * KIBIBYTE + 1).toString(16)}\r\n${"x".repeat(64 * KIBIBYTE + 1)}\r\n`;
  const fields = ["Transfer-Encoding: chunked", "Sec-Fetch-Site: same-origin"];
  const form = [...fields, "Content-Type: application/x-www-form-urlencoded"];
  expect((await ask("POST /sign-in", form, `${chunk}0\r\n\r\n`)).status).toBe(413);
  const line = { level: "security", event: "body over its limit", outcome: "refused", path: "/sign-in", limit: 65536 };
  expect(lines).toMatchObject([line, line]);
});

test("only a file may be as large as a file: the same address takes no larger form than others", async () => {
  const { ask, cookieOf, officer } = await builtPortal();
  const body = `a=${"x".repeat(64 * KIBIBYTE)}`;
  const send = async (type: string) => {
    const fields = ["Sec-Fetch-Site: same-origin", `Content-Type: ${type}`, `Content-Length: ${body.length}`];
    return (
      await ask(`POST /submit/2025-26/upload?for=ZD01`, [...fields, `Cookie: ${await cookieOf(officer.id)}`], body)
    ).status;
  };
  expect(await send("application/x-www-form-urlencoded")).toBe(413);
  expect(await send("text/plain")).toBe(413);
  expect(await send("multipart/form-data; boundary=x")).toBe(422);
});

test("R30, R13: a form that is kept is written down by its page, without anything of it or of its address", async () => {
  const { post, db, context, cookieOf, officer } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(officer.id)}`;
  const over = new Date(context.clock.now().getTime() - 31 * 60_000);
  await db.session.updateMany({ data: { lastSeenAt: over } });
  const byHand = [cookie, "Accept: text/html"];
  for (const path of [
    "/submit/2025-26/reply?for=canary",
    "/submit/canary/%72eply",
    "/submit/%2563anary%252F/Reply?canary=canary",
  ]) {
    const { status, headers } = await post(path, "words=canary", ...byHand);
    expect([path, status, headers.get("location")?.slice(0, 33)]).toEqual([
      path,
      302,
      "/sign-in?to=%2Faccount%2Fkept%2Fc",
    ]);
  }
  const entries = await db.auditEntry.findMany({ where: { did: "form-kept" } });
  expect(entries.map(({ about }) => about)).toEqual(["/submit/:year/reply", "/submit/:year/reply", "/submit/…/reply"]);
  expect(JSON.stringify(entries)).not.toContain("canary");
});

test("F13: a sender must have said what it wants after 15 seconds, and be done after 60", async () => {
  const { server } = await builtPortal();
  expect(server.headersTimeout).toBe(15_000);
  expect(server.requestTimeout).toBe(60_000);
});

test("R30: a request, its answer and its line in the log carry one number, which nobody else chose", async () => {
  const { get, lines } = await builtPortal();
  const { headers } = await get("/compare?_data=x", "X-Request-Id: mine");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-/);
  expect(lines).toMatchObject([{ requestId: headers.get("x-request-id") }]);
});
