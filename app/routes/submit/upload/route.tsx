import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FileUpload } from "~/components/fields/file-upload";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import type { Problem } from "~/domain/returns/problem";
import { forTrust, yearOf } from "~/guards.server";
import { currentDraft } from "~/journeys/submit/draft";
import { upload } from "~/journeys/submit/upload";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";
import { ProblemReport } from "./problem-report";
import { readFile } from "./read-file";

interface Refused {
  /** What stands beside the field; null where the problems below say it all. */
  readonly fault: string | null;
  readonly problems: readonly Problem[];
}

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || !yours.canSend) throw redirect(paths.submit.year(year));
  const draft = await currentDraft(context, person, year);
  return { year, trust: person.trust, draft: draft && { fileName: draft.fileName, problems: draft.problems } };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const file = await readFile(request);
  if (!file.ok) return refuse({ fault: file.problem, problems: [] });
  const answer = await upload(context, person, year, file);
  if (answer.kind === "not open") throw redirect(paths.submit.year(year), 303);
  if (answer.kind === "not kept") return refuse({ fault: null, problems: answer.problems });
  const next = { reject: paths.submit.upload, confirm: paths.submit.confirm, ready: paths.submit.check } as const;
  throw redirect(next[answer.outcome](year), 303);
});

const refuse = (refused: Refused) => data(refused, { status: 422 });

export const meta = () => pageTitle("Upload your return");

export default function Upload() {
  const { year, trust, draft } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? draft?.problems ?? [];
  const mustFix = problems.filter(({ severity }) => severity === "must-fix");
  const summary = refused?.fault
    ? [{ text: refused.fault, href: "#file" }]
    : mustFix.slice(0, 20).map(({ message }, place) => ({ text: message, href: `#must-fix-${place + 1}` }));
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <ErrorSummary problems={summary} title={summaryTitle(mustFix.length)} />
      <PageHeading caption={trust.name} lead="One CSV file with your trust’s figures for the year.">
        {draft && mustFix.length > 0 ? "Put your file right and upload it again" : "Upload your return"}
      </PageHeading>
      <form method="post" encType="multipart/form-data">
        <FileUpload
          name="file"
          label="Your return as a CSV file"
          hint="In Excel: File, Save as, “CSV UTF-8 (Comma delimited)”. At most 5 MB."
          accept=".csv,text/csv"
          error={refused?.fault ?? undefined}
        />
        <Button>Upload and check</Button>
      </form>
      <ProblemReport problems={problems} fileName={refused ? null : (draft?.fileName ?? null)} />
      <p>
        No file yet? <a href={paths.submit.template(year)}>Download yours to fill in</a>, with your trust and the year
        in place.
      </p>
    </>
  );
}

function summaryTitle(mustFix: number): string {
  if (mustFix === 0) return "There is a problem";
  return mustFix === 1 ? "One thing must be put right" : `${mustFix} things must be put right`;
}
