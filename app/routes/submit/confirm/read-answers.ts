import type { ConfirmationForm } from "~/journeys/submit/confirm";

/** The form's answers, each beside the hidden field that says which question was on screen. */
export function readAnswers(fields: ReadonlyMap<string, string>): ConfirmationForm {
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  const places = (question: string) =>
    [...fields.keys()].filter((name) => name.startsWith(`${question}-`)).map((name) => name.slice(question.length + 1));
  return {
    draftId: text("draftId"),
    stated: places("mark-asks").map((place) => ({
      asks: text(`mark-asks-${place}`) === "takes" ? "takes" : "count",
      mark: text(`mark-is-${place}`),
      means: text(`mark-${place}`),
    })),
    confirmed: places("statement-is").map((place) => ({
      id: fields.get(`statement-is-${place}`) ?? "",
      ticked: text(`statement-${place}`) === "yes",
      reason: text(`reason-${place}`),
    })),
  };
}
