import type { ReactNode } from "react";
import { formatYear, type ReportingYear } from "../domain/calendar/reporting-year";
import { QUESTION_NUMBERS } from "../domain/returns/explanations";
import { paths } from "../paths";
import { BackLink } from "./back-link";
import { Button } from "./button";
import { ErrorSummary } from "./error-summary";
import { QuestionBoxes } from "./fields/question-boxes";
import { Textarea } from "./fields/textarea";
import { PageHeading } from "./page-heading";

interface OtherwiseFormProps {
  year: ReportingYear;
  trust: { readonly name: string };
  /** Where it is sent. */
  action: string;
  heading: string;
  lead?: string;
  /** Asks which questions it is about. */
  legend: string;
  questions: readonly { readonly number: number; readonly wording: string }[];
  /** Asks for the words that go with it. */
  words: { readonly label: string; readonly hint: string };
  /** Who saved the trust's draft, and when; null where there is none. `seen` is its id. */
  saved: string | null;
  seen: string;
  refused:
    | {
        readonly form: { readonly questions: readonly number[]; readonly words: string };
        readonly problems: readonly { readonly field: string; readonly message: string }[];
        /** The draft was changed since the page was opened. */
        readonly changed: boolean;
      }
    | undefined;
  /** The fields between the questions and the words, given what is wrong with each. */
  children: (problemOf: (field: string) => string | undefined) => ReactNode;
}

/** An answer without figures, for the whole request or for some of its questions. */
export function OtherwiseForm({ year, trust, saved, seen, refused, ...asked }: OtherwiseFormProps) {
  const problems = refused?.problems ?? [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.submit.otherAnswer(year)}>Answer in another way</BackLink>
        <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
        <PageHeading caption={`${trust.name}, ${formatYear(year)}`} lead={asked.lead}>
          {asked.heading}
        </PageHeading>
        {saved !== null && (
          <p>
            {refused?.changed && <strong>The answers were changed meanwhile. Look at them before you go on. </strong>}
            {saved}. What you tick here takes the place of their answers to those questions, and of no others.{" "}
            <a href={paths.submit.form(year)}>See the saved answers</a>
          </p>
        )}
        <form method="post" action={asked.action}>
          <input type="hidden" name="seen" value={seen} />
          <QuestionBoxes
            legend={asked.legend}
            questions={asked.questions}
            chosen={refused?.form.questions ?? QUESTION_NUMBERS}
            error={problemOf("questions")}
          />
          {asked.children(problemOf)}
          <Textarea name="words" {...asked.words} value={refused?.form.words ?? ""} error={problemOf("words")} />
          <Button>Continue</Button>
        </form>
      </div>
    </div>
  );
}
