import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ButtonGroup, ButtonLink } from "~/components/button";
import { Select } from "~/components/fields/select";
import { TextInput } from "~/components/fields/text-input";
import { Filters } from "~/components/filters";
import { ManageLinks } from "~/components/manage-links";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ViewLinks } from "~/components/view-links";
import { STANDINGS } from "~/domain/people/account";
import { forAdmin, freshly } from "~/guards.server";
import { people, trustAccess } from "~/journeys/manage/people";
import { endTrustAccess, restoreTrustAccess } from "~/journeys/manage/trust-access";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { PeopleTable } from "./people-table";
import { arrange, countStates, FOUNDATION, found, readView } from "./view";
import { EndedTrust, EndTrust } from "./whole-trust";

const form = z.object({ do: z.enum(["end", "restore"]) });

const NO_SUCH_TRUST = "There is no trust of that code in the register.";

export const loader = forAdmin(async ({ context, url }) => {
  const view = readView(url.searchParams);
  const isOneTrust = view.trust !== "" && view.trust !== FOUNDATION;
  const [all, access] = await Promise.all([people(context), isOneTrust ? trustAccess(context, view.trust) : null]);
  if (isOneTrust && access === null) throw new Response(NO_SUCH_TRUST, { status: 404 });
  const there = found(all.people, view);
  return {
    view,
    access,
    trusts: all.trusts,
    inAll: there.length,
    states: countStates(there),
    people: arrange(there, view),
    said: url.searchParams.get("said"),
  };
});

export const action = forAdmin(
  freshly(async ({ context, person, request, url }) => {
    const chosen = await readForm(request, form);
    const { trust } = readView(url.searchParams);
    const change = { end: endTrustAccess, restore: restoreTrustAccess }[chosen.do];
    const answer = await change(context, person, trust);
    if (answer.kind === "nobody") throw new Response(NO_SUCH_TRUST, { status: 404 });
    throw redirect(paths.manage.people({ trust, said: chosen.do === "end" ? "trust-ended" : "trust-restored" }), 303);
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(headingOf(data?.access ?? null));

const headingOf = (trust: { name: string } | null) => (trust === null ? "People" : `People of ${trust.name}`);

export default function People() {
  const { view, access, trusts, inAll, states, people, said } = useLoaderData<typeof loader>();
  const link = (change: Partial<typeof view>) => paths.manage.people({ ...view, ...change });
  return (
    <>
      <ManageLinks current="people" />
      {access !== null && said === "trust-ended" && access.endedAt !== null && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">
            The access of {access.name} is ended, and whoever was acting for it is signed out.
          </p>
        </Notification>
      )}
      {access !== null && said === "trust-restored" && access.endedAt === null && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{access.name} has its access back.</p>
        </Notification>
      )}
      <PageHeading
        {...(access === null && {
          lead: "Everybody who has an account or an invitation, what they may do, and how they sign in.",
        })}
      >
        {headingOf(access)}
      </PageHeading>
      {access !== null && <EndedTrust {...access} />}
      <ButtonGroup>
        {access?.endedAt == null && (
          <ButtonLink href={paths.manage.invite(access === null ? {} : { trust: access.ods })}>
            Invite somebody
          </ButtonLink>
        )}
        {access !== null && <a href={paths.manage.people()}>Show everybody</a>}
      </ButtonGroup>
      <Filters action={paths.manage.people()} label="Find people" submit="Search">
        <input type="hidden" name="state" value={view.state} />
        <input type="hidden" name="sort" value={view.sort} />
        <Select
          name="trust"
          label="Trust or organisation"
          value={view.trust}
          options={[
            { value: "", text: "Everybody" },
            { value: FOUNDATION, text: "The Foundation" },
            ...trusts.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
          ]}
        />
        <TextInput name="q" label="Name or email address" value={view.q} type="search" width={20} />
      </Filters>
      {states.length > 1 && (
        <ViewLinks
          label="People by state"
          views={[
            { href: link({ state: "" }), text: "All", count: inAll, current: view.state === "" },
            ...states.map(({ state, count }) => ({
              href: link({ state }),
              text: STANDINGS[state],
              count,
              current: view.state === state,
            })),
          ]}
        />
      )}
      <PeopleTable
        people={people}
        view={view}
        link={link}
        empty={
          access !== null && inAll === 0 && view.q === "" ? (
            <>
              Nobody acts for {access.name} yet.{" "}
              <a href={paths.manage.invite({ trust: access.ods })}>Invite somebody</a>
            </>
          ) : (
            <>
              {view.q === "" ? "There is nobody in this view." : `No one matches “${view.q}”.`}{" "}
              <a href={paths.manage.people()}>Show everybody</a>
            </>
          )
        }
      />
      <p className="on-screen">
        <a href={paths.manage.peopleFile()}>Download all people (CSV)</a>
      </p>
      {access !== null && <EndTrust {...access} />}
    </>
  );
}
