import { type NotKept, notKeptInWords } from "~/domain/returns/not-kept";
import type { EntryField } from "~/domain/returns/texts";

export interface RefusedField {
  readonly field: EntryField;
  readonly message: string;
}

/** Why nothing of the form was kept, field by field. */
export function refusalsOf({ kind, fields }: NotKept): readonly RefusedField[] {
  return fields.map((field) => ({ field, message: notKeptInWords(field, kind) }));
}
