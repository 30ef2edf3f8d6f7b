import { LINES, lineText } from "../domain/returns/return";
import type { AnswerTexts } from "../domain/returns/texts";
import { SummaryList } from "./summary-list";

/** What a trust wrote beside its answers, age by age; nothing where it wrote nothing. For the trust and for staff. */
export function NotesList({ texts }: { texts: AnswerTexts | null }) {
  const rows = LINES.map((line) => ({
    key: `Notes, ${lineText(line).label}`,
    value: texts?.[line].notes.trim() ?? "",
  })).filter(({ value }) => value !== "");
  return rows.length === 0 ? null : <SummaryList rows={rows} />;
}
