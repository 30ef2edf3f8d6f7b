import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { CodeInput } from "~/components/fields/code-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PasskeyButton } from "~/components/passkey-button";
import { forSignedIn } from "~/guards.server";
import { hasPasskey } from "~/journeys/account/prove-passkey";
import { giveCode } from "~/journeys/account/second-factor";
import { ownPath } from "~/own-path";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ code: z.string().default(""), to: z.string().default("") });

export const loader = forSignedIn(async ({ context, person, url }) => ({
  to: ownPath(url.searchParams.get("to")) ?? "",
  hasPasskey: await hasPasskey(context, person.id),
}));

export const action = forSignedIn(async ({ context, session, request, cookies }) => {
  const { code, to } = await readForm(request, form);
  const answer = await giveCode(context, session, code);
  if (!answer.ok) return data({ to, problem: answer.problem }, { status: 422 });
  cookies.set(answer.cookie);
  throw redirect(ownPath(to) ?? paths.account.home(), 303);
});

export const meta = () => pageTitle("Confirm that it is you");

export default function Confirm() {
  const { to, hasPasskey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = refused?.to ?? to;
  return (
    <Narrow>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#code" }] : []} />
      <PageHeading lead="You are about to do something that matters, so we ask for your code once more. You will not be asked again for ten minutes.">
        Confirm that it is you
      </PageHeading>
      {back.startsWith("/account/kept/") && <p>What you sent is kept, and you can send it on the next page.</p>}
      <form method="post" action={paths.account.confirm()}>
        <input type="hidden" name="to" value={back} />
        <CodeInput
          name="code"
          label="Code"
          hint="Six digits from your authenticator app, or one of your recovery codes. A code that you have just signed in with does not work again: wait for the next."
          error={refused?.problem}
          wide
        />
        <Button>Confirm</Button>
      </form>
      {hasPasskey && <PasskeyButton action={paths.account.confirmPasskey()} to={back} />}
    </Narrow>
  );
}
