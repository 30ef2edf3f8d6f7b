import { formatMoment } from "../domain/calendar/day";

interface LastSaved {
  savedAt: Date;
  savedBy: { id: string; name: string };
  /** The id of whoever reads it. */
  reader: string;
}

/** Who saved something last, and when: "Saved by you on 22 April 2024 at 14:03". */
export function savedInWords({ savedAt, savedBy, reader }: LastSaved): string {
  return `Saved by ${savedBy.id === reader ? "you" : savedBy.name} on ${formatMoment(savedAt.getTime())}`;
}
