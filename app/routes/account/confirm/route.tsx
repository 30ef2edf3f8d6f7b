import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { firstSentence } from "~/components/field-problems";
import { CodeInput } from "~/components/fields/code-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PasskeyButton } from "~/components/passkey-button";
import { forSignedIn, limited } from "~/guards.server";
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

export const action = forSignedIn(
  limited("second factor", async ({ context, session, request, cookies }) => {
    const { code, to } = await readForm(request, form);
    if (code.trim() === "") return data({ to, problem: "Enter the code from your app." }, { status: 422 });
    const answer = await giveCode(context, session, code);
    if (!answer.ok) return data({ to, problem: answer.problem }, { status: 422 });
    cookies.set(answer.cookie);
    throw redirect(ownPath(to) ?? paths.account.home(), 303);
  }),
);

export const meta = () => pageTitle("Confirm it’s you");

export default function Confirm() {
  const { to, hasPasskey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = refused?.to ?? to;
  return (
    <Narrow>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#code" }] : []} />
      <PageHeading lead="We ask for your code again before changes to accounts, and before figures are released or data is exported. We will not ask again for 10 minutes.">
        Confirm it’s you
      </PageHeading>
      {back.startsWith("/account/kept/") && <p>What you sent is kept, and you can send it on the next page.</p>}
      <form method="post" action={paths.account.confirm()}>
        <input type="hidden" name="to" value={back} />
        <CodeInput
          name="code"
          label="Code"
          hint="Six digits from your authenticator app, or one of your recovery codes. The code you have just signed in with does not work again: wait for the next."
          error={firstSentence(refused?.problem)}
          wide
        />
        <Button>Confirm</Button>
      </form>
      {hasPasskey && <PasskeyButton action={paths.account.confirmPasskey()} to={back} />}
    </Narrow>
  );
}
