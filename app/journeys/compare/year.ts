import { currentReleases, type StoredRelease } from "../../db/releases";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Context } from "../context";

export interface YearToCompare {
  readonly release: StoredRelease;
  /** Every released year, newest first. */
  readonly years: readonly ReportingYear[];
}

/** One released year: the one asked for, or the newest. Null where that year, or any, is not released. */
export async function yearToCompare({ db }: Context, year: ReportingYear | null): Promise<YearToCompare | null> {
  const releases = await currentReleases(db);
  const release = year === null ? releases[0] : releases.find((one) => one.year === year);
  return release === undefined ? null : { release, years: releases.map((one) => one.year) };
}
