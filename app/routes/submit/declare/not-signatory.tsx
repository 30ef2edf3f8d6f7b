import { Button } from "~/components/button";
import { ForSignatories } from "~/components/for-signatories";

interface NotSignatoryProps {
  /** Where the form is sent that lets them know. */
  action: string;
  draftId: string;
  signatories: readonly string[];
}

/** What a contributor, who prepares answers and does not declare them, sees in the place of the form. */
export function NotSignatory({ action, draftId, signatories }: NotSignatoryProps) {
  return (
    <ForSignatories what="declare and send these answers" signatories={signatories}>
      <p>
        The answers are saved, and this is as far as you can take them. An email with a link lets them know; each gets
        one for these answers.
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="draftId" value={draftId} />
        <Button>Tell them that it is ready</Button>
      </form>
    </ForSignatories>
  );
}
