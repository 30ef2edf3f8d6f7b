import type { Queries } from "../../db/client";
import { latestReturnOf } from "../../db/returns";
import { wholeRegister } from "../../db/trusts";
import { previousYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { UPLOAD_LIMITS } from "../../domain/returns/file/context";
import { type FileReading, readReturnFile } from "../../domain/returns/read-return-file";
import type { Figures } from "../../domain/returns/return";

export interface CheckedFile {
  readonly reading: FileReading;
  /** What the trust declared for the year before; null where it did not. */
  readonly lastYear: Figures | null;
}

/** Reads a file as the officer's trust would send it: its own code, the open year, beside last year's figures. */
export async function checkFile(
  db: Queries,
  officer: Officer,
  year: ReportingYear,
  bytes: Uint8Array,
): Promise<CheckedFile> {
  const { ods } = officer.trust;
  const [register, before] = await Promise.all([wholeRegister(db), latestReturnOf(db, ods, previousYear(year))]);
  const names = new Map([...register.trusts.values()].map((trust) => [trust.ods, trust.name]));
  const lastYear = before?.figures ?? null;
  const reading = readReturnFile(bytes, {
    register: names,
    trust: ods,
    year,
    lastYear: lastYear === null ? null : new Map([[ods, lastYear]]),
    limits: UPLOAD_LIMITS,
  });
  return { reading, lastYear };
}
