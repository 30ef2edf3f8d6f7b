import { readFileSync } from "node:fs";
import Papa from "papaparse";

export type Row = Readonly<Record<string, string>>;

/** The rows of a data file that ships with the portal, by its header. A file of ours that cannot be read is a bug. */
export function rowsOf(path: string): Row[] {
  const { data, errors } = Papa.parse<Row>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${path}, row ${errors[0]?.row}: ${errors[0]?.message}`);
  return data;
}
