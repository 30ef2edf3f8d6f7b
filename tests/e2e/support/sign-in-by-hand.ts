import type { Page } from "@playwright/test";
import { PASSWORD, type Portal } from "./portal";

/** The first step of signing in; the page then asks for a code. */
export async function givePassword(page: Page, portal: Portal, email: string, password = PASSWORD) {
  await page.goto(`${portal.origin}/sign-in`);
  await typePassword(page, email, password);
}

export async function typePassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** The second step, or the page on which somebody confirms that it is them. */
export async function giveCode(page: Page, code: string) {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: /^(Sign in|Confirm)$/ }).click();
}
