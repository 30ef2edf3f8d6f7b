import { isRouteErrorResponse } from "@remix-run/react";
import { useContext } from "react";
import { paths } from "../../paths";
import { HowToReach } from "../how-to-reach";
import { PageHeading } from "../page-heading";
import { RequestNumber } from "./request-number";

interface Trouble {
  heading: string;
  sentence: string;
  advice: string;
}

const NO_ACCESS: Trouble = {
  heading: "You cannot open this page",
  sentence: "It is for someone else.",
  advice: "If it should be open to you, sign out and sign in with the account it belongs to.",
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
  return saysWhy ? { ...usual, sentence: error.data } : usual;
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
      <p>{advice}</p>
      {(trouble === BUSY || trouble === OUR_FAULT) && (
        <p>
          If it goes on, <HowToReach /> and quote this number: <code>{requestNumber}</code>
        </p>
      )}
      <p>
        <a href={paths.home()}>Go to the start page</a>
      </p>
    </>
  );
}
