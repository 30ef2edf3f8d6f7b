import { replaceLink } from "../../app/db/email-links";
import { replaceRecoveryCodes } from "../../app/db/factors";
import { addPasskey } from "../../app/db/passkeys";
import { setPassword } from "../../app/db/people";
import { createRequest, recordEvent } from "../../app/db/requests";
import { createRound } from "../../app/db/rounds";
import { write } from "../../app/db/write";
import { day } from "../../app/domain/calendar/day";
import { type ReportingYear, reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Signatory } from "../../app/domain/people/person";
import type { AnswerTexts } from "../../app/domain/returns/texts";
import { keepForm } from "../../app/journeys/account/keep-form";
import { ownSessions } from "../../app/journeys/account/own-sessions";
import { askTrust, clarify } from "../../app/journeys/chase/write-to-trust";
import { startAmending } from "../../app/journeys/submit/amend";
import { answerQuery } from "../../app/journeys/submit/answer-query";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { confirm } from "../../app/journeys/submit/confirm";
import { type Declaration, declare } from "../../app/journeys/submit/declare";
import { currentDraft } from "../../app/journeys/submit/draft";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { upload } from "../../app/journeys/submit/upload";
import { fingerprint } from "../../app/platform/fingerprint";
import { recoveryCodeHash } from "../../app/platform/recovery-codes";
import { colleagueOf, type World } from "./database";

export const OPEN = reportingYear("2025-26");
/** A round in which nobody but ZD01 was asked. */
export const ONLY_THEIRS = reportingYear("2019-20");

/** Words and figures that stand in what ZD01 has sent, typed, asked and been told, and nowhere else. */
export const SECRETS = {
  notes: "bramblewick",
  draft: "quillfeather",
  fileName: "skylark-figures.csv",
  reason: "tamarisk",
  because: "sparrowhawk",
  declarer: "Ottoline Fernsby",
  role: "Keeper of ledgers",
  question: "saltmarsh",
  clarified: "windrush",
  query: "harebell",
  reply: "larkspur",
  kept: "juniper",
  passkey: "Laptop of the lapwing",
  newAddress: "curlew@demo.example",
  officer: "First officer",
  officersAddress: "officer@demo.example",
  agent: "Browser of the heron",
  colleague: "Peregrine Marlowe",
  address: "peregrine@demo.example",
  figure: "734373",
  drafted: "734379",
  reference: "ZD01-2526-1",
} as const;

export type Secret = keyof typeof SECRETS;

/** Which of the secrets a text tells, figures in either spelling; a figure that stands in the middle of an id is none. */
export function secretsIn(text: string): string[] {
  return Object.values(SECRETS).filter((secret) => {
    const written = /^\d+$/.test(secret) ? `${secret}|${Number(secret).toLocaleString("en-GB")}` : secret;
    return new RegExp(`(?<![0-9a-z])(?:${written})(?![0-9a-z])`, "i").test(text);
  });
}

/** What a neighbour could name of ZD01's, had they guessed it or been shown it. */
export interface Named {
  readonly ods: string;
  readonly draftId: string;
  /** The draft that became a version. */
  readonly declaredDraftId: string;
  readonly version: number;
  readonly reference: string;
  readonly returnId: string;
  readonly requestId: string;
  readonly clarificationForm: string;
  readonly replyForm: string;
  readonly fileName: string;
  readonly keptForm: string;
  readonly sessionHandle: string;
  readonly passkey: string;
  readonly emailToken: string;
}

/** The same, of a trust that does not exist. */
export const OF_NOBODY: Named = {
  ods: "ZD99",
  draftId: "cm0000000000000000000000",
  declaredDraftId: "cm0000000000000000000001",
  version: 99,
  reference: "ZD99-2526-1",
  returnId: "cm0000000000000000000002",
  requestId: "cm0000000000000000000003",
  clarificationForm: "00000000-0000-4000-8000-000000000000",
  replyForm: "00000000-0000-4000-8000-000000000001",
  fileName: "no-such-file.csv",
  keptForm: "cm0000000000000000000004",
  sessionHandle: "0123456789abcdef",
  passkey: "no-such-passkey",
  emailToken: "no-such-token",
};

export const answersWith = (figure: string, notes: string, accessed = "2500"): AnswerTexts => ({
  "0-12m": { takes: "yes", referred: "6", accessed: "5", notes: "" },
  "12-24m": { takes: "yes", referred: "<5", accessed: "<5", notes: "" },
  "24-36m": { takes: "yes", referred: "9", accessed: "8", notes },
  all: { takes: "", referred: figure, accessed, notes: "" },
});

export const fileFor = (ods: string, year: ReportingYear, notes: string, figure = "3400") =>
  new TextEncoder().encode(
    [
      "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
      `${ods},,${year},0-12 months,yes,6,5,${notes}`,
      `${ods},,${year},12-24 months,yes,7,<5,`,
      `${ods},,${year},24-36 months,yes,9,8,`,
      `${ods},,${year},0-18 years,,${figure},2500,`,
    ].join("\r\n"),
  );

const CLARIFICATION_FORM = "c1000000-0000-4000-8000-000000000001";
const REPLY_FORM = "c1000000-0000-4000-8000-000000000002";
const PASSKEY = "passkey-of-the-lapwing";
const EMAIL_TOKEN = "token-of-the-curlew";
const DECLARATION: Pick<Declaration, "name" | "role" | "agreed"> = {
  name: SECRETS.declarer,
  role: SECRETS.role,
  agreed: true,
};

/**
 * Gives ZD01 some of everything a trust can have: questions and answers, two versions of a return, a draft with a file
 * that waits beside it, a kept form, a session, and a round of its own.
 */
export async function everythingOfATrust(world: World): Promise<Named> {
  const { context, db, officer, staff } = world;
  const colleague = await colleagueOf(world, { name: SECRETS.colleague, email: SECRETS.address });
  await write(db, (tx) => setPassword(tx, colleague.id, "$argon2id$of-the-peregrine"));
  const request = { year: OPEN, ods: "ZD01" };
  await askClarification(context, officer, OPEN, { words: SECRETS.question, formId: CLARIFICATION_FORM });
  await clarify(context, staff, request, { words: SECRETS.clarified, formId: crypto.randomUUID() });

  const declaredDraftId = await declared(world, OPEN, answersWith(SECRETS.figure, SECRETS.notes), "");
  await startAmending(context, officer, OPEN);
  await declared(world, OPEN, answersWith("3401", ""), SECRETS.reason);
  await askTrust(context, staff, request, { words: SECRETS.query, formId: crypto.randomUUID() });
  await answerQuery(context, officer, OPEN, { words: SECRETS.reply, formId: REPLY_FORM });
  const draftId = await confirmed(world, colleague, OPEN, answersWith(SECRETS.drafted, SECRETS.draft));
  const file = { name: SECRETS.fileName, bytes: fileFor("ZD01", OPEN, SECRETS.draft), seen: "" };
  const { kind } = await upload(context, officer, OPEN, file);
  if (kind !== "waiting") throw new Error(`The file does not wait: ${kind}.`);

  await write(db, async (tx) => {
    await createRound(tx, { year: ONLY_THEIRS, issuedOn: day("2026-10-01"), open: true, questions: [] });
    const id = await createRequest(tx, "ZD01", ONLY_THEIRS);
    const event = { kind: "sent", on: day("2026-10-01"), detail: "", transfersTo: null } as const;
    await recordEvent(tx, id, event, { at: context.clock.now(), by: null });
  });
  await declared(world, ONLY_THEIRS, answersWith(SECRETS.figure, SECRETS.notes), "");
  const sent = fileFor("ZD01", ONLY_THEIRS, SECRETS.draft, SECRETS.drafted);
  await upload(context, officer, ONLY_THEIRS, { name: SECRETS.fileName, bytes: sent, seen: "" });

  const keptForm = await keepForm(context, officer.id, {
    path: "/submit/2025-26/reply?for=ZD01",
    page: "/submit/:year/reply",
    body: `words=${SECRETS.kept}`,
  });
  await write(db, (tx) =>
    context.sessions.start(tx, {
      personId: officer.id,
      factorAt: context.clock.now(),
      ods: "ZD01",
      agent: SECRETS.agent,
    }),
  );
  const now = context.clock.now();
  await write(db, async (tx) => {
    await addPasskey(tx, {
      id: PASSKEY,
      personId: officer.id,
      name: SECRETS.passkey,
      publicKey: Uint8Array.of(1),
      counter: 0,
      transports: [],
      createdAt: now,
    });
    await replaceLink(tx, {
      kind: "email",
      personId: officer.id,
      tokenSha256: fingerprint(EMAIL_TOKEN),
      codeSha256: null,
      email: SECRETS.newAddress,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    });
    await replaceRecoveryCodes(tx, officer.id, [recoveryCodeHash(officer.id, "ABCD-EFGH")]);
  });
  const session = await db.session.findFirstOrThrow({ where: { agent: SECRETS.agent } });
  const sessions = await ownSessions(context, session);
  const version = await db.return.findFirstOrThrow({ where: { reference: SECRETS.reference } });
  return {
    ods: "ZD01",
    draftId,
    declaredDraftId,
    version: 2,
    reference: version.reference,
    returnId: version.id,
    requestId: version.requestId,
    clarificationForm: CLARIFICATION_FORM,
    replyForm: REPLY_FORM,
    fileName: SECRETS.fileName,
    keptForm: keptForm ?? "",
    sessionHandle: sessions[0]?.handle ?? "",
    passkey: PASSKEY,
    emailToken: EMAIL_TOKEN,
  };
}

/** Saves the answers, and says of everything unusual in them that it is right. */
async function confirmed(world: World, officer: Signatory, year: ReportingYear, texts: AnswerTexts): Promise<string> {
  const draftId = await saved(world, officer, year, texts);
  const form = { draftId, stated: [], confirmed: [] };
  const answer = await confirm(world.context, officer, year, form);
  const statements = answer.kind === "problems" ? answer.asked.statements : [];
  const ticked = statements.map(({ id }) => ({ id, ticked: true, reason: SECRETS.because }));
  await confirm(world.context, officer, year, { ...form, confirmed: ticked });
  return draftId;
}

/** Saves the answers over the draft there is, and returns the id of the new one. */
export async function saved(
  { context }: World,
  officer: Signatory,
  year: ReportingYear,
  texts: AnswerTexts,
): Promise<string> {
  const seen = (await currentDraft(context, officer, year))?.id ?? "";
  const answer = await saveAnswers(context, officer, year, { seen, texts });
  if (answer.kind !== "saved") throw new Error(`The answers were not saved: ${answer.kind}.`);
  return answer.draftId;
}

export async function declared(
  world: World,
  year: ReportingYear,
  texts: AnswerTexts,
  reason: string,
  { officer, ...declaration } = { officer: world.officer, ...DECLARATION },
): Promise<string> {
  const { context } = world;
  const draftId = await confirmed(world, officer, year, texts);
  const { kind } = await declare(context, officer, year, { draftId, ...declaration, reason });
  if (kind !== "declared") throw new Error(`The return was not declared: ${kind}.`);
  return draftId;
}
