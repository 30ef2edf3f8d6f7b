import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AcceptForm } from "~/components/accept-form";
import { BackLink } from "~/components/back-link";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forStaff, yearOf } from "~/guards.server";
import { accept } from "~/journeys/chase/accept";
import { requestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";
import { textFields } from "~/read-form.server";

export const loader = forStaff(async ({ context, params }) => {
  const found = await requestFile(context, yearOf(params), params.ods ?? "");
  const latest = found?.versions.at(-1);
  if (found == null || latest === undefined) throw new Response("There is no such return to accept.", { status: 404 });
  return { year: found.round.year, trust: found.trust, returnId: latest.id, reasons: found.reasons };
});

export const action = forStaff(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const ods = params.ods ?? "";
  const fields = await textFields(request);
  const chosen = choicesIn(fields);
  const footnotes = chosen.map(({ publish, text }) => (publish ? text : null));
  const answer = await accept(context, person, { year, ods }, { returnId: fields.get("returnId") ?? "", footnotes });
  switch (answer.kind) {
    case "no such return":
      throw new Response("There is no such return to accept.", { status: 404 });
    case "footnotes":
      return data({ chosen, problems: answer.problems }, { status: 422 });
    case "accepted":
      throw redirect(paths.chase.request(year, ods, { said: "accepted" }), 303);
    case "newer version":
      throw redirect(paths.chase.request(year, ods, { said: "newer" }), 303);
  }
});

/** A return has a handful of reasons at most: one a figure, and one for the change. */
const MOST_REASONS = 20;

function choicesIn(fields: ReadonlyMap<string, string>) {
  const choices = Array.from({ length: MOST_REASONS }, (_, place) => ({
    publish: fields.get(`publish-${place}`) === "yes",
    text: (fields.get(`text-${place}`) ?? "").trim(),
  }));
  return choices.slice(0, choices.findLastIndex(({ publish, text }) => publish || text !== "") + 1);
}

export const meta = () => pageTitle("Accept a return");

/** Where footnotes that cannot be published are shown again; the form itself stands on the request's page. */
export default function AcceptReturn() {
  const { year, trust, returnId, reasons } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink href={paths.chase.request(year, trust.ods)}>{trust.name}</BackLink>
      <PageHeading caption={`${trust.ods} · ${formatYear(year)}`}>Accept the return</PageHeading>
      <AcceptForm
        action={paths.chase.accept(year, trust.ods)}
        returnId={returnId}
        reasons={reasons}
        chosen={refused?.chosen ?? []}
        problems={refused?.problems ?? []}
      />
    </>
  );
}
