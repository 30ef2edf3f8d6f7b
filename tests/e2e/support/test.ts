import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { sessionCookie } from "../../support/session-cookie";
import { type Portal, startPortal } from "./portal";

export interface Options {
  /** Whether the browser is given the portal's scripts. */
  ownScripts: boolean;
}

interface Fixtures {
  /** A demonstration of the test's own, to change at will. */
  ownPortal: Portal;
  /** Fails the test when the page breaks a rule of WCAG 2.2 AA, or is wider than the screen. */
  pageIsSound: () => Promise<void>;
}
interface WorkerFixtures {
  /** A demonstration that tests share and only read. */
  demonstration: Portal;
  /** England's register, shared and only read. */
  england: Portal;
}

/** A refusal is an answer; and a portal of a test's own may stop while the last page is still loading. */
const EXPECTED = /status of 4\d\d|ERR_CONNECTION_(?:REFUSED|RESET)/;
const KEPT_AWAY = /ERR_BLOCKED_BY_CLIENT/;

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  ownScripts: [true, { option: true }],
  ownPortal: async ({ baseURL: _ }, use) => {
    const portal = await startPortal("demonstration");
    await use(portal);
    await portal.stop();
  },
  demonstration: [
    async ({ browser: _ }, use) => {
      const portal = await startPortal("demonstration");
      await use(portal);
      await portal.stop();
    },
    { scope: "worker" },
  ],
  england: [
    async ({ browser: _ }, use) => {
      const portal = await startPortal("england");
      await use(portal);
      await portal.stop();
    },
    { scope: "worker" },
  ],
  // What the browser complains of fails the test: a refused style, a missing file, a broken page.
  page: async ({ page, ownScripts }, use) => {
    const complaints: string[] = [];
    const isExpected = (text: string) => EXPECTED.test(text) || (!ownScripts && KEPT_AWAY.test(text));
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
    });
    if (!ownScripts) await page.route("**/assets/*.js", (route) => route.abort("blockedbyclient"));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await use(page);
    expect(complaints).toEqual([]);
  },
  pageIsSound: async ({ page, javaScriptEnabled }, use) => {
    await use(async () => {
      await expect(page.locator("h1")).toHaveCount(1);
      // A page that has no styles yet is not the one that people see.
      await page.waitForLoadState("load");
      // Axe is a script; the pages are the same without JavaScript.
      if (javaScriptEnabled === false) return;
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      const seenAt = page.viewportSize();
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `at ${width} px the page is wider than the screen`).toBeLessThanOrEqual(0);
      }
      if (seenAt !== null) await page.setViewportSize(seenAt);
    });
  },
});

export { expect };

/** Somebody comes signed in, to the page on which signing in ends. How they do it is walked in the tests of accounts. */
export async function signIn(page: Page, portal: Portal, email: string) {
  await page.context().addCookies([{ ...(await sessionCookie(portal.databaseUrl, email)), url: portal.origin }]);
  await page.goto(`${portal.origin}/sign-in`);
}

export async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
}
