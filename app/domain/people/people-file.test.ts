import { expect, test } from "vitest";
import { writeCsv } from "../returns/csv";
import type { Account } from "./account";
import { peopleFile } from "./people-file";

const NOW = new Date("2026-11-23T12:00:00Z");
const account: Account = {
  id: "1",
  name: "Ann Other",
  email: "ann@trust.nhs.uk",
  jobTitle: "",
  foundationRole: null,
  places: [
    { ods: "ZD01", name: "First Trust", role: "signatory", isEnded: false },
    { ods: "ZD02", name: "Second Trust", role: "contributor", isEnded: true },
  ],
  invitation: null,
  hasPassword: true,
  hasAuthenticator: true,
  passkeys: 1,
  helpAskedAt: null,
  lastSignInAt: new Date("2026-11-22T09:30:00Z"),
  endedAt: null,
};

test("R35: a row for each role that somebody has", () => {
  const [headings = [], ...rows] = peopleFile([account], NOW);
  expect(headings).toHaveLength(13);
  const shared = [null, null, null, "2026-11-22T09:30:00.000Z", "yes", 1];
  expect(rows).toEqual([
    ["Ann Other", "ann@trust.nhs.uk", "Signatory", "ZD01", "First Trust", "open", "Active", ...shared],
    ["Ann Other", "ann@trust.nhs.uk", "Contributor", "ZD02", "Second Trust", "ended", "Active", ...shared],
  ]);
});

test("R35: whoever has no role is listed as well, and the Foundation's people", () => {
  const [, none, staff] = peopleFile(
    [
      { ...account, places: [] },
      { ...account, places: [], foundationRole: "staff", endedAt: NOW },
    ],
    NOW,
  );
  expect(none?.slice(2, 7)).toEqual(["None", null, null, null, "No trust to act for"]);
  expect(staff?.slice(2, 10)).toEqual([
    "Foundation staff",
    null,
    null,
    null,
    "Access ended",
    null,
    null,
    "2026-11-23T12:00:00.000Z",
  ]);
});

test("R24: a name that could run as a formula is written as a text", () => {
  const file = writeCsv(peopleFile([{ ...account, name: '=HYPERLINK("http://elsewhere.example")' }], NOW));
  expect(file).toContain(`"'=HYPERLINK(`);
});
