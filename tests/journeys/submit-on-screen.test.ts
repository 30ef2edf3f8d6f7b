import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Officer } from "../../app/domain/people/person";
import { type AnswerTexts, ENTRY_FIELDS, NO_TEXTS, withText } from "../../app/domain/returns/texts";
import type { Context } from "../../app/journeys/context";
import { confirm } from "../../app/journeys/submit/confirm";
import { declare } from "../../app/journeys/submit/declare";
import { currentDraft } from "../../app/journeys/submit/draft";
import { markedFile } from "../../app/journeys/submit/marked-file";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { settleWaitingFile, upload, waitingFile } from "../../app/journeys/submit/upload";
import { yourRound } from "../../app/journeys/submit/your-round";
import { stoppedAt } from "../../app/platform/clock";
import { colleagueOf, demonstration } from "../support/database";

const YEAR = reportingYear("2025-26");
const ANSWERS: AnswerTexts = {
  "0-12m": { takes: "yes", referred: "6", accessed: "5", notes: "" },
  "12-24m": { takes: "yes", referred: "<5", accessed: "<5", notes: "" },
  "24-36m": { takes: "yes", referred: "9", accessed: "8", notes: "counted by hand" },
  all: { takes: "", referred: "3400", accessed: "2500", notes: "" },
};
const FILE = [
  "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,12.5,<5,",
  "ZD01,,2025-26,24-36 months,yes,9,8,",
  "ZD01,,2025-26,0-18 years,,3400,2500,",
].join("\r\n");
const fileOf = (text: string, seen = "") => ({ name: "return.csv", bytes: new TextEncoder().encode(text), seen });
const DECLARATION = { name: "Ada Example", role: "Information officer", agreed: true, reason: "" };
const change = (line: "0-12m" | "12-24m", text: string, of = ANSWERS) =>
  withText(of, { line, entry: "referred" }, text);

async function save(context: Context, officer: Officer, texts: AnswerTexts, seen = ""): Promise<string> {
  const saved = await saveAnswers(context, officer, YEAR, { seen, texts });
  if (saved.kind !== "saved") throw new Error(`The answers were not saved: ${saved.kind}.`);
  return saved.draftId;
}

describe("answers typed on screen", () => {
  test("are kept from the first, checked like a file, and become a return with the file that says the same", async () => {
    const { context, db, officer } = await demonstration();
    const first = await save(context, officer, withText(NO_TEXTS, { line: "0-12m", entry: "takes" }, "y"));
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("to confirm");
    const wrong = await save(context, officer, change("12-24m", "12.5"), first);
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.standing, draft?.problems.map(({ code, cell }) => `${code} ${cell}`)]).toEqual([
      "to fix",
      ["decimal-value null"],
    ]);
    const draftId = await save(context, officer, ANSWERS, wrong);
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("ready");
    expect(await declare(context, officer, YEAR, { draftId, ...DECLARATION })).toMatchObject({ kind: "declared" });

    const [version] = (await yourRound(context, officer, YEAR))?.versions ?? [];
    expect(version).toMatchObject({ typed: true, texts: ANSWERS, fileName: "return-2025-26-ZD01.csv" });
    expect(version?.figures.bands["12-24m"].referred).toEqual({ kind: "range", lo: 0, hi: 4 });
    const { fileBytes } = await db.return.findFirstOrThrow({ where: { reference: "ZD01-2526-1" } });
    expect(new TextDecoder().decode(fileBytes)).toContain("2025-26,24-36 months,yes,9,8,counted by hand");
  });

  test("twenty saves of one form at once keep it once, and twenty answers name the same draft", async () => {
    const { context, db, officer } = await demonstration();
    const saves = Array.from({ length: 20 }, () => saveAnswers(context, officer, YEAR, { seen: "", texts: ANSWERS }));
    const ids = new Set(
      (await Promise.all(saves)).map((saved) => (saved.kind === "saved" ? saved.draftId : saved.kind)),
    );
    expect(ids.size).toBe(1);
    expect(await db.draft.count()).toBe(1);
  });

  test("are not kept where a field holds what looks like an NHS number, notes included", async () => {
    const { context, db, officer } = await demonstration();
    const notes = withText(ANSWERS, { line: "all", entry: "notes" }, "see 943 476 5919");
    expect(await saveAnswers(context, officer, YEAR, { seen: "", texts: notes })).toEqual({
      kind: "patient data",
      fields: [{ line: "all", entry: "notes" }],
    });
    expect(await db.draft.count()).toBe(0);
  });

  test("that are too long are refused field by field", async () => {
    const { context, officer } = await demonstration();
    const long = withText(ANSWERS, { line: "all", entry: "notes" }, "n".repeat(4097));
    expect(await saveAnswers(context, officer, YEAR, { seen: "", texts: long })).toEqual({
      kind: "too long",
      fields: [{ line: "all", entry: "notes" }],
    });
  });

  test("are not taken in a closed round", async () => {
    const { context, officer } = await demonstration();
    const closed = reportingYear("2022-23");
    expect(await saveAnswers(context, officer, closed, { seen: "", texts: ANSWERS })).toEqual({ kind: "not open" });
  });

  test("whatever they are, the draft gives them back as they were typed", async () => {
    const { context, officer } = await demonstration();
    const text = fc.oneof(
      fc.constantFrom("", "yes", "12", "<5", "=1+1", "'", '"a", b', "12,5"),
      fc.string({ maxLength: 40 }),
    );
    let seen = "";
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 15, maxLength: 15 }), async (values) => {
        const texts = ENTRY_FIELDS.reduce((all, field, at) => withText(all, field, values[at] ?? ""), NO_TEXTS);
        const saved = await saveAnswers(context, officer, YEAR, { seen, texts });
        if (saved.kind !== "saved") return;
        seen = saved.draftId;
        expect((await currentDraft(context, officer, YEAR))?.texts).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what was confirmed", () => {
  test("stays confirmed while other answers change, and is asked again for the figure that changed", async () => {
    const { context, officer } = await demonstration();
    const asked = change("0-12m", "2", change("12-24m", "4"));
    const first = await save(context, officer, withText(asked, { line: "12-24m", entry: "accessed" }, "5"));
    const form = { draftId: first, stated: [], confirmed: [] };
    const answer = await confirm(context, officer, YEAR, form);
    const statements = answer.kind === "problems" ? answer.asked.statements : [];
    expect(statements.map(({ code, field }) => `${code} ${field?.band}`)).toEqual([
      "accessed-over-referred 0-12m",
      "accessed-over-referred 12-24m",
    ]);
    const confirmed = statements.map(({ id }) => ({ id, ticked: true, reason: "" }));
    expect(await confirm(context, officer, YEAR, { ...form, confirmed })).toEqual({ kind: "confirmed" });
    const draft = await currentDraft(context, officer, YEAR);
    const second = await save(context, officer, change("0-12m", "3", draft?.texts ?? ANSWERS), first);
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("to confirm");
    await save(context, officer, change("0-12m", "7", draft?.texts ?? ANSWERS), second);
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("ready");
  });
});

describe("a file whose answers are mended on screen", () => {
  test("is kept as it came, and what was not changed keeps its cell", async () => {
    const { context, db, officer } = await demonstration();
    await upload(context, officer, YEAR, fileOf(FILE));
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.standing, draft?.typed, draft?.texts["12-24m"].referred]).toEqual(["to fix", false, "12.5"]);
    const texts = change("12-24m", "13", change("0-12m", "6.5", draft?.texts));
    await save(context, officer, texts, draft?.id);
    const changed = await currentDraft(context, officer, YEAR);
    expect([changed?.typed, changed?.problems.map(({ code, cell }) => `${code} ${cell}`)]).toEqual([
      true,
      ["decimal-value null"],
    ]);
    const draftId = await save(context, officer, change("0-12m", "6", texts), changed?.id);
    await declare(context, officer, YEAR, { draftId, ...DECLARATION });
    const kept = await db.return.findFirstOrThrow({ where: { reference: "ZD01-2526-1" }, include: { counts: true } });
    expect(new TextDecoder().decode(kept.fileBytes)).toBe(FILE);
    expect([
      kept.typed,
      kept.counts.find(({ band, measure }) => `${band} ${measure}` === "12-24m referred")?.raw,
    ]).toEqual([true, "13"]);
  });

  test("saved as it is, stays the file’s", async () => {
    const { context, officer } = await demonstration();
    await upload(context, officer, YEAR, fileOf(FILE));
    const draft = await currentDraft(context, officer, YEAR);
    const again = await save(context, officer, draft?.texts ?? NO_TEXTS, draft?.id);
    expect([again, (await currentDraft(context, officer, YEAR))?.typed]).toEqual([draft?.id, false]);
  });

  test("leaves blank what it says twice, so that no figure is taken over unseen", async () => {
    const { context, officer } = await demonstration();
    const twice = `${FILE.replace("12.5", "12")}\r\nZD01,,2025-26,12-24 months,yes,7,6,`;
    expect(await upload(context, officer, YEAR, fileOf(twice))).toEqual({ kind: "kept", outcome: "reject" });
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.texts["12-24m"].referred, draft?.texts["0-12m"].referred]).toEqual(["", "6"]);
    expect(draft?.ofFile.map(({ code }) => code)).toEqual(["duplicate-age-band"]);
    await save(context, officer, change("12-24m", "19", draft?.texts), draft?.id);
    const mended = await currentDraft(context, officer, YEAR);
    expect([mended?.standing, mended?.ofFile]).toEqual(["to confirm", []]);
  });

  test("of another year gives the grid nothing, and is not kept with what is typed instead", async () => {
    const { context, db, officer } = await demonstration();
    await upload(context, officer, YEAR, fileOf(FILE.replaceAll("2025-26", "2024-25")));
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.texts, draft?.standing]).toEqual([NO_TEXTS, "to fix"]);
    await save(context, officer, ANSWERS, draft?.id);
    expect((await db.draft.findFirstOrThrow()).fileBytes).toBeNull();
  });

  test("comes back with its problems marked, and reads the same with the marks in it", async () => {
    const { context, officer } = await demonstration();
    await upload(context, officer, YEAR, fileOf(FILE));
    const marked = await markedFile(context, officer, YEAR);
    expect(marked).toContain("12.5");
    const draft = await currentDraft(context, officer, YEAR);
    await upload(context, officer, YEAR, fileOf(marked ?? "", draft?.id));
    const again = await currentDraft(context, officer, YEAR);
    expect(again?.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(
      draft?.problems.map(({ code, cell }) => `${code} ${cell}`),
    );
  });
});

describe("two officers of one trust", () => {
  test("share one draft, and are told who saved it and when before it is replaced", async () => {
    const world = await demonstration();
    const { context, officer } = world;
    const colleague = await colleagueOf(world);
    const first = await save(context, officer, ANSWERS);
    expect((await currentDraft(context, colleague, YEAR))?.savedBy).toEqual({ id: officer.id, name: officer.name });
    const later = { ...context, clock: stoppedAt("2026-11-23T12:30:00Z") };
    const second = await save(later, colleague, change("0-12m", "7"), first);

    const refused = await saveAnswers(context, officer, YEAR, { seen: first, texts: change("0-12m", "8") });
    expect(refused).toEqual({
      kind: "changed meanwhile",
      draft: {
        id: second,
        savedAt: new Date("2026-11-23T12:30:00Z"),
        savedBy: { id: colleague.id, name: "A colleague" },
      },
    });
    expect((await currentDraft(context, officer, YEAR))?.texts["0-12m"].referred).toBe("7");
    // Told, the officer replaces it knowingly.
    await save(context, officer, change("0-12m", "8"), second);
    expect((await currentDraft(context, colleague, YEAR))?.texts["0-12m"].referred).toBe("8");
  });

  test("a file that meets another draft waits beside it, and nothing of either is lost", async () => {
    const world = await demonstration();
    const { context, officer } = world;
    const colleague = await colleagueOf(world);
    const theirs = await save(context, colleague, ANSWERS);
    expect(await upload(context, officer, YEAR, fileOf(FILE))).toEqual({ kind: "waiting" });
    expect(await waitingFile(context, officer, YEAR)).toMatchObject({ fileName: "return.csv", draft: { id: theirs } });
    expect(await waitingFile(context, colleague, YEAR)).toBeNull();
    expect((await currentDraft(context, officer, YEAR))?.id).toBe(theirs);

    const use = { use: "mine", seen: "an older one" } as const;
    expect(await settleWaitingFile(context, officer, YEAR, use)).toBe("changed meanwhile");
    expect(await settleWaitingFile(context, officer, YEAR, { ...use, seen: theirs })).toBe("replaced");
    expect((await currentDraft(context, colleague, YEAR))?.file?.name).toBe("return.csv");
    expect(await waitingFile(context, officer, YEAR)).toBeNull();
  });

  test("who lets the file go keeps the other draft", async () => {
    const world = await demonstration();
    const { context, db, officer } = world;
    const theirs = await save(context, await colleagueOf(world), ANSWERS);
    await upload(context, officer, YEAR, fileOf(FILE));
    expect(await settleWaitingFile(context, officer, YEAR, { use: "theirs", seen: theirs })).toBe("left");
    expect((await db.draft.findMany()).map(({ id }) => id)).toEqual([theirs]);
    expect(await settleWaitingFile(context, officer, YEAR, { use: "mine", seen: theirs })).toBe("nothing waits");
  });
});

describe("a neighbour", () => {
  test("sees and changes nothing of another trust’s answers, whatever id it names", async () => {
    const { context, db, officer, neighbour } = await demonstration();
    const draftId = await save(context, officer, ANSWERS);
    const mine = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(await saveAnswers(context, neighbour, YEAR, { seen: draftId, texts: ANSWERS })).toEqual({
      kind: "changed meanwhile",
      draft: null,
    });
    expect(await markedFile(context, neighbour, YEAR)).toBeNull();
    expect(await settleWaitingFile(context, neighbour, YEAR, { use: "mine", seen: draftId })).toBe("nothing waits");
    expect(await db.draft.findMany()).toEqual([mine]);
  });
});
