import { openDatabase } from "../../app/db/client";
import { addContributor, CONTRIBUTOR } from "../support/contributor";
import { sessionCookie } from "../support/session-cookie";
import { codeNow } from "./support/code";
import { returnFile } from "./support/files";
import { letterTo, linkIn } from "./support/letters";
import { letIdle, letStale } from "./support/session";
import { giveCode, givePassword, typePassword } from "./support/sign-in-by-hand";
import { expect, signIn, signOut, test } from "./support/test";

const OFFICER = "officer@demo.example";

test("R14: people see their account and where they are signed in, and end what they do not know", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  for (const _ of [1, 2]) await sessionCookie(ownPortal.databaseUrl, OFFICER);
  await givePassword(page, ownPortal, OFFICER);
  await giveCode(page, codeNow());
  await page.getByRole("link", { name: "First officer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(page.getByText("In use since")).toBeVisible();
  await expect(page.getByText("You have no recovery code left")).toBeVisible();
  const sessions = page.getByRole("listitem").filter({ hasText: "Last used" });
  await expect(sessions).toHaveCount(3);
  await expect(sessions.first()).toContainText("This one");
  await pageIsSound();

  await page.getByRole("button", { name: "Sign out of A browser that we do not know" }).first().click();
  await expect(page.getByText("That browser is signed out.")).toBeVisible();
  await expect(sessions).toHaveCount(2);
  await pageIsSound();
  await sessionCookie(ownPortal.databaseUrl, OFFICER);
  await page.reload();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(sessions).toHaveCount(1);
  await expect(sessions).toContainText("This one");
});

test("R15: what weighs most asks for the second factor anew, and then a password is changed", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, OFFICER);
  await letStale(ownPortal, OFFICER, 11);
  await page.goto(`${ownPortal.origin}/account`);
  await page.getByRole("link", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm it’s you");
  await pageIsSound();
  await giveCode(page, "000000");
  await expect(page.getByRole("alert")).toContainText("That code is not right");
  await pageIsSound();
  await giveCode(page, codeNow());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change your password");
  await pageIsSound();

  const change = async (current: string, password: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change("not my password", "lantern orchard quietly paddle");
  await expect(page.getByRole("alert")).toContainText("That is not your current password");
  await pageIsSound();
  await change("a-password-for-the-tests", "short");
  await expect(page.getByRole("alert")).toContainText("12");
  await change("a-password-for-the-tests", "a-password-for-the-tests");
  await expect(page.getByRole("alert")).toContainText("The new password is the same as the current one.");
  await change("a-password-for-the-tests", "lantern orchard quietly paddle");
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await letterTo(ownPortal, "Your password was changed");

  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  await expect(page.getByRole("alert")).toContainText("is not right");
  await typePassword(page, OFFICER, "lantern orchard quietly paddle");
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
});

test("R5: recovery codes are shown once, the newer void the older, and each signs in once", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, OFFICER);
  const made = async () => {
    await page.goto(`${ownPortal.origin}/account/recovery-codes`);
    await pageIsSound();
    await page.getByRole("button", { name: "Make new recovery codes" }).click();
    const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await expect(codes).toHaveCount(10);
    await pageIsSound();
    return codes.allTextContents();
  };
  const [older = ""] = await made();
  const [newer = ""] = await made();
  await page.getByRole("link", { name: "I have saved them – continue" }).click();
  await expect(page.getByText("10 of 10 left")).toBeVisible();
  await signOut(page);

  await givePassword(page, ownPortal, OFFICER);
  await giveCode(page, older);
  await expect(page.getByRole("alert")).toContainText("That code is not right");
  await giveCode(page, newer.toUpperCase());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your new phone");
  await pageIsSound();
  await page.getByRole("link", { name: "Replace my authenticator app" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Replace your authenticator app");
  await page.goBack();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL(/\/submit$/);
  await page.goto(`${ownPortal.origin}/account`);
  await expect(page.getByText("9 of 10 left")).toBeVisible();
  expect(await letterTo(ownPortal, "A recovery code was used")).toContain("You have 9 left");
});

test("an authenticator app is replaced, and the old one works until then", async ({ page, ownPortal, pageIsSound }) => {
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account/authenticator`);
  await pageIsSound();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  await pageIsSound();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("That code does not match");
  await pageIsSound();
  await page.getByText("I cannot scan it", { exact: true }).click();
  const key = (await page.locator("code.key").textContent()) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(codeNow(key.replaceAll(" ", "")));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await pageIsSound();
  await page.getByRole("link", { name: "I have saved them – continue" }).click();
  await expect(page.getByText("Your authenticator app is replaced.")).toBeVisible();
  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  await giveCode(page, codeNow());
  await expect(page.getByRole("alert")).toContainText("That code is not right");
});

test("a name and a job title are corrected by their owner", async ({ page, ownPortal, pageIsSound }) => {
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account`);
  await page.getByRole("link", { name: "Change name" }).click();
  await pageIsSound();
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your name");
  await expect(page).toHaveTitle("Error: Change your name or job title – Zero to Two");
  await pageIsSound();
  await page.getByLabel("Name", { exact: true }).fill("Nadia Officer");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your name and job title are saved.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Nadia Officer" })).toBeVisible();
});

test("R7: an email address is changed by the link that was sent to the new one, and the old one is told", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account/email`);
  await pageIsSound();
  const ask = async (email: string) => {
    await page.getByLabel("New email address").fill(email);
    await page.getByRole("button", { name: "Send link" }).click();
  };
  await ask("officer@demo.example");
  await expect(page.getByRole("alert")).toContainText("That is your address already");
  await pageIsSound();
  await ask("new.officer@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your new inbox");
  await pageIsSound();
  const { pathname } = new URL(linkIn(await letterTo(ownPortal, "Confirm your new email address")));
  for (let looks = 0; looks < 3; looks++) expect((await page.goto(ownPortal.origin + pathname))?.status()).toBe(200);
  await pageIsSound();
  await page.getByRole("button", { name: "Change email address" }).click();
  await expect(page.getByText("Your email address is changed.")).toBeVisible();
  await expect(page.getByText("new.officer@demo.example")).toBeVisible();
  expect(await letterTo(ownPortal, "Your email address was changed")).toContain("To: officer@demo.example");
  expect((await page.goto(ownPortal.origin + pathname))?.status()).toBe(404);
  await pageIsSound();
});

test("R13: what is sent after the session has ended is offered again after signing in", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/submit/2025-26/clarification`);
  await page.getByLabel("What do you need to know?").fill("Do you count referrals, or children?");
  await letIdle(ownPortal, OFFICER, 31);
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("You were signed out before what you sent arrived. It is kept")).toBeVisible();
  await pageIsSound();
  await typePassword(page, OFFICER);
  await giveCode(page, codeNow());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Carry on with what you were doing?");
  await pageIsSound();
  await page.getByRole("button", { name: "Send it now" }).click();
  await expect(page.getByText("Your question was sent.")).toBeVisible();
  await expect(page.getByText("Do you count referrals, or children?")).toBeVisible();
});

test("R17: a form opened for one trust and sent for another waits until its trust is chosen again", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  const db = await openDatabase(ownPortal.databaseUrl);
  const { id } = await db.person.findUniqueOrThrow({ where: { email: OFFICER }, select: { id: true } });
  await db.membership.create({ data: { personId: id, ods: "ZD02", role: "signatory" } });
  await signIn(page, ownPortal, OFFICER);
  await db.session.updateMany({ where: { personId: id }, data: { ods: "ZD01" } });
  await page.goto(`${ownPortal.origin}/submit/2025-26/clarification`);
  await page.getByLabel("What do you need to know?").fill("Do you count referrals, or children?");
  await db.session.updateMany({ where: { personId: id }, data: { ods: "ZD02" } });
  await db.$disconnect();
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This form is for another trust");
  await pageIsSound();
  await page.getByRole("main").getByRole("link", { name: "Change trust" }).click();
  await page.getByLabel("(ZD01)").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Send it now" }).click();
  await expect(page.getByText("Your question was sent.")).toBeVisible();
});

test("a contributor prepares the answers and tells those who may declare them", async ({
  page,
  ownPortal,
  pageIsSound,
}, testInfo) => {
  const db = await openDatabase(ownPortal.databaseUrl);
  await addContributor(db);
  await db.$disconnect();
  await signIn(page, ownPortal, CONTRIBUTOR);
  await page.goto(`${ownPortal.origin}/submit/2025-26/upload`);
  await page.getByLabel("Your return as a CSV file").setInputFiles(
    returnFile(testInfo, "ZD01", [
      ["yes", "6", "5"],
      ["yes", "<5", "<5"],
      ["yes", "14", "11"],
      ["", "2140", "1675"],
    ]),
  );
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.getByRole("link", { name: "Continue to the declaration" }).click();
  await expect(page.getByText("Only a signatory of your trust may declare and send these answers")).toContainText(
    "First officer",
  );
  await pageIsSound();
  const declared = await page.request.post(`${ownPortal.origin}/submit/2025-26/declare?for=ZD01`, {
    headers: { "Sec-Fetch-Site": "same-origin" },
    form: { name: "A contributor", role: "Analyst", agreed: "yes" },
  });
  expect(declared.status()).toBe(403);
  await page.getByRole("button", { name: "Tell them that it is ready" }).click();
  await expect(page.getByText("The signatories of your trust are told by email")).toBeVisible();
  const letter = await letterTo(ownPortal, "Ready to declare");
  expect(letter).toContain("To: officer@demo.example");
  await page.goto(`${ownPortal.origin}/submit/2025-26/clarification`);
  await expect(page.getByText("Only a signatory of your trust may ask")).toBeVisible();
  await pageIsSound();
  await page.goto(`${ownPortal.origin}/submit/2025-26/reply`);
  await expect(page.getByText("Only a signatory of your trust may answer")).toBeVisible();
});
