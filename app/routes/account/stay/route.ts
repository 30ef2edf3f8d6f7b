import type { SessionLeft } from "~/browser/session/contract";
import { isLast, type Life, secondsLeft } from "~/domain/people/session-life";
import { forSignedIn, forSignedInUnnoticed } from "~/guards.server";

/** Says, to the script that warns, when the session ends. Asking does not lengthen it. */
export const loader = forSignedInUnnoticed(async ({ context, session }) => left(session, context.clock.now()));

/** “Stay signed in”: the request itself lengthens the session. */
export const action = forSignedIn(async ({ context, session }) => left(session, context.clock.now()));

function left(session: Life, now: Date): Response {
  const answer: SessionLeft = { endsIn: secondsLeft(session, now), isLast: isLast(session) };
  return Response.json(answer);
}
