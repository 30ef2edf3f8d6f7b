import { fileOfVersion } from "../../db/returns";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import type { Context } from "../context";

/** The bytes that one version of the trust's return was declared with; null where there is no such version. */
export async function declaredFile(
  { db }: Context,
  { trust: { ods } }: Officer,
  year: ReportingYear,
  version: number,
): Promise<Uint8Array | null> {
  if (!Number.isSafeInteger(version) || version < 1) return null;
  return (await fileOfVersion(db, ods, year, version))?.bytes ?? null;
}
