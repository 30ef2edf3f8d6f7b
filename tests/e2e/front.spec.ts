import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { copyDatabase } from "../support/copy-database";
import { PASSWORD, type Portal, SECRETS_FILE, startPortal, templateOf } from "./support/portal";
import { expect, signIn, signOut, test } from "./support/test";
import { exchange, openWire } from "./support/wire";

// What is sent here, no browser sends; so these run once, not again without JavaScript.

const KIBIBYTE = 1024;
const FORM = ["Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded"];

const get = ({ origin }: Portal, path: string, ...fields: string[]) =>
  exchange(origin, [`GET ${path} HTTP/1.1`, "Host: localhost", ...fields]);

function post({ origin }: Portal, path: string, body: string, ...fields: string[]) {
  const length = `Content-Length: ${body.length}`;
  return exchange(origin, [`POST ${path} HTTP/1.1`, "Host: localhost", length, ...FORM, ...fields], body);
}

test("a form is taken behind a proxy that changes Host", async ({ demonstration }) => {
  const fields = ["Origin: https://portal.example", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https"];
  const answer = await post(demonstration, "/sign-in", "email=nobody@demo.example&password=wrong", ...fields);
  expect(answer.status).toBe(422);
});

test("a Host that cannot be read is refused", async ({ demonstration }) => {
  for (const host of ["a b", "[", "foo:99999", "%", "", "a/b"]) {
    const { status, headers } = await exchange(demonstration.origin, ["GET /sign-in HTTP/1.1", `Host: ${host}`]);
    expect([host, status]).toEqual([host, 400]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  const twice = await exchange(demonstration.origin, ["GET /sign-in HTTP/1.1", "Host: a", "Host: b"]);
  expect(twice.status).toBe(400);
});

test("what a proxy says of itself cannot break a page", async ({ demonstration }) => {
  const fields = ["X-Forwarded-Host: a:99999999", "X-Forwarded-Proto: ;", "X-Forwarded-Port: x", "Forwarded: host=["];
  expect((await get(demonstration, "/sign-in", ...fields)).status).toBe(200);
});

test("an address is read whole, and refused where it cannot be", async ({ demonstration }) => {
  expect((await get(demonstration, "http://localhost:3200/sign-in")).status).toBe(200);
  expect((await get(demonstration, "http://elsewhere.example/compare")).status).toBe(421);
  for (const path of ["/%", "/compare/%E0%A4%A", "/%00", "/assets/%", "ftp://localhost/", "*"]) {
    expect([path, (await get(demonstration, path)).status]).toEqual([path, 400]);
  }
  for (const path of ["//elsewhere.example:99999/", "/\\elsewhere.example", "http://[/", "/chase/%25", "/nowhere?%"]) {
    expect([path, Math.floor((await get(demonstration, path)).status / 100)]).not.toEqual([path, 5]);
  }
});

test("a cookie that cannot be decoded is nobody’s", async ({ demonstration }) => {
  for (const cookie of ["sid=%", "%=%", "%73id=x", "sid=\xff\xfe", "sid"]) {
    expect([cookie, (await get(demonstration, "/sign-in", `Cookie: ${cookie}`)).status]).toEqual([cookie, 200]);
  }
});

test("a legacy data request is refused, however many parameters stand before it", async ({ demonstration }) => {
  const others = Array.from({ length: 1_001 }, (_, place) => `p${place}`).join("&");
  for (const query of ["_data=root", `${others}&_data=root`, "%5fdata=root"]) {
    expect((await get(demonstration, `/compare?${query}`)).status).toBe(400);
  }
});

test("a form of more than 64 KiB is refused, and what it sends is still read", async ({ demonstration }) => {
  expect((await post(demonstration, "/sign-in", "x".repeat(64 * KIBIBYTE))).status).toBe(422);
  const { status, headers, body } = await post(demonstration, "/sign-in", "x".repeat(64 * KIBIBYTE + 1));
  expect(status).toBe(413);
  expect(headers.get("connection")).toBe("close");
  expect(body).toContain("longer than this page takes");
});

test("the grid takes fifteen answers of the greatest length, in whatever alphabet", async ({ demonstration }) => {
  for (const path of ["/submit/2025-26/form", "/submit/2025-26/form/keep"]) {
    // A visitor's own is sent to the sign-in page; what counts is that it is larger than any other form may be.
    expect((await post(demonstration, path, "%E2%82%AC".repeat(15 * 4096))).status).toBe(302);
    expect((await post(demonstration, path, "x".repeat(768 * KIBIBYTE + 1))).status).toBe(413);
  }
});

test("an upload of more than 6 MiB is refused, and its sender reads why", async ({ demonstration }) => {
  const path = "/submit/2025-26/upload";
  // A visitor's own is sent to the sign-in page; what counts is that it is larger than any other form may be.
  const upload = (body: string) => {
    const type = ["Sec-Fetch-Site: same-origin", "Content-Type: multipart/form-data; boundary=x"];
    const length = `Content-Length: ${body.length}`;
    return exchange(demonstration.origin, [`POST ${path} HTTP/1.1`, "Host: localhost", length, ...type], body);
  };
  expect((await upload("x".repeat(64 * KIBIBYTE + 1))).status).toBe(302);
  const { status, body } = await upload("x".repeat(20 * KIBIBYTE * KIBIBYTE));
  expect(status).toBe(413);
  expect(body).toContain("larger than 5 MB");
});

test("a body sent in chunks is counted as it comes", async ({ demonstration }) => {
  const head = ["POST /sign-in HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked", ...FORM];
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const small = await exchange(demonstration.origin, head, `${chunk("email=x")}${chunk("&password=y")}0\r\n\r\n`);
  expect(small.status).toBe(422);
  // Larger than may be, and never ended: whoever waited for the end would wait for ever.
  const large = openWire(demonstration.origin);
  large.send(`${head.join("\r\n")}\r\n\r\n`);
  for (let sent = 0; sent <= 64; sent += 16) large.send(chunk("x".repeat(16 * KIBIBYTE)));
  expect((await large.answer).status).toBe(413);
});

test("asking for the head of a finished page is answered as the page would be", async ({ demonstration }) => {
  const page = await get(demonstration, "/");
  const head = await exchange(demonstration.origin, ["HEAD / HTTP/1.1", "Host: localhost"]);
  expect(head.headers.get("etag")).toBe(page.headers.get("etag"));
  expect(head.headers.get("cache-control")).toBe("no-cache");
  expect(head.body).toBe("");
});

test("the page after a form that failed knows its reader and says it is a demonstration", async ({
  page,
  demonstration,
}) => {
  await signIn(page, demonstration, "staff@demo.example");
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/nowhere" });
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Demonstration" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
});

test("a busy database is said to be busy, on a page, and everything else goes on", async ({ ownPortal }) => {
  const other = createClient({ url: ownPortal.databaseUrl });
  const lock = await other.transaction("write");
  const form = `email=officer@demo.example&password=${PASSWORD}`;
  const waiting = post(ownPortal, "/sign-in", form);
  expect((await get(ownPortal, "/healthz")).status).toBe(200);
  const { status, headers, body } = await waiting;
  expect(status).toBe(503);
  expect(headers.get("retry-after")).toBe("10");
  expect(body).toContain("The service is busy</h1>");
  expect(body).toContain("Demonstration:");
  expect(body).toContain(`quote this number: <code>${headers.get("x-request-id")}</code>`);
  await lock.rollback();
  expect((await post(ownPortal, "/sign-in", form)).status).toBe(303);
});

test("R28: the way back after signing out leads to no page of whoever was signed in", async ({
  page,
  demonstration,
}) => {
  await signIn(page, demonstration, "officer@demo.example");
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page.getByText("First officer")).toBeVisible();
  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(page.getByText("First officer")).toHaveCount(0);
});

/** Sends a form in two halves; what happens between them happens while the portal is reading. */
async function duringAForm(origin: string, between: () => void) {
  const body = "email=nobody@demo.example&password=wrong";
  const head = ["POST /sign-in HTTP/1.1", "Host: localhost", `Content-Length: ${body.length}`, "Connection: close"];
  const wire = openWire(origin);
  wire.send(`${[...head, ...FORM].join("\r\n")}\r\n\r\n${body.slice(0, 10)}`);
  await exchange(origin, ["GET /healthz HTTP/1.1", "Host: localhost"]);
  between();
  await expect.poll(() => isOpen(origin)).toBe(false);
  wire.send(body.slice(10));
  return wire.answer;
}

const isOpen = (origin: string) =>
  exchange(origin, ["GET /healthz HTTP/1.1", "Host: localhost"]).then(
    () => true,
    () => false,
  );

test("a form that is arriving when the portal is told to stop is still answered", async () => {
  const portal = await startPortal("demonstration");
  let stopped: Promise<void> | undefined;
  const answer = await duringAForm(portal.origin, () => {
    stopped = portal.stop();
  });
  expect(answer.status).toBe(422);
  await stopped;
});

test.describe("what npm start runs the portal with", () => {
  /** A group of processes of its own, as a terminal gives each command. */
  async function start() {
    const folder = mkdtempSync(join(tmpdir(), "start-"));
    copyDatabase(templateOf("demonstration"), join(folder, "portal.db"));
    const script = `import("./scripts/run-portal.mjs").then(({ runPortal }) => runPortal({ developing: false }))`;
    const starter = spawn(process.execPath, ["-e", script], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: "0",
        SECRETS_FILE,
        DEMO: "1",
        DEMO_PASSWORD: PASSWORD,
        DATABASE_URL: `file:${join(folder, "portal.db")}`,
        MAIL_FOLDER: join(folder, "mail"),
      },
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    starter.stdout.on("data", hear);
    starter.stderr.on("data", hear);
    await expect.poll(() => said, { timeout: 30_000 }).toContain("running at");
    const { pid } = starter;
    if (pid === undefined) throw new Error("The portal was not started.");
    const code = new Promise<number | null>((done) => starter.once("exit", done));
    return { pid, code, origin: /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "" };
  }

  test("Ctrl+C, which every process of it hears, lets a form under way be answered", async () => {
    const { pid, code, origin } = await start();
    const answer = await duringAForm(origin, () => process.kill(-pid, "SIGINT"));
    expect(answer.status).toBe(422);
    expect(await code).toBe(0);
  });

  test("a portal that dies of a signal it was not sent through it is a failure", async () => {
    const { pid, code } = await start();
    const portal = Number(spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" }).stdout.trim());
    process.kill(portal, "SIGKILL");
    expect(await code).toBe(1);
  });
});
