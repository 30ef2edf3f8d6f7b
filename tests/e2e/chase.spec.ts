import { execFileSync } from "node:child_process";
import { codeNow } from "./support/code";
import { SECRETS_FILE } from "./support/portal";
import { expect, signIn, test } from "./support/test";

test("the round of 2022–23 comes out as 47 in scope, 45 answered, 2 outstanding", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await signIn(page, demonstration, "staff@demo.example");
  await expect(page).toHaveURL(/\/chase$/);
  await pageIsSound();
  await page.getByRole("link", { name: "2022–23" }).click();
  await expect(page.getByText("50 asked, 4 transferred, 1 added: 47 trusts in scope.")).toBeVisible();
  const figure = (label: string) => page.locator(".key-figures__figure", { hasText: label }).locator("dd");
  await expect(figure("in scope")).toHaveText("47");
  await expect(figure("answered")).toHaveText("45");
  await expect(figure("outstanding")).toHaveText("2");
  await pageIsSound();
});

test("a view of the tracker is an address: state, search and order", async ({ page, demonstration }) => {
  await signIn(page, demonstration, "staff@demo.example");
  await page.goto(`${demonstration.origin}/chase/2022-23`);
  await page.getByRole("link", { name: /^Overdue/ }).click();
  await expect(page).toHaveURL(/state=overdue/);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.goto(`${demonstration.origin}/chase/2022-23`);
  await page.getByLabel("Find a trust by name or code").fill("zd39");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText("Another trust holds the data");
  await page.getByRole("link", { name: /Tallowgate/ }).click();
  await expect(page.getByText("ZD29").first()).toBeVisible();
});

test("England’s tracker, for the first administrator: 50 asked, 4 transferred, 1 added, 47 in scope, none accused", async ({
  page,
  england,
  pageIsSound,
}) => {
  const made = execFileSync(
    process.execPath,
    ["--import", "tsx", "scripts/returns.ts", "admin", "first@foundation.example", "--json"],
    {
      env: {
        ...process.env,
        DEMO: "0",
        DEPLOYMENT: "trial",
        DATABASE_URL: england.databaseUrl,
        PUBLIC_ORIGIN: england.origin,
        SECRETS_FILE,
      },
      encoding: "utf8",
    },
  );
  const { link, code } = JSON.parse(made);
  await page.goto(link);
  await page.getByLabel("The code in the email").fill(code);
  await page.getByLabel("Your name").fill("First administrator");
  await page.getByLabel("Choose a password").fill("harbour velvet tuesday lamp");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("I cannot scan it", { exact: true }).click();
  const key = (await page.locator("code.key").textContent()) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(codeNow(key.replaceAll(" ", "")));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "I have saved them – continue" }).click();
  await page.getByRole("link", { name: "2022–23" }).click();
  await expect(page.getByText("50 asked, 4 transferred, 1 added: 47 trusts in scope.")).toBeVisible();
  await expect(page.getByRole("row", { name: /trusts that responded/ })).toContainText("45 of 47");
  await expect(page.getByRole("row", { name: /Outcome not recorded/ })).toHaveCount(47);
  await expect(page.getByText("Overdue")).toHaveCount(0);
  await pageIsSound();
  await page.getByRole("link", { name: /Oxleas/ }).click();
  await expect(page.getByText("inferred")).toBeVisible();
  await pageIsSound();
});

test("England’s public pages show what was published, each figure with its unit", async ({
  page,
  england,
  pageIsSound,
}) => {
  await page.goto(`${england.origin}/chase`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(england.origin);
  await expect(page.getByText("36 of 45 (80%)").first()).toBeVisible();
  await expect(page.getByText("Demonstration:")).toHaveCount(0);
  await pageIsSound();
  await page.goto(`${england.origin}/compare/trends`);
  await expect(page.getByText("areas in England (CCGs)")).toBeVisible();
  await pageIsSound();
});
