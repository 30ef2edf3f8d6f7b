import { expect, test } from "vitest";
import { type Account, factorsInWords, rolesInWords, standingOf, waitsForHelpSince } from "./account";

const NOW = new Date("2026-11-29T12:00:00Z");

const officer: Account = {
  id: "1",
  name: "An officer",
  email: "officer@trust.example",
  jobTitle: "",
  foundationRole: null,
  places: [{ ods: "ZD01", name: "First Trust", role: "signatory", isEnded: false }],
  invitation: null,
  hasPassword: true,
  hasAuthenticator: true,
  passkeys: 0,
  lastSignInAt: null,
  helpAskedAt: null,
  endedAt: null,
};

test("with a password and an authenticator an account is active, and before the authenticator to be set up", () => {
  expect(standingOf(officer, NOW)).toBe("active");
  expect(standingOf({ ...officer, hasAuthenticator: false }, NOW)).toBe("set-up");
});

test("without a password an account is invited until the invitation expires, and closed where there is none any more", () => {
  const until = (expiresAt: string) => ({ sentAt: NOW, expiresAt: new Date(expiresAt) });
  const invited = { ...officer, hasPassword: false, hasAuthenticator: false };
  expect(standingOf({ ...invited, invitation: until("2026-11-29T12:00:01Z") }, NOW)).toBe("invited");
  expect(standingOf({ ...invited, invitation: until("2026-11-29T12:00:00Z") }, NOW)).toBe("expired");
  expect(standingOf(invited, NOW)).toBe("closed");
});

test("an invitation that somebody has not accepted changes nothing of an active account", () => {
  const invitation = { sentAt: NOW, expiresAt: NOW };
  expect(standingOf({ ...officer, invitation }, NOW)).toBe("active");
});

test("ended access comes before everything; an officer without a trust that has access has nothing to sign in for", () => {
  const ended = {
    ...officer,
    places: [{ ods: "ZD01", name: "First Trust", role: "signatory", isEnded: true }],
  } as const;
  expect(standingOf({ ...officer, endedAt: NOW, places: [] }, NOW)).toBe("ended");
  expect(standingOf({ ...officer, places: [] }, NOW)).toBe("no-trust");
  expect(standingOf(ended, NOW)).toBe("no-trust");
  expect(standingOf({ ...officer, places: [...officer.places, ...ended.places] }, NOW)).toBe("active");
  expect(standingOf({ ...officer, places: [], foundationRole: "staff" }, NOW)).toBe("active");
});

test("second factors in words", () => {
  expect(factorsInWords({ hasAuthenticator: true, passkeys: 2 })).toBe("Authenticator app, 2 passkeys");
  expect(factorsInWords({ hasAuthenticator: false, passkeys: 1 })).toBe("1 passkey");
  expect(factorsInWords({ hasAuthenticator: false, passkeys: 0 })).toBe("None");
});

test("somebody waits for help for seven days, and not once their access is ended", () => {
  const helpAskedAt = new Date("2026-11-22T12:00:01Z");
  expect(waitsForHelpSince({ ...officer, helpAskedAt }, NOW)).toBe(helpAskedAt);
  expect(waitsForHelpSince({ ...officer, helpAskedAt: new Date("2026-11-22T12:00:00Z") }, NOW)).toBeNull();
  expect(waitsForHelpSince({ ...officer, helpAskedAt, endedAt: NOW }, NOW)).toBeNull();
  expect(waitsForHelpSince(officer, NOW)).toBeNull();
});

test("roles in words: a trust's with its code, the Foundation's as they are", () => {
  expect(rolesInWords(officer)).toEqual(["First Trust (ZD01), as signatory"]);
  expect(rolesInWords({ foundationRole: "admin", places: [] })).toEqual(["Foundation admin"]);
});
