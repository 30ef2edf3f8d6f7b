import { readFileSync } from "node:fs";
import { openDatabase } from "../../app/db/client";
import { fromBase32 } from "../../app/domain/people/base32";
import { stepAt } from "../../app/domain/people/totp";
import { codeAt } from "../../app/platform/authenticator";
import { codeIn } from "../support/letters";
import { letterTo, linkIn } from "./support/letters";
import { SEED } from "./support/portal";
import { givePassword } from "./support/sign-in-by-hand";
import { expect, signIn, signOut, test } from "./support/test";

// Up to ten pages a test, each looked at whole.
test.describe.configure({ timeout: 180_000 });

/** What an authenticator app shows now, given the key that the page shows. */
function codeOf(key: string): string {
  const seed = fromBase32(key.replace(/\s/g, ""));
  if (seed === null) throw new Error(`${key} is no key.`);
  return codeAt(seed, stepAt(new Date()));
}

test("somebody is invited, accepts, sets up an authenticator, and is signed in for their trust", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/people`);
  await pageIsSound();
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await pageIsSound();
  await page.getByLabel("Their email address").fill("ann@trust.example, bob@trust.example");
  await page.getByLabel("Signatory").check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter one email address and nothing else");
  await expect(page.getByRole("alert")).toContainText("Enter their name");
  await expect(page.getByRole("alert")).toContainText("Choose the trust");
  await pageIsSound();
  await page.getByLabel("Their email address").fill("ann@trust.example");
  await page.getByLabel("Their name").fill("Ann Other");
  await page.getByLabel("Trust", { exact: true }).selectOption("ZD03");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ann Other");
  await expect(page.getByRole("alert")).toContainText("Ann Other is invited");
  await pageIsSound();
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("link", { name: /^Invited/ }).click();
  await expect(page.getByRole("row", { name: /Ann Other/ })).toContainText("ZD03");
  await signOut(page);

  const letter = await letterTo(ownPortal, "Set up your account for");
  expect(letter).toContain("To: ann@trust.example");
  await page.goto(linkIn(letter));
  await pageIsSound();
  await page.getByLabel("The code in the email").fill(codeIn({ body: letter }));
  await page.getByLabel("Choose a password").fill("plum lantern seventeen");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Set up your authenticator app");
  await pageIsSound();
  const key = (await page.locator("code.key").textContent()) ?? "";
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(key));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await page.getByRole("link", { name: /I have saved them/ }).click();
  await expect(page).toHaveURL(/\/submit$/);
  await expect(page.getByText("Ann Other")).toBeVisible();

  await page.goto(linkIn(letter));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation no longer works");
});

test("an admin changes what somebody may do, ends their access and gives it back", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/people?q=officer2`);
  await page.getByRole("link", { name: "Second officer" }).click();
  await page.getByRole("button", { name: "Make contributor" }).click();
  await expect(page.getByRole("alert")).toContainText("Second officer is now a contributor for Beaconhithe");
  await page.getByText("Add another trust").click();
  await page.getByRole("button", { name: "Add this trust" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose what they may do for that trust.");
  await page.getByLabel("Signatory").check();
  await page.getByRole("button", { name: "Add this trust" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a trust from the list.");
  await pageIsSound();
  await page.getByLabel("Trust", { exact: true }).selectOption("ZD05");
  await page.getByLabel("Signatory").check();
  await page.getByRole("button", { name: "Add this trust" }).click();
  await expect(page.getByRole("row", { name: /ZD05/ })).toContainText("Signatory");
  expect(await letterTo(ownPortal, "You can now act for")).toContain("To: officer2@demo.example");
  await page.getByRole("row", { name: /ZD05/ }).getByText("Remove", { exact: false }).first().click();
  await expect(page.getByText("Remove Second officer from Chalkhurst")).toBeVisible();
  await pageIsSound();
  await page.getByRole("row", { name: /ZD05/ }).getByRole("button", { name: "Remove from this trust" }).click();
  await expect(page.getByRole("alert")).toContainText("Second officer no longer acts for ");
  await page.getByText("End their access").click();
  await pageIsSound();
  await page.getByRole("button", { name: "End access" }).click();
  await expect(page.getByRole("alert")).toContainText("The access of Second officer is ended.");
  await pageIsSound();
  await page.getByRole("button", { name: "Give access back" }).click();
  await expect(page.getByRole("alert")).toContainText("Second officer has access again.");

  await page.getByRole("link", { name: /Beaconhithe/ }).click();
  await page.getByText(/^End the access of Beaconhithe/).click();
  await page.getByRole("button", { name: "End the access of this trust" }).click();
  await expect(page.getByRole("alert")).toContainText("is ended, and whoever was acting for it is signed out");
  await pageIsSound();
  await page.getByRole("button", { name: "Give its access back" }).click();
  await expect(page.getByRole("alert")).toContainText("has its access back");
});

test("somebody who asked for help is seen by the Foundation until a reset is started", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await givePassword(page, ownPortal, "officer2@demo.example");
  await page.getByText("I have lost my phone").click();
  await page.getByRole("button", { name: "Ask the Foundation for help" }).click();
  await page.context().clearCookies();
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/people`);
  await page.getByRole("link", { name: /^Account resets \(1/ }).click();
  await expect(page.getByRole("heading", { name: "Asked for help (1)" })).toBeVisible();
  await pageIsSound();
  await page.getByRole("link", { name: "start a reset" }).click();
  await expect(page.getByText(/Second officer asked for help with a lost phone on/)).toBeVisible();
  await pageIsSound();
  await page.getByRole("button", { name: "Start a reset" }).click();
  await expect(page.getByText(/asked for help with a lost phone/)).toHaveCount(0);
});

test("a lost second factor is reset by two people, and whoever started it cannot approve it", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/people?q=officer2`);
  await page.getByRole("link", { name: "Second officer" }).click();
  await page.getByText("They have lost their phone and recovery codes").click();
  await expect(page.getByText("Telephone Second officer first")).toBeVisible();
  await page.getByRole("button", { name: "Start a reset" }).click();
  await expect(page.getByRole("alert")).toContainText("The reset waits for a second person.");
  await pageIsSound();
  await page.getByRole("link", { name: "Approve or cancel it" }).click();
  await expect(page.getByText("You started this reset")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await pageIsSound();

  await page.context().clearCookies();
  await signIn(page, ownPortal, "staff@demo.example");
  await page.getByRole("link", { name: "Account resets" }).click();
  await page.getByRole("button", { name: "Approve the reset of Second officer" }).click();
  await expect(page.getByRole("alert")).toContainText("The account is reset");
  await expect(page.getByText("No reset waits for a second person.")).toBeVisible();
  await pageIsSound();
  const letter = await letterTo(ownPortal, "Set up your sign-in again");
  expect(letter).toContain("To: officer2@demo.example");
});

test("R15: after ten minutes the second factor is asked for again, and what was sent is kept meanwhile", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, "admin@demo.example");
  await page.goto(`${ownPortal.origin}/manage/people?q=officer2`);
  await page.getByRole("link", { name: "Second officer" }).click();
  const db = await openDatabase(ownPortal.databaseUrl);
  await db.session.updateMany({ data: { factorAt: new Date(Date.now() - 11 * 60_000) } });
  await db.$disconnect();
  await page.getByText("End their access").click();
  await page.getByRole("button", { name: "End access" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm it’s you");
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(SEED));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await pageIsSound();
  await page.getByRole("button", { name: "Send it now" }).click();
  await expect(page.getByRole("alert")).toContainText("The access of Second officer is ended.");
});

test("only admins see people and what the export says of them; an id of nobody is no page", async ({
  page,
  demonstration,
}) => {
  const open = async (path: string) => (await page.goto(`${demonstration.origin}${path}`))?.status();
  await signIn(page, demonstration, "staff@demo.example");
  expect(await open("/manage/people")).toBe(403);
  expect(await open("/manage/people/invite")).toBe(403);
  await page.context().clearCookies();
  await signIn(page, demonstration, "officer@demo.example");
  expect(await open("/manage/people")).toBe(403);
  expect(await open("/manage/resets")).toBe(403);
  await page.context().clearCookies();
  await signIn(page, demonstration, "admin@demo.example");
  expect(await open("/manage/people/nobody")).toBe(404);
  expect(await open("/manage/people?trust=ZZZZ")).toBe(404);
  await open("/manage/people");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all people (CSV)" }).click();
  const file = await (await download).path();
  expect(readFileSync(file, "utf8")).toContain("admin@demo.example,Foundation admin");
});
