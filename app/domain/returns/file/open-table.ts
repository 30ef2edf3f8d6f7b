import { problemOf } from "../catalogue";
import type { Delimiter } from "../csv";
import type { Problem } from "../problem";
import type { FileLimits } from "./context";
import { type Decoded, decode, type Encoding } from "./decode";
import { type OtherType, otherFileType, otherTextType } from "./file-type";
import { headerRow } from "./header-row";
import { findLayout, type Layout } from "./layout";
import { tooManyBytes } from "./limits";
import { type MarkColumns, markColumns, withoutMarks } from "./mark-columns";
import { patientData } from "./patient-data";
import { split, type Table } from "./split";

/** How a file is written, as far as it could be found out. */
export interface FileForm {
  readonly layout: Layout["kind"] | "none";
  /** Null where the bytes are not text, as is the delimiter. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

/** A file as a table whose headings are understood, or the structural faults because of which it is none. */
export type OpenedTable =
  | {
      readonly ok: true;
      readonly form: FileForm;
      readonly decoded: Decoded;
      /** The trust's own table. */
      readonly table: Table;
      readonly layout: Layout;
      /** With the columns in which its problems were marked, where they were; null where not. */
      readonly asWritten: Table;
      readonly marks: MarkColumns | null;
    }
  | { readonly ok: false; readonly form: FileForm; readonly faults: readonly Problem[] };

/** Of a file that was not so much as decoded. */
export const UNKNOWN_FORM: FileForm = { layout: "none", encoding: null, delimiter: null };

/**
 * From bytes to a table with a known layout. Each step is taken only where the one before gave nothing to complain of;
 * patient-level data is looked for as soon as there are cells, and before anything is made of them.
 * Example: bytes that begin with PK are no table, because of the one fault `wrong-file-type`.
 */
export function openTable(bytes: Uint8Array, limits?: FileLimits): OpenedTable {
  if (bytes.length === 0) return fails(UNKNOWN_FORM, EMPTY);
  const otherType = otherFileType(bytes);
  if (otherType !== null) return fails(UNKNOWN_FORM, notCsv(otherType));
  const tooLarge = tooManyBytes(bytes, limits);
  if (tooLarge !== null) return fails(UNKNOWN_FORM, tooLarge);

  const decoded = decode(bytes);
  if (decoded === null) return fails(UNKNOWN_FORM, problemOf("unreadable-file", {}));
  const { text, encoding } = decoded;
  const otherText = otherTextType(text);
  if (otherText !== null) return fails({ ...UNKNOWN_FORM, encoding }, notCsv(otherText));
  if (text.trim() === "") return fails({ ...UNKNOWN_FORM, encoding }, EMPTY);

  const asWritten = split(text, limits);
  const header = headerRow(asWritten.top, asWritten.first);
  const marks = markColumns(asWritten, header);
  const table = marks === null ? asWritten : withoutMarks(asWritten, marks);
  const found = findLayout(table.top, marks === null ? header : headerRow(table.top, table.first));
  const form = { layout: found.ok ? found.layout.kind : found.kind, encoding, delimiter: table.delimiter };
  const patients = patientData(text, table, marks !== null);
  if (patients.length > 0) return fails(form, ...patients);
  if (table.problems.length > 0) return fails(form, ...table.problems);
  if (!found.ok) return fails(form, ...found.faults);
  return { ok: true, form, decoded, table, layout: found.layout, asWritten, marks };
}

const EMPTY = problemOf("empty-file", { fact: "This file is empty." });

function notCsv({ name, remedy }: OtherType): Problem {
  return problemOf("wrong-file-type", { fact: name, remedy });
}

function fails(form: FileForm, ...faults: readonly Problem[]): OpenedTable {
  return { ok: false, form, faults };
}
