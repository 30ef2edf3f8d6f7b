import { redirect } from "@remix-run/node";
import { forEntrant } from "~/guards.server";
import { knownBrowser } from "~/journeys/account/known-browser";
import { countAgainst, waitInWords } from "~/journeys/account/limits";
import { onwards } from "~/journeys/account/onwards";
import { askForPasskey, givePasskey } from "~/journeys/account/prove-passkey";
import { ownPath } from "~/own-path";
import { NO_PASSKEY, readPasskeyRequest } from "~/passkey-request.server";
import { paths } from "~/paths";

export const loader = forEntrant(async () => {
  throw redirect(paths.account.signIn());
});

/** For the script of the code step: what is to be signed, and then the signed answer. */
export const action = forEntrant(async ({ context, session, request, cookies }) => {
  const asked = await readPasskeyRequest(request);
  const wait = await countAgainst(context, "sign-in", context.where.address);
  if (wait > 0) return Response.json({ says: `Wait ${waitInWords(wait)}, then try again.` }, { status: 429 });
  if (asked.kind === "ask") return Response.json((await askForPasskey(context, session)) ?? NO_PASSKEY);
  const answer = await givePasskey(context, session, asked.credential);
  if (!answer.ok) return Response.json({ says: answer.problem }, { status: 422 });
  cookies.set(answer.cookie);
  cookies.set(knownBrowser(context, answer.person.id));
  return Response.json({ to: onwards(answer.person, ownPath(asked.to)) });
});
