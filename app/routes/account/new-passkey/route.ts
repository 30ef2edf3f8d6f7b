import { redirect } from "@remix-run/node";
import { forSignedIn, freshly } from "~/guards.server";
import { addOwnPasskey, askForNewPasskey } from "~/journeys/account/own-passkeys";
import { readPasskeyRequest } from "~/passkey-request.server";
import { paths } from "~/paths";

export const loader = forSignedIn(async () => {
  throw redirect(paths.account.passkeys());
});

/** For the script of the passkeys' page: what is to be made, and then what was. */
export const action = forSignedIn(
  freshly(async ({ context, person, session, request, cookies }) => {
    const asked = await readPasskeyRequest(request);
    if (asked.kind === "ask") return Response.json(await askForNewPasskey(context, session, person));
    const answer = await addOwnPasskey(context, session, person, asked);
    if (!answer.ok) return Response.json({ says: answer.problem }, { status: 422 });
    cookies.set(answer.cookie);
    return Response.json({ to: paths.account.passkeys({ said: "added" }) });
  }),
);
