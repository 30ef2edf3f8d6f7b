import { meaningInWords, type Stated } from "../domain/returns/meanings";

interface Said {
  readonly marks: readonly (Stated & { readonly cells: readonly string[] })[];
  readonly confirmed: readonly { readonly cell: string | null; readonly message: string; readonly reason: string }[];
}

/** What an officer stated of a file, as rows of a summary: for the officer to check, and for staff to read. */
export function confirmedRows({ marks, confirmed }: Said) {
  return [
    ...marks.map((stated) => ({
      key: `${stated.mark === "" ? "Blank" : `“${stated.mark}”`} in ${stated.cells.join(", ")}`,
      value: meaningInWords(stated) ?? "",
    })),
    ...confirmed.map(({ cell, message, reason }) => ({
      key: `${cell ?? "Your answers"}, confirmed`,
      value: reason === "" ? message : `${message} Reason given: ${reason}`,
    })),
  ];
}
