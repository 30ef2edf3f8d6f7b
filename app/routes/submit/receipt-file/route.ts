import { bytesDownload } from "~/downloads.server";
import { forTrust, yearOf } from "~/guards.server";
import { declaredFile } from "~/journeys/submit/declared-file";

/** The file of one declared version, byte for byte. */
export const loader = forTrust(async ({ context, person, params, url }) => {
  const year = yearOf(params);
  const version = Number(url.searchParams.get("version"));
  const bytes = await declaredFile(context, person, year, version);
  if (bytes === null) throw new Response("There is no such version of your return.", { status: 404 });
  return bytesDownload(bytes, `return-${year}-${person.trust.ods}-version-${version}.csv`);
});
