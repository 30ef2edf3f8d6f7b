import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Signatory, Staff } from "../../app/domain/people/person";
import type { AnswerTexts } from "../../app/domain/returns/texts";
import { keepForm } from "../../app/journeys/account/keep-form";
import { accept } from "../../app/journeys/chase/accept";
import { askTrust, clarify } from "../../app/journeys/chase/write-to-trust";
import type { Context } from "../../app/journeys/context";
import { startAmending } from "../../app/journeys/submit/amend";
import { answerNotHeld, answerRefused, otherAnswerPage } from "../../app/journeys/submit/answer-otherwise";
import { answerQuery } from "../../app/journeys/submit/answer-query";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { askToDeclare, whoMayDeclare } from "../../app/journeys/submit/ask-to-declare";
import { confirm } from "../../app/journeys/submit/confirm";
import { declare } from "../../app/journeys/submit/declare";
import { declaredFile } from "../../app/journeys/submit/declared-file";
import { currentDraft, readyDraft } from "../../app/journeys/submit/draft";
import { yourRounds } from "../../app/journeys/submit/home";
import { markedFile } from "../../app/journeys/submit/marked-file";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { settleWaitingFile, upload, waitingFile } from "../../app/journeys/submit/upload";
import { yourRound } from "../../app/journeys/submit/your-round";
import { demonstration, type World } from "../support/database";
import { fileFor, OPEN } from "../support/everything-of-a-trust";
import { readable } from "../support/readable";
import { rowsOf } from "../support/rows";

// Two trusts do whatever they may, and whatever they may not with each other's ids, in any order and at once.

/** A word stands in everything that a trust writes, and a figure in its answers; nowhere else. */
const TRUSTS = [
  { ods: "ZD01", word: "quillfeather", figure: "3471", of: ({ officer }: World) => officer },
  { ods: "ZD02", word: "saltmarsh", figure: "17471", of: ({ neighbour }: World) => neighbour },
] as const;
type Trust = (typeof TRUSTS)[number];

interface Doing {
  readonly context: Context;
  readonly trust: Trust;
  readonly officer: Signatory;
  readonly staff: Staff;
  /** The trust whose ids are named: their own, or the other. */
  readonly named: {
    readonly ods: string;
    readonly draft: string;
    readonly declaredDraft: string;
    readonly form: string;
  };
  readonly texts: AnswerTexts;
}

/** All that can be done by a trust, and to one; what comes of it is not looked at here, only what it leaves behind. */
const DEEDS: Readonly<Record<string, (doing: Doing) => Promise<unknown>>> = {
  save: ({ context, officer, named, texts }) => saveAnswers(context, officer, OPEN, { seen: named.draft, texts }),
  upload: ({ context, officer, named, trust }) =>
    upload(context, officer, OPEN, { ...file(trust, named.ods), seen: named.draft }),
  "upload over what was not seen": ({ context, officer, trust }) =>
    upload(context, officer, OPEN, { ...file(trust, trust.ods), seen: "another" }),
  "let the waiting file stand": ({ context, officer, named }) =>
    settleWaitingFile(context, officer, OPEN, { use: "mine", seen: named.draft }),
  "let the waiting file go": ({ context, officer, named }) =>
    settleWaitingFile(context, officer, OPEN, { use: "theirs", seen: named.draft }),
  "not held": ({ context, officer, named, trust }) => {
    const form = { seen: named.draft, questions: [3], holder: "other", otherHolder: trust.word, words: trust.word };
    return answerNotHeld(context, officer, OPEN, form);
  },
  refuse: ({ context, officer, named, trust }) => {
    const form = { seen: named.draft, questions: [1, 2, 3, 4], section: "s12", otherSection: "", words: trust.word };
    return answerRefused(context, officer, OPEN, form);
  },
  confirm: async ({ context, officer, named, trust }) => {
    const form = { draftId: named.draft, stated: [], confirmed: [] };
    const answer = await confirm(context, officer, OPEN, form);
    const asked = answer.kind === "problems" ? answer.asked.statements : [];
    const confirmed = asked.map(({ id }) => ({ id, ticked: true, reason: trust.word }));
    return confirm(context, officer, OPEN, { ...form, confirmed });
  },
  declare: ({ context, officer, named, trust }) =>
    declare(context, officer, OPEN, { draftId: named.draft, ...declarationOf(trust) }),
  "declare once more": ({ context, officer, named, trust }) =>
    declare(context, officer, OPEN, { draftId: named.declaredDraft, ...declarationOf(trust) }),
  "ask a signatory to declare": ({ context, officer, named }) => askToDeclare(context, officer, OPEN, named.draft),
  amend: ({ context, officer }) => startAmending(context, officer, OPEN),
  "ask what is meant": ({ context, officer, named, trust }) =>
    askClarification(context, officer, OPEN, { words: trust.word, formId: named.form }),
  reply: ({ context, officer, named, trust }) =>
    answerQuery(context, officer, OPEN, { words: trust.word, formId: named.form }),
  "send a form too late": ({ context, officer, trust }) =>
    keepForm(context, officer.id, {
      path: `/submit/2025-26/reply?for=${trust.ods}`,
      page: "/submit/:year/reply",
      body: `words=${trust.word}`,
    }),
  "is asked": ({ context, staff, named, trust }) =>
    askTrust(context, staff, { year: OPEN, ods: trust.ods }, { words: trust.word, formId: named.form }),
  "is told what is meant": ({ context, staff, named, trust }) =>
    clarify(context, staff, { year: OPEN, ods: trust.ods }, { words: trust.word, formId: named.form }),
  "is accepted": async ({ context, staff, officer, trust }) => {
    const latest = (await yourRound(context, officer, OPEN))?.versions.at(-1);
    const order = { returnId: latest?.id ?? "", footnotes: [trust.word] };
    return accept(context, staff, { year: OPEN, ods: trust.ods }, order);
  },
};

const file = ({ word, figure }: Trust, ods: string) => ({
  name: `${word}.csv`,
  bytes: fileFor(ods, OPEN, word, figure),
});
const declarationOf = ({ word }: Trust) => ({ name: word, role: word, agreed: true, reason: word });

const deed = fc.record({
  by: fc.constantFrom(...TRUSTS),
  does: fc.constantFrom(...Object.keys(DEEDS)),
  // Mostly with one's own ids, so that something comes of it.
  withIdsOf: fc.constantFrom("own", "own", "own", "the other’s"),
  formNumber: fc.nat(3),
  isWrong: fc.boolean(),
});
type Deed = ReturnType<typeof deed.generate>["value"];

/** One deed, or two at once. */
const step: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(deed) },
  { weight: 1, arbitrary: fc.tuple(deed, deed) },
);

test("R17: whatever one trust does, in any order, the other’s rows are as they were and its pages say nothing of it", async () => {
  const steps = fc.array(step, { minLength: 10, maxLength: 20, size: "max" });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const world = await demonstration();
      for (const does of ["save", "declare"]) {
        for (const by of TRUSTS) await take(world, [{ by, does, withIdsOf: "own", formNumber: 0, isWrong: false }]);
      }
      expect(await world.db.return.count({ where: { person: { email: { startsWith: "officer" } } } })).toBe(2);
      for (const deeds of taken) await take(world, deeds);
    }),
    { numRuns: 4 },
  );
}, 120_000);

/** Does them at once, and looks at what both trusts have and read then. */
async function take(world: World, deeds: readonly Deed[]) {
  const before = await rowsOfBoth(world);
  await Promise.all(deeds.map((one) => perform(world, one)));
  const after = await rowsOfBoth(world);
  for (const [place, trust] of TRUSTS.entries()) {
    if (deeds.every(({ by }) => by !== trust)) expect(after[place]).toEqual(before[place]);
    const read = readable(await everythingReadBy(world.context, trust.of(world)));
    for (const other of TRUSTS.filter((one) => one !== trust)) {
      expect(marksOf(other, (after[place] ?? []).join("\n"))).toEqual([]);
      expect(marksOf(other, read)).toEqual([]);
    }
  }
}

const rowsOfBoth = ({ db }: World) => Promise.all(TRUSTS.map(({ ods }) => rowsOf(db, ods)));

/** Which of a trust's marks a text holds; rows hold the bytes of files in hexadecimal. A figure in the middle of an id is none. */
function marksOf({ word, figure }: Trust, text: string): string[] {
  const inBytes = Buffer.from(word).toString("hex").toUpperCase();
  const isFigureThere = new RegExp(`(?<![0-9a-z])${figure}(?![0-9a-z])`, "i").test(text);
  return [...[word, inBytes].filter((mark) => text.includes(mark)), ...(isFigureThere ? [figure] : [])];
}

async function perform(world: World, { by, does, withIdsOf, formNumber, isWrong }: Deed) {
  const { context, db, staff } = world;
  const { ods } = withIdsOf === "own" ? by : (TRUSTS.find((one) => one !== by) ?? by);
  const draft = await db.draft.findFirst({ where: { ods, waitsFor: "" } });
  const version = await db.return.findFirst({ where: { request: { ods, year: OPEN } } });
  const named = {
    ods,
    draft: draft?.id ?? "",
    declaredDraft: version?.draftId ?? "",
    form: `00000000-0000-4000-8000-${ods.slice(2)}000000000${formNumber}`,
  };
  const texts: AnswerTexts = {
    "0-12m": { takes: "yes", referred: "6", accessed: isWrong ? "5.5" : "5", notes: by.word },
    "12-24m": { takes: "yes", referred: "7", accessed: "<5", notes: "" },
    "24-36m": { takes: "yes", referred: "9", accessed: "8", notes: "" },
    all: { takes: "", referred: by.figure, accessed: by.ods === "ZD01" ? "2500" : "9800", notes: "" },
  };
  await DEEDS[does]?.({ context, staff, trust: by, officer: by.of(world), named, texts });
}

function everythingReadBy(context: Context, officer: Signatory) {
  return Promise.all([
    currentDraft(context, officer, OPEN),
    readyDraft(context, officer, OPEN),
    markedFile(context, officer, OPEN),
    waitingFile(context, officer, OPEN),
    otherAnswerPage(context, officer, OPEN),
    yourRound(context, officer, OPEN),
    yourRounds(context, officer),
    whoMayDeclare(context, officer),
    ...[1, 2, 3].map((version) => declaredFile(context, officer, OPEN, version)),
  ]);
}
