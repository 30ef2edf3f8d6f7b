import { returnFile } from "./support/files";
import { expect, signIn, signOut, test } from "./support/test";

test("a return comes in, the tracker counts it, staff accept and release, and the public figure changes", async ({
  page,
  ownPortal,
  pageIsSound,
}, testInfo) => {
  const outstanding = page.locator(".key-figures__figure", { hasText: "outstanding" }).locator("dd");
  const { origin } = ownPortal;
  await page.goto(origin);
  await expect(page.getByText("38 of 43 (88%)").first()).toBeVisible();

  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${origin}/chase/2025-26`);
  const before = Number(await outstanding.textContent());
  expect(before).toBe(41);
  await signOut(page);

  await signIn(page, ownPortal, "officer@demo.example");
  await page.goto(`${origin}/submit/2025-26/upload`);
  const file = returnFile(testInfo, "ZD01", [
    ["yes", "6", "5"],
    ["yes", "9", "7"],
    ["yes", "14", "11"],
    ["", "2140", "1675"],
  ]);
  await page.getByLabel("Your return as a CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload and check" }).click();
  const confirm = page.getByRole("heading", { level: 1, name: /Confirm/ });
  if (await confirm.isVisible()) {
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    for (const field of await page.getByRole("textbox").all()) await field.fill("A new parent-infant team opened.");
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("I declare, for my trust").check();
  await page.getByRole("button", { name: "Declare and send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Return received");
  await signOut(page);

  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${origin}/chase/2025-26`);
  await expect(outstanding).toHaveText(String(before - 1));
  await pageIsSound();
  await page.getByRole("link", { name: /Ashencote/ }).click();
  await pageIsSound();
  await page.getByRole("button", { name: "Accept this return" }).click();
  await expect(page.getByText("The return is accepted")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept this return" })).toHaveCount(0);

  await page.getByRole("link", { name: "Publish" }).click();
  await pageIsSound();
  await page.getByRole("link", { name: "2025–26" }).click();
  await expect(page.getByText(/not accepted yet/)).toBeVisible();
  await pageIsSound();
  await page.getByRole("button", { name: "Make release 1 of 2025–26" }).click();
  await expect(page.getByText("Released.")).toBeVisible();
  await pageIsSound();
  await signOut(page);

  await page.goto(origin);
  await expect(page.getByText("2025–26 is still being collected: 6 of 46 trusts have answered.")).toBeVisible();
  await expect(page.getByRole("row", { name: /2025–26/ })).toContainText("3 of 3 (100%)");
  await page.goto(`${origin}/compare?year=2025-26`);
  await expect(page.getByRole("row", { name: /Ashencote/ })).toContainText("29");
});

test("a second release needs a note, and what was typed stays", async ({ page, ownPortal, pageIsSound }) => {
  await signIn(page, ownPortal, "staff@demo.example");
  await page.goto(`${ownPortal.origin}/publish/2022-23`);
  await page.getByRole("button", { name: "Make release 2 of 2022–23" }).click();
  await expect(page.getByRole("alert")).toContainText("Say what changed");
  await pageIsSound();
  await page.getByLabel("What changed since the last release").fill("A trust corrected its figures.");
  await page.getByRole("button", { name: "Make release 2 of 2022–23" }).click();
  await expect(page.getByText("Released.")).toBeVisible();
  await expect(page.getByText("A trust corrected its figures.")).toBeVisible();
  await page.goto(`${ownPortal.origin}/compare?year=2022-23`);
  await expect(page.getByText("Release 2 takes the place of release 1: A trust corrected its figures.")).toBeVisible();
});
