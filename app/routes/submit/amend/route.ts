import { redirect } from "@remix-run/node";
import { forTrust, yearOf } from "~/guards.server";
import { startAmending } from "~/journeys/submit/amend";
import { paths } from "~/paths";

export const loader = forTrust(async ({ params }) => {
  throw redirect(paths.submit.year(yearOf(params)));
});

/** Opens the answers of the latest version to be changed. */
export const action = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const started = await startAmending(context, person, year);
  throw redirect(started === "started" ? paths.submit.form(year) : paths.submit.year(year), 303);
});
