import { redirect } from "@remix-run/node";
import { z } from "zod";
import { forTrust, yearOf } from "~/guards.server";
import { askToDeclare } from "~/journeys/submit/ask-to-declare";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ draftId: z.string().default("") });

export const loader = forTrust(async ({ params }) => {
  throw redirect(paths.submit.declare(yearOf(params)));
});

/** Tells the signatories of a trust that its answers are ready to be declared. */
export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const { draftId } = await readForm(request, form);
  switch (await askToDeclare(context, person, year, draftId)) {
    case "told":
      throw redirect(paths.submit.year(year, { said: "told" }), 303);
    case "draft changed":
      throw redirect(paths.submit.check(year, { said: "changed" }), 303);
    case "nobody to tell":
      throw redirect(paths.submit.declare(year), 303);
  }
});
