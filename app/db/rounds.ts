import { type Day, day } from "../domain/calendar/day";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import type { Queries, Transaction } from "./client";

export interface StoredRound {
  readonly year: ReportingYear;
  readonly issuedOn: Day;
  /** Whether returns are taken now. */
  readonly open: boolean;
  readonly questions: readonly { readonly number: number; readonly wording: string }[];
}

const select = {
  year: true,
  issuedOn: true,
  open: true,
  questions: { select: { number: true, wording: true }, orderBy: { number: "asc" } },
} as const;

function asRound(row: { year: string; issuedOn: string; open: boolean; questions: StoredRound["questions"] }) {
  const { year, issuedOn, open, questions } = row;
  return {
    year: year as ReportingYear,
    issuedOn: day(issuedOn),
    open,
    questions,
  };
}

/** Every round, newest year first. */
export async function allRounds(db: Queries): Promise<StoredRound[]> {
  return (await db.round.findMany({ select, orderBy: { year: "desc" } })).map(asRound);
}

export async function findRound(db: Queries, year: ReportingYear): Promise<StoredRound | null> {
  const row = await db.round.findUnique({ where: { year }, select });
  return row === null ? null : asRound(row);
}

export async function createRound(tx: Transaction, { questions, ...round }: StoredRound) {
  await tx.round.create({ data: { ...round, questions: { create: [...questions] } } });
}
