import { Button } from "./button";
import { ErrorSummary } from "./error-summary";
import { Checkbox } from "./fields/checkboxes";
import { TextInput } from "./fields/text-input";

interface AcceptFormProps {
  action: string;
  returnId: string;
  /** What the trust gave as reasons: each may become a footnote. */
  reasons: readonly string[];
  /** What was chosen and could not be taken. */
  chosen?: readonly FootnoteChoice[];
  problems?: readonly { readonly place: number; readonly message: string }[];
}

export interface FootnoteChoice {
  readonly publish: boolean;
  readonly text: string;
}

/** Accepts a version of a return, and decides which of its reasons the public reads, in which words. */
export function AcceptForm({ action, returnId, reasons, chosen = [], problems = [] }: AcceptFormProps) {
  return (
    <form method="post" action={action} className="accept">
      <ErrorSummary problems={problems.map(({ place, message }) => ({ text: message, href: `#text-${place}` }))} />
      <input type="hidden" name="returnId" value={returnId} />
      {reasons.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Reasons the public may read</h3>
          <p>
            Tick a reason to publish it as a footnote to the trust’s line. Word it so that it holds no figure and
            nothing that could point to a child. What is decided here stays with this version.
          </p>
        </>
      )}
      {[...reasons.entries()].map(([place, reason]) => (
        <fieldset className="govuk-fieldset accept__reason" key={`${place} ${reason}`}>
          <legend className="govuk-visually-hidden">Reason {place + 1}</legend>
          <Checkbox
            name={`publish-${place}`}
            value="yes"
            label={`Publish as a footnote: “${reason}”`}
            checked={chosen[place]?.publish ?? false}
          />
          <TextInput
            name={`text-${place}`}
            label="In these words"
            value={chosen[place]?.text ?? reason}
            error={problems.find((problem) => problem.place === place)?.message}
          />
        </fieldset>
      ))}
      <Button>Accept this return</Button>
    </form>
  );
}
