import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/fields/radios";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ROLE_IN_WORDS } from "~/domain/people/person";
import { forTrust } from "~/guards.server";
import { chooseTrust } from "~/journeys/account/choose-trust";
import { ownPath } from "~/own-path";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ ods: z.string().default(""), to: z.string().default("") });

const CHOOSE = "Choose one of the trusts that you act for.";

export const loader = forTrust(async ({ person, url }) => ({
  places: person.places,
  current: person.trust.ods,
  to: ownPath(url.searchParams.get("to")) ?? "",
}));

export const action = forTrust(async ({ context, person, session, request, cookies }) => {
  const { ods, to } = await readForm(request, form);
  const cookie = await chooseTrust(context, session, person, ods);
  if (cookie === null) return data({ problem: CHOOSE, to }, { status: 422 });
  cookies.set(cookie);
  throw redirect(ownPath(to) ?? paths.submit.home(), 303);
});

export const meta = () => pageTitle("Choose a trust");

export default function ChooseTrust() {
  const { places, current, to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Narrow>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#ods" }] : []} />
      <PageHeading lead="You act for more than one. You can change it at any time, at the top of every page.">
        For which trust?
      </PageHeading>
      <form method="post" action={paths.account.trust()}>
        <input type="hidden" name="to" value={refused?.to ?? to} />
        <Radios
          name="ods"
          legend="Trust"
          value={current}
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
