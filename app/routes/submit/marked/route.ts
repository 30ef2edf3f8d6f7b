import { redirect } from "@remix-run/node";
import { csvDownload } from "~/downloads.server";
import { forTrust, yearOf } from "~/guards.server";
import { markedFile } from "~/journeys/submit/marked-file";
import { paths } from "~/paths";

/** The trust's own file with what is wrong written beside it. */
export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const marked = await markedFile(context, person, year);
  if (marked === null) throw redirect(paths.submit.form(year));
  return csvDownload(marked, `return-${year}-${person.trust.ods}-problems-marked.csv`);
});
