import { now } from "./clock";
import { type Answer, howLong, stay } from "./session/ask";
import { EndDialog } from "./session/end-dialog";
import { nextLookIn, WARNED_BEFORE_MS } from "./session/when";

const NO_CONNECTION = "The service could not be reached. Try again once you are connected.";

/**
 * Warns before the session ends. The page knows when that would be if nothing more were done anywhere; before anything is
 * said the portal is asked, since another tab may have gone on, or signed out. `signOut` is the form that does.
 */
export function watchSession(signOut: HTMLFormElement): void {
  let endsAt = now() + Number(signOut.dataset.sessionEndsIn) * 1_000;
  let next: ReturnType<typeof setTimeout> | undefined;

  const dialog = new EndDialog({
    stay: () => void stay().then((answer) => (answer.kind === "no answer" ? dialog.say(NO_CONNECTION) : take(answer))),
    signOut: () => signOut.requestSubmit(),
  });

  function take(answer: Answer): void {
    if (answer.kind === "left") endsAt = now() + answer.endsIn * 1_000;
    if (answer.kind === "over") endsAt = Math.min(endsAt, now());
    const left = endsAt - now();
    if (left <= 0) dialog.over(endsAt);
    else if (left <= WARNED_BEFORE_MS) dialog.warn(endsAt, answer.kind === "left" && answer.isLast);
    else dialog.close();
    plan();
  }

  function plan(): void {
    clearTimeout(next);
    const pause = nextLookIn(now(), endsAt);
    if (pause !== null) next = setTimeout(look, pause);
  }

  /** Also when the page is come back to: the time of a sleeping computer, or of a tab behind others, passes unseen. */
  function look(): void {
    const isUnseen = document.visibilityState === "hidden" && now() < endsAt;
    if (isUnseen || endsAt - now() > WARNED_BEFORE_MS) plan();
    else void howLong().then(take);
  }

  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
  look();
}
