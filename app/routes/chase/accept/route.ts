import { redirect } from "@remix-run/node";
import { z } from "zod";
import { forStaff, yearOf } from "~/guards.server";
import { accept } from "~/journeys/chase/accept";
import { paths } from "~/paths";

const form = z.object({ returnId: z.string().min(1).max(64) });

export const loader = forStaff(async ({ params }) => {
  throw redirect(paths.chase.request(yearOf(params), params.ods ?? ""));
});

export const action = forStaff(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const ods = params.ods ?? "";
  const parsed = form.safeParse(Object.fromEntries(await request.formData()));
  const answer = parsed.success
    ? await accept(context, person, { year, ods }, parsed.data.returnId)
    : ({ ok: false, why: "no such return" } as const);
  if (!answer.ok && answer.why === "no such return") {
    throw new Response("There is no such return to accept.", { status: 404 });
  }
  throw redirect(paths.chase.request(year, ods, { said: answer.ok ? "accepted" : "newer" }), 303);
});
