import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { day } from "../calendar/day";
import { reportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";
import { atLeast } from "../count/interval";
import { readRequests } from "../requests/read-requests";
import { tallyRound } from "../requests/round-tally";
import { readReturnFile } from "../returns/read-return-file";
import type { Figures, Takes } from "../returns/return";
import { readRegister } from "../trusts/read-register";
import { type Register, registerOf } from "../trusts/register";
import { auditRelease } from "./audit";
import { type Publishable, publishRound, readPublished, UnreadableRelease, WouldReveal } from "./publishable";
import type { RoundAnswer, RoundTrust } from "./published-row";
import type { ReleaseContent } from "./release-content";
import type { Round } from "./round-content";

const exactly = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number): Count => ({ kind: "range", lo, hi });

/** Three bands and, where they are not 2400 and 1200, the 0–18 totals. */
function figures(referred: readonly (Count | number)[], accessed: readonly (Count | number)[], takes: Takes = "yes") {
  const count = (given: Count | number) => (typeof given === "number" ? exactly(given) : given);
  const band = (at: number) => {
    return { takes, takesWords: null, referred: count(referred[at] ?? 0), accessed: count(accessed[at] ?? 0) };
  };
  const figures: Figures = {
    bands: { "0-12m": band(0), "12-24m": band(1), "24-36m": band(2) },
    all: { referred: count(referred[3] ?? 2400), accessed: count(accessed[3] ?? 1200) },
  };
  return figures;
}

const trust = (ods: string, answer: RoundAnswer, added = false): RoundTrust => {
  return { ods, name: `${ods} NHS Trust`, region: "London", added, answer };
};
const answered = (ods: string, given: Figures | null, footnotes: readonly string[] = []) =>
  trust(ods, { state: "answered", figures: given, footnotes });

const REGISTER: Register = registerOf(
  ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"].map((ods) => {
    return { ods, name: ods, region: "London", opened: null, closed: null, successor: null, breaks: [] };
  }),
);

const round = (trusts: readonly RoundTrust[], changes: Partial<Round> = {}): Round => {
  const year = reportingYear("2022-23");
  return { year, issuedOn: day("2024-03-21"), trusts, register: REGISTER, previous: null, earlier: [], ...changes };
};

const TRUSTS = [
  answered("AAA", figures([3, 8, 12], [2, 6, 9])),
  answered("BBB", figures([0, 0, 0], [0, 0, 0], "no")),
  trust("CCC", { state: "not-accepted" }),
  trust("DDD", { state: "outstanding" }),
  trust("EEE", { state: "transferred", to: "FFF" }),
  trust("FFF", { state: "answered", figures: figures([15, 20, 25], [9, 12, 15]), footnotes: [] }, true),
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
      footnotes: [],
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
      /AAA: the share of all referrals says more/,
    ],
    [
      "a ratio that is not that of its totals",
      edited((copy) => copy.set(["trusts", 0, "accessPerTen", "value"], 7)),
      /AAA: access per 10 referred says more/,
    ],
    [
      "a share without the total it is of",
      edited((copy) => copy.set(["trusts", 0, "referred", "all"], { status: "[c]" })),
      /AAA: the share of all referrals says more/,
    ],
    [
      "a count in a footnote",
      edited((copy) => copy.set(["trusts", 0, "footnotes"], ["Three children were counted twice."])),
      /AAA: a footnote cannot be published. Say it without a number/,
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

describe("a year that is released again", () => {
  const amended = (...referred: number[]) => [answered("AAA", figures(referred, [2, 6, 9])), ...TRUSTS.slice(1)];

  test("without an amendment shows every row as before", () => {
    const again = publishRound(round(TRUSTS, { earlier: [RELEASE] }));
    expect(again.trusts).toEqual(RELEASE.trusts);
    expect(publishRound(round(TRUSTS, { earlier: [again, RELEASE] })).trusts).toEqual(RELEASE.trusts);
  });

  test("hides what would give away a count that the release before hides", () => {
    const release = publishRound(round(amended(5, 8, 12), { earlier: [RELEASE] }));
    expect(row(release, "AAA")?.referred).toMatchObject({
      bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[c]" }, "24-36m": { status: "value", value: 12 } },
      total: { status: "value", value: 25 },
    });
    expect(row(release, "AAA")?.accessed).toEqual(row(RELEASE, "AAA")?.accessed);
    expect(release.disclosure.checks.map(({ of }) => of)).toEqual(["rows", "sums", "releases"]);
  });

  test("is refused, naming cells and no counts, where it gives away a count that the release before hides", () => {
    const unaware = publishRound(round(amended(5, 8, 12)));
    const { failures } = auditRelease(unaware, [RELEASE]);
    expect(failures).toEqual([
      "AAA, referred, 0-12m: what an earlier release of the year hides can be worked out by comparing it with this one.",
    ]);
  });

  test("is refused where an earlier release gives away a count that it hides", () => {
    const open = publishRound(round(amended(5, 8, 12)));
    const { failures } = auditRelease(publishRound(round(amended(3, 8, 12))), [open]);
    expect(failures).toEqual([
      "AAA, referred, 0-12m: what is hidden can be worked out by comparing this release with earlier ones of the year.",
    ]);
  });

  test("that gave away a count once can still be released: what is known is not told", () => {
    const unaware = publishRound(round(amended(5, 8, 12)));
    expect(auditRelease(unaware, [RELEASE]).failures).not.toEqual([]);
    const next = publishRound(round(amended(5, 8, 12), { earlier: [unaware, RELEASE] }));
    expect(row(next, "AAA")?.referred.bands["0-12m"]).toEqual({ status: "[c]" });
  });

  test("takes only releases of that year", () => {
    const year = reportingYear("2023-24");
    expect(() => publishRound(round(TRUSTS, { year, earlier: [RELEASE] }))).toThrow(RangeError);
  });

  test("adds up without the trusts whose total is hidden", () => {
    const release = publishRound(round(amended(0, 8, 12), { earlier: [RELEASE] }));
    expect(row(release, "AAA")?.referred.total).toEqual({ status: "[c]" });
    expect(row(release, "AAA")).toMatchObject({ share: { status: "[c]" }, accessPerTen: { status: "[c]" } });
    expect(release.pooled).toMatchObject({ trusts: RELEASE.pooled.trusts - 1, referred02: { lo: 60, hi: 60 } });
  });
});

describe("footnotes", () => {
  test("stand in the row of a trust that answered, in their order", () => {
    const notes = ["One clinic moved to another trust in 2024.", "The figures of 2021–22 were by day of acceptance."];
    const release = publishRound(round([answered("AAA", figures([3, 8, 12], [2, 6, 9]), notes)]));
    expect(row(release, "AAA")?.footnotes).toEqual(notes);
    expect(readPublished(JSON.parse(JSON.stringify(release)))).toEqual(release);
  });

  test("are refused where they state a count, without repeating it", () => {
    const release = round([answered("AAA", figures([3, 8, 12], [2, 6, 9]), ["It was 3."])]);
    expect(() => publishRound(release)).toThrow(WouldReveal);
    expect(() => publishRound(release)).toThrow(/AAA: a footnote cannot be published. Take out every figure but years/);
  });

  test("are none in a release from before there were any", () => {
    const stored = JSON.parse(JSON.stringify(RELEASE), (key, value) => (key === "footnotes" ? undefined : value));
    expect(stored.trusts[0]).not.toHaveProperty("footnotes");
    expect(readPublished(stored)).toEqual(RELEASE);
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

const anyCount = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 14 }).map(exactly) },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })).map(([lo, more]) => range(lo, lo + more)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Count>({ kind: "not-held" }, { kind: "missing" }, { kind: "not-applicable" }),
  },
);
/** Any counts, beside a 0–18 total that is no lower than they are together. */
const anyMeasure = fc.tuple(anyCount, anyCount, anyCount, fc.constantFrom(0, 1, 5, 900)).map(([a, b, c, more]) => {
  return [a, b, c, exactly(more + atLeast([a, b, c]))];
});
const anyAnswers = fc
  .array(fc.tuple(anyMeasure, anyMeasure), { minLength: 2, maxLength: 2 })
  .map((given) => given.map(([referred, accessed], at) => answered(`T0${at}`, figures(referred, accessed))));

test("a year can always be released again, and again: what must be hidden can be", () => {
  fc.assert(
    fc.property(fc.array(anyAnswers, { minLength: 2, maxLength: 3 }), (versions) => {
      const earlier: ReleaseContent[] = [];
      for (const trusts of versions) earlier.unshift(publishRound(round(trusts, { earlier })));
      expect(earlier).toHaveLength(versions.length);
    }),
    { numRuns: 60 },
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
          ? { state: "answered", figures: given.get(ods) ?? null, footnotes: [] }
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
