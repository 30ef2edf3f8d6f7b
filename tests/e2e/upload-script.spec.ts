import { createClient } from "@libsql/client";
import type { Page, Response } from "@playwright/test";
import { returnFile } from "./support/files";
import type { Portal } from "./support/portal";
import { expect, signIn, test } from "./support/test";

const GOOD = [
  ["yes", "6", "5"],
  ["yes", "9", "8"],
  ["yes", "14", "11"],
  ["", "2140", "1675"],
] as const;
const MEBIBYTE = 1024 * 1024;

async function openUpload(page: Page, portal: Portal) {
  await signIn(page, portal, "officer@demo.example");
  await expect(page).toHaveURL(/\/submit$/);
  await page.goto(`${portal.origin}/submit/2025-26/upload`);
  await expect(page.locator(".drop-zone")).toBeVisible();
}

const file = (page: Page) => page.getByLabel("Your return as a CSV file");
const send = (page: Page) => page.getByRole("button", { name: "Upload and check" }).click();
const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
/** No return, and large enough to be seen on its way. */
const LARGE = csv("large.csv", "x".repeat(2 * MEBIBYTE));

/** Drops files on the box, as a browser tells a page of it. */
async function drop(page: Page, ...files: { name: string; text: string }[]) {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: "text/csv" }));
    return data;
  }, files);
  const box = page.locator(".drop-zone");
  await box.dispatchEvent("dragover", { dataTransfer });
  await expect(box).toHaveClass(/drop-zone--over/);
  await box.dispatchEvent("drop", { dataTransfer });
  await expect(box).not.toHaveClass(/drop-zone--over/);
}

async function draftsIn({ databaseUrl }: Portal): Promise<unknown[]> {
  const client = createClient({ url: databaseUrl });
  const { rows } = await client.execute("SELECT fileName FROM Draft");
  client.close();
  return rows.map(({ fileName }) => fileName);
}

/** Where the form is sent. */
const UPLOADED = /\/upload\?for=ZD01$/;

test("a file that is dropped is named, sent, and leads on as the form does", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await openUpload(page, ownPortal);
  const header =
    "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
  const bands = ["0-12 months", "12-24 months", "24-36 months", "0-18 years"];
  const text = [header, ...GOOD.map((row, place) => `ZD01,,2025-26,${bands[place]},${row.join(",")},`)].join("\r\n");
  await drop(page, { name: "dropped return.csv", text });
  await expect(page.locator(".drop-zone")).toContainText(`dropped return.csv, ${text.length} bytes`);
  await pageIsSound();
  await send(page);
  await expect(page).toHaveURL(/\/submit\/2025-26\/(check|confirm)$/);
  expect(await draftsIn(ownPortal)).toEqual(["dropped return.csv"]);
});

test("of several files none is taken, and that is said", async ({ page, demonstration }) => {
  await openUpload(page, demonstration);
  await drop(page, { name: "a.csv", text: "a" }, { name: "b.csv", text: "b" });
  await expect(page.locator(".drop-zone")).toContainText(
    "You dropped 2 files. A return is one CSV file: drop that one.",
  );
  expect(await file(page).evaluate((field: HTMLInputElement) => field.files?.length)).toBe(0);
});

test("a file dropped beside the box does not take the page's place", async ({ page, demonstration }) => {
  await openUpload(page, demonstration);
  const isPrevented = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "x.csv"));
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    return !(document.querySelector("h1")?.dispatchEvent(drop) ?? true);
  });
  expect(isPrevented).toBe(true);
});

test("what is plainly wrong with a file is said when it is chosen", async ({ page, demonstration, pageIsSound }) => {
  await openUpload(page, demonstration);
  await file(page).setInputFiles(csv("Return.xlsx", "x"));
  await expect(page.locator(".drop-zone")).toContainText("Return.xlsx looks like a spreadsheet.");
  await expect(page.locator(".drop-zone")).toContainText("CSV UTF-8");
  await pageIsSound();
  await file(page).setInputFiles(csv("return.csv", ""));
  await expect(page.locator(".drop-zone")).toContainText("return.csv is empty.");
  await file(page).setInputFiles(csv("return.csv", "x".repeat(5 * MEBIBYTE + 1)));
  await expect(page.locator(".drop-zone")).toContainText("return.csv, 5.0 MB");
  await expect(page.locator(".drop-zone")).toContainText("That file is larger than 5 MB.");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.method()));
  await send(page);
  await expect(file(page)).toBeFocused();
  expect(requests).toEqual([]);
});

test("a page that says what is wrong takes the place of the old one, and the next file goes through it", async ({
  page,
  ownPortal,
  pageIsSound,
}, testInfo) => {
  await openUpload(page, ownPortal);
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await send(page);
  await expect(page.getByRole("alert")).toContainText("Choose the CSV file with your return");
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(page.locator("#file-error")).toBeVisible();
  await pageIsSound();
  await file(page).setInputFiles(csv("return.csv", "PK\u0003\u0004 rest of a workbook"));
  await expect(page.locator("#file-error")).toHaveCount(0);
  await send(page);
  await expect(page.getByRole("alert")).toContainText("Excel");
  await pageIsSound();
  expect(loads).toBe(0);
  await file(page).setInputFiles(returnFile(testInfo, "ZD01", GOOD));
  await send(page);
  await expect(page).toHaveURL(/\/submit\/2025-26\/(check|confirm)$/);
});

test("how far a file has come is shown, and it can be stopped", async ({ page, ownPortal }) => {
  await openUpload(page, ownPortal);
  const network = await page.context().newCDPSession(page);
  const at = (uploadThroughput: number) =>
    network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await network.send("Network.enable");
  await at(MEBIBYTE / 4);
  await file(page).setInputFiles(LARGE);
  await send(page);
  await expect(page.getByText(/^Uploading [1-9]\d?%$/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Upload" })).toBeVisible();
  expect(await page.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".drop-zone")).toContainText("The upload was cancelled. Nothing was kept.");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.locator(".drop-zone")).toContainText("large.csv, 2.0 MB");
  expect(await draftsIn(ownPortal)).toEqual([]);

  await at(-1);
  await send(page);
  await expect(page.getByRole("alert")).toContainText(/could not read this file/i);
});

test("where no answer comes, the file stays chosen and it is said what to do", async ({
  context,
  ownPortal,
}, testInfo) => {
  // The browser itself complains of what fails here.
  const page = await context.newPage();
  await openUpload(page, ownPortal);
  await file(page).setInputFiles(returnFile(testInfo, "ZD01", GOOD));
  await page.route(UPLOADED, (route) => route.abort());
  await send(page);
  await expect(page.locator(".drop-zone")).toContainText(
    "The upload broke off: no connection. Your file is still chosen",
  );
  await page.unroute(UPLOADED);
  await page.route(UPLOADED, (route) => route.fulfill({ status: 503, body: "busy" }));
  await send(page);
  await expect(page.locator(".drop-zone")).toContainText("The service is busy, and nothing was kept.");
  await page.unroute(UPLOADED);

  await context.clearCookies();
  await send(page);
  await expect(page.locator(".drop-zone")).toContainText("You have been signed out.");
  const other = await context.newPage();
  await signIn(other, ownPortal, "officer@demo.example");
  await expect(other).toHaveURL(/\/submit$/);
  await send(page);
  await expect(page).toHaveURL(/\/submit\/2025-26\/(check|confirm)$/);
});

test("a file that was changed after it was chosen is to be chosen again", async ({ context, ownPortal }, testInfo) => {
  const page = await context.newPage();
  await openUpload(page, ownPortal);
  const path = returnFile(testInfo, "ZD01", GOOD);
  await file(page).setInputFiles(path);
  returnFile(testInfo, "ZD01", [...GOOD, ["", "1", "1"]]);
  await send(page);
  await expect(page.locator(".drop-zone")).toContainText("The file was changed or moved after you chose it.");
  await file(page).setInputFiles(path);
  await send(page);
  await expect(page.locator("h1")).not.toContainText("Upload your return");
});

test("visitors’ pages have no script, those of people signed in the warning’s, and the two forms no more than they need", async ({
  page,
  demonstration,
}) => {
  const { origin } = demonstration;
  const scriptsOf = async (path: string) => {
    const sizes = new Map<string, number>();
    const measured: Promise<void>[] = [];
    const measure = async (name: string, response: Response) => void sizes.set(name, (await response.body()).length);
    const hear = (response: Response) => {
      const name = /\/assets\/([a-z.]+)-[^/]*\.js$/.exec(response.url())?.[1];
      if (name !== undefined) measured.push(measure(name, response));
    };
    page.on("response", hear);
    await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
    page.off("response", hear);
    // Before the next page: what a page was sent is gone with it.
    await Promise.all(measured);
    return { tags: await page.locator("script").count(), names: [...sizes.keys()].sort(), sizes };
  };
  for (const path of ["/", "/compare", "/compare/trends", "/sign-in", "/nowhere"])
    expect([path, await scriptsOf(path)]).toMatchObject([path, { tags: 0, names: [] }]);
  await signIn(page, demonstration, "officer@demo.example");
  await expect(page).toHaveURL(/\/submit$/);
  for (const path of ["/submit", "/submit/2025-26", "/compare"])
    expect([path, await scriptsOf(path)]).toMatchObject([
      path,
      { tags: 1, names: ["entry.client", "make", "paths", "session"] },
    ]);
  for (const path of ["/submit/never/form", "/submit/2025-26/nowhere"])
    expect([path, await scriptsOf(path)]).toMatchObject([path, { tags: 0, names: [] }]);

  const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((all, size) => all + size, 0);
  const form = await scriptsOf("/submit/2025-26/form");
  expect(form).toMatchObject({ tags: 1, names: ["entry.client", "grid", "make", "paths", "session"] });
  expect(sum(form.sizes)).toBeLessThan(76 * 1024);
  const upload = await scriptsOf("/submit/2025-26/upload");
  expect(upload).toMatchObject({ tags: 1, names: ["entry.client", "make", "paths", "session", "upload"] });
  expect(sum(upload.sizes)).toBeLessThan(18 * 1024);
});
