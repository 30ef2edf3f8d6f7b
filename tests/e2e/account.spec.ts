import type { Page } from "@playwright/test";
import { codeNow } from "./support/code";
import { letterTo, linkIn } from "./support/letters";
import { PASSWORD } from "./support/portal";
import { expect, signIn, signOut, test } from "./support/test";

async function givePassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
}

test("R8: a wrong password and an unknown address get the same answer, and the address stays", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await page.goto(`${demonstration.origin}/sign-in`);
  await pageIsSound();
  const answers: string[] = [];
  for (const email of ["officer@demo.example", "nobody@demo.example"]) {
    await givePassword(page, email, "not the password");
    answers.push((await page.getByRole("alert").textContent()) ?? "");
    await expect(page.getByLabel("Email address")).toHaveValue(email);
  }
  expect(answers[0]).toContain("is not right");
  expect(answers[1]).toBe(answers[0]);
  await pageIsSound();
});

test("R3: signing in takes a password and a code, leads to the page that was asked for, and signing out ends it", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await givePassword(page, "officer@demo.example");
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await pageIsSound();
  // With the password alone there is nothing to see, wherever one goes.
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("That code is not right");
  await pageIsSound();
  await page.getByLabel("Code").fill(codeNow());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/submit\/2025-26$/);
  await signOut(page);
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("R7: a forgotten password is set anew by a link, and the second factor is asked for as before", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await page.goto(`${ownPortal.origin}/sign-in`);
  await page.getByRole("link", { name: "I have forgotten my password" }).click();
  await pageIsSound();
  await page.getByLabel("Email address").fill("officer@demo.example");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await pageIsSound();
  const link = linkIn(await letterTo(ownPortal, "Set a new password"));
  await page.goto(link);
  await pageIsSound();
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("alert")).toContainText("12");
  await page.getByLabel("New password").fill("harbour velvet tuesday lamp");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await pageIsSound();
  await givePassword(page, "officer@demo.example", "harbour velvet tuesday lamp");
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  const again = await page.goto(link);
  expect(again?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await pageIsSound();
});

test("an empty field is said, and no attempt", async ({ page, demonstration, pageIsSound }) => {
  await page.goto(`${demonstration.origin}/sign-in`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveTitle("Error: Sign in – Zero to Two");
  await page.getByRole("link", { name: "Enter your password." }).click();
  await expect(page.getByLabel("Password")).toBeFocused();
  await pageIsSound();
});

test("an officer cannot open staff’s pages, nor staff a trust’s", async ({ page, demonstration, pageIsSound }) => {
  await signIn(page, demonstration, "officer@demo.example");
  expect((await page.goto(`${demonstration.origin}/chase`))?.status()).toBe(403);
  expect((await page.goto(`${demonstration.origin}/publish/2022-23`))?.status()).toBe(403);
  await expect(page.getByText("This page is for the Foundation's staff.")).toBeVisible();
  await pageIsSound();
  await signOut(page);
  await signIn(page, demonstration, "staff@demo.example");
  expect((await page.goto(`${demonstration.origin}/submit`))?.status()).toBe(403);
});

test("a form from another site is refused", async ({ request, demonstration }) => {
  const elsewhere = await request.post(`${demonstration.origin}/sign-in`, {
    headers: { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" },
    form: { email: "officer@demo.example", password: "a-password-for-the-tests" },
  });
  expect(elsewhere.status()).toBe(403);
});
