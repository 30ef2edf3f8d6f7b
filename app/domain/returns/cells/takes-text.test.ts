import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTakes } from "./takes-text";

describe("plain answers carry no words", () => {
  test.each([
    ["yes", "yes"],
    ["YES ", "yes"],
    ["No", "no"],
    ["Partial", "partial"],
    ["not held", "not-held"],
    ["", "missing"],
    [" ", "missing"],
  ])("%j", (raw, takes) =>
    expect(readTakes(raw, "0-12m")).toEqual({ takes, words: null, synonym: false, unclear: null, holder: null }),
  );
});

describe("signs", () => {
  test.each(["Y", "TRUE", "1", "✓", "✔"])("%s is yes", (raw) =>
    expect(readTakes(raw, "0-12m")).toMatchObject({ takes: "yes", synonym: true, words: null }),
  );
  test.each(["N", "FALSE", "0", "✗"])("%s is no", (raw) =>
    expect(readTakes(raw, "0-12m")).toMatchObject({ takes: "no", synonym: true, words: null }),
  );
  test("x is a tick on some forms and a cross on others", () => {
    expect(readTakes("x", "0-12m")).toMatchObject({ takes: "unclear", unclear: "mark", words: "x" });
    expect(readTakes(" X", "0-12m")).toMatchObject({ takes: "unclear", unclear: "mark" });
  });
});

describe("refusals, with the section kept in the words", () => {
  test.each(["refused s12", "Refused under section 14", "refused", "s40(2)", "Section 12: over the cost limit"])(
    "%s",
    (raw) => expect(readTakes(raw, "0-12m")).toMatchObject({ takes: "refused", words: raw, unclear: null }),
  );
  test("a trust that refuses children answers no", () =>
    expect(readTakes("Referrals not accepted", "0-12m").takes).toBe("no"));
});

describe("sentences, with the trust's words kept", () => {
  test.each([
    ["Accept from birth", "yes"],
    ["Yes, from birth", "yes"],
    ["Yes, we do", "yes"],
    ["Yes – we take referrals", "yes"],
    ["Not commissioned", "no"],
    ["N/A – not commissioned", "no"],
    ["We accept from age 3", "no"],
    ["3+ only", "no"],
    ["No - see our website", "no"],
    ["Under 5s go to community paediatrics", "no"],
    ["Under 5’s are seen by health visitors", "no"],
    ["We do not accept under 5s", "no"],
    ["Yes, in exceptional circumstances", "partial"],
    ["Yes via parent-infant team", "partial"],
    ["Consultation only", "partial"],
    ["Advice to professionals", "partial"],
    ["Occasionally", "partial"],
    ["No, except in a crisis", "partial"],
    ["Yes, some", "partial"],
    ["The Trust does not hold this information", "not-held"],
  ])("%s: %s", (raw, takes) =>
    expect(readTakes(raw, "0-12m")).toMatchObject({ takes, words: raw, synonym: true, unclear: null }),
  );

  test.each([".", "maybe", "n/a", "not known", "TBC", "see notes"])("%j says neither", (raw) =>
    expect(readTakes(raw, "0-12m")).toMatchObject({ takes: "unclear", unclear: "words", words: raw }),
  );
});

test("an age from which children are taken is an answer for each band", () => {
  const answers = (raw: string) => (["0-12m", "12-24m", "24-36m"] as const).map((band) => readTakes(raw, band).takes);
  expect(answers("From 12 months")).toEqual(["no", "yes", "yes"]);
  expect(answers("Yes - from age 2")).toEqual(["no", "no", "yes"]);
  expect(answers("from 18 months")).toEqual(["no", "unclear", "yes"]);
  expect(answers("Under 1s go to health visiting")).toEqual(["no", "unclear", "unclear"]);
});

test.each([
  ["Contact Northgate Trust", "Northgate Trust"],
  ["Not held, please contact ZD02.", "ZD02"],
  ["Not held", null],
  ["Not held by the Trust", null],
  ["Information held by Southmoor NHS Trust", "Southmoor NHS Trust"],
])("%s names %s as holder", (raw, holder) =>
  expect(readTakes(raw, "0-12m")).toMatchObject({ takes: "not-held", holder }),
);

test("any text gets an answer", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (raw) => void readTakes(raw, "12-24m").takes));
});
