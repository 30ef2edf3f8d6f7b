import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonGroup, ButtonLink } from "~/components/button";
import { LinkGone } from "~/components/link-gone";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { isOfficer, type Person } from "~/domain/people/person";
import { forSignedIn } from "~/guards.server";
import { keptForm, throwAwayForm } from "~/journeys/account/keep-form";
import { onwards } from "~/journeys/account/onwards";
import { paths, trustOpenedFor } from "~/paths";
import { whatWasSent } from "./what-was-sent";

export const loader = forSignedIn(async ({ context, person, params, url }) => {
  const id = params.id ?? "";
  const kept = await keptForm(context, person.id, id);
  const form = kept && {
    id,
    path: kept.path,
    fields: kept.fields,
    what: whatWasSent(kept.path),
    elsewhere: elsewhere(person, new URL(kept.path, url)),
  };
  const isForCode = url.searchParams.get("for") === "code";
  return data({ form, isForCode, own: onwards(person, null) }, { status: form === null ? 404 : 200 });
});

export const action = forSignedIn(async ({ context, person, params }) => {
  await throwAwayForm(context, person.id, params.id ?? "");
  throw redirect(paths.account.home({ said: "discarded" }), 303);
});

/** The trust it was opened for and the one acted for now, where they are two; of a trust not acted for at all, no name. */
function elsewhere(person: Person, sentTo: URL) {
  const ods = trustOpenedFor(sentTo);
  if (ods === null || !isOfficer(person) || person.trust.ods === ods) return null;
  return { openedFor: person.places.find((place) => place.ods === ods)?.name ?? null, now: person.trust.name };
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(
    !found?.form
      ? "This is no longer kept"
      : found.form.elsewhere !== null
        ? "This form is for another trust"
        : "Carry on with what you were doing?",
  );

export default function Kept() {
  const { form, isForCode, own } = useLoaderData<typeof loader>();
  if (form === null) {
    return (
      <LinkGone heading="This is no longer kept">
        <p>It was sent, discarded, or is older than a day. Saved drafts are still there.</p>
        <p>
          <a href={own}>Go on to your work</a>
        </p>
      </LinkGone>
    );
  }
  const { id, path, fields, what, elsewhere } = form;
  if (elsewhere !== null) {
    return (
      <Narrow>
        <PageHeading lead="Nothing that you typed is lost, and nothing of it was done.">
          This form is for another trust
        </PageHeading>
        <p>
          It was opened for {elsewhere.openedFor ?? "a trust that you no longer act for"}, and you are signed in for{" "}
          {elsewhere.now} now.{" "}
          {elsewhere.openedFor !== null && "To send it, change to the trust that it was opened for."}
        </p>
        <ButtonGroup>
          {elsewhere.openedFor !== null && (
            <ButtonLink href={paths.account.trust({ to: paths.account.kept(id) })}>Change trust</ButtonLink>
          )}
          <form method="post">
            <Button variant="secondary">Discard it</Button>
          </form>
        </ButtonGroup>
      </Narrow>
    );
  }
  const page = path.split("?", 1)[0] ?? path;
  const meanwhile = isForCode ? "we asked for your code" : "you were signed out";
  return (
    <Narrow>
      <PageHeading
        lead={`You were sending ${what} when ${meanwhile}. Nothing of it is lost, and nothing was done yet.`}
      >
        Carry on with what you were doing?
      </PageHeading>
      <ButtonGroup>
        <form method="post" action={path}>
          {fields.map(([name, value], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fields may come twice, and never move
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          <Button>Send it now</Button>
        </form>
        <form method="post">
          <Button variant="secondary">Discard it</Button>
        </form>
      </ButtonGroup>
      <p>
        <a href={page}>Open the page it was sent from</a>. That does not send it.
      </p>
    </Narrow>
  );
}
