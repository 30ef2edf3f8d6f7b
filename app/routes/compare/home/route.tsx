import { useLoaderData } from "@remix-run/react";
import { isFirm } from "~/domain/statistics/proportion";
import { forEveryone } from "~/guards.server";
import { publicRecord } from "~/journeys/compare/public-record";
import { LatestAnswer } from "./latest-answer";
import { NothingReleased } from "./nothing-released";

export const loader = forEveryone(async ({ context }) => publicRecord(context));

export const meta = () => [{ title: "Zero to Two: do mental health services in England see babies?" }];

export default function Home() {
  const { releases, published } = useLoaderData<typeof loader>();
  // An early release of an open round does not take the place of an answer that stands.
  const leading = releases.find(({ content }) => isFirm(content.acceptance.any)) ?? releases[0];
  return leading === undefined ? (
    <NothingReleased published={published} />
  ) : (
    <LatestAnswer leading={leading} releases={releases} />
  );
}
