import { expect, signIn, signOut, test } from "./support/test";

test("a wrong password and an unknown address get the same answer, and the address stays", async ({
  page,
  demonstration,
  pageIsSound,
}) => {
  await page.goto(`${demonstration.origin}/sign-in`);
  await pageIsSound();
  const answers: string[] = [];
  for (const email of ["officer@demo.example", "nobody@demo.example"]) {
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    answers.push((await page.getByRole("alert").textContent()) ?? "");
    await expect(page.getByLabel("Email address")).toHaveValue(email);
  }
  expect(answers[0]).toContain("is not right");
  expect(answers[1]).toBe(answers[0]);
  await pageIsSound();
});

test("signing in leads to the page that was asked for, and signing out ends it", async ({ page, demonstration }) => {
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel("Email address").fill("officer@demo.example");
  await page.getByLabel("Password").fill("a-password-for-the-tests");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/submit\/2025-26$/);
  await signOut(page);
  await page.goto(`${demonstration.origin}/submit/2025-26`);
  await expect(page).toHaveURL(/\/sign-in/);
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
