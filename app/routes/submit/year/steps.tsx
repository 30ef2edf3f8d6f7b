import { ButtonGroup, ButtonLink } from "~/components/button";
import { TaskList } from "~/components/task-list";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import type { Standing } from "~/journeys/submit/draft";
import { paths } from "~/paths";

interface StepsProps {
  year: ReportingYear;
  standing: Standing;
  /** Who saved the answers last, and when. */
  saved: string;
  /** A version was sent already, and these answers are to take its place. */
  amending: boolean;
}

/** The way from the answers to a receipt, how far they have come on it, and the one button that leads on. */
export function Steps({ year, standing, saved, amending }: StepsProps) {
  const next = NEXT[standing];
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        {amending ? "The changed answers" : "Your answers so far"}
      </h2>
      <p>
        {saved}. {amending && "Until you send them, the version you sent stands."}
      </p>
      <TaskList tasks={tasksOf(year, standing)} />
      <ButtonGroup>
        <ButtonLink href={next.href(year)}>{next.text}</ButtonLink>
        <a href={paths.submit.upload(year)}>Upload another file instead</a>
        <a href={paths.submit.otherAnswer(year)}>Answer in another way</a>
      </ButtonGroup>
    </section>
  );
}

const NEXT = {
  "to fix": { href: (year: ReportingYear) => paths.submit.form(year), text: "Put your answers right" },
  "to confirm": { href: paths.submit.confirm, text: "Confirm what is unusual" },
  ready: { href: (year: ReportingYear) => paths.submit.check(year), text: "Check your answers" },
} as const;

const NOT_YET = { text: "Cannot start yet" } as const;
const TO_DO = { text: "To do", tone: "accent" } as const;
const DONE = { text: "Done" } as const;

function tasksOf(year: ReportingYear, standing: Standing) {
  const right = standing !== "to fix";
  const confirmed = standing === "ready";
  return [
    {
      title: "Your answers",
      href: paths.submit.form(year),
      status: right ? DONE : ({ text: "To put right", tone: "bad" } as const),
    },
    {
      title: "Confirm what is unusual",
      href: right ? paths.submit.confirm(year) : undefined,
      status: confirmed ? DONE : right ? TO_DO : NOT_YET,
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
