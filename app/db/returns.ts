import { type Day, day } from "../domain/calendar/day";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import {
  AGE_BANDS,
  type AgeBand,
  type BandAnswer,
  type Counts,
  type Figures,
  MEASURES,
  TAKES,
} from "../domain/returns/return";
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
  readonly fileName: string;
  readonly fileSha256: string;
  /** The address of whoever declared it, where the letter of receipt went; null for answers from before the portal. */
  readonly confirmedTo: string | null;
  /** As JSON: what the officer confirmed and stated before declaring. */
  readonly confirmations: string;
  readonly accepted: boolean;
  readonly figures: Figures;
}

export interface NewReturn extends Omit<StoredReturn, "id" | "ods" | "year" | "accepted" | "confirmedTo"> {
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
  fileName: true,
  fileSha256: true,
  confirmations: true,
  person: { select: { email: true } },
  bands: true,
  counts: true,
  request: { select: { ods: true, year: true, events: { where: { kind: "accepted" }, select: { returnId: true } } } },
} as const;

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

function rowsWhere(db: Queries, where: { request: { year?: string; ods?: string } }) {
  return db.return.findMany({ where, select, orderBy: { version: "asc" } });
}

function asReturn({ request, bands, counts, person, ...row }: Row): StoredReturn {
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

export async function findReturnByDraft(
  db: Queries,
  ods: string,
  draftId: string,
): Promise<{ reference: string } | null> {
  return db.return.findFirst({ where: { draftId, request: { ods } }, select: { reference: true } });
}

export async function saveReturn(tx: Transaction, version: NewReturn): Promise<string> {
  const { figures, raw, requestId, fileBytes, ...row } = version;
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
      fileBytes: Uint8Array.from(fileBytes),
      bands: { create: bands },
      counts: { create: counts },
    },
    select: { id: true },
  });
  return id;
}
