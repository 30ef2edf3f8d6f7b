import { redirect } from "@remix-run/node";
import { z } from "zod";
import { forStaff, yearOf } from "~/guards.server";
import { accept } from "~/journeys/chase/accept";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ returnId: z.string() });

export const loader = forStaff(async ({ params }) => {
  throw redirect(paths.chase.request(yearOf(params), params.ods ?? ""));
});

export const action = forStaff(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const ods = params.ods ?? "";
  const { returnId } = await readForm(request, form);
  const answer = await accept(context, person, { year, ods }, returnId);
  if (!answer.ok && answer.why === "no such return") {
    throw new Response("There is no such return to accept.", { status: 404 });
  }
  throw redirect(paths.chase.request(year, ods, { said: answer.ok ? "accepted" : "newer" }), 303);
});
