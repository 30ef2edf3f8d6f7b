import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { returnFile } from "./support/files";
import { expect, signIn, signOut, test } from "./support/test";

const GOOD = [
  ["yes", "6", "5"],
  ["yes", "*", "3"],
  ["yes", "14", "11"],
  ["", "2140", "1675"],
] as const;
const WITH_AN_ERROR = GOOD.map((row, place) => (place === 1 ? (["yes", "12.5", "3"] as const) : row));

test("a trust answers: an error with its cell, the file put right, confirmed, declared, and a receipt", async ({
  page,
  ownPortal,
  pageIsSound,
}, testInfo) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await expect(page).toHaveURL(/\/submit$/);
  await expect(page.getByText("Answer by")).toBeVisible();
  await page.getByText("How this date was worked out").click();
  await expect(page.getByText("That is day 0.")).toBeVisible();
  await pageIsSound();
  await page.getByRole("link", { name: "Start your return" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Return for 2025–26");
  await pageIsSound();

  await page.getByRole("link", { name: "Upload your return" }).click();
  await pageIsSound();
  await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", WITH_AN_ERROR));
  await page.getByRole("button", { name: "Upload and check" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "One thing must be put right" });
  await expect(summary).toContainText("F3");
  await expect(summary).toContainText("12.5");
  await pageIsSound();

  await page.getByRole("link", { name: "upload it again" }).click();
  await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", GOOD));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Confirm");
  await pageIsSound();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("“*”");
  await pageIsSound();
  await page.getByLabel("1 to 4", { exact: true }).check();
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your answers");
  const row = page.getByRole("table", { name: /children referred/ }).getByRole("row", { name: /12–24 months/ });
  await expect(row).toContainText("1 to 4");
  await pageIsSound();
  await page.getByRole("link", { name: "Continue" }).click();

  await page.getByLabel("Your name").fill("");
  await page.getByRole("button", { name: "Declare and send" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your name");
  await pageIsSound();
  await page.getByLabel("Your name").fill("Ada Example");
  await page.getByLabel("I declare, for my trust").check();
  await page.getByRole("button", { name: "Declare and send" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Return received");
  await expect(page.getByText("ZD01-2526-1").first()).toBeVisible();
  await expect(page.getByText("Ada Example")).toBeVisible();
  await pageIsSound();

  await expect(() => {
    const letters = readdirSync(ownPortal.mailFolder).map((name) =>
      readFileSync(join(ownPortal.mailFolder, name), "utf8"),
    );
    expect(letters.filter((letter) => letter.includes("ZD01-2526-1"))).toHaveLength(1);
    expect(letters.join()).toContain("To: officer@demo.example");
  }).toPass({ timeout: 15_000 });
});

test("nothing typed or uploaded is lost when the officer signs out and comes back", async ({
  page,
  ownPortal,
}, testInfo) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", WITH_AN_ERROR));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("alert").first()).toContainText("F3");
  await signOut(page);
  await signIn(page, ownPortal, "officer@demo.example");
  await page.getByRole("link", { name: "Continue your return" }).click();
  await expect(page.getByText("Saved by you on")).toBeVisible();
  await page.getByRole("link", { name: "Put your answers right" }).click();
  await expect(page.getByRole("alert").first()).toContainText("F3");
});

test("a file with patients’ details is refused and not kept", async ({ page, ownPortal, pageIsSound }) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  const patients = "NHS Number,DOB,Postcode\n999 000 0000,01/02/2025,ZZ99 3WZ\n";
  await page
    .getByLabel("Your return as a CSV file")
    .setInputFiles({ name: "patients.csv", mimeType: "text/csv", buffer: Buffer.from(patients) });
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("alert")).toContainText("We have not kept your file");
  await expect(page.getByText("we never store details of single children")).toBeVisible();
  await expect(page.getByText("999 000 0000")).toHaveCount(0);
  await pageIsSound();
  await page.goto(`${ownPortal.origin}/submit`);
  await expect(page.getByRole("link", { name: "Start your return" })).toBeVisible();
});

test("a file that is no CSV is named for what it is, and an empty form asks for a file", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose the CSV file");
  await pageIsSound();
  const workbook = {
    name: "return.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("PK\u0003\u0004 rest of a workbook"),
  };
  await page.getByLabel("Your return as a CSV file").setInputFiles(workbook);
  await page.getByRole("button", { name: "Upload and check" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "We could not read this file" });
  await expect(alert).toContainText("Excel");
  await pageIsSound();
});

test("the template comes filled in, and comes back as it was", async ({ page, ownPortal }) => {
  await signIn(page, ownPortal, "officer2@demo.example");
  const answer = await page.request.get(`${ownPortal.origin}/submit/2025-26/template.csv`);
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  const text = await answer.text();
  expect(text).toContain("ZD02,Beaconhithe Healthcare NHS Foundation Trust (demo),2025-26,0-12 months");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  await page
    .getByLabel("Your return as a CSV file")
    .setInputFiles({ name: "template.csv", mimeType: "text/csv", buffer: await answer.body() });
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Confirm");
});

test("one trust cannot see or change another’s", async ({ page, ownPortal }, testInfo) => {
  await signIn(page, ownPortal, "officer2@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  await page.getByLabel("Your return as a CSV file").setInputFiles(returnFile(testInfo, "ZD01", GOOD));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("alert").first()).toContainText("ZD01");
  await page.goto(`${ownPortal.origin}/chase/2025-26/ZD01`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You cannot open this page");
});
