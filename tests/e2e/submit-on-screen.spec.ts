import type { Page } from "@playwright/test";
import { returnFile } from "./support/files";
import { expect, signIn, test } from "./support/test";

const RIGHT = {
  "takes-0-12m": "yes",
  "takes-12-24m": "yes",
  "takes-24-36m": "yes",
  "referred-0-12m": "6",
  "referred-12-24m": "3",
  "referred-24-36m": "14",
  "referred-all": "3400",
  "accessed-0-12m": "5",
  "accessed-12-24m": "2",
  "accessed-24-36m": "11",
  "accessed-all": "2500",
};
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`);

async function type(page: Page, answers: Readonly<Record<string, string>>) {
  for (const [id, text] of Object.entries(answers)) await field(page, id).fill(text);
}

async function confirmEverything(page: Page) {
  await expect(page).toHaveURL(/\/(confirm|check)(#|$)/);
  if (!(await page.getByRole("heading", { level: 1, name: /Confirm/ }).isVisible())) return;
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  for (const reason of await page.getByRole("textbox").all()) await reason.fill("A new parent-infant team opened.");
  await page.getByRole("button", { name: "Continue" }).click();
}

async function declare(page: Page) {
  await page.getByRole("link", { name: "Continue to the declaration" }).click();
  await page.getByLabel("I declare, for my trust").check();
  await page.getByRole("button", { name: "Declare and send" }).click();
}

test("a trust types its answers: what is wrong is named at its field, mended there, checked, and declared", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.getByRole("link", { name: "Start your return" }).click();
  await page.getByRole("link", { name: "Type your answers" }).click();
  await pageIsSound();
  await type(page, { ...RIGHT, "referred-12-24m": "12.5", "accessed-12-24m": "3%" });
  await page.getByRole("button", { name: "Save and continue" }).click();

  const summary = page.getByRole("alert").filter({ hasText: "2 things must be put right" });
  await expect(summary).toContainText("Children referred, 12–24 months says “12.5”");
  await pageIsSound();
  await summary.getByRole("link", { name: /12\.5/ }).click();
  await expect(field(page, "referred-12-24m")).toBeFocused();
  await expect(field(page, "referred-12-24m")).toHaveAttribute("aria-invalid", "true");
  await type(page, { "referred-12-24m": "3", "accessed-12-24m": "2" });
  await page.getByRole("button", { name: "Save and continue" }).click();
  await confirmEverything(page);

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your answers");
  const row = page.getByRole("table", { name: /children referred/ }).getByRole("row", { name: /12–24 months/ });
  await expect(row).toContainText("3");
  await expect(row.locator("abbr")).toContainText("[c]");
  await pageIsSound();
  await row.getByRole("link", { name: /Change/ }).click();
  await expect(page).toHaveURL(/\/form#referred-12-24m$/);
  await expect(field(page, "referred-12-24m")).toHaveValue("3");
  await page.getByRole("button", { name: "Save and continue" }).click();

  await declare(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Return received");
  await expect(page.getByText("Typed on screen, kept as")).toBeVisible();
  await pageIsSound();
  const file = await page.request.get(`${ownPortal.origin}/submit/2025-26/receipt/file?version=1`);
  expect(file.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": 'attachment; filename="return-2025-26-ZD01-version-1.csv"',
    "x-content-type-options": "nosniff",
  });
  expect(file.headers()["content-security-policy"]).toMatch(/, sandbox$/);
  expect(await file.text()).toContain("2025-26,12-24 months,yes,3,2,");
});

test("a block copied from a spreadsheet fills the grid, also without a script", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/form`);
  await page.locator("summary", { hasText: "Paste cells copied" }).click();
  await page.getByLabel("The cells").fill("yes\t6\t5\nno\t\t\nyes\t14\t11\n\t3400\t2500\nleft\tout\there");
  await page.getByRole("button", { name: "Put them into the grid" }).click();
  await expect(page.getByText("11 fields filled")).toBeVisible();
  await expect(page.getByText("it was turned round")).toBeVisible();
  await expect(page.getByText("3 cells had no field to go to and were left out.")).toBeVisible();
  await expect(field(page, "takes-12-24m")).toHaveValue("no");
  await expect(field(page, "accessed-all")).toHaveValue("2500");
  await pageIsSound();
});

test("nothing typed is lost: saved for later, signed out, and there again", async ({ page, ownPortal }) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/form`);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Type your answers first");
  await type(page, { "referred-0-12m": "1,2,3", "notes-all": "Ask Sam about the total" });
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page.getByText("Your answers are saved.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, ownPortal, "officer@demo.example");
  await page.getByRole("link", { name: "Continue your return" }).click();
  await page.getByRole("link", { name: "Put your answers right" }).click();
  await expect(field(page, "referred-0-12m")).toHaveValue("1,2,3");
  await expect(field(page, "notes-all")).toHaveValue("Ask Sam about the total");
});

test("an NHS number typed anywhere is refused at its field, and nothing is kept", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/form`);
  await type(page, { ...RIGHT, "notes-0-12m": "943 476 5919" });
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("look like an NHS number");
  await expect(field(page, "referred-0-12m")).toHaveValue("6");
  await pageIsSound();
  await page.goto(`${ownPortal.origin}/submit`);
  await expect(page.getByText("Not sent yet")).toHaveCount(0);
});

test("a file’s problems are mended on screen or in the file, which comes back with them marked", async ({
  page,
  ownPortal,
  pageIsSound,
}, testInfo) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  const rows = [
    ["yes", "6", "5"],
    ["yes", "12.5", "3"],
    ["yes", "04-Jan", "11"],
    ["", "3400", "2500"],
  ] as const;
  await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", rows));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Put your answers right");
  await expect(page.getByText("Put them right here, or in your file")).toBeVisible();
  const report = page.getByRole("region", { name: "Must be put right" });
  await expect(report.getByRole("row", { name: /F3/ })).toContainText("12.5");
  await expect(report.getByRole("row", { name: /F4/ })).toContainText("Write the range in words");
  await report.getByRole("link", { name: "F4" }).click();
  await expect(field(page, "referred-24-36m")).toBeFocused();
  await pageIsSound();

  const marked = await page.request.get(`${ownPortal.origin}/submit/2025-26/marked.csv`);
  expect(marked.headers()["content-disposition"]).toContain("attachment");
  const corrected = (await marked.text()).replace("12.5", "12").replace("04-Jan", "1 to 4");
  expect(corrected).toContain("F3");
  await page.getByRole("link", { name: "upload it again" }).click();
  await expect(page.getByText("A file that you upload takes the place of those answers.")).toBeVisible();
  await page
    .getByLabel("Your return as a CSV file")
    .setInputFiles({ name: "corrected.csv", mimeType: "text/csv", buffer: Buffer.from(corrected) });
  await page.getByRole("button", { name: "Upload and check" }).click();
  await confirmEverything(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your answers");
});

test("a sent return is changed with a reason, and every version can be read and compared", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/form`);
  await type(page, RIGHT);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await confirmEverything(page);
  await declare(page);
  await page.getByRole("link", { name: "Return for 2025–26" }).click();
  await pageIsSound();
  await page.getByRole("button", { name: "Change your answers" }).click();
  await type(page, { "referred-24-36m": "15" });
  await page.getByRole("button", { name: "Save and continue" }).click();
  await confirmEverything(page);
  await page.getByRole("link", { name: "Continue to the declaration" }).click();
  await page.getByLabel("I declare, for my trust").check();
  await page.getByRole("button", { name: "Declare and send" }).click();
  await expect(page.getByRole("alert")).toContainText("Say in a few words why you are changing your return");
  await pageIsSound();
  await page.getByLabel("Why are you changing your return?").fill("A referral had been left out.");
  await page.getByRole("button", { name: "Declare and send" }).click();
  await expect(page.getByText("ZD01-2526-2").first()).toBeVisible();

  await page.getByRole("link", { name: "Return for 2025–26" }).click();
  await page.getByRole("link", { name: "See all 2 versions" }).click();
  const differences = page.getByRole("table", { name: "Version 1 beside version 2" });
  await expect(differences.getByRole("row", { name: /Children referred, 24–36 months/ })).toContainText("1415");
  await expect(page.getByText("Reason given for version 2: “A referral had been left out.”")).toBeVisible();
  await pageIsSound();
  await page.getByRole("link", { name: "ZD01-2526-1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Version 1 of your return");
});
