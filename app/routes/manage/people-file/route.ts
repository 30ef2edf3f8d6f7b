import { csvDownload } from "~/downloads.server";
import { forAdmin, freshly } from "~/guards.server";
import { countAgainst } from "~/journeys/account/limits";
import { exportPeople } from "~/journeys/manage/export-people";

const TOO_MANY = "You have downloaded very many files within the hour. Try again in an hour.";

export const loader = forAdmin(
  freshly(async ({ context, person }) => {
    if ((await countAgainst(context, "export", person.id)) > 0) throw new Response(TOO_MANY, { status: 429 });
    return csvDownload(await exportPeople(context, person), `people-${context.clock.today()}.csv`);
  }),
);
