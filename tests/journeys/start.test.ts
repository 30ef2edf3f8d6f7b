import { expect, test } from "vitest";
import { signIn } from "../../app/journeys/account/sign-in";
import { readSettings } from "../../app/platform/settings";
import { seed } from "../../prisma/seed/seed";
import { demonstration, open } from "../support/database";

const settingsFor = (url: string, password: string, demo = "1") =>
  readSettings({ DEMO: demo, DATABASE_URL: url, DEMO_PASSWORD: password });
const silently = () => {};

test("a later start changes nothing, and the password it prints is the one that signs in", async () => {
  const { context, db, url } = await demonstration();
  const before = [await db.return.count(), await db.release.count(), await db.requestEvent.count()];
  const told = await seed(context, settingsFor(url, "another-password"), silently);
  expect(told).toContain("with the password another-password");
  expect([await db.return.count(), await db.release.count(), await db.requestEvent.count()]).toEqual(before);
  const credentials = { email: "officer@demo.example", password: "another-password" };
  expect((await signIn(context, credentials, null)).ok).toBe(true);
  expect((await signIn(context, { ...credentials, password: "a-password-for-tests" }, null)).ok).toBe(false);
});

test("the demonstration and England never share a database", async () => {
  const { context, url } = await demonstration();
  await expect(seed(context, settingsFor(url, "a-password-for-tests", "0"), silently)).rejects.toThrow(
    /holds demonstration/,
  );
  const england = await open("england");
  await expect(seed(england.context, settingsFor(england.url, "a-password-for-tests"), silently)).rejects.toThrow(
    /holds england/,
  );
});

test("a start that was broken off leaves nothing behind, so it can be made again", async () => {
  const { context, db, url } = await demonstration();
  // As at the very first start, with something in the way of its last step.
  await db.installation.delete({ where: { id: 1 } });
  await expect(seed(context, settingsFor(url, "a-password-for-tests"), silently)).rejects.toThrow();
  expect(await db.installation.count()).toBe(0);
});

test("signing in again ends the session the browser had", async () => {
  const { context, officer } = await demonstration();
  const first = await context.sessions.start(officer.id);
  const cookie = first.split(";")[0] ?? "";
  expect(await context.sessions.personIdOf(cookie)).toBe(officer.id);
  const credentials = { email: "officer@demo.example", password: "a-password-for-tests" };
  const again = await signIn(context, credentials, cookie);
  expect(again.ok).toBe(true);
  expect(await context.sessions.personIdOf(cookie)).toBeNull();
  const token = cookie.slice("sid=".length);
  expect(await context.db.session.count({ where: { id: token } })).toBe(0);
});
