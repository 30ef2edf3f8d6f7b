import { forEveryone } from "~/guards.server";

const noSuchPage = async (): Promise<null> => {
  throw new Response("There is no page at this address.", { status: 404 });
};

export const loader = forEveryone(noSuchPage);

export const action = forEveryone(noSuchPage);

/** Stands at every address that has no page of its own; the page around it says so. */
export default function NotFound() {
  return null;
}
