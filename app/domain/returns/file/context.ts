import type { ReportingYear } from "../../calendar/reporting-year";
import type { Figures } from "../return";

/** What a file is read against. Null leaves the check out. */
export interface FileContext {
  /** Names by ODS code. */
  readonly register: ReadonlyMap<string, string> | null;
  /** The trust of the person who is signed in; without it a file may hold several trusts. */
  readonly trust: string | null;
  /** The open year; without it a file may hold several years. */
  readonly year: ReportingYear | null;
  /** The figures of the year before, by ODS code. */
  readonly lastYear: ReadonlyMap<string, Figures> | null;
  readonly limits?: FileLimits;
}

export interface FileLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly charactersInCell: number;
  /** How much is said about a file before it is refused as a whole. */
  readonly problems: number;
}

/** What is accepted from the network. Source: security specification, R20. */
export const UPLOAD_LIMITS: FileLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 10_000,
  columns: 200,
  charactersInCell: 4096,
  problems: 1000,
};

export const NO_CONTEXT: FileContext = { register: null, trust: null, year: null, lastYear: null };
