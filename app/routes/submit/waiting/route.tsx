import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { savedInWords } from "~/components/saved-in-words";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { settleWaitingFile, waitingFile } from "~/journeys/submit/upload";
import { openedFor, paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ use: z.enum(["mine", "theirs"]), seen: z.string().default("") });

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const waiting = await waitingFile(context, person, year);
  if (waiting === null) throw redirect(paths.submit.year(year));
  const { fileName, draft } = waiting;
  const saved = draft && savedInWords({ ...draft, reader: person.id });
  return { year, trust: person.trust, fileName, saved, draftId: draft?.id ?? "" };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const settled = await settleWaitingFile(context, person, year, await readForm(request, form));
  if (settled === "changed meanwhile") throw redirect(paths.submit.waiting(year), 303);
  if (settled === "left") throw redirect(paths.submit.year(year, { said: "kept-theirs" }), 303);
  throw redirect(settled === "replaced" ? paths.submit.form(year) : paths.submit.year(year), 303);
});

export const meta = () => pageTitle("Two drafts");

/** Before a file takes the place of answers that were saved meanwhile, its officer is told whose they are. */
export default function WaitingFile() {
  const { year, trust, fileName, saved, draftId } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
        <PageHeading
          caption={`${trust.name}, ${formatYear(year)}`}
          lead={
            saved === null
              ? "The answers that were here when you chose your file are gone. Your file is here, and nothing was lost."
              : "Other answers were saved since you opened the upload page. Your file is here, and nothing was lost."
          }
        >
          Which answers are to stand?
        </PageHeading>
        {saved !== null && (
          <p>
            The saved answers: {saved}.{" "}
            <a href={paths.submit.form(year)} target="_blank" rel="noopener">
              See them in a new tab
            </a>
            .
          </p>
        )}
        <p>Yours: the file {fileName}.</p>
        <form method="post" action={openedFor(trust.ods, paths.submit.waiting(year))}>
          <input type="hidden" name="seen" value={draftId} />
          <ButtonGroup>
            <Button name="use" value="mine">
              {saved === null ? "Use my file" : "Replace them with my file"}
            </Button>
            <Button name="use" value="theirs" variant="secondary">
              {saved === null ? "Let my file go" : "Leave them, and let my file go"}
            </Button>
          </ButtonGroup>
        </form>
      </div>
    </div>
  );
}
