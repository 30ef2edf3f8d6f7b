import { redirect } from "@remix-run/node";
import type { KeptAnswer } from "~/browser/grid/contract";
import { savedInWords } from "~/components/saved-in-words";
import { NOT_KEPT_IN_WORDS } from "~/domain/returns/not-kept";
import { readTexts } from "~/domain/returns/read-texts";
import { forTrust, yearOf } from "~/guards.server";
import { saveAnswers } from "~/journeys/submit/save-answers";
import { paths } from "~/paths";
import { textFields } from "~/read-form.server";

export const loader = forTrust(async ({ params }) => {
  throw redirect(paths.submit.form(yearOf(params)));
});

/** Keeps what is being typed, for the script of the form. What must not be kept is said, and waits for the form itself. */
export const action = forTrust(async ({ context, person, params, request }) => {
  const fields = await textFields(request);
  const saved = await saveAnswers(context, person, yearOf(params), {
    seen: fields.get("seen") ?? "",
    texts: textsFrom(fields.get("texts") ?? ""),
  });
  switch (saved.kind) {
    case "saved":
      return answer(200, {
        draftId: saved.draftId,
        says: savedInWords({ savedAt: saved.savedAt, savedBy: person, reader: person.id }),
      });
    case "changed meanwhile":
      return answer(409, {
        says:
          saved.draft === null
            ? "A colleague has sent the return meanwhile. What you type is not saved"
            : `${savedInWords({ ...saved.draft, reader: person.id })}, since you opened this page. What you type is not saved until you choose “Save and continue”`,
      });
    case "patient data":
    case "too long":
      return answer(422, { says: NOT_KEPT_IN_WORDS[saved.kind] });
    case "not open":
      return answer(409, { says: "The round is closed. What you type is not saved" });
  }
});

function answer(status: number, kept: KeptAnswer): Response {
  return Response.json(kept, { status });
}

function textsFrom(json: string) {
  try {
    return readTexts(json);
  } catch {
    throw new Response("The answers did not arrive as the form sends them.", { status: 400 });
  }
}
