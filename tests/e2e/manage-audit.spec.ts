import { readFileSync } from "node:fs";
import { expect, signIn, test } from "./support/test";

test("an administrator sees who did what, finds it by each field, and is told when nothing fits", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/clarification`);
  await page.getByRole("textbox").first().fill("What counts as a referral?");
  await page.getByRole("button", { name: /Send/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();

  await signIn(page, ownPortal, "admin@demo.example");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Manage" }).click();
  await page.getByRole("navigation", { name: "Manage" }).getByRole("link", { name: "Audit log" }).click();
  await expect(page).toHaveTitle(/Audit log/);
  await expect(page.getByText(/No sign of tampering\. .* checked just now/)).toBeVisible();
  const asked = page.getByRole("row", { name: /Clarification asked for/ });
  await expect(asked).toContainText("First officer");
  await expect(asked).toContainText("for ZD01");
  await expect(asked).toContainText("2025-26 ZD01");
  await expect(asked.locator("time")).toHaveAttribute("datetime", /^\d{4}-\d{2}-\d{2}T.*Z$/);
  expect(await page.content()).not.toContain("What counts as a referral?");
  await pageIsSound();

  await page.getByLabel("What was done").selectOption({ label: "Clarification asked for" });
  await page.getByLabel("Trust", { exact: true }).selectOption("ZD01");
  await page.getByLabel("Outcome").selectOption("done");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("1 entry, for ZD01, “Clarification asked for”, done")).toBeVisible();

  await page.getByRole("link", { name: "First officer" }).click();
  await expect(page).toHaveURL(/person=\w+/);
  await expect(page.getByText("1 entry, by First officer, for ZD01")).toBeVisible();

  await page.getByLabel("From", { exact: true }).fill("2999-01-01");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No entry matches.")).toBeVisible();
  await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
  await pageIsSound();
  await page.getByRole("link", { name: "Show the whole log" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("R24: what was found is downloaded as CSV, and the download is itself recorded", async ({ page, ownPortal }) => {
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/audit?did=audit-head-written`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /as CSV/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.startsWith("\uFEFFEntry,At (UTC),Day in the UK,Time in the UK,Person (id),Person,Trust,Action,")).toBe(
    true,
  );
  const rows = text.trimEnd().split("\r\n").slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.includes(",audit-head-written,Head of the audit log written,"))).toBe(true);
  await page.goto(`${ownPortal.origin}/manage/audit?did=audit-exported`);
  await expect(page.getByRole("row").nth(1)).toContainText("Foundation admin");
  await expect(page.getByRole("row").nth(1)).toContainText("“Head of the audit log written”");
});

test("what an address asks for that cannot be is left out, and a page past the end leads back", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await signIn(page, demonstration, "admin@demo.example");
  const odd = "person=%27%20OR%201&trust=zz&did=constructor&outcome=maybe&from=2026-02-30&to=9999-12-31&before=x";
  const answer = await page.goto(`${demonstration.origin}/manage/audit?${odd}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.goto(`${demonstration.origin}/manage/audit?trust=ZZZ`);
  await expect(page.getByText("Trust ZZZ is not in the register.")).toBeVisible();
  await page.goto(`${demonstration.origin}/manage/audit?before=1`);
  await expect(page.getByText("There are no more entries in this direction.")).toBeVisible();
  await pageIsSound();
});

test("nobody but an administrator sees or downloads the log", async ({ page, demonstration }) => {
  for (const email of ["staff@demo.example", "officer@demo.example"]) {
    await signIn(page, demonstration, email);
    for (const path of ["/manage/audit", "/manage/audit.csv"]) {
      expect((await page.request.get(`${demonstration.origin}${path}`)).status(), `${email} ${path}`).toBe(403);
    }
  }
});
