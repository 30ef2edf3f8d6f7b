import { useLoaderData } from "@remix-run/react";
import { ButtonGroup, ButtonLink } from "~/components/button";
import { Details } from "~/components/details";
import { ManageLinks } from "~/components/manage-links";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { readSearch } from "~/domain/audit/search";
import { forAdmin } from "~/guards.server";
import { auditLog } from "~/journeys/manage/audit-log";
import { paths } from "~/paths";
import { ChainState } from "./chain-state";
import { EntriesTable } from "./entries-table";
import { Pages } from "./pages";
import { readPlace } from "./place";
import { SearchForm } from "./search-form";

export const loader = forAdmin(async ({ context, url }) => {
  const search = readSearch((name) => url.searchParams.get(name));
  return { search, ...(await auditLog(context, search, readPlace(url.searchParams))) };
});

export const meta = () => pageTitle("Audit log");

export default function AuditLog() {
  const { search, entries, found, newer, older, state, people, trusts } = useLoaderData<typeof loader>();
  return (
    <>
      <ManageLinks current="audit" />
      <PageHeading lead="Everything that was done in the portal, and what was refused: who, what, when and from where.">
        Audit log
      </PageHeading>
      <ChainState state={state} />
      <SearchForm search={search} people={people} trusts={trusts} />
      <EntriesTable entries={entries} found={found} search={search} people={people} />
      <Pages search={search} entries={entries} newer={newer} older={older} />
      {found > 0 && (
        <ButtonGroup>
          <ButtonLink href={paths.manage.auditFile({ ...search })} variant="secondary">
            Download {found === 1 ? "this entry" : `all ${found.toLocaleString("en-GB")} entries`} as CSV
          </ButtonLink>
        </ButtonGroup>
      )}
      <Details summary="What the columns say">
        <dl className="meanings">
          <dt>Who and when</dt>
          <dd>
            The person by their name of today, and the trust it was done for or to. “The portal itself” is what happens
            without anybody asking; “a visitor” is somebody who was not signed in. Times are those of the United
            Kingdom. Entries are numbered without a gap.
          </dd>
          <dt>What was done</dt>
          <dd>
            The deed with a few facts, and whether it was refused. Figures, reasons, messages and passwords are never
            written here: they stand where they belong, or nowhere.
          </dd>
          <dt>About</dt>
          <dd>The request of a trust, a round, or a person that it concerns.</dd>
          <dt>From</dt>
          <dd>
            The address, and the browser as it calls itself. The download also has the number of each request, by which
            the portal’s own log knows it too, and the seals that chain the entries.
          </dd>
        </dl>
      </Details>
    </>
  );
}
