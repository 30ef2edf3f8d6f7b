import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/fields/radios";
import { Narrow } from "~/components/narrow";
import { pageTitle } from "~/components/page-title";
import { ROLE_IN_WORDS } from "~/domain/people/person";
import { forOfficer } from "~/guards.server";
import { chooseTrust } from "~/journeys/account/choose-trust";
import { ownPath } from "~/own-path";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ ods: z.string().default(""), to: z.string().default("") });

const CHOOSE = "Choose one of the trusts that you act for.";

export const loader = forOfficer(async ({ person, url }) => ({
  places: person.places,
  to: ownPath(url.searchParams.get("to")) ?? "",
}));

export const action = forOfficer(async ({ context, person, session, request, cookies }) => {
  const { ods, to } = await readForm(request, form);
  const cookie = await chooseTrust(context, session, person, ods);
  if (cookie === null) return data({ problem: CHOOSE, to }, { status: 422 });
  cookies.set(cookie);
  throw redirect(ownPath(to) ?? paths.submit.home(), 303);
});

export const meta = () => pageTitle("Which trust are you working for now?");

export default function ChooseTrust() {
  const { places, to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Narrow>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#ods" }] : []} />
      <form method="post" action={paths.account.trust()}>
        <input type="hidden" name="to" value={refused?.to ?? to} />
        <Radios
          name="ods"
          legend={<h1 className="govuk-heading-xl">Which trust are you working for now?</h1>}
          hint="You act for more than one. You can change it at any time, at the top of every page."
          error={refused?.problem}
          options={places.map(({ ods, name, role }) => ({
            value: ods,
            label: `${name} (${ods})`,
            hint: ROLE_IN_WORDS[role],
          }))}
        />
        <Button>Continue</Button>
      </form>
    </Narrow>
  );
}
