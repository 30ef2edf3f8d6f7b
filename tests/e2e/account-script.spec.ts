import type { CDPSession, Page } from "@playwright/test";
import type { Portal } from "./support/portal";
import { idleFor, letIdle, letStale } from "./support/session";
import { givePassword } from "./support/sign-in-by-hand";
import { expect, signIn, signOut, test } from "./support/test";

const OFFICER = "officer@demo.example";
const NEIGHBOUR = "officer2@demo.example";

/** A device that holds passkeys, as Chromium plays it, and whose owner it knows by face. */
async function deviceOf(page: Page): Promise<{ network: CDPSession; authenticatorId: string }> {
  const network = await page.context().newCDPSession(page);
  await network.send("WebAuthn.enable");
  const { authenticatorId } = await network.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { network, authenticatorId };
}

async function addPasskey(page: Page, { origin }: Portal, name: string) {
  await page.goto(`${origin}/account/passkeys`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Your passkeys" })).toContainText(name);
}

const passkeyButton = (page: Page) => page.getByRole("button", { name: "Use a passkey instead" });

test("R6: a passkey is added, signs in after the password, confirms that it is you, and is removed", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await deviceOf(page);
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account/passkeys`);
  await expect(page.getByText("You have no passkey yet.")).toBeVisible();
  await pageIsSound();
  await addPasskey(page, ownPortal, "Work laptop");
  await pageIsSound();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.locator(".passkey [role=alert]")).toContainText("holds a passkey for your account already");
  await pageIsSound();

  await signOut(page);
  await page.goto(`${ownPortal.origin}/submit/2025-26`);
  await page.getByLabel("Email address").fill(OFFICER);
  await page.getByLabel("Password").fill("a-password-for-the-tests");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(passkeyButton(page)).toBeVisible();
  await pageIsSound();
  await passkeyButton(page).click();
  await expect(page).toHaveURL(/\/submit\/2025-26$/);

  await letStale(ownPortal, OFFICER, 11);
  await page.goto(`${ownPortal.origin}/account/passkeys`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm it’s you");
  await passkeyButton(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passkeys");
  await expect(page.getByText("Last used on")).toBeVisible();
  await page.getByRole("button", { name: "Remove Work laptop" }).click();
  await expect(page.getByText("The passkey is removed.")).toBeVisible();
  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await expect(passkeyButton(page)).toHaveCount(0);
});

test("R6: an answer that was taken is not taken again, and not from somebody else", async ({ page, ownPortal }) => {
  await deviceOf(page);
  await signIn(page, ownPortal, NEIGHBOUR);
  await addPasskey(page, ownPortal, "Neighbour’s laptop");
  await page.context().clearCookies();
  await signIn(page, ownPortal, OFFICER);
  await addPasskey(page, ownPortal, "Work laptop");
  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  const answered = page.waitForRequest((request) => request.postData()?.includes('"answer"') ?? false);
  await passkeyButton(page).click();
  const replayed = (await answered).postData() ?? "";
  await expect(page).toHaveURL(/\/submit$/);

  for (const email of [OFFICER, NEIGHBOUR]) {
    await page.context().clearCookies();
    await givePassword(page, ownPortal, email);
    await expect(passkeyButton(page)).toBeVisible();
    const post = (data: string) =>
      page.request.post(`${ownPortal.origin}/sign-in/passkey`, {
        headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
        data,
      });
    expect(await (await post('{"kind":"ask"}')).json()).toMatchObject({ userVerification: "required" });
    const answer = await post(replayed);
    expect(answer.status()).toBe(422);
    expect(await answer.json()).toEqual({ says: expect.stringContaining("That passkey was not taken.") });
    await page.goto(`${ownPortal.origin}/submit`);
    await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  }
});

test("R6: whatever goes wrong with a passkey is said beside its button, and the code still works", async ({
  context,
  ownPortal,
}) => {
  // The browser itself complains of what fails here.
  const page = await context.newPage();
  const { network, authenticatorId } = await deviceOf(page);
  await signIn(page, ownPortal, OFFICER);
  await addPasskey(page, ownPortal, "Work laptop");
  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  const said = page.locator(".passkey [role=alert]");

  await page.route("**/sign-in/passkey", (route) => route.abort());
  await passkeyButton(page).click();
  await expect(said).toContainText("The service could not be reached.");
  await page.unroute("**/sign-in/passkey");

  await network.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await passkeyButton(page).click();
  await expect(said).toContainText("No passkey was given");
  await expect(page.getByLabel("Code", { exact: true })).toBeEditable();
  await network.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await passkeyButton(page).click();
  await expect(page).toHaveURL(/\/submit$/);

  await page.goto(`${ownPortal.origin}/account/passkeys`);
  await letStale(ownPortal, OFFICER, 11);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm it’s you");
});

test("R6: a browser that knows no passkeys is offered none", async ({ page, ownPortal }) => {
  await deviceOf(page);
  await signIn(page, ownPortal, OFFICER);
  await addPasskey(page, ownPortal, "Work laptop");
  await page.addInitScript(() => Reflect.deleteProperty(PublicKeyCredential, "parseRequestOptionsFromJSON"));
  await page.goto(`${ownPortal.origin}/account/passkeys`);
  await expect(page.getByText("This browser cannot add a passkey here.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
  await signOut(page);
  await givePassword(page, ownPortal, OFFICER);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(passkeyButton(page)).toBeHidden();
});

/** Time passes for the page once its script, which it fetches after it has loaded, looks at the time. */
async function passAlmostHalfAnHour(page: Page) {
  await expect(page.locator("dialog.session-end")).toBeAttached();
  await page.clock.fastForward("28:30");
}

test("R13: two minutes before a session ends its owner is warned, and can stay", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await page.clock.install();
  await signIn(page, ownPortal, OFFICER);
  const warning = page.getByRole("alertdialog");
  // Another tab has gone on meanwhile: nothing is said.
  const looked = page.waitForResponse("**/account/stay");
  await passAlmostHalfAnHour(page);
  await looked;
  await expect(warning).toBeHidden();

  await letIdle(ownPortal, OFFICER, 28.5);
  await passAlmostHalfAnHour(page);
  await expect(warning).toContainText(/You will be signed out at \d\d:\d\d/);
  await expect(warning).toContainText("what you typed is kept for a day");
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  expect(await idleFor(ownPortal, OFFICER)).toBeGreaterThan(28 * 60_000);
  await pageIsSound();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign out now" })).toBeFocused();

  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning).toBeHidden();
  expect(await idleFor(ownPortal, OFFICER)).toBeLessThan(60_000);
});

test("R13: a session that has ended is said to have, and what was typed is still there", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await page.clock.install();
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/submit/2025-26/clarification`);
  await page.getByLabel("What do you need to know?").fill("Do you count referrals, or children?");
  await letIdle(ownPortal, OFFICER, 31);
  await passAlmostHalfAnHour(page);
  const over = page.getByRole("alertdialog");
  await expect(over).toContainText(/You were signed out at \d\d:\d\d/);
  await expect(over.getByRole("link", { name: "Sign in again" })).toBeFocused();
  await pageIsSound();
  await over.getByRole("button", { name: "Close" }).click();
  await expect(over).toBeHidden();
  await expect(page.getByLabel("What do you need to know?")).toHaveValue("Do you count referrals, or children?");
});

test("R13: from the warning one can sign out at once", async ({ page, ownPortal }) => {
  await page.clock.install();
  await signIn(page, ownPortal, OFFICER);
  await letIdle(ownPortal, OFFICER, 28.5);
  await passAlmostHalfAnHour(page);
  await page.getByRole("button", { name: "Sign out now" }).click();
  await page.goto(`${ownPortal.origin}/submit`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a password that is being chosen can be looked at, and is hidden again before it is sent", async ({
  page,
  ownPortal,
  pageIsSound,
}) => {
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account/password`);
  const field = page.getByLabel("New password");
  await field.fill("too short");
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).last().click();
  await expect(field).toHaveAttribute("type", "text");
  await expect(page.getByText("Your password is visible")).toBeAttached();
  await pageIsSound();
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).last().click();
  // The form is stopped as it is sent, to see what it would send.
  await page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()));
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(field).toHaveAttribute("type", "password");
  await expect(field).toHaveValue("too short");
});

test("R5: recovery codes are copied with whose they are and where they are used", async ({ context, ownPortal }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await signIn(page, ownPortal, OFFICER);
  await page.goto(`${ownPortal.origin}/account/recovery-codes`);
  await page.getByRole("button", { name: "Make new recovery codes" }).click();
  const codes = await page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`Zero to Two recovery codes for ${OFFICER}`);
  expect(copied).toContain(`${ownPortal.origin}/sign-in`);
  expect(codes.filter((code) => !copied.includes(code))).toEqual([]);
});
