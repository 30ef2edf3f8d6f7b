import { formatDay } from "../../domain/calendar/day";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { paths } from "../../paths";
import type { Context } from "../context";

/** The letter that proves a return was received. It holds no figure: a letter travels through many hands. */
export function receiptLetter(context: Context, officer: Officer, year: ReportingYear, reference: string) {
  const { clock, publicOrigin } = context;
  return {
    key: `receipt ${reference}`,
    to: officer.email,
    subject: `Received: return for ${formatYear(year)}, reference ${reference}`,
    body: [
      `Thank you. On ${formatDay(clock.today())} we received the return of ${officer.trust.name} (${officer.trust.ods}) for ${formatYear(year)}.`,
      `Your reference is ${reference}.`,
      `What you declared, to read and to print: ${publicOrigin}${paths.submit.receipt(year)}`,
      "What happens next: the Foundation checks the figures and accepts them, or asks you about them.",
    ].join("\n\n"),
    queuedAt: clock.now(),
  };
}
