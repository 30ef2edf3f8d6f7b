import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { GridFacts } from "~/browser/grid/contract";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemReport } from "~/components/problem-report";
import { savedInWords } from "~/components/saved-in-words";
import { formatYear } from "~/domain/calendar/reporting-year";
import { paste } from "~/domain/returns/paste";
import { entryId, isEmpty, NO_TEXTS } from "~/domain/returns/texts";
import { forTrust, yearOf } from "~/guards.server";
import { currentDraft, lastYearOf } from "~/journeys/submit/draft";
import { saveAnswers } from "~/journeys/submit/save-answers";
import { yourRound } from "~/journeys/submit/your-round";
import { openedFor, paths } from "~/paths";
import { textFields } from "~/read-form.server";
import { AboutTheFile } from "./about-the-file";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { Grid } from "./grid";
import { PasteBlock, Pasted } from "./paste-block";
import { readGrid } from "./read-form";
import { refusalsOf } from "./refusals";
import { summaryOf, summaryTitle } from "./summary";
import { WhatToWrite } from "./what-to-write";

/** Its script makes a spreadsheet of the grid, and checks and keeps what is typed; the form works without it. */
export const handle = { script: true };

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || !yours.canSend) throw redirect(paths.submit.year(year));
  const draft = await currentDraft(context, person, year);
  return {
    year,
    trust: person.trust,
    version: yours.versions.length + 1,
    draftId: draft?.id ?? "",
    saved: draft && savedInWords({ ...draft, reader: person.id }),
    fileName: draft?.file?.name ?? null,
    typed: draft?.typed ?? true,
    texts: draft?.texts ?? NO_TEXTS,
    problems: draft?.problems ?? [],
    ofFile: draft?.ofFile ?? [],
    lastYear: draft?.lastYear ?? (await lastYearOf(context, person, year)),
  };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const form = readGrid(await textFields(request));
  const pasted = form.intent === "paste" ? paste(form.texts, form.block, { line: "0-12m", entry: "takes" }) : null;
  const texts = pasted?.texts ?? form.texts;
  const again = { texts, block: form.block, pasted, refused: [], changed: null, empty: false };
  if (isEmpty(texts)) return data({ ...again, empty: true }, { status: 422 });
  const saved = await saveAnswers(context, person, year, { seen: form.seen, texts });
  switch (saved.kind) {
    case "not open":
      throw redirect(paths.submit.year(year), 303);
    case "patient data":
    case "too long":
      return data({ ...again, refused: refusalsOf(saved) }, { status: 422 });
    case "changed meanwhile":
      return data(
        { ...again, changed: saved.draft && savedInWords({ ...saved.draft, reader: person.id }) },
        { status: 409 },
      );
    case "saved":
      if (form.intent === "paste") return data({ ...again, texts: null, block: "" });
      if (form.intent === "later") throw redirect(paths.submit.year(year, { said: "saved" }), 303);
  }
  const standing = (await currentDraft(context, person, year))?.standing ?? "to fix";
  const next = { "to fix": paths.submit.form, "to confirm": paths.submit.confirm, ready: paths.submit.check } as const;
  throw redirect(next[standing](year), 303);
});

export const meta = () => pageTitle("Your answers");

export default function AnswersForm() {
  const shown = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { year, trust, draftId, ofFile, fileName, typed, lastYear } = shown;
  const texts = again?.texts ?? shown.texts;
  // Of answers that were not saved, only what stops them can be told; the rest is about those that were.
  const problems = again?.texts ? [] : shown.problems;
  const refused = again?.refused ?? [];
  const mustFix = problems.filter(({ severity }) => severity === "must-fix");
  const standing = again?.changed != null ? "to decide" : again?.texts ? "not saved" : "saved";
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <ErrorSummary
        problems={summaryOf(mustFix, refused, again?.empty ?? false)}
        title={summaryTitle(mustFix.length)}
      />
      <PageHeading
        caption={`${trust.name}, ${formatYear(year)}`}
        lead="Type your answers, or paste cells copied from a spreadsheet. Write them as you have them: 12, <5, 1 to 4, not held."
      >
        {mustFix.length > 0 ? "Put your answers right" : "Your answers"}
      </PageHeading>
      {again?.changed !== undefined && again.changed !== null && <ChangedMeanwhile year={year} saved={again.changed} />}
      {again?.pasted && again.texts === null && <Pasted {...again.pasted} />}
      <p className="saved" id="saved" aria-live="polite">
        {shown.saved === null ? "Nothing is saved yet." : `${shown.saved}.`}
      </p>
      {fileName !== null && (
        <AboutTheFile year={year} fileName={fileName} typed={typed} problems={problems} ofFile={ofFile} />
      )}
      <form
        method="post"
        action={openedFor(trust.ods, paths.submit.form(year))}
        className="answers"
        // Some browsers fill a page that is loaded again with what stood in it: the draft is right, not they.
        autoComplete="off"
        data-grid={JSON.stringify({
          ods: trust.ods,
          lastYear,
          keep: openedFor(trust.ods, paths.submit.keep(year)),
          standing,
        } satisfies GridFacts)}
      >
        <input type="hidden" name="seen" value={draftId} />
        <Grid
          texts={texts}
          problems={problems}
          refused={new Map(refused.map(({ field, message }) => [entryId(field), message]))}
        />
        <WhatToWrite year={year} />
        <ButtonGroup>
          <Button name="intent" value="continue">
            Save and continue
          </Button>
          <Button name="intent" value="later" variant="secondary">
            Save and come back later
          </Button>
        </ButtonGroup>
        <PasteBlock block={again?.block ?? ""} />
      </form>
      <ProblemReport
        heading="What we found"
        problems={problems}
        hrefOf={({ band, question }) => `#${entryId({ line: band, entry: question })}`}
      />
    </>
  );
}
