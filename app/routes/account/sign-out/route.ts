import { redirect } from "@remix-run/node";
import { forEveryone } from "~/guards.server";
import { signOut } from "~/journeys/account/sign-out";
import { paths } from "~/paths";

export const loader = forEveryone(async () => {
  throw redirect(paths.home());
});

export const action = forEveryone(async ({ context, session, cookies }) => {
  if (session !== null) cookies.set(await signOut(context, session));
  throw redirect(paths.account.signIn({ said: "signed-out" }), 303);
});
