import type { ReactNode } from "react";

/** One thing to choose. */
export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** The first option carries the question's own id, so that an error summary can link to it. */
export function idOfOption(questionId: string, place: number): string {
  return place === 0 ? questionId : `${questionId}-${place + 1}`;
}
