import { expect, test } from "vitest";
import { readInvitee } from "./invitee";

const ann = { email: "ann@trust.nhs.uk", name: "Ann Other", role: "contributor", trust: "ZD01" };

const fieldsAtFault = (texts: Partial<typeof ann>) => {
  const read = readInvitee({ ...ann, ...texts });
  return read.ok ? [] : read.problems.map(({ field }) => field);
};

test("an address is read in lower case, without the spaces around it", () => {
  expect(readInvitee({ ...ann, email: " Ann@Trust.NHS.UK " })).toEqual({
    ok: true,
    invitee: {
      email: "ann@trust.nhs.uk",
      name: "Ann Other",
      as: { of: "trust", role: "contributor", ods: "ZD01" },
    },
  });
});

test.each([
  "ann@trust.nhs.uk, bob@trust.nhs.uk",
  "ann@trust.nhs.uk;bob@trust.nhs.uk",
  "Ann <ann@trust.nhs.uk>",
  "ann@trust.nhs.uk\r\nBcc: bob@trust.nhs.uk",
  "ann@trust.nhs.uk\r\n",
  "ann@trust.nhs.uk\n",
  "ann@",
  "",
])("F15: %j is not one address", (email) => {
  expect(fieldsAtFault({ email })).toEqual(["email"]);
});

test("F15: a name is one line without angle brackets", () => {
  expect(fieldsAtFault({ name: "Ann\r\nBcc: bob@trust.nhs.uk" })).toEqual(["name"]);
  expect(fieldsAtFault({ name: "Ann <ann@trust.nhs.uk>" })).toEqual(["name"]);
  expect(fieldsAtFault({ name: " " })).toEqual(["name"]);
  expect(fieldsAtFault({ name: "A".repeat(121) })).toEqual(["name"]);
  expect(fieldsAtFault({ name: "Ní Bhriain, Síle (she/her)" })).toEqual([]);
});

test("a trust's role needs a trust, and the Foundation's takes none", () => {
  expect(fieldsAtFault({ trust: "" })).toEqual(["trust"]);
  expect(fieldsAtFault({ role: "admin" })).toEqual(["trust"]);
  expect(fieldsAtFault({ role: "admin", trust: "" })).toEqual([]);
  expect(fieldsAtFault({ role: "owner" })).toEqual(["role"]);
});

test("everything that is wrong is said at once", () => {
  expect(fieldsAtFault({ email: "", name: "", role: "" })).toEqual(["email", "name", "role"]);
});
