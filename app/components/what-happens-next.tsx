import type { RequestStateKind } from "../domain/requests/state";

const RELEASED =
  "Accepted answers are released with those of the other trusts; small numbers are hidden first, so that no child can be identified.";
const CHANGEABLE =
  "You can change your answers at any time while the round is open: the version before is kept beside the new one.";

/** What comes next for the trust, in every state its request can be in. */
const NEXT: Readonly<Record<RequestStateKind, readonly string[]>> = {
  "not-sent": ["The Foundation has not sent the request yet. It will reach you by letter."],
  undelivered: [
    "The request could not be delivered. The Foundation is looking for an address that works; you can answer here all the same.",
  ],
  waiting: [
    "Give your answers on screen or in a file, confirm what is unusual, check them and declare. You get a receipt at once.",
  ],
  overdue: [
    "Send your answer as soon as you can. The Foundation may remind you, and may complain to the Information Commissioner if nothing comes.",
  ],
  "clarification-asked": [
    "The Foundation answers your question. You are told by email, and a fresh 20 working days begin on the day its answer reaches you.",
  ],
  "fee-notice": ["The Foundation pays the fee, or asks for less. The clock goes on when the fee reaches you."],
  answered: ["The Foundation checks your answers and accepts them, or asks you about them.", RELEASED, CHANGEABLE],
  "part-answered": ["The Foundation checks what you answered, and may ask you for the rest.", RELEASED, CHANGEABLE],
  queried: ["Answer the Foundation’s question above, or change your answers. It is told at once."],
  refused: [
    "The Foundation reads your refusal. It may ask for less, or for an internal review within 40 working days.",
    CHANGEABLE,
  ],
  "not-held": ["The Foundation records that you do not hold the information. You need do nothing more.", CHANGEABLE],
  transferred: ["The Foundation asks the trust that you named. You need do nothing more."],
  accepted: ["The Foundation has checked your answers and accepted them.", RELEASED, CHANGEABLE],
  "outcome-not-recorded": [
    "Nothing: this round was held before the portal, and its answers are not recorded one by one.",
  ],
};

export function WhatHappensNext({ state }: { state: RequestStateKind }) {
  return (
    <section aria-labelledby="what-happens-next">
      <h2 className="govuk-heading-m" id="what-happens-next">
        What happens next
      </h2>
      {NEXT[state].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
