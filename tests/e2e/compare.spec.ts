import { createClient } from "@libsql/client";
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

test("a trust’s note stands under the table, is linked both ways, and is printed", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await releaseWithNote(ownPortal.databaseUrl, "ZD02", "One clinic moved to another trust in 2022.");
  await page.goto(`${ownPortal.origin}/compare?year=2022-23`);
  await pageIsSound();
  const row = page.getByRole("row", { name: /ZD02/ });
  await row.getByRole("link", { name: "note 1" }).click();
  const note = page.getByRole("listitem").filter({ hasText: "One clinic moved to another trust in 2022." });
  await expect(note).toBeInViewport();
  await expect(note).toContainText("ZD02");
  await note.getByRole("link", { name: "Back to the row of note 1" }).click();
  await expect(row).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  await expect(note).toBeVisible();
  await expect(note.getByRole("link")).toBeHidden();
});

/** The newest release again, with a note beside one trust’s figures. */
async function releaseWithNote(url: string, ods: string, note: string) {
  const db = createClient({ url });
  const { rows } = await db.execute(
    'SELECT * FROM "Release" WHERE "year" = \'2022-23\' ORDER BY "number" DESC LIMIT 1',
  );
  const [last] = rows;
  const content = JSON.parse(String(last?.content));
  for (const trust of content.trusts) if (trust.ods === ods) trust.footnotes = [note];
  await db.execute({
    sql: `INSERT INTO "Release" ("id", "year", "number", "releasedAt", "releasedOn", "releasedBy", "note", "content")
      SELECT 'with a note', "year", "number" + 1, "releasedAt", "releasedOn", "releasedBy", 'A note was added.', ?
      FROM "Release" WHERE "id" = ?`,
    args: [JSON.stringify(content), String(last?.id)],
  });
  db.close();
}

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
