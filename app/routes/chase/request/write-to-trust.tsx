import { Details } from "~/components/details";
import { WriteForm } from "~/components/write-form";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import type { RequestStateKind } from "~/domain/requests/state";
import { paths } from "~/paths";

interface WriteToTrustProps {
  year: ReportingYear;
  ods: string;
  state: RequestStateKind;
  formId: string;
}

const MAY_BE_ASKED: ReadonlySet<RequestStateKind> = new Set([
  "answered",
  "part-answered",
  "queried",
  "refused",
  "not-held",
  "accepted",
]);

/** The answer to what the trust wants clarified, or a question about its own answer: whichever the request waits for. */
export function WriteToTrust({ year, ods, state, formId }: WriteToTrustProps) {
  const action = paths.chase.write(year, ods);
  if (state === "clarification-asked") {
    return (
      <WriteForm
        action={action}
        as="clarify"
        formId={formId}
        label="Your answer to the trust’s question"
        hint="The trust’s fresh 20 working days begin today, once this is sent."
        submit="Send the answer"
      />
    );
  }
  if (!MAY_BE_ASKED.has(state)) return null;
  return (
    <Details summary="Ask the trust about its answer">
      <WriteForm
        action={action}
        as="ask"
        formId={formId}
        label="Your question"
        hint="The trust reads it when it signs in; the email that tells it so quotes nothing. The return waits until it replies."
        submit="Send the question"
        variant="secondary"
      />
    </Details>
  );
}
