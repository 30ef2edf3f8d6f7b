import { meaningInWords } from "~/domain/returns/meanings";
import type { Confirmations } from "~/journeys/submit/confirmations";

/** What the officer stated of the file, as rows of a summary. */
export function confirmedRows({ marks, confirmed }: Confirmations) {
  return [
    ...marks.map((stated) => ({
      key: stated.mark === "" ? "Blank cells" : `“${stated.mark}”`,
      value: meaningInWords(stated) ?? "",
    })),
    ...confirmed.map(({ cell, message, reason }) => ({
      key: cell ?? "Whole file",
      value: reason === "" ? message : `${message} Your reason: ${reason}`,
    })),
  ];
}
