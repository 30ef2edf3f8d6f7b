import { isRouteErrorResponse, useLocation, useRouteLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { paths } from "../../paths";
import { HowToReach } from "../how-to-reach";
import { PageHeading } from "../page-heading";
import { isSignedIn, type Reader } from "./masthead";
import { destinationOf, destinationsFor } from "./navigation";
import { RequestNumber } from "./request-number";

interface Trouble {
  heading: string;
  sentence: string;
  /** None where the sentence says it all. */
  advice: string | null;
}

const NO_ACCESS: Trouble = {
  heading: "You cannot open this page",
  sentence: "Your account cannot open it.",
  advice: "If you have another account, sign out and use that one.",
};
const NOT_FOUND: Trouble = {
  heading: "Page not found",
  sentence: "There is no page at this address.",
  advice: "If you typed the address, check it. If you followed a link, the page may have moved.",
};
const NOT_TAKEN: Trouble = {
  heading: "That did not work",
  sentence: "The page could not take what was sent.",
  advice: "Go back, check what you entered and send it again.",
};
const TOO_OFTEN: Trouble = {
  heading: "Too often",
  sentence: "You have done this very often in a short time.",
  advice: "Go back, wait as long as it says, and send it again. What was saved is still here.",
};
const BUSY: Trouble = {
  heading: "The service is busy",
  sentence: "What you asked for was not done. Nothing that was saved is lost.",
  advice: "Wait a minute, then load this page again, or go back and send your form again.",
};
const OUR_FAULT: Trouble = {
  heading: "Sorry, something went wrong",
  sentence: "The fault is ours, not yours.",
  advice: "Try again in a few minutes. Drafts that were saved and returns that were submitted are still here.",
};

const USUAL: Readonly<Record<number, Trouble>> = { 403: NO_ACCESS, 404: NOT_FOUND, 429: TOO_OFTEN };

function troubleOf(error: unknown): Trouble {
  if (!isRouteErrorResponse(error)) return OUR_FAULT;
  if (error.status >= 500) return error.status === 503 ? BUSY : OUR_FAULT;
  const usual = USUAL[error.status] ?? NOT_TAKEN;
  // The framework's own refusals carry an Error and words for developers; ours carry a sentence for people.
  const saysWhy = typeof error.data === "string" && error.data !== "" && !error.data.startsWith("Error:");
  if (!saysWhy) return usual;
  // That an address was mistyped is no help where something else is known to be missing.
  return { ...usual, sentence: error.data, advice: usual === NOT_FOUND ? null : usual.advice };
}

export function headingOf(error: unknown): string {
  return troubleOf(error).heading;
}

/** What went wrong in a sentence, and what to do; nothing of how the portal is made. */
export function ErrorPage({ error }: { error: unknown }) {
  const trouble = troubleOf(error);
  const { heading, sentence, advice } = trouble;
  const requestNumber = useContext(RequestNumber);
  return (
    <>
      <PageHeading lead={sentence}>{heading}</PageHeading>
      {advice !== null && <p>{advice}</p>}
      {heading === NO_ACCESS.heading && (
        <p>
          If you think you should have access, <HowToReach />.
        </p>
      )}
      {(trouble === BUSY || trouble === OUR_FAULT) && (
        <p>
          If it goes on, <HowToReach /> and quote this number: <code>{requestNumber}</code>
        </p>
      )}
      <p>
        <WayOn />
      </p>
    </>
  );
}

/** Back to what the page belonged to, for somebody at work; to the start page for everyone else. */
function WayOn() {
  const reader = useRouteLoaderData<{ reader: Reader }>("root")?.reader ?? null;
  const { pathname } = useLocation();
  if (!isSignedIn(reader)) return <a href={paths.home()}>Go to the start page</a>;
  const destinations = destinationsFor(reader.role);
  const to = destinationOf(pathname, destinations) ?? destinations[0];
  return to === undefined ? null : <a href={to.href}>Go to “{to.text}”</a>;
}
