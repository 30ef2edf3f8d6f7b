import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { day } from "../calendar/day";
import { reportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";
import { readRequests } from "../requests/read-requests";
import { tallyRound } from "../requests/round-tally";
import { readReturnFile } from "../returns/read-return-file";
import type { Figures, Takes } from "../returns/return";
import { readRegister } from "../trusts/read-register";
import { type Register, registerOf } from "../trusts/register";
import { type Publishable, publishRound, readPublished, UnreadableRelease, WouldReveal } from "./publishable";
import type { ReleaseContent } from "./release-content";
import type { Round, RoundAnswer, RoundTrust } from "./round-content";

const exactly = (value: number): Count => ({ kind: "exact", value });

function figures(referred: readonly number[], accessed: readonly number[], takes: Takes = "yes"): Figures {
  const band = (at: number) => ({
    takes,
    takesWords: null,
    referred: exactly(referred[at] ?? 0),
    accessed: exactly(accessed[at] ?? 0),
  });
  return {
    bands: { "0-12m": band(0), "12-24m": band(1), "24-36m": band(2) },
    all: { referred: exactly(referred[3] ?? 2400), accessed: exactly(accessed[3] ?? 1200) },
  };
}

const trust = (ods: string, answer: RoundAnswer, added = false): RoundTrust => {
  return { ods, name: `${ods} NHS Trust`, region: "London", added, answer };
};
const answered = (ods: string, given: Figures | null) => trust(ods, { state: "answered", figures: given });

const REGISTER: Register = registerOf(
  ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"].map((ods) => {
    return { ods, name: ods, region: "London", opened: null, closed: null, successor: null, breaks: [] };
  }),
);

const round = (trusts: readonly RoundTrust[], changes: Partial<Round> = {}): Round => {
  const year = reportingYear("2022-23");
  return { year, issuedOn: day("2024-03-21"), trusts, register: REGISTER, previous: null, ...changes };
};

const TRUSTS = [
  answered("AAA", figures([3, 8, 12], [2, 6, 9])),
  answered("BBB", figures([0, 0, 0], [0, 0, 0], "no")),
  trust("CCC", { state: "not-accepted" }),
  trust("DDD", { state: "outstanding" }),
  trust("EEE", { state: "transferred", to: "FFF" }),
  trust("FFF", { state: "answered", figures: figures([15, 20, 25], [9, 12, 15]) }, true),
];
const RELEASE = publishRound(round(TRUSTS));

const row = (content: ReleaseContent, ods: string) => content.trusts.find((each) => each.ods === ods);

describe("a release", () => {
  test("says who was asked, and who answered what", () => {
    expect(RELEASE.response).toEqual({
      asked: 5,
      transferred: 1,
      added: 1,
      inScope: 5,
      answered: 4,
      notAccepted: ["CCC"],
      outstanding: ["DDD"],
    });
    expect(RELEASE.acceptance).toMatchObject({ known: 3, unknown: 1, any: { yes: 2, known: 3, inScope: 5 } });
  });

  test("has one row a trust, its small counts hidden and its zeros shown", () => {
    expect(row(RELEASE, "AAA")).toEqual({
      ods: "AAA",
      name: "AAA NHS Trust",
      region: "London",
      state: "answered",
      transferredTo: null,
      added: false,
      category: "any",
      takes: { "0-12m": "yes", "12-24m": "yes", "24-36m": "yes" },
      referred: {
        bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[c]" }, "24-36m": { status: "value", value: 12 } },
        total: { status: "value", value: 23 },
        all: { status: "value", value: 2400 },
      },
      accessed: {
        bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[c]" }, "24-36m": { status: "value", value: 9 } },
        total: { status: "value", value: 17 },
        all: { status: "value", value: 1200 },
      },
      share: { status: "value", value: 23 / 2400 },
      accessPerTen: { status: "value", value: 170 / 23 },
    });
    expect(row(RELEASE, "BBB")?.referred.total).toEqual({ status: "value", value: 0 });
  });

  test("keeps no answer, an answer being checked and a transfer apart", () => {
    const cells = ["CCC", "DDD", "EEE"].map((ods) => row(RELEASE, ods)?.referred.total);
    expect(cells).toEqual([
      { status: "[x]", why: "not yet checked" },
      { status: "[x]", why: "not answered" },
      { status: "[x]", why: "transferred" },
    ]);
    expect(row(RELEASE, "EEE")).toMatchObject({
      state: "transferred",
      transferredTo: "FFF",
      category: null,
      takes: null,
    });
  });

  test("an answer without figures is an answer: it counts as one that does not say", () => {
    const { acceptance, trusts } = publishRound(round([answered("AAA", null)]));
    expect(acceptance).toMatchObject({ known: 0, unknown: 1, any: { share: null, bounds: { lo: 0, hi: 1 } } });
    expect(trusts[0]).toMatchObject({ state: "answered", category: "unknown" });
  });

  test("reports what is withheld and how closely an outsider can tell it", () => {
    expect(RELEASE.disclosure.withheld).toEqual([
      { ods: "AAA", measure: "referred", cell: "0-12m", shownAs: "[c]", derivable: { lowest: 1, highest: 10 } },
      { ods: "AAA", measure: "referred", cell: "12-24m", shownAs: "[c]", derivable: { lowest: 1, highest: 10 } },
      { ods: "AAA", measure: "accessed", cell: "0-12m", shownAs: "[c]", derivable: { lowest: 1, highest: 7 } },
      { ods: "AAA", measure: "accessed", cell: "12-24m", shownAs: "[c]", derivable: { lowest: 1, highest: 7 } },
    ]);
  });

  test("is compared with the release of an earlier year, like for like", () => {
    const year = reportingYear("2023-24");
    const later = publishRound(
      round([answered("AAA", figures([9, 8, 13], [5, 5, 5])), answered("DDD", figures([9, 9, 9], []))], {
        year,
        previous: RELEASE,
      }),
    );
    expect(later.likeForLike).toMatchObject({
      from: "2022-23",
      to: "2023-24",
      units: ["AAA"],
      referred02: { from: { lo: 23, hi: 23 }, to: { lo: 30, hi: 30 } },
      change: { absolute: { lo: 7, hi: 7 }, noPercentage: null },
      joined: ["DDD"],
      left: ["BBB", "FFF"],
      broken: [],
    });
    expect(() => publishRound(round(TRUSTS, { previous: RELEASE }))).toThrow(RangeError);
  });
});

describe("a stored release", () => {
  test("is read back as it was", () => {
    expect(readPublished(JSON.parse(JSON.stringify(RELEASE)))).toEqual(RELEASE);
  });

  test.each([
    ["nothing", null, "the whole"],
    ["a year that is none", { ...RELEASE, year: "2022-24" }, "year"],
    ["more than a release holds", { ...RELEASE, returns: [] }, "the whole"],
    [
      "a count that is none",
      edited((copy) => copy.set(["trusts", 0, "referred", "total", "value"], -1)),
      "trusts.0.referred.total.value",
    ],
  ])("that holds %s is refused", (_, json, place) => {
    expect(() => readPublished(json)).toThrow(UnreadableRelease);
    expect(() => readPublished(json)).toThrow(place);
  });

  test.each<[string, unknown, RegExp]>([
    [
      "a small count",
      edited((copy) => copy.set(["trusts", 0, "referred", "bands", "0-12m"], { status: "value", value: 3 })),
      /AAA, referred, 0-12m: a small count is shown/,
    ],
    [
      "a hidden count's only companion",
      edited((copy) => copy.set(["trusts", 0, "referred", "bands", "12-24m"], { status: "value", value: 8 })),
      /AAA, referred, 0-12m: what is hidden can be worked out/,
    ],
    [
      "two hidden counts that add to 2",
      edited((copy) => {
        copy.set(["trusts", 0, "referred", "total", "value"], 14);
        copy.set(["trusts", 0, "share"], { status: "[c]" });
      }),
      /AAA, referred, 0-12m: what is hidden/,
    ],
    [
      "a total as a range, given away by its share",
      edited((copy) => {
        copy.set(["trusts", 0, "referred", "bands", "24-36m"], { status: "value", value: 0 });
        copy.set(["trusts", 0, "referred", "total"], { status: "range", lo: 2, hi: 8 });
        copy.set(["trusts", 0, "share"], { status: "value", value: 2 / 2400 });
        copy.set(["trusts", 0, "accessPerTen"], { status: "[c]" });
        copy.set(["pooled", "referred02"], { lo: 2, hi: 900 });
        copy.set(["referralSize", "classes", "11-50"], { certain: 0, possible: 9 });
        copy.set(["referralSize", "classes", "0-10"], { certain: 0, possible: 9 });
      }),
      /AAA, referred, 0-12m: what is hidden/,
    ],
    [
      "a ratio without its totals",
      edited((copy) => copy.set(["trusts", 0, "accessed", "total"], { status: "range", lo: 11, hi: 18 })),
      /AAA: access per 10 referred/,
    ],
    [
      "a sum closer than its rows",
      edited((copy) => copy.set(["trusts", 0, "referred", "total"], { status: "range", lo: 14, hi: 30 })),
      /The sum of children aged 0–2 referred says more/,
    ],
  ])("that shows %s is refused, without saying the count", (_, json, failure) => {
    expect(() => readPublished(json)).toThrow(WouldReveal);
    expect(() => readPublished(json)).toThrow(failure);
  });
});

interface Editable {
  set(path: readonly (string | number)[], value: unknown): void;
}

function edited(edit: (copy: Editable) => void): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(RELEASE));
  edit({
    set(path, value) {
      const last = path.at(-1) ?? "";
      const holder = path.slice(0, -1).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), copy);
      if (!isObject(holder)) throw new Error(`There is no ${path.join(".")}.`);
      holder[last] = value;
    },
  });
  return copy;
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

/** Every published count anywhere in the content: each object that says it is a value, outside the derived figures. */
function shownCounts(value: unknown): number[] {
  if (!isObject(value)) return [];
  if (value.status === "value") return [Number(value.value)];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "share" || key === "accessPerTen" ? [] : shownCounts(part),
  );
}

const anyFigures = fc
  .tuple(
    fc.array(fc.nat({ max: 14 }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.nat({ max: 14 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([referred, accessed]) => figures(referred, accessed));
const anyRound = fc
  .array(anyFigures, { minLength: 1, maxLength: 6 })
  .map((given) => given.map((each, at) => answered(`T0${at}`, each)));

test("no release ever shows an exact count of 1 to 4 of one trust, whatever it is made of", () => {
  fc.assert(
    fc.property(anyRound, (trusts) => {
      const release = publishRound(round(trusts));
      expect(shownCounts(release).filter((count) => 1 <= count && count <= 4)).toEqual([]);
      expect(readPublished(JSON.parse(JSON.stringify(release)))).toEqual(release);
    }),
    { numRuns: 150 },
  );
});

test("releases whose rows look alike are alike in every sum, class, share and comparison", () => {
  const upTo6 = Array.from({ length: 7 }, (_, count) => count);
  const triples = upTo6.flatMap((a) => upTo6.flatMap((b) => upTo6.map((c) => [a, b, c])));
  const seen = new Map<string, ReleaseContent>();
  const others = [answered("BBB", figures([15, 20, 25], [9, 12, 15])), answered("CCC", figures([0, 2, 2], [0, 0, 3]))];
  const year = reportingYear("2023-24");
  for (const triple of triples) {
    const trusts = [answered("AAA", figures(triple, triple)), ...others];
    const release = publishRound(round(trusts, { year, previous: RELEASE }));
    const look = JSON.stringify(release.trusts);
    expect(release).toEqual(seen.get(look) ?? release);
    seen.set(look, release);
  }
  expect(seen.size).toBeLessThan(triples.length / 2);
});

test("two counts that are hidden alike leave no trace of which it was", () => {
  const withCounts = (...bands: [number, number, number]) =>
    publishRound(
      round([answered("AAA", figures(bands, [0, 0, 0])), answered("BBB", figures([15, 20, 25], [9, 12, 15]))]),
    );
  expect(withCounts(0, 1, 1)).toEqual(withCounts(0, 3, 4));
  expect(withCounts(1, 1, 1)).toEqual(withCounts(4, 4, 4));
  expect(withCounts(4, 4, 9)).toEqual(withCounts(8, 8, 1));
});

describe("the demonstration collection", () => {
  const rowsOf = (file: string) =>
    Papa.parse<string[]>(readFileSync(`prisma/data/demo/${file}`, "utf8"), { skipEmptyLines: true });
  const registerReading = readRegister(rowsOf("register.csv").data);
  if (!registerReading.ok) throw new Error("The register cannot be read.");
  const { register } = registerReading;
  const records = Papa.parse<Record<string, string>>(readFileSync("prisma/data/demo/requests.csv", "utf8"), {
    header: true,
  });
  const requestsReading = readRequests(records.data);
  if (!requestsReading.ok) throw new Error("The requests cannot be read.");
  const { requests } = requestsReading;

  function released(
    text: string,
    issued: string,
    previous: Publishable<ReleaseContent> | null,
  ): Publishable<ReleaseContent> {
    const year = reportingYear(text);
    const tally = tallyRound(
      requests.filter((request) => request.year === year),
      day(issued),
    );
    const reading = readReturnFile(readFileSync(`prisma/data/demo/returns-${text}.csv`));
    const given = new Map(reading.returns.map((each) => [each.ods, each.figures]));
    const trusts = [...tally.asked, ...tally.added].map((ods): RoundTrust => {
      const answer: RoundAnswer = tally.transferred.includes(ods)
        ? { state: "transferred", to: null }
        : tally.answered.includes(ods)
          ? { state: "answered", figures: given.get(ods) ?? null }
          : { state: "outstanding" };
      return { ...trust(ods, answer), added: tally.added.includes(ods) };
    });
    return publishRound(round(trusts, { year, issuedOn: day(issued), register, previous }));
  }

  const first = released("2021-22", "2023-03-20", null);
  const second = released("2022-23", "2024-03-21", first);

  test("gives the arithmetic of the request of 2024", () => {
    expect(second.response).toMatchObject({
      asked: 50,
      transferred: 4,
      added: 1,
      inScope: 47,
      answered: 45,
      outstanding: ["ZD01", "ZD26"],
    });
    expect(second.acceptance.any).toMatchObject({ yes: 36, known: 45, inScope: 47, share: 0.8 });
    expect(second.acceptance.none.yes).toBe(9);
    expect(second.referralSize).toMatchObject({
      of: 36,
      notKnown: 1,
      classes: { "0-10": { certain: 19, possible: 19 } },
    });
  });

  test("its sums hold the true ones, a little wider", () => {
    expect(second.pooled).toMatchObject({ trusts: 44, referred018: { lo: 525489, hi: 525489 } });
    const { lo, hi } = second.pooled.referred02;
    expect([lo <= 1031, 1092 <= (hi ?? 0), (hi ?? 0) - lo < 61 + 30]).toEqual([true, true, true]);
  });

  test("compares the same 40 units as the full figures do, through the merger to come", () => {
    expect(second.likeForLike?.units).toHaveLength(40);
    expect(second.likeForLike?.units).toContain("ZD52");
    expect(second.likeForLike?.change.relative?.lo).toBeGreaterThan(0);
  });

  test("shows no exact count of 1 to 4", () => {
    expect([first, second].flatMap(shownCounts).filter((count) => 1 <= count && count <= 4)).toEqual([]);
    expect(second.disclosure.withheld.length).toBeGreaterThan(20);
  });
});
