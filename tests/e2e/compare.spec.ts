import { expect, test } from "./support/test";

test("the answer is in words and in one chart, with every year’s figures", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await page.goto(demonstration.origin);
  await expect(page.getByText("Demonstration:")).toBeVisible();
  await expect(page.getByRole("img", { name: /Trusts that take referrals/ })).toHaveCount(1);
  const year = page.getByRole("row", { name: /2022–23/ });
  await expect(year).toContainText("36 of 45 (80%)");
  await expect(year).toContainText("45 of 47");
  await pageIsSound();
});

test("every trust of a year, by region and order, with small counts hidden", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await page.goto(`${demonstration.origin}/compare`);
  await pageIsSound();
  await page.getByRole("link", { name: "2022–23" }).click();
  await expect(page.getByText("51 trusts")).toBeVisible();
  const broadreed = page.getByRole("row", { name: /Broadreed/ });
  await expect(broadreed).toContainText("[c]");
  await expect(broadreed).toContainText("22");
  await page.getByLabel("Region").selectOption("South West");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/region=South\+West/);
  await expect(page.getByRole("row", { name: /Broadreed/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Referred, 0–2" }).click();
  await expect(page.getByRole("columnheader", { name: "Referred, 0–2" })).toHaveAttribute("aria-sort", "descending");
  await page.goto(`${demonstration.origin}/compare?year=2022-23&sort=-referred`);
  await expect(page.getByRole("row").nth(1)).toContainText("Skelderwick");
});

test("change is shown over the same trusts", async ({ page, demonstration, pageIsSound }) => {
  await page.goto(`${demonstration.origin}/compare/trends`);
  await expect(page.getByRole("row", { name: /2021–22 to 2022–23/ })).toContainText("40");
  await pageIsSound();
});

test("an address that is not there says so, and a year that is not released", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  expect((await page.goto(`${demonstration.origin}/nowhere`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page not found");
  await pageIsSound();
  expect((await page.goto(`${demonstration.origin}/compare?year=2030-31`))?.status()).toBe(404);
  await expect(page.getByText("No figures are released for that year.")).toBeVisible();
});
