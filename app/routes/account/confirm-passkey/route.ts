import { redirect } from "@remix-run/node";
import { forSignedIn } from "~/guards.server";
import { countAgainst, waitInWords } from "~/journeys/account/limits";
import { askForPasskey, givePasskey } from "~/journeys/account/prove-passkey";
import { ownPath } from "~/own-path";
import { NO_PASSKEY, readPasskeyRequest } from "~/passkey-request.server";
import { paths } from "~/paths";

export const loader = forSignedIn(async () => {
  throw redirect(paths.account.confirm());
});

/** For the script of the page on which somebody confirms that it is them. */
export const action = forSignedIn(async ({ context, person, session, request, cookies }) => {
  const asked = await readPasskeyRequest(request);
  const wait = await countAgainst(context, "second factor", person.id);
  if (wait > 0) return Response.json({ says: `Wait ${waitInWords(wait)}, then try again.` }, { status: 429 });
  if (asked.kind === "ask") return Response.json((await askForPasskey(context, session)) ?? NO_PASSKEY);
  const answer = await givePasskey(context, session, asked.credential);
  if (!answer.ok) return Response.json({ says: answer.problem }, { status: 422 });
  cookies.set(answer.cookie);
  return Response.json({ to: ownPath(asked.to) ?? paths.account.home() });
});
