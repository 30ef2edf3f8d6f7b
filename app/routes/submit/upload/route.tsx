import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FileUpload } from "~/components/fields/file-upload";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { savedInWords } from "~/components/saved-in-words";
import { formatYear } from "~/domain/calendar/reporting-year";
import type { Problem } from "~/domain/returns/problem";
import { forTrust, inTurn, limited, yearOf } from "~/guards.server";
import { draftOnScreen, upload } from "~/journeys/submit/upload";
import { yourRound } from "~/journeys/submit/your-round";
import { openedFor, paths } from "~/paths";
import { NotReadable } from "./not-readable";
import { readFile } from "./read-file";

/** Its script takes a file that is dropped, and shows how far it has come; the form works without it. */
export const handle = { script: true };

interface Refused {
  /** What stands beside the field; null where the problems below say it all. */
  readonly fault: string | null;
  readonly problems: readonly Problem[];
}

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || !yours.canSend) throw redirect(paths.submit.year(year));
  const draft = await draftOnScreen(context, person, year);
  const saved = draft && savedInWords({ ...draft, reader: person.id });
  return { year, trust: person.trust, saved, draftId: draft?.id ?? "" };
});

export const action = forTrust(
  limited(
    "upload",
    inTurn(async ({ context, person, params, request }) => {
      const year = yearOf(params);
      const file = await readFile(request);
      if (!file.ok) return refuse({ fault: file.problem, problems: [] });
      const answer = await upload(context, person, year, file);
      switch (answer.kind) {
        case "not open":
          throw redirect(paths.submit.year(year), 303);
        case "not kept":
          return refuse({ fault: null, problems: answer.problems });
        case "waiting":
          throw redirect(paths.submit.waiting(year), 303);
      }
      const next = { reject: paths.submit.form, confirm: paths.submit.confirm, ready: paths.submit.check } as const;
      throw redirect(next[answer.outcome](year), 303);
    }),
  ),
);

const refuse = (refused: Refused) => data(refused, { status: 422 });

export const meta = () => pageTitle("Upload your return");

export default function Upload() {
  const { year, trust, saved, draftId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const summary = refused?.fault
    ? [{ text: refused.fault, href: "#file" }]
    : problems.slice(0, MOST_SUMMED_UP).map(({ message }) => ({ text: message }));
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <ErrorSummary problems={summary} title={problems.length > 0 ? "We could not read this file" : undefined} />
      <PageHeading
        caption={`${trust.name}, ${formatYear(year)}`}
        lead="One CSV file with your trust’s figures for the year. It is checked at once; nothing is sent before you declare it."
      >
        Upload your return
      </PageHeading>
      {problems.length > 0 && <NotReadable year={year} problems={problems} />}
      {saved !== null && <p>{saved}. A file that you upload takes the place of those answers.</p>}
      <form
        method="post"
        action={openedFor(trust.ods, paths.submit.upload(year))}
        encType="multipart/form-data"
        data-upload=""
      >
        <input type="hidden" name="seen" value={draftId} />
        <FileUpload
          name="file"
          label="Your return as a CSV file"
          hint="In Excel: File, Save as, “CSV UTF-8 (Comma delimited)”. At most 5 MB."
          accept=".csv,text/csv"
          error={refused?.fault ?? undefined}
        />
        <Button>Upload and check</Button>
      </form>
      <p>
        No file yet? <a href={paths.submit.template(year)}>Download yours to fill in</a>, with your trust and the year
        in place. Or <a href={paths.submit.form(year)}>type your answers on screen</a>.
      </p>
    </>
  );
}

const MOST_SUMMED_UP = 20;
