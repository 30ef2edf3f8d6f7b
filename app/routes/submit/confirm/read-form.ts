import type { ConfirmationForm } from "~/journeys/submit/confirm";

const MOST_QUESTIONS = 200;

/** The answers in the order of the questions, as the form numbers them. */
export function readForm(form: FormData): ConfirmationForm {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim().slice(0, 500) : "";
  };
  const places = Array.from({ length: MOST_QUESTIONS }, (_, place) => place);
  return {
    draftId: text("draftId"),
    meanings: places.map((place) => text(`mark-${place}`)),
    ticked: places.map((place) => text(`statement-${place}`) === "yes"),
    reasons: places.map((place) => text(`reason-${place}`)),
  };
}
