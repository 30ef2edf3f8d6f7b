import { readSearch } from "~/domain/audit/search";
import { csvStream } from "~/downloads.server";
import { forAdmin, freshly, limited } from "~/guards.server";
import { exportAudit } from "~/journeys/manage/export-audit";

export const loader = forAdmin(
  freshly(
    limited("export", async ({ context, person, url }) => {
      const search = readSearch((name) => url.searchParams.get(name));
      return csvStream(await exportAudit(context, person, search), `audit-log-${context.clock.today()}.csv`);
    }),
  ),
);
