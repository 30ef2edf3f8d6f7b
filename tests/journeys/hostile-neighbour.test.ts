import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { changeAnswers, confirmDraft, dropWaitingFile, findWaitingFile, isCurrentDraft } from "../../app/db/drafts";
import { findReturnByDraft } from "../../app/db/returns";
import { write } from "../../app/db/write";
import { nextYear, type ReportingYear, reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Signatory } from "../../app/domain/people/person";
import { NO_TEXTS } from "../../app/domain/returns/texts";
import { changeEmail, newEmailOf } from "../../app/journeys/account/change-email";
import { chooseTrust } from "../../app/journeys/account/choose-trust";
import { keptForm, throwAwayForm } from "../../app/journeys/account/keep-form";
import { removeOwnPasskey } from "../../app/journeys/account/own-passkeys";
import { endOwnSession } from "../../app/journeys/account/own-sessions";
import { askTrust } from "../../app/journeys/chase/write-to-trust";
import type { Context } from "../../app/journeys/context";
import { startAmending } from "../../app/journeys/submit/amend";
import { answerNotHeld, answerRefused, otherAnswerPage } from "../../app/journeys/submit/answer-otherwise";
import { answerQuery } from "../../app/journeys/submit/answer-query";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { askToDeclare, whoMayDeclare } from "../../app/journeys/submit/ask-to-declare";
import { checkFile } from "../../app/journeys/submit/check-file";
import { confirm } from "../../app/journeys/submit/confirm";
import { declare } from "../../app/journeys/submit/declare";
import { declaredFile } from "../../app/journeys/submit/declared-file";
import { currentDraft, lastYearOf, readyDraft } from "../../app/journeys/submit/draft";
import { yourRounds } from "../../app/journeys/submit/home";
import { markedFile } from "../../app/journeys/submit/marked-file";
import { publicLine } from "../../app/journeys/submit/public-line";
import { receiptLetter } from "../../app/journeys/submit/receipt-letter";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { draftOnScreen, settleWaitingFile, upload, waitingFile } from "../../app/journeys/submit/upload";
import { yourRound } from "../../app/journeys/submit/your-round";
import type { Session } from "../../app/platform/sessions";
import { demonstration, type World } from "../support/database";
import {
  everythingOfATrust,
  fileFor,
  type Named,
  OF_NOBODY,
  ONLY_THEIRS,
  OPEN,
  SECRETS,
  secretsIn,
} from "../support/everything-of-a-trust";
import { readable } from "../support/readable";
import { rowsNotOf, tallyOf } from "../support/rows";

// An officer of ZD02 tries every journey with what is ZD01's, and with the like of a trust that does not exist: the
// answers are equal, nothing of ZD01's is in them, and no row but ZD02's own has changed.

interface Try {
  readonly context: Context;
  readonly neighbour: Signatory;
  /** The neighbour's. */
  readonly session: Session;
  readonly year: ReportingYear;
  readonly named: Named;
}

const WORDS = "What do you count?";
const declaration = { name: "N. Eighbour", role: "Officer", agreed: true, reason: "" };
const otherwise = ({ named }: Try) => ({ seen: named.draftId, questions: [1, 2, 3, 4], words: WORDS });

const SUBMIT: Readonly<Record<string, (tried: Try) => Promise<unknown>>> = {
  "amend startAmending": ({ context, neighbour, year }) => startAmending(context, neighbour, year),
  "answer-otherwise otherAnswerPage": ({ context, neighbour, year }) => otherAnswerPage(context, neighbour, year),
  "answer-otherwise answerNotHeld": (tried) =>
    answerNotHeld(tried.context, tried.neighbour, tried.year, { ...otherwise(tried), holder: "", otherHolder: "" }),
  "answer-otherwise answerRefused": (tried) =>
    answerRefused(tried.context, tried.neighbour, tried.year, {
      ...otherwise(tried),
      section: "s12",
      otherSection: "",
    }),
  "answer-query answerQuery": ({ context, neighbour, year, named }) =>
    answerQuery(context, neighbour, year, { words: WORDS, formId: named.replyForm }),
  "ask-clarification askClarification": ({ context, neighbour, year, named }) =>
    askClarification(context, neighbour, year, { words: WORDS, formId: named.clarificationForm }),
  "ask-to-declare askToDeclare": ({ context, neighbour, year, named }) =>
    askToDeclare(context, neighbour, year, named.draftId),
  "ask-to-declare whoMayDeclare": ({ context, neighbour }) => whoMayDeclare(context, neighbour),
  // Which codes there are is public, so what is said of the code differs; what is read for the officer does not.
  "check-file checkFile": async ({ context, neighbour, year, named }) =>
    (await checkFile(context, neighbour, year, fileFor(named.ods, year, ""), null)).own,
  "confirm confirm": ({ context, neighbour, year, named }) =>
    confirm(context, neighbour, year, { draftId: named.draftId, stated: [], confirmed: [] }),
  "declare declare": async ({ context, neighbour, year, named }) => [
    await declare(context, neighbour, year, { draftId: named.declaredDraftId, ...declaration }),
    await declare(context, neighbour, year, { draftId: named.draftId, ...declaration }),
  ],
  "declared-file declaredFile": ({ context, neighbour, year, named }) =>
    declaredFile(context, neighbour, year, named.version),
  "draft currentDraft": ({ context, neighbour, year }) => currentDraft(context, neighbour, year),
  "draft lastYearOf": ({ context, neighbour, year }) => lastYearOf(context, neighbour, nextYear(year)),
  "draft readyDraft": ({ context, neighbour, year }) => readyDraft(context, neighbour, year),
  "home yourRounds": ({ context, neighbour }) => yourRounds(context, neighbour),
  "marked-file markedFile": ({ context, neighbour, year }) => markedFile(context, neighbour, year),
  "public-line publicLine": async ({ context, neighbour, year }) => {
    const figures = await lastYearOf(context, neighbour, OPEN);
    return figures && publicLine(context, neighbour, year, figures);
  },
  "receipt-letter receiptLetter": async ({ context, neighbour, year, named }) => {
    const { to, body } = receiptLetter(context, neighbour, year, { reference: named.reference, version: 1 });
    return [to, body.includes(neighbour.trust.name)];
  },
  "save-answers saveAnswers": ({ context, neighbour, year, named }) =>
    saveAnswers(context, neighbour, year, { seen: named.draftId, texts: NO_TEXTS }),
  "upload upload": ({ context, neighbour, year, named }) =>
    upload(context, neighbour, year, {
      name: named.fileName,
      bytes: fileFor(named.ods, year, ""),
      seen: named.draftId,
    }),
  "upload draftOnScreen": ({ context, neighbour, year }) => draftOnScreen(context, neighbour, year),
  "upload waitingFile": ({ context, neighbour, year }) => waitingFile(context, neighbour, year),
  "upload settleWaitingFile": async ({ context, neighbour, year, named }) => [
    await settleWaitingFile(context, neighbour, year, { use: "mine", seen: named.draftId }),
    await settleWaitingFile(context, neighbour, year, { use: "theirs", seen: named.draftId }),
  ],
  "your-round yourRound": ({ context, neighbour, year }) => yourRound(context, neighbour, year),
};

const ACCOUNT: Readonly<Record<string, (tried: Try) => Promise<unknown>>> = {
  "change-email changeEmail": ({ context, neighbour, session, named }) =>
    changeEmail(context, session, neighbour, named.emailToken),
  "change-email newEmailOf": ({ context, neighbour, named }) => newEmailOf(context, neighbour, named.emailToken),
  "choose-trust chooseTrust": ({ context, neighbour, session, named }) =>
    chooseTrust(context, session, neighbour, named.ods),
  "keep-form keptForm": ({ context, neighbour, named }) => keptForm(context, neighbour.id, named.keptForm),
  "keep-form throwAwayForm": ({ context, neighbour, named }) => throwAwayForm(context, neighbour.id, named.keptForm),
  "own-passkeys removeOwnPasskey": ({ context, neighbour, session, named }) =>
    removeOwnPasskey(context, session, neighbour, named.passkey),
  "own-sessions endOwnSession": ({ context, session, named }) => endOwnSession(context, session, named.sessionHandle),
};

/** Answered and closed for both, and asked about again, so that it takes an answer from both. */
const PAST = reportingYear("2024-25");
const NO_ROUND = reportingYear("2018-19");

test.each(Object.entries({ ...SUBMIT, ...ACCOUNT }))("R17: %s tells a neighbour nothing", async (_name, attempt) => {
  const { path, named } = await prepared();
  const theirs = await outcome(await demonstration(path), named, ONLY_THEIRS, attempt);
  const nobodys = await outcome(await demonstration(path), OF_NOBODY, NO_ROUND, attempt);
  expect(theirs).toEqual(nobodys);
  expect(secretsIn(readable(theirs.answers))).toEqual([]);
});

test("R17: every journey that an officer takes is tried by a neighbour", () => {
  const takenByOfficers = journeysOf("submit", (taken) =>
    taken.some(({ type }) => /\b(Officer|Signatory)\b/.test(type)),
  );
  expect(takenByOfficers.length).toBeGreaterThan(20);
  expect(Object.keys(SUBMIT).sort()).toEqual(takenByOfficers);
});

test("R17: so is every journey of an account in which one person can name what may be another’s", () => {
  const named = journeysOf("account", (taken) => {
    const isSomebodys = taken.some(
      ({ name, type }) => /\b(Session|Person|Officer)\b/.test(type) || name === "personId",
    );
    return isSomebodys && taken.some(({ name, type }) => /^(id|handle|token|ods)$/.test(name) && type === "string");
  });
  expect(Object.keys(ACCOUNT).sort()).toEqual(named);
});

test("R17: nor does the database take another trust’s id from whoever asks for this one", async () => {
  const { path, named } = await prepared();
  const { db, officer, neighbour, context } = await demonstration(path);
  const before = await rowsNotOf(db, "ZD02");
  const theirs = await db.draft.findUniqueOrThrow({ where: { id: named.draftId } });
  const answers = await write(db, async (tx) => {
    const saved = { texts: NO_TEXTS, explanations: [], savedAt: context.clock.now(), savedBy: neighbour.id };
    await changeAnswers(tx, "ZD02", named.draftId, { ...saved, withoutFile: true });
    await dropWaitingFile(tx, "ZD02", OPEN, officer.id);
    return [
      await confirmDraft(tx, "ZD02", named.draftId, "{}"),
      await isCurrentDraft(tx, "ZD02", theirs),
      await findReturnByDraft(tx, "ZD02", named.declaredDraftId),
      await findWaitingFile(tx, "ZD02", OPEN, officer.id),
    ];
  });
  expect(answers).toEqual([false, false, null, null]);
  expect(await rowsNotOf(db, "ZD02")).toEqual(before);
});

test("R17: a neighbour’s rounds are those that it was asked in, each once", async () => {
  const { path } = await prepared();
  const { context, officer, neighbour } = await demonstration(path);
  const yearsOf = async (who: Signatory) => (await yourRounds(context, who)).map(({ round }) => round.year);
  const both = ["2025-26", "2024-25", "2023-24", "2022-23", "2021-22"];
  expect(await yearsOf(neighbour)).toEqual(both);
  expect(await yearsOf(officer)).toEqual([...both, ONLY_THEIRS]);
});

test("the secrets are there for whoever may see them", async () => {
  const { path } = await prepared();
  const { context, db, officer } = await demonstration(path);
  const seen = await Promise.all([
    currentDraft(context, officer, OPEN),
    yourRound(context, officer, OPEN),
    waitingFile(context, officer, OPEN),
    db.session.findMany(),
    db.person.findMany(),
    db.passkey.findMany(),
    db.emailLink.findMany(),
    keptForm(context, officer.id, (await db.keptForm.findFirstOrThrow()).id),
  ]);
  expect(secretsIn(readable(seen))).toEqual(Object.values(SECRETS));
});

/** What a neighbour is answered in each round, and what they then have; throws where a row of another changes. */
async function outcome(
  world: World,
  named: Named,
  onlyTheirs: ReportingYear,
  attempt: (tried: Try) => Promise<unknown>,
) {
  const { context, db, neighbour } = world;
  const before = await rowsNotOf(db, neighbour.trust.ods);
  const session = await db.session.findFirstOrThrow({ where: { personId: neighbour.id } });
  const answers: unknown[] = [];
  for (const year of [OPEN, PAST, onlyTheirs]) {
    answers.push(await attempt({ context, neighbour, session, year, named }));
  }
  expect(await rowsNotOf(db, neighbour.trust.ods)).toEqual(before);
  return { answers, has: await tallyOf(db, neighbour.trust.ods) };
}

interface Prepared {
  readonly path: string;
  readonly named: Named;
}

let preparing: Promise<Prepared> | undefined;

/** A database in which ZD01 has everything, and the neighbour a draft, a file that waits, a question and a session. */
function prepared(): Promise<Prepared> {
  preparing ??= prepare();
  return preparing;
}

async function prepare(): Promise<Prepared> {
  const world = await demonstration();
  const { context, db, url, neighbour, staff } = world;
  const named = await everythingOfATrust(world);
  await saveAnswers(context, neighbour, OPEN, { seen: "", texts: { ...NO_TEXTS, "0-12m": OWN_LINE } });
  await upload(context, neighbour, OPEN, { name: "own.csv", bytes: fileFor("ZD02", OPEN, "own"), seen: "" });
  await askTrust(context, staff, { year: PAST, ods: "ZD01" }, { words: "Sure?", formId: crypto.randomUUID() });
  await askTrust(context, staff, { year: PAST, ods: "ZD02" }, { words: "Sure?", formId: crypto.randomUUID() });
  const session = { personId: neighbour.id, factorAt: context.clock.now(), ods: "ZD02", agent: "own" };
  await write(db, (tx) => context.sessions.start(tx, session));
  return { path: url.replace("file:", ""), named };
}

const OWN_LINE = { takes: "yes", referred: "5", accessed: "5", notes: "" };

interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** `file function` of every exported function of a verb whose parameters fit. */
function journeysOf(verb: string, fits: (parameters: readonly Parameter[]) => boolean): string[] {
  const folder = `app/journeys/${verb}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(`${folder}/${file}`, "utf8"), ts.ScriptTarget.Latest);
      return source.statements
        .filter(ts.isFunctionDeclaration)
        .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .filter(({ parameters }) =>
          fits(parameters.map(({ name, type }) => ({ name: name.getText(source), type: type?.getText(source) ?? "" }))),
        )
        .map(({ name }) => `${file.replace(".ts", "")} ${name?.text}`);
    })
    .sort();
}
