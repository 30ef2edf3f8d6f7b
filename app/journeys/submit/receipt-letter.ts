import { formatDay } from "../../domain/calendar/day";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { paths } from "../../paths";
import type { Context } from "../context";
import { composeLetter, forQuestions } from "../letter";

/** The letter that proves a return was received. It holds no figure: a letter travels through many hands. */
export function receiptLetter(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  { reference, version }: { reference: string; version: number },
) {
  const { clock, publicOrigin } = context;
  return composeLetter(context, {
    key: `receipt ${reference}`,
    to: officer.email,
    subject: `Received: return for ${formatYear(year)}, reference ${reference}`,
    says: [
      `Thank you. On ${formatDay(clock.today())} we received the return of ${officer.trust.name} (${officer.trust.ods}) for ${formatYear(year)}.`,
      version === 1
        ? `Your reference is ${reference}.`
        : `Your reference is ${reference}. It is version ${version}, and takes the place of the version before.`,
      `What you declared, to read and to print: ${publicOrigin}${paths.submit.receipt(year, version)}`,
      "What happens next: the Foundation checks the answers and accepts them, or asks you about them. You can change them until then and after: sign in, open the return and choose “Change your answers”.",
      forQuestions(context),
    ],
  });
}
