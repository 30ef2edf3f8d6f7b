import { useLoaderData } from "@remix-run/react";
import { forEveryone } from "~/guards.server";
import { publicRecord } from "~/journeys/compare/public-record";
import { LatestAnswer } from "./latest-answer";
import { NothingReleased } from "./nothing-released";

export const loader = forEveryone(async ({ context }) => publicRecord(context));

export const meta = () => [{ title: "Zero to Two: do mental health services in England see babies?" }];

export default function Home() {
  const { releases, published } = useLoaderData<typeof loader>();
  const [latest] = releases;
  return latest === undefined ? (
    <NothingReleased published={published} />
  ) : (
    <LatestAnswer latest={latest} releases={releases} />
  );
}
