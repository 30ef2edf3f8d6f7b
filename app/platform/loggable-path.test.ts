import { expect, test } from "vitest";
import { loggablePath } from "./loggable-path";

const TOKEN = "Zk3vTn8Qw1Xy5Lr0Pb7Jd2Hs9Gf4Mc6Va-Ue_Oi1KxYz";

test.each([
  ["/invitation/short", "/invitation/…"],
  [`/invitation/${TOKEN}`, "/invitation/…"],
  [`/forgotten-password/${TOKEN}.data`, "/forgotten-password/…"],
  [`/account/email/${TOKEN}`, "/account/email/…"],
  [`/%69nvitation/short`, "/invitation/…"],
  [`/INVITATION/short/`, "/INVITATION/…/"],
  [`//invitation/${TOKEN}`, "//invitation/…"],
  [`/invitations/${TOKEN}`, "/invitations/…"],
  [`/${TOKEN}`, "/…"],
  [`/%/${TOKEN}`, "/%/…"],
])("R30: the log keeps %s as %s", (path, kept) => {
  expect(loggablePath(path)).toBe(kept);
});

test.each(["/", "/submit/2025-26/form/keep", "/chase/2025-26/ZD01/versions", "/account/email", "/forgotten-password"])(
  "R30: the log keeps %s whole",
  (path) => {
    expect(loggablePath(path)).toBe(path);
  },
);
