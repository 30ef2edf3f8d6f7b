/** What came of a change to who may sign in. */
export type Changed =
  | { readonly kind: "done" }
  | { readonly kind: "problem"; readonly problem: string }
  /** There is nobody, and nothing, of that id. */
  | { readonly kind: "nobody" };

export const DONE: Changed = { kind: "done" };
export const NOBODY: Changed = { kind: "nobody" };

export function refusal(problem: string): Changed {
  return { kind: "problem", problem };
}
