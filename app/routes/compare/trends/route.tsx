import { useLoaderData } from "@remix-run/react";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { publicRecord } from "~/journeys/compare/public-record";
import { LikeForLike } from "./like-for-like";
import { PublishedBefore } from "./published-before";
import { YearsTable } from "./years-table";

export const loader = forEveryone(async ({ context }) => publicRecord(context));

export const meta = () => pageTitle("Year on year");

export default function Trends() {
  const { releases, published } = useLoaderData<typeof loader>();
  const inYears = [...releases].reverse();
  return (
    <>
      <PageHeading lead="Two questions with two answers: how things stood each year, over whoever answered, and how the same trusts changed.">
        Year on year
      </PageHeading>
      {inYears.length === 0 ? (
        <p className="govuk-body-l">Nothing is released yet.</p>
      ) : (
        <>
          <LikeForLike releases={inYears} />
          <YearsTable releases={inYears} />
        </>
      )}
      {published.length > 0 && <PublishedBefore figures={published} />}
    </>
  );
}
