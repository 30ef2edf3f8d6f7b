import type { ReactNode } from "react";
import { Inset } from "./inset";

interface ForSignatoriesProps {
  /** What only they may do, as in "declare and send these answers". */
  what: string;
  /** The names of those who may, for this trust. */
  signatories: readonly string[];
  /** What a contributor can do about it. */
  children?: ReactNode;
}

/** In the place of a form that only a signatory may send: who that is, or what to do where there is none. */
export function ForSignatories({ what, signatories, children }: ForSignatoriesProps) {
  if (signatories.length === 0) {
    return (
      <Inset>
        <p>
          Only a signatory of your trust may {what}, and your trust has none yet. Ask the Parent-Infant Foundation to
          make you one, or to invite a colleague.
        </p>
      </Inset>
    );
  }
  return (
    <>
      <Inset>
        <p>
          Only a signatory of your trust may {what}: {namesInWords(signatories)}.
        </p>
      </Inset>
      {children}
    </>
  );
}

/** As in "Ada Example, Bo Example or Cy Example". */
function namesInWords(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
