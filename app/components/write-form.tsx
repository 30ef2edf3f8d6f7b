import type { ReactNode } from "react";
import { Button } from "./button";
import { ErrorSummary } from "./error-summary";
import { Textarea } from "./fields/textarea";

interface WriteFormProps {
  action: string;
  /** Posted with it, so that the same form posted twice is one message. */
  formId: string;
  label: string;
  submit: string;
  hint?: ReactNode;
  /** What was written and could not be sent, and why. */
  words?: string | undefined;
  problem?: string | undefined;
  /** Which of several things it does, where its address does more than one. */
  as?: string;
  variant?: "primary" | "secondary";
}

/** One message to write and send. */
export function WriteForm({ action, formId, label, submit, hint, words, problem, as, variant }: WriteFormProps) {
  return (
    <form method="post" action={action}>
      <ErrorSummary problems={problem === undefined ? [] : [{ text: problem, href: "#words" }]} />
      <input type="hidden" name="formId" value={formId} />
      {as !== undefined && <input type="hidden" name="as" value={as} />}
      <Textarea name="words" label={label} hint={hint} value={words} error={problem} />
      <Button {...(variant === undefined ? {} : { variant })}>{submit}</Button>
    </form>
  );
}
