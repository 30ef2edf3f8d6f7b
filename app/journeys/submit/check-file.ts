import { wholeRegister } from "../../db/trusts";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { UPLOAD_LIMITS } from "../../domain/returns/file/context";
import type { FileReading, FileReturn } from "../../domain/returns/read-return-file";
import type { Figures } from "../../domain/returns/return";
import type { Context } from "../context";

export interface CheckedFile {
  readonly reading: FileReading;
  /** What the file says for the officer's trust in the open year, whatever is wrong with it; null where it says nothing. */
  readonly own: FileReturn | null;
}

/** Reads a file as the officer's trust would send it: its own code, the open year, beside last year's figures. */
export async function checkFile(
  { db, checker }: Context,
  { trust: { ods } }: Officer,
  year: ReportingYear,
  bytes: Uint8Array,
  lastYear: Figures | null,
): Promise<CheckedFile> {
  const register = await wholeRegister(db);
  const names = new Map([...register.trusts.values()].map((trust) => [trust.ods, trust.name]));
  const reading = await checker.read(bytes, {
    register: names,
    trust: ods,
    year,
    lastYear: lastYear === null ? null : new Map([[ods, lastYear]]),
    limits: UPLOAD_LIMITS,
  });
  return { reading, own: reading.returns.find((one) => one.ods === ods && one.year === year) ?? null };
}
