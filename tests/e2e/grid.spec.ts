import { createClient } from "@libsql/client";
import type { Page, Request } from "@playwright/test";
import { ENTRY_FIELDS, entryId } from "../../app/domain/returns/texts";
import { colleagueOf } from "./support/colleague";
import { returnFile } from "./support/files";
import type { Portal } from "./support/portal";
import { expect, signIn, test } from "./support/test";

const OFFICER = "officer@demo.example";

async function openGrid(page: Page, portal: Portal, email = OFFICER) {
  await signIn(page, portal, email);
  await expect(page).toHaveURL(/\/submit$/);
  await goToGrid(page, portal);
}

async function goToGrid(page: Page, { origin }: Portal) {
  await page.clock.install();
  await page.goto(`${origin}/submit/2025-26/form`);
  await scriptRuns(page);
}

/** The script adds the place where it says what was pasted; before that, the page is a plain form. */
const scriptRuns = (page: Page) => expect(page.locator(".pasted")).toBeAttached();
const field = (page: Page, id: string) => page.locator(`#${id}`);
const saved = (page: Page) => page.locator("#saved");
const said = (page: Page, id: string) => page.locator(`.grid__said li[data-field="${id}"]`);
const allSaid = (page: Page) => page.locator(".grid__said li").allTextContents();
const saveAndContinue = (page: Page) => page.getByRole("button", { name: "Save and continue" });

/** What stands in some fields, in the order asked for. */
const texts = (page: Page, ...ids: string[]) => Promise.all(ids.map((id) => field(page, id).inputValue()));

async function fill(page: Page, answers: Readonly<Record<string, string>>) {
  for (const [id, text] of Object.entries(answers)) await field(page, id).fill(text);
}

/** Pastes as a browser tells a page of it. Whether the page left it to the browser comes back. */
function paste(page: Page, id: string, text: string): Promise<boolean> {
  return field(page, id).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.focus();
    return element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Where what is typed is sent by itself. */
const KEEP = /\/form\/keep\?for=ZD01$/;

/** Every attempt of a page to keep what is typed, as it is made. */
function attemptsOf(page: Page): Request[] {
  const attempts: Request[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/form/keep?")) attempts.push(request);
  });
  return attempts;
}

/** Lets half a minute of the page's own time go by, in which whatever it waits to do is done. */
async function letTimePass(page: Page) {
  await page.clock.runFor(30_000);
}

async function draftsIn({ databaseUrl }: Portal): Promise<string[]> {
  const client = createClient({ url: databaseUrl });
  const { rows } = await client.execute("SELECT ods, texts FROM Draft ORDER BY ods");
  client.close();
  return rows.map(({ ods, texts: kept }) => `${ods} ${kept}`);
}

const COMPLETE = {
  "takes-0-12m": "yes",
  "takes-12-24m": "yes",
  "takes-24-36m": "yes",
  "referred-0-12m": "6",
  "referred-12-24m": "9",
  "referred-24-36m": "14",
  "referred-all": "2140",
  "accessed-0-12m": "5",
  "accessed-12-24m": "8",
  "accessed-24-36m": "11",
  "accessed-all": "1675",
};

test.describe("the keyboard", () => {
  test("leads through the grid as through a spreadsheet", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    await expect(page.locator("body")).toBeFocused();
    await field(page, "referred-0-12m").focus();
    await page.keyboard.type("6");
    await page.keyboard.press("Enter");
    await expect(field(page, "accessed-0-12m")).toBeFocused();
    await page.keyboard.type("5");
    await page.keyboard.press("Shift+Enter");
    await expect(field(page, "referred-0-12m")).toBeFocused();
    await page.keyboard.type("7");
    expect(await texts(page, "referred-0-12m", "accessed-0-12m")).toEqual(["7", "5"]);

    await page.keyboard.press("ArrowRight");
    await expect(field(page, "referred-12-24m")).toBeFocused();
    await page.keyboard.type("12");
    await page.keyboard.press("ArrowLeft");
    await expect(field(page, "referred-12-24m")).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect(field(page, "referred-0-12m")).toBeFocused();

    await page.keyboard.type("80");
    await page.keyboard.press("Escape");
    await expect(field(page, "referred-0-12m")).toHaveValue("7");
    await page.keyboard.press("Control+End");
    await expect(field(page, "notes-all")).toBeFocused();
    await page.keyboard.press("Control+Home");
    await expect(field(page, "takes-0-12m")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(field(page, "referred-12-24m")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(field(page, "referred-0-12m")).toBeFocused();
    await expect(page).toHaveURL(/\/form$/);
  });

  test("keeps lines within a note, and leaves it from its first and its last", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    await field(page, "accessed-all").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    await page.keyboard.type("two");
    await expect(field(page, "notes-all")).toHaveValue("one\ntwo");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("!");
    await expect(field(page, "notes-all")).toHaveValue("one!\ntwo");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowUp");
    await expect(field(page, "accessed-all")).toBeFocused();
  });

  test("leaves the arrows to the list of question 1 while an answer is begun", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    const first = field(page, "takes-0-12m");
    await first.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(first).toBeFocused();
    await first.fill("");
    await page.keyboard.type("n");
    await page.keyboard.press("ArrowDown");
    await expect(first).toBeFocused();
    await page.keyboard.press("Escape");
    await first.fill("");
    await page.keyboard.type("y");
    await page.keyboard.press("Enter");
    await expect(field(page, "referred-0-12m")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("no");
    await page.keyboard.press("ArrowDown");
    await expect(field(page, "referred-0-12m")).toBeFocused();
    await expect(page).toHaveURL(/\/form$/);
  });

  test("saves and continues with Ctrl+Enter, and with nothing less", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    await fill(page, COMPLETE);
    await field(page, "accessed-all").press("Control+Enter");
    await expect(page).toHaveURL(/\/(check|confirm)$/);
  });
});

test.describe("a block of cells", () => {
  const AGES_DOWN = "yes\t6\t5\r\nno\t\t\r\nyes\t9\t<5\r\n\t3,400\t2500\r\n";

  test("from a file, ages down, is turned, marked, told of and undone", async ({ page, ownPortal, pageIsSound }) => {
    await openGrid(page, ownPortal);
    await fill(page, { "referred-0-12m": "1", "accessed-all": "2", "notes-all": "stays" });
    expect(await paste(page, "takes-0-12m", AGES_DOWN)).toBe(false);
    expect(await texts(page, "takes-12-24m", "referred-0-12m", "accessed-24-36m", "accessed-all")).toEqual([
      "no",
      "6",
      "<5",
      "2500",
    ]);
    await expect(page.locator(".pasted").getByRole("status")).toHaveText(
      "11 fields filled. The ages ran down in what you pasted, so it was turned round. Check that each figure is at its age. ",
    );
    await expect(page.locator(".grid__filled")).toHaveCount(11);
    await pageIsSound();

    await page.getByRole("button", { name: "Undo the paste" }).click();
    expect(await texts(page, ...ENTRY_FIELDS.map(entryId))).toEqual(
      ENTRY_FIELDS.map(entryId).map(
        (id) => ({ "referred-0-12m": "1", "accessed-all": "2", "notes-all": "stays" })[id] ?? "",
      ),
    );
    await expect(page.locator(".pasted")).toContainText("The paste was undone.");
    await expect(field(page, "takes-0-12m")).toBeFocused();
  });

  test("as the grid stands is filled in where it is pasted, and what has no field is counted", async ({
    page,
    ownPortal,
  }) => {
    await openGrid(page, ownPortal);
    await paste(page, "referred-24-36m", "6\t7\t8\n5\t4\t");
    expect(await texts(page, "referred-24-36m", "referred-all", "accessed-24-36m", "accessed-all")).toEqual([
      "6",
      "7",
      "5",
      "4",
    ]);
    await expect(page.locator(".pasted")).toContainText(
      "4 fields filled. 1 cell had no field to go to and was left out.",
    );
    await page.keyboard.press("Control+z");
    expect(await texts(page, "referred-24-36m", "accessed-all")).toEqual(["", ""]);
  });

  test("is no single value and no note of several lines: those are the browser's", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    expect(await paste(page, "referred-0-12m", "12\r\n")).toBe(true);
    expect(await paste(page, "notes-0-12m", "first line\nsecond line")).toBe(true);
    await expect(page.locator(".pasted")).toHaveText("");
  });
});

test.describe("checks", () => {
  test("say nothing while an answer is typed, and what the portal says once it is left", async ({
    page,
    ownPortal,
    pageIsSound,
  }) => {
    await openGrid(page, ownPortal);
    await fill(page, { ...COMPLETE, "accessed-12-24m": "31" });
    await field(page, "referred-0-12m").focus();
    await page.keyboard.type("12.5");
    // The answers left before were looked at, and this one was not.
    await expect(said(page, "accessed-12-24m").first()).toContainText("more children than were referred (9)");
    await expect(said(page, "referred-0-12m")).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(said(page, "referred-0-12m")).toContainText("A count of children must be a whole number");
    await expect(field(page, "referred-0-12m")).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, "referred-0-12m")).toHaveAttribute("aria-describedby", "said-referred");
    await expect(field(page, "referred-0-12m")).toHaveClass(/govuk-input--error/);
    await expect(field(page, "accessed-12-24m")).not.toHaveAttribute("aria-invalid");
    await expect(page.locator(".tally")).toContainText(/1 thing must be put right, \d to confirm\./);
    await pageIsSound();

    const live = await allSaid(page);
    await saveAndContinue(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Put your answers right");
    await scriptRuns(page);
    expect(await allSaid(page)).toEqual(live);
  });

  test("follow what is put right, also in another field, and lead to what is left", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    await fill(page, { ...COMPLETE, "referred-all": "20", "referred-24-36m": "14 or so" });
    await field(page, "notes-all").focus();
    await expect(said(page, "referred-all").first()).toContainText("the three age bands alone add to at least 29");
    await page.getByRole("link", { name: "Go to the first" }).click();
    await expect(field(page, "referred-all")).toBeFocused();
    await field(page, "referred-24-36m").fill("2");
    await expect(said(page, "referred-all").filter({ hasText: "the three age bands" })).toHaveCount(0);
  });

  test("do not scold a grid that is being filled for what is blank", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    await field(page, "takes-0-12m").fill("yes");
    for (let step = 0; step < 6; step++) await page.keyboard.press("Tab");
    await field(page, "referred-0-12m").fill("x.5");
    await page.keyboard.press("Tab");
    await expect(said(page, "referred-0-12m")).toHaveCount(1);
    expect(await allSaid(page)).toHaveLength(1);
  });

  test("name the cells of a file until its answers are changed", async ({ page, ownPortal }, testInfo) => {
    await signIn(page, ownPortal, OFFICER);
    await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
    const rows = [
      ["yes", "6", "5"],
      ["yes", "12.5", "3"],
      ["yes", "30%", "11"],
      ["", "2140", "1675"],
    ] as const;
    await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", rows));
    await page.getByRole("button", { name: "Upload and check" }).click();
    await scriptRuns(page);
    await expect(said(page, "referred-12-24m")).toContainText("F3 (children referred, 12–24 months) says “12.5”");
    await field(page, "referred-12-24m").fill("13.5");
    await field(page, "notes-12-24m").focus();
    await expect(said(page, "referred-12-24m")).toContainText("Children referred, 12–24 months says “13.5”");
    await expect(said(page, "referred-24-36m")).toContainText("F4 (children referred, 24–36 months) says “30%”");
    await expect(page.locator(".tally")).toContainText("2 things must be put right");
    await field(page, "referred-12-24m").fill("12.5");
    await field(page, "notes-12-24m").focus();
    await expect(said(page, "referred-12-24m")).toContainText("F3 (children referred, 12–24 months) says “12.5”");
  });
});

test.describe("the draft", () => {
  test("keeps what is typed, and sends nothing while nothing changes", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    const attempts = attemptsOf(page);
    await field(page, "referred-0-12m").fill("6");
    await expect(saved(page)).toHaveText(/^Saved by you on .*\.$/);
    await field(page, "referred-0-12m").press("Enter");
    await page.keyboard.press("Tab");
    await letTimePass(page);
    await page.reload();
    await scriptRuns(page);
    await expect(field(page, "referred-0-12m")).toHaveValue("6");
    await letTimePass(page);
    expect(attempts).toHaveLength(1);
    await field(page, "accessed-0-12m").fill("5");
    await expect(async () =>
      expect(await draftsIn(ownPortal)).toEqual([expect.stringContaining('"accessed":"5"')]),
    ).toPass();
    expect(attempts).toHaveLength(2);
    expect(new URLSearchParams(attempts[1]?.postData() ?? "").get("seen")).not.toBe("");
  });

  test("is kept when the page is left before its time, and only then asks", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await field(page, "referred-0-12m").pressSequentially("6");
    await page.goto(`${ownPortal.origin}/submit`);
    await expect(async () => expect(await draftsIn(ownPortal)).toHaveLength(1)).toPass();
    expect(asked).toEqual(["beforeunload"]);
    await goToGrid(page, ownPortal);
    await expect(field(page, "referred-0-12m")).toHaveValue("6");
    await field(page, "accessed-0-12m").pressSequentially("5");
    await expect(async () => expect((await draftsIn(ownPortal)).join()).toContain('"accessed":"5"')).toPass();
    await page.goto(`${ownPortal.origin}/submit`);
    expect(asked).toHaveLength(1);
  });

  test("is a colleague's until the officer says otherwise", async ({ page, browser, ownPortal }) => {
    const email = await colleagueOf(ownPortal, "Cyd Colleague");
    const theirs = await browser.newPage();
    await openGrid(page, ownPortal);
    await openGrid(theirs, ownPortal, email);
    await field(theirs, "referred-0-12m").fill("60");
    await expect(saved(theirs)).toContainText("Saved by you");

    const attempts = attemptsOf(page);
    await field(page, "referred-0-12m").fill("6");
    await expect(saved(page)).toHaveText(
      /^Saved by Cyd Colleague on .*, since you opened this page\. What you type is not saved until you choose “Save and continue”\.$/,
    );
    await field(page, "accessed-0-12m").fill("5");
    await letTimePass(page);
    expect(attempts).toHaveLength(1);
    await saveAndContinue(page).click();
    await expect(page.getByText("The answers were changed while you were typing.")).toBeVisible();
    await scriptRuns(page);
    expect(await texts(page, "referred-0-12m", "accessed-0-12m")).toEqual(["6", "5"]);
    await field(page, "accessed-0-12m").fill("4");
    await field(page, "notes-0-12m").focus();
    await letTimePass(page);
    expect(attempts).toHaveLength(1);
    expect((await draftsIn(ownPortal)).join()).toContain('"referred":"60"');
    await saveAndContinue(page).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Your answers");
    expect((await draftsIn(ownPortal)).join()).toContain('"referred":"6","accessed":"4"');
    await theirs.close();
  });

  test("waits for whoever was signed out, and is never another trust's", async ({
    page,
    context,
    ownPortal,
    pageIsSound,
  }) => {
    await openGrid(page, ownPortal);
    await context.clearCookies();
    await field(page, "referred-0-12m").fill("6");
    await expect(saved(page)).toContainText(
      "You have been signed out. Sign in in another tab and go on here: nothing you typed is lost.",
    );
    await saveAndContinue(page).click();
    await pageIsSound();
    const other = await context.newPage();
    await signIn(other, ownPortal, "officer2@demo.example");
    await expect(saved(page)).toContainText("you are signed in with another account now");
    expect(await draftsIn(ownPortal)).toEqual([]);
    await expect(page).toHaveURL(/\/form$/);

    await context.clearCookies();
    await signIn(other, ownPortal, OFFICER);
    await expect(saved(page)).toContainText("Saved by you", { timeout: 30_000 });
    expect(await draftsIn(ownPortal)).toEqual([expect.stringContaining('ZD01 {"0-12m":{"takes":"","referred":"6"')]);
  });

  test("goes on once there is a connection again, and the form waits for it", async ({ context, ownPortal }) => {
    // The browser itself complains of what fails here.
    const page = await context.newPage();
    await openGrid(page, ownPortal);
    await page.route(KEEP, (route) => route.abort());
    await field(page, "referred-0-12m").fill("6");
    await expect(saved(page)).toHaveText("Not saved yet: no connection. We keep trying.");
    await saveAndContinue(page).click();
    await field(page, "accessed-0-12m").fill("5");
    await expect(page).toHaveURL(/\/form$/);
    await page.unroute(KEEP);
    await expect(saved(page)).toContainText("Saved by you", { timeout: 30_000 });
    await expect(async () => expect((await draftsIn(ownPortal)).join()).toContain('"accessed":"5"')).toPass();
  });

  test("is not the officer's own rival where an answer was lost on its way", async ({ context, ownPortal }) => {
    const page = await context.newPage();
    await openGrid(page, ownPortal);
    await page.route(KEEP, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await field(page, "referred-0-12m").fill("6");
    await expect(saved(page)).toContainText("no connection");
    await page.unroute(KEEP);
    await field(page, "accessed-0-12m").fill("5");
    await expect(async () => expect((await draftsIn(ownPortal)).join()).toContain('"accessed":"5"')).toPass({
      timeout: 30_000,
    });
    await expect(saved(page)).toContainText("Saved by you");
  });

  test("is saved before the form is sent", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(KEEP, async (route) => {
      await held;
      await route.continue();
    });
    const attempt = page.waitForRequest(KEEP);
    await fill(page, { ...COMPLETE, "accessed-all": "1.5" });
    await attempt;
    await saveAndContinue(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Your answers/);
    release();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Put your answers right");
    await scriptRuns(page);
    await expect(field(page, "accessed-all")).toHaveValue("1.5");
  });

  test("never holds an NHS number, nor is one sent", async ({ page, ownPortal }) => {
    await openGrid(page, ownPortal);
    const attempts = attemptsOf(page);
    await field(page, "notes-0-12m").fill("ask about 999 000 0000");
    await expect(field(page, "notes-0-12m")).toBeFocused();
    await expect(said(page, "notes-0-12m")).toContainText("ten figures that look like an NHS number");
    await expect(saved(page)).toContainText("Not saved: ten figures look like an NHS number.");
    await field(page, "referred-0-12m").fill("6");
    await saveAndContinue(page).click();
    await expect(field(page, "notes-0-12m")).toBeFocused();
    await letTimePass(page);
    expect(attempts).toEqual([]);
    expect(await draftsIn(ownPortal)).toEqual([]);
    await field(page, "notes-0-12m").fill("");
    await expect(saved(page)).toContainText("Saved by you");
    await expect(said(page, "notes-0-12m")).toHaveCount(0);
    expect((await draftsIn(ownPortal)).join()).toContain('"referred":"6"');
  });
});

test("what must not be kept is refused by the portal too, and so is a form of another trust", async ({
  page,
  ownPortal,
}) => {
  await openGrid(page, ownPortal);
  const send = (path: string, form: Record<string, string>, openedFor = "ZD01") =>
    page.request.post(`${ownPortal.origin}/submit/2025-26/${path}?for=${openedFor}`, {
      form: { seen: "", ...form },
      headers: { "Sec-Fetch-Site": "same-origin" },
      maxRedirects: 0,
    });
  const line = { takes: "", referred: "", accessed: "", notes: "" };
  const typed = (notes: string) =>
    JSON.stringify({ "0-12m": line, "12-24m": line, "24-36m": line, all: { ...line, notes } });
  expect((await send("form/keep", { texts: typed("999 000 0000") })).status()).toBe(422);
  expect((await send("form/keep", { texts: typed("x".repeat(4097)) })).status()).toBe(422);
  expect((await send("form/keep", { texts: "{}" })).status()).toBe(400);
  expect((await send("form/keep", { texts: typed("ours") }, "ZD02")).status()).toBe(403);
  expect((await send("form", { "notes-all": "ours" }, "ZD02")).status()).toBe(403);
  expect(await draftsIn(ownPortal)).toEqual([]);
  expect(await (await send("form/keep", { texts: typed("ours") })).json()).toEqual({
    says: expect.stringMatching(/^Saved by you on /),
    draftId: expect.stringMatching(/./),
  });
  expect(await draftsIn(ownPortal)).toEqual([expect.stringContaining('"notes":"ours"')]);
});
