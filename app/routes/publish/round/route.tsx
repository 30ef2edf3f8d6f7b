import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Textarea } from "~/components/fields/textarea";
import { Footnotes, footnotesOf } from "~/components/footnotes";
import { Inset } from "~/components/inset";
import { KeyFigures } from "~/components/key-figures";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Warning } from "~/components/warning";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { membershipOf, outOf } from "~/domain/statistics/in-words";
import { forStaff, freshly, yearOf } from "~/guards.server";
import { preview } from "~/journeys/publish/preview";
import { releaseRound } from "~/journeys/publish/release-round";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { DisclosureReport } from "./disclosure-report";

const form = z.object({
  number: z.coerce.number().catch(0),
  seen: z.string().default(""),
  note: z
    .string()
    .default("")
    .transform((text) => text.trim()),
});

const PROBLEMS = {
  "note needed": "Say what changed since the last release, and why. The public reads it.",
  "note too long": "Shorten the note to 2,000 characters.",
  changed:
    "Nothing was released: returns were accepted, or the round was released, since you opened this page. Look at the figures again.",
} as const;

export const loader = forStaff(async ({ context, params, url }) => {
  const year = yearOf(params);
  const found = await preview(context, year);
  if (found === null) throw new Response("There is no round of that year that can be released.", { status: 404 });
  return { year, ...found, said: url.searchParams.get("said") };
});

export const action = forStaff(
  freshly(async ({ context, person, params, request }) => {
    const year = yearOf(params);
    const order = await readForm(request, form);
    const answer = await releaseRound(context, person, year, order);
    if (answer.kind === "released") throw redirect(paths.publish.round(year, { said: "released" }), 303);
    if (answer.kind === "nothing to release") {
      throw new Response("There is no round of that year that can be released.", { status: 404 });
    }
    return data(
      { problem: PROBLEMS[answer.kind], aboutNote: answer.kind !== "changed", note: order.note },
      { status: 422 },
    );
  }),
);

export const meta = () => pageTitle("Release a round");

export default function ReleaseRound() {
  const { year, content, nextNumber, seen, open, releases, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { response, acceptance, referralSize } = content;
  const notes = footnotesOf(content.trusts);
  return (
    <>
      <BackLink href={paths.publish.home()}>All rounds</BackLink>
      <ErrorSummary
        problems={refused ? [{ text: refused.problem, href: refused.aboutNote ? "#note" : undefined }] : []}
      />
      {said === "released" && releases.length > 0 && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">
            Released. <a href={paths.compare.year({ year })}>See what the public sees of {formatYear(year)}</a>
          </p>
        </Notification>
      )}
      <PageHeading lead="These are the figures as the public would see them, worked out from the accepted returns as they are now.">
        Release {formatYear(year)}
      </PageHeading>
      <KeyFigures
        figures={[
          { value: `${response.answered} of ${response.inScope}`, label: "trusts answered" },
          { value: outOf(acceptance.any.yes, acceptance.any.known), label: "take children aged 0–2" },
          {
            value: membershipOf(referralSize.classes["0-10"], referralSize.of),
            label: "of these had ten referrals or fewer",
          },
        ]}
      />
      {open && (
        <Inset>
          The round is still open, and {response.outstanding.length} of {response.inScope} trusts have not answered.
        </Inset>
      )}
      {response.notAccepted.length > 0 && (
        <Inset>
          {response.notAccepted.length} {response.notAccepted.length === 1 ? "answer is" : "answers are"} not accepted
          yet and would be released without figures:{" "}
          {response.notAccepted.map((ods, place) => (
            <span key={ods}>
              {place > 0 && ", "}
              <a href={paths.chase.request(year, ods)}>{ods}</a>
            </span>
          ))}
          .
        </Inset>
      )}
      <DisclosureReport report={content.disclosure} />
      {notes.length > 0 && (
        <>
          <Footnotes notes={notes} />
          <p>The public reads these notes under the figures. Look for names: nothing may tell who a child is.</p>
        </>
      )}
      {releases.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Released so far</h2>
          <ul className="govuk-list govuk-list--bullet">
            {releases.map(({ number, releasedOn, note }) => (
              <li key={number}>
                Release {number}, {formatDay(releasedOn)}
                {note && `: ${note}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post">
        <input type="hidden" name="number" value={nextNumber} />
        <input type="hidden" name="seen" value={seen} />
        {nextNumber > 1 && (
          <Textarea
            name="note"
            label="What changed since the last release, and why"
            hint="The public reads this beside the figures."
            value={refused?.note}
            error={refused?.aboutNote ? refused.problem : undefined}
          />
        )}
        <Warning>A release cannot be taken back. Whoever has read it has read it.</Warning>
        <Button>{`Make release ${nextNumber} of ${formatYear(year)}`}</Button>
      </form>
    </>
  );
}
