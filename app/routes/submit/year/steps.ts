import type { ReportingYear } from "~/domain/calendar/reporting-year";
import type { Standing } from "~/journeys/submit/draft";
import { paths } from "~/paths";

const NOT_YET = { text: "Cannot start yet" } as const;
const TO_DO = { text: "To do", tone: "accent" } as const;
const DONE = { text: "Done" } as const;

/** The way from a file to a receipt, and how far a draft has come on it. */
export function stepsOf(year: ReportingYear, standing: Standing | null) {
  const uploaded = standing !== null && standing !== "to fix";
  const confirmed = standing === "ready";
  return [
    {
      title: "Upload your file",
      href: paths.submit.upload(year),
      status: standing === "to fix" ? ({ text: "To put right", tone: "bad" } as const) : uploaded ? DONE : TO_DO,
    },
    {
      title: "Confirm what is unusual",
      href: uploaded ? paths.submit.confirm(year) : undefined,
      status: confirmed ? DONE : uploaded ? TO_DO : NOT_YET,
    },
    {
      title: "Check your answers",
      href: confirmed ? paths.submit.check(year) : undefined,
      status: confirmed ? TO_DO : NOT_YET,
    },
    {
      title: "Declare and send",
      href: confirmed ? paths.submit.declare(year) : undefined,
      status: confirmed ? TO_DO : NOT_YET,
    },
  ];
}

/** Where the page's one button leads: on from where the draft stands. */
export function nextStepOf(year: ReportingYear, standing: Standing | null): { href: string; text: string } {
  switch (standing) {
    case null:
      return { href: paths.submit.upload(year), text: "Upload your return" };
    case "to fix":
      return { href: paths.submit.upload(year), text: "Put your file right" };
    case "to confirm":
      return { href: paths.submit.confirm(year), text: "Confirm what is unusual" };
    case "ready":
      return { href: paths.submit.check(year), text: "Check your answers" };
  }
}
