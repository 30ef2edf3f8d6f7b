import { type Day, day } from "../domain/calendar/day";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import { type Explanation, readExplanations } from "../domain/returns/explanations";
import { readTexts } from "../domain/returns/read-texts";
import {
  AGE_BANDS,
  type AgeBand,
  type BandAnswer,
  type Counts,
  type Figures,
  MEASURES,
  TAKES,
} from "../domain/returns/return";
import type { AnswerTexts } from "../domain/returns/texts";
import type { Queries, Transaction } from "./client";
import { countFromColumns, countToColumns } from "./counts";

/** One declared version of a trust's answer. */
export interface StoredReturn {
  readonly id: string;
  readonly ods: string;
  readonly year: ReportingYear;
  readonly version: number;
  readonly reference: string;
  readonly declaredAt: Date;
  readonly declaredOn: Day;
  readonly declaredName: string;
  readonly declaredRole: string;
  /** Why the version before it was changed; empty for the first. */
  readonly reason: string;
  readonly fileName: string;
  readonly fileSha256: string;
  /** Whether answers were typed on screen, beside a file or without one. */
  readonly typed: boolean;
  /** The answers in the words they were given in; null for versions from before answers could be typed. */
  readonly texts: AnswerTexts | null;
  readonly explanations: readonly Explanation[];
  /** The address of whoever declared it, where the letter of receipt went; null for answers from before the portal. */
  readonly confirmedTo: string | null;
  /** As JSON: what the officer confirmed and stated before declaring. */
  readonly confirmations: string;
  readonly accepted: boolean;
  /** Reasons of this version in the words in which the public may read them. */
  readonly footnotes: readonly string[];
  readonly figures: Figures;
}

export interface NewReturn
  extends Omit<StoredReturn, "id" | "ods" | "year" | "accepted" | "footnotes" | "confirmedTo"> {
  readonly requestId: string;
  readonly draftId: string;
  readonly declaredBy: string | null;
  readonly fileBytes: Uint8Array;
  /** The text each cell was read from. */
  readonly raw: (band: AgeBand | "all", measure: "referred" | "accessed") => string;
}

const select = {
  id: true,
  version: true,
  reference: true,
  declaredAt: true,
  declaredOn: true,
  declaredName: true,
  declaredRole: true,
  reason: true,
  fileName: true,
  fileSha256: true,
  typed: true,
  texts: true,
  explanations: true,
  confirmations: true,
  footnotes: { select: { text: true }, orderBy: { place: "asc" } },
  person: { select: { email: true } },
  bands: true,
  counts: true,
  request: { select: { ods: true, year: true, events: { where: { kind: "accepted" }, select: { returnId: true } } } },
} as const;

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

function rowsWhere(db: Queries, where: { request: { year?: string; ods?: string } }) {
  return db.return.findMany({ where, select, orderBy: { version: "asc" } });
}

function asReturn({ request, bands, counts, person, texts, explanations, footnotes, ...row }: Row): StoredReturn {
  const countsOf = (band: string): Counts => {
    const of = (measure: string) => {
      const columns = counts.find((cell) => cell.band === band && cell.measure === measure);
      if (columns === undefined) throw new Error(`Return ${row.reference} has no cell ${band} ${measure}.`);
      return countFromColumns(columns);
    };
    return { referred: of("referred"), accessed: of("accessed") };
  };
  const answerOf = (band: AgeBand): BandAnswer => {
    const stored = bands.find((answer) => answer.band === band);
    const takes = TAKES.find((known) => known === stored?.takes);
    if (stored === undefined || takes === undefined)
      throw new Error(`Return ${row.reference} has no answer for ${band}.`);
    return { takes, takesWords: stored.takesWords, ...countsOf(band) };
  };
  return {
    ...row,
    declaredOn: day(row.declaredOn),
    texts: texts === null ? null : readTexts(texts),
    explanations: readExplanations(explanations),
    footnotes: footnotes.map(({ text }) => text),
    confirmedTo: person?.email ?? null,
    ods: request.ods,
    year: request.year as ReportingYear,
    accepted: request.events.some((event) => event.returnId === row.id),
    figures: {
      bands: { "0-12m": answerOf("0-12m"), "12-24m": answerOf("12-24m"), "24-36m": answerOf("24-36m") },
      all: countsOf("all"),
    },
  };
}

/** Every version a trust has declared for a year, oldest first. */
export async function versionsOf(db: Queries, ods: string, year: ReportingYear): Promise<StoredReturn[]> {
  return (await rowsWhere(db, { request: { ods, year } })).map(asReturn);
}

export async function latestReturnOf(db: Queries, ods: string, year: ReportingYear): Promise<StoredReturn | null> {
  return (await versionsOf(db, ods, year)).at(-1) ?? null;
}

/** The last declared version of every trust of a round, by code. */
export async function latestReturnsOfRound(
  db: Queries,
  year: ReportingYear,
): Promise<ReadonlyMap<string, StoredReturn>> {
  const rows = await rowsWhere(db, { request: { year } });
  return new Map(rows.map(asReturn).map((version) => [version.ods, version]));
}

/** The last version that staff accepted of every trust of a round, by code: it stands until the next is accepted. */
export async function acceptedReturnsOfRound(
  db: Queries,
  year: ReportingYear,
): Promise<ReadonlyMap<string, StoredReturn>> {
  const versions = (await rowsWhere(db, { request: { year } })).map(asReturn).filter(({ accepted }) => accepted);
  return new Map(versions.map((version) => [version.ods, version]));
}

export async function findReturnByDraft(
  db: Queries,
  ods: string,
  draftId: string,
): Promise<{ reference: string; version: number; declaredBy: string | null } | null> {
  const select = { reference: true, version: true, declaredBy: true } as const;
  return db.return.findFirst({ where: { draftId, request: { ods } }, select });
}

export async function saveReturn(tx: Transaction, version: NewReturn): Promise<string> {
  const { figures, raw, requestId, fileBytes, texts, explanations, ...row } = version;
  const counts = ([...AGE_BANDS, "all"] as const).flatMap((band) =>
    MEASURES.map((measure) => {
      const answers = band === "all" ? figures.all : figures.bands[band];
      return { band, measure, raw: raw(band, measure), ...countToColumns(answers[measure]) };
    }),
  );
  const bands = AGE_BANDS.map((band) => {
    const { takes, takesWords } = figures.bands[band];
    return { band, takes, takesWords };
  });
  const { id } = await tx.return.create({
    data: {
      ...row,
      requestId,
      texts: texts === null ? null : JSON.stringify(texts),
      explanations: JSON.stringify(explanations),
      fileBytes: Uint8Array.from(fileBytes),
      bands: { create: bands },
      counts: { create: counts },
    },
    select: { id: true },
  });
  return id;
}

/** The bytes of the file that a version was declared with, as they came. */
export async function fileOfVersion(
  db: Queries,
  ods: string,
  year: ReportingYear,
  version: number,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const row = await db.return.findFirst({
    where: { version, request: { ods, year } },
    select: { fileName: true, fileBytes: true },
  });
  return row === null ? null : { name: row.fileName, bytes: row.fileBytes };
}

/** Keeps the words in which the public may read a trust's reasons. They are decided once, as the version is accepted. */
export async function saveFootnotes(
  tx: Transaction,
  returnId: string,
  texts: readonly string[],
  { at, by }: { at: Date; by: string },
) {
  const rows = texts.map((text, place) => ({ returnId, place, text, decidedAt: at, decidedBy: by }));
  await tx.footnote.createMany({ data: rows });
}
