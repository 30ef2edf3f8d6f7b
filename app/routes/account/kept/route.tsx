import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonGroup } from "~/components/button";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forSignedIn } from "~/guards.server";
import { keptForm, throwAwayForm } from "~/journeys/account/keep-form";
import { paths } from "~/paths";

export const loader = forSignedIn(async ({ context, person, params }) => {
  const kept = await keptForm(context, person.id, params.id ?? "");
  if (kept === null) throw new Response("What you sent is not kept any more.", { status: 404 });
  return { path: kept.path, fields: kept.fields };
});

export const action = forSignedIn(async ({ context, person, params }) => {
  await throwAwayForm(context, person.id, params.id ?? "");
  throw redirect(paths.account.home(), 303);
});

export const meta = () => pageTitle("Send what you had sent");

export default function Kept() {
  const { path, fields } = useLoaderData<typeof loader>();
  const page = path.split("?", 1)[0] ?? path;
  return (
    <Narrow>
      <PageHeading lead="Your session had ended, or you had to confirm that it is you, before what you sent arrived. Nothing of it is lost.">
        Send it now?
      </PageHeading>
      <p>
        It was sent from the page <a href={page}>{page}</a>. Opening that page does not send it.
      </p>
      <ButtonGroup>
        <form method="post" action={path}>
          {fields.map(([name, value], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fields may come twice, and never move
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          <Button>Send it now</Button>
        </form>
        <form method="post">
          <Button variant="secondary">Throw it away</Button>
        </form>
      </ButtonGroup>
    </Narrow>
  );
}
