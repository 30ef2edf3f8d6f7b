import type { SummarisedProblem } from "./error-summary";

/** What is wrong with a field, by its name. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export function inSummary(problems: readonly FieldProblem[]): SummarisedProblem[] {
  return problems.map(({ field, message }) => ({ text: message, href: `#${field}` }));
}

export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}

/** For a field whose summary says at length what to do about it. Example: of "That is wrong. Wait.", "That is wrong." */
export function firstSentence(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (/^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text);
}
