import { redirect } from "@remix-run/node";
import { forEveryone } from "~/guards.server";
import { paths } from "~/paths";

export const loader = forEveryone(async () => {
  throw redirect(paths.home());
});

export const action = forEveryone(async ({ context, request }) => {
  const cookie = await context.sessions.end(request.headers.get("Cookie"));
  throw redirect(paths.home(), { status: 303, headers: { "Set-Cookie": cookie } });
});
