import { writeTemplate } from "~/domain/returns/template";
import { csvDownload } from "~/downloads.server";
import { forTrust, yearOf } from "~/guards.server";
import { yourRound } from "~/journeys/submit/your-round";

/** The trust's own file to fill in. Only its code and year stand in the name, so that it can be filed as it is. */
export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  if ((await yourRound(context, person, year)) === null) {
    throw new Response("Your trust was not asked for that year.", { status: 404 });
  }
  return csvDownload(writeTemplate(person.trust, year), `return-${year}-${person.trust.ods}.csv`);
});
