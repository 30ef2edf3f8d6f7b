import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Portal, startPortal } from "./support/portal";
import { expect, test } from "./support/test";
import { bytesOf, cookieOf, FORM, file, type Part, page, UPLOAD, upload, uploadOf, WAITING } from "./support/upload";
import { type Answer, exchange, openWire, type Wire } from "./support/wire";

// What somebody sends who means harm, or whose file is broken beyond what any trust would send. No browser is needed.

const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
const GOOD = [
  HEADER,
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,12,9,",
  "ZD01,,2025-26,24-36 months,yes,14,11,",
  "ZD01,,2025-26,0-18 years,,2140,1675,",
].join("\r\n");
const WITH_A_FAULT = GOOD.replace(",6,5,", ",6.5,5,");
const MEBIBYTE = 1024 * 1024;
/** Five megabytes, each cell of which must be looked at: one of the longest checks there are. */
const HEAVY = `${HEADER}\n${`${Array(200).fill('"ab"').join(",")}\n`.repeat(5200)}`;

const OFFICER = "officer@demo.example";
const NEIGHBOUR = "officer2@demo.example";

/** The words of a page, as a person reads them. */
function words({ body }: Answer): string {
  return Buffer.from(body, "latin1")
    .toString("utf8")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(#x27|quot|lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ");
}
const ENTITIES: Readonly<Record<string, string>> = { "#x27": "'", quot: '"', lt: "<", gt: ">", amp: "&" };

/** Whether the trust has a draft. */
async function isKept(portal: Portal, cookie: string): Promise<boolean> {
  const home = words(await page(portal, "/submit", cookie));
  expect(home).toContain("Answer by");
  return home.includes("Continue your return");
}

/** Sends what must be refused in these words, and makes sure that nothing of it was kept. */
async function expectRefused(portal: Portal, sent: Part, sentence: string | RegExp) {
  const cookie = await cookieOf(portal, OFFICER);
  const answer = await upload(portal, cookie, sent);
  expect(words(answer)).toMatch(sentence);
  expect(answer.status).toBe(422);
  expect(await isKept(portal, cookie)).toBe(false);
}

test.describe("R20: a file over a limit is told which", () => {
  const overALimit: [string, string, RegExp][] = [
    ["10,000 rows", `${GOOD}\n${"x\n".repeat(10_000)}`, /it has more than 10,000 rows\. Delete what is not part/],
    ["200 columns", `${GOOD}\n${",".repeat(200)}`, /row 6 has more than 200 columns\. Delete what is not part/],
    ["4,096 characters", `${GOOD}${"n".repeat(4097)}`, /H5 holds more than 4,096 characters\. Delete what is not part/],
    [
      "1,000 faults",
      `${HEADER}${"\nZD01,,2025-26,x,y,1.5,=A1".repeat(9000)}`,
      /9,\d{3} things to say about it\. Delete/,
    ],
  ];
  for (const [limit, text, sentence] of overALimit) {
    test(limit, ({ demonstration }) => expectRefused(demonstration, file(text), sentence));
  }

  test("5 MiB", async ({ demonstration }) => {
    const cookie = await cookieOf(demonstration, OFFICER);
    const answer = await uploadAndGoOn(demonstration, cookie, file("x".repeat(5 * MEBIBYTE + 1)));
    expect(answer.status).toBe(422);
    expect(words(answer)).toContain("That file is larger than 5 MB. A return is a few lines");
    expect(await isKept(demonstration, cookie)).toBe(false);
  });
});

/** Sends an upload, and behind it on the same connection another request; what was not read would stand in its way. */
function uploadAndGoOn(portal: Portal, cookie: string, ...parts: readonly Part[]): Promise<Answer> {
  const { head, body } = uploadOf(cookie, ...parts);
  const wire = openWire(portal.origin);
  wire.send(`${head.join("\r\n")}\r\n\r\n${body}`);
  wire.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  return wire.answer;
}

test("whoever is no longer signed in reads so, however much they are sending", async ({ demonstration }) => {
  const answer = await uploadAndGoOn(demonstration, "Cookie: sid=x", file(HEAVY));
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain("/sign-in");
  expect(answer.body).toContain("\r\n\r\nok\n");
});

test("R20: others are answered while a heavy file is checked", async ({ demonstration }) => {
  const cookie = await cookieOf(demonstration, OFFICER);
  let checked: Answer | undefined;
  const checking = upload(demonstration, cookie, file(HEAVY)).then((answer) => {
    checked = answer;
  });
  let answered = 0;
  for (const path of ["/healthz", "/", "/sign-in", "/compare"]) {
    for (let times = 0; times < 10 && checked === undefined; times += 1) {
      expect((await exchange(demonstration.origin, [`GET ${path} HTTP/1.1`, "Host: localhost"])).status).toBe(200);
      if (checked === undefined) answered += 1;
    }
  }
  await checking;
  expect(checked?.status).toBe(422);
  expect(answered).toBeGreaterThanOrEqual(20);
});

test("R20: twenty hostile uploads at once are each answered, and hurt nobody", async ({ ownPortal }) => {
  const [cookie, neighbour] = [await cookieOf(ownPortal, OFFICER), await cookieOf(ownPortal, NEIGHBOUR)];
  const uploads = Array.from({ length: 20 }, () => upload(ownPortal, cookie, file(HEAVY)));
  // The line of one trust is not the line of another.
  const other = await upload(ownPortal, neighbour, file(GOOD.replaceAll("ZD01", "ZD02")));
  expect(other.status).toBe(303);
  const answers = await Promise.all(uploads);
  for (const answer of answers) {
    if (answer.status === 503) {
      expect(answer.headers.get("retry-after")).toBe("10");
      expect(words(answer)).toContain("The service is busy");
    } else {
      expect(answer.status).toBe(422);
      expect(words(answer)).toContain("larger than a return can be");
    }
  }
  expect(answers.filter(({ status }) => status === 422).length).toBeGreaterThan(0);
  expect(await isKept(ownPortal, cookie)).toBe(false);
});

test("the processes that check end with the portal, however it ends", async () => {
  const portal = await startPortal("demonstration");
  await upload(portal, await cookieOf(portal, OFFICER), file("x"));
  const checkers = spawnSync("pgrep", ["-P", String(portal.pid)], { encoding: "utf8" })
    .stdout.trim()
    .split("\n");
  const alive = () => checkers.filter((pid) => spawnSync("kill", ["-0", pid]).status === 0);
  expect(alive()).toHaveLength(1);
  process.kill(portal.pid, "SIGKILL");
  await expect.poll(alive).toEqual([]);
});

test.describe("R21: bytes that are no text, codes that are no codes", () => {
  test("NUL and control characters", ({ demonstration }) =>
    expectRefused(demonstration, file(`${GOOD}${"\0\x01\x02".repeat(100)}`), /This file is not text/));

  test("a control character between two figures, and F21: a code in letters that only look right", async ({
    ownPortal,
  }) => {
    const cookie = await cookieOf(ownPortal, OFFICER);
    const damaged = GOOD.replace(",6,5,", ",1\x002,5,").replace("ZD01,,2025-26,12-24", "Z\u{216E}01,,2025-26,12-24");
    expect((await upload(ownPortal, cookie, file(damaged))).status).toBe(303);
    const said = words(await page(ownPortal, FORM, cookie));
    expect(said).toContain("holds a damaged character, so the number may not be whole");
    expect(said).toContain("A3 says “Z\u{216E}01”. That is not the code of a trust we know");
  });
});

test.describe("R22: a file of another kind is told what it is, whatever its name", () => {
  const others: [string, Part, RegExp][] = [
    ["xlsx", raw("PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "return.csv"), /Excel workbook \(\.xlsx\).*Save As/],
    ["xls", raw("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "return.csv"), /Excel workbook of the older kind.*Save As/],
    ["html", raw("<html><body><table><tr><td>6</td></tr></table>", "return.csv.html"), /a web page.*Save As/],
    ["pdf", raw("%PDF-1.7\n%\xe2\xe3\xcf\xd3", "return.pdf.csv"), /a PDF document.*Copy the figures/],
    ["xlsx, twice named", raw("PK\x03\x04", "return.csv.xlsx"), /Excel workbook.*Save As/],
  ];
  for (const [kind, sent, sentence] of others) {
    test(kind, ({ demonstration }) => expectRefused(demonstration, sent, sentence));
  }
});

/** Bytes that are not text. */
function raw(body: string, name: string): Part {
  return { disposition: `name="file"; filename="${name}"`, body };
}

test("R23 and F19: a file name is shown, harmlessly, and is never a path", async ({ ownPortal }) => {
  const cookie = await cookieOf(ownPortal, OFFICER);
  const folder = dirname(ownPortal.databaseUrl.replace("file:", ""));
  const before = readdirSync(folder).sort();
  // A file that meets another's answers waits beside them, and its name is shown to whoever decides.
  await upload(ownPortal, cookie, file(GOOD));
  const names: [disposition: string, shown: string][] = [
    ['filename="../../../../tmp/evil.csv"', "evil.csv"],
    ['filename="C:\\\\Users\\\\x\\\\evil.csv"', "evil.csv"],
    ['filename="a%0D%0ASet-Cookie: sid=x.csv"', "a%0D%0ASet-Cookie: sid=x.csv"],
    ["filename*=UTF-8''a%0D%0Ab%22c%00.csv", 'ab"c.csv'],
    ['filename="<script>alert(1)<%2Fscript>.csv"', "<script>alert(1)<%2Fscript>.csv"],
    ["filename*=UTF-8''%E2%80%AEvsc.exe%E2%81%A6.csv", "vsc.exe.csv"],
    [`filename="${"n".repeat(300)}.csv"`, "n".repeat(120)],
    ['filename="__proto__"', "__proto__"],
    ['filename="constructor"', "constructor"],
    ['filename=".."', ".."],
    ["filename*=UTF-8''%E0%A4%A", "\uFFFD%A"],
  ];
  for (const [name, shown] of names) {
    const part = { disposition: `name="file"; ${name}`, body: bytesOf(WITH_A_FAULT) };
    const answer = await upload(ownPortal, cookie, part);
    expect([name, answer.status, answer.headers.get("set-cookie")]).toEqual([name, 303, undefined]);
    const seen = await page(ownPortal, WAITING, cookie);
    expect(words(seen)).toContain(`Yours: the file ${shown} .`);
    // The page of somebody signed in has one script of its own, which is a file.
    expect(seen.body.replace(/<script type="module" src="\/assets\/[\w.-]+\.js">/, "")).not.toContain("<script");
  }
  expect(readdirSync(folder).sort()).toEqual(before);
});

test("R23: what is downloaded is an attachment, of its own kind, and may do nothing", async ({ demonstration }) => {
  const cookie = await cookieOf(demonstration, OFFICER);
  const { status, headers } = await page(demonstration, "/submit/2025-26/template.csv", cookie);
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toBe('attachment; filename="return-2025-26-ZD01.csv"');
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("sandbox");
});

test("F11: an unclosed quotation mark is said with its cell, and nothing is saved", ({ demonstration }) =>
  expectRefused(
    demonstration,
    file(GOOD.replace("0-18 years", '"0-18 years')),
    /A quotation mark \("\) opens in D5 and is never closed/,
  ));

test("F12: an upload that is dropped half-way is not saved, and frees its place", async ({ ownPortal }) => {
  const [cookie, neighbour] = [await cookieOf(ownPortal, OFFICER), await cookieOf(ownPortal, NEIGHBOUR)];
  // More of them than there are places, of two trusts, some in a place and some in the line.
  const dropped = [cookie, neighbour, cookie, neighbour, cookie, neighbour].map((who) => {
    const { head, body } = uploadOf(who, file(WITH_A_FAULT.padEnd(MEBIBYTE)));
    const wire = openWire(ownPortal.origin);
    wire.send(`${head.join("\r\n")}\r\n\r\n${body.slice(0, MEBIBYTE / 2)}`);
    return wire;
  });
  // By the time this is answered the others have been taken up.
  expect(await isKept(ownPortal, cookie)).toBe(false);
  for (const wire of dropped) wire.drop();
  expect(await isKept(ownPortal, cookie)).toBe(false);
  expect((await upload(ownPortal, cookie, file(GOOD))).status).toBe(303);
  expect((await upload(ownPortal, neighbour, file(GOOD.replaceAll("ZD01", "ZD02")))).status).toBe(303);
  expect(await isKept(ownPortal, cookie)).toBe(true);
});

test("F13: two hundred senders of a byte a second are reaped, and others served", async ({ ownPortal }) => {
  test.setTimeout(150_000);
  const [cookie, neighbour] = [await cookieOf(ownPortal, OFFICER), await cookieOf(ownPortal, NEIGHBOUR)];
  const slow = Array.from({ length: 200 }, (_, place) => {
    const { head, body } = uploadOf(cookie, file(GOOD));
    // Half of them are slow with the head, half with the body.
    const whole = `${head.join("\r\n")}\r\n\r\n${body}`;
    return drip(ownPortal, place % 2 === 0 ? 20 : whole.length - body.length + 20, whole);
  });
  let served = 0;
  for (let times = 0; times < 10; times += 1) {
    const health = await exchange(ownPortal.origin, ["GET /healthz HTTP/1.1", "Host: localhost"]);
    const home = await page(ownPortal, "/submit", neighbour);
    if (health.status === 200 && home.status === 200) served += 1;
  }
  expect(served).toBe(10);
  const other = await upload(ownPortal, neighbour, file(GOOD.replaceAll("ZD01", "ZD02")));
  expect(other.status).toBe(303);
  expect(slow.filter(({ isOpen }) => isOpen()).length).toBeGreaterThan(100);
  await expect.poll(() => slow.filter(({ isOpen }) => isOpen()).length, { timeout: 120_000 }).toBe(0);
  expect(await isKept(ownPortal, cookie)).toBe(false);
  expect((await upload(ownPortal, cookie, file(GOOD))).status).toBe(303);
});

/** Sends some at once, and the rest a byte a second, until the connection is closed. */
function drip(portal: Portal, atOnce: number, whole: string): { isOpen: () => boolean } {
  const wire: Wire = openWire(portal.origin);
  wire.send(whole.slice(0, atOnce));
  let [sent, open] = [atOnce, true];
  const drops = setInterval(() => wire.send(whole.charAt(sent++)), 1000);
  const closed = () => {
    clearInterval(drops);
    open = false;
  };
  wire.answer.then(closed, closed);
  return { isOpen: () => open };
}

/** The id of the draft that the upload page shows, as its form sends it. */
async function seenOn(portal: Portal, cookie: string): Promise<string> {
  const { body } = await page(portal, UPLOAD, cookie);
  return /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? "";
}

test.describe("F20: names that mean something to JavaScript are names like any other", () => {
  const NAMES = ["__proto__", "constructor", "hasOwnProperty", "toString", "prototype"];

  test("as headings and in cells", async ({ ownPortal }) => {
    const cookie = await cookieOf(ownPortal, OFFICER);
    const rows = GOOD.split("\r\n").map((row) => `${row},${NAMES.join(",")}`);
    expect((await upload(ownPortal, cookie, file(rows.join("\r\n")))).status).toBe(303);
    expect(words(await page(ownPortal, "/submit/2025-26/check", cookie))).toContain("2,140");
    const seen = { disposition: 'name="seen"', body: await seenOn(ownPortal, cookie) };
    const replaced = GOOD.replace("yes,6,5", "__proto__,constructor,toString").replace("ZD01,,", "hasOwnProperty,,");
    expect((await upload(ownPortal, cookie, seen, file(replaced))).status).toBe(303);
    expect(words(await page(ownPortal, FORM, cookie))).toContain("A2 says “hasOwnProperty”");
  });

  test("as fields of a form", async ({ demonstration }) => {
    const cookie = await cookieOf(demonstration, OFFICER);
    const fields = NAMES.map((name) => ({ disposition: `name="${name}"`, body: "x" }));
    const withoutFile = await upload(demonstration, cookie, ...fields);
    expect(withoutFile.status).toBe(422);
    expect(words(withoutFile)).toContain("Choose the CSV file with your return");
    for (const path of ["/sign-in", "/submit/2025-26/confirm?for=ZD01", "/submit/2025-26/declare?for=ZD01"]) {
      const form = NAMES.map((name) => `${name}=x&${name}[x]=y`).join("&");
      const head = ["Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded", cookie];
      const length = `Content-Length: ${form.length}`;
      const answer = await exchange(
        demonstration.origin,
        [`POST ${path} HTTP/1.1`, "Host: localhost", length, ...head],
        form,
      );
      expect([path, Math.floor(answer.status / 100)]).not.toEqual([path, 5]);
    }
  });
});
