export const SERVICE = "Zero to Two";

/** The `<title>` of a page, for Remix's `meta`. Where a form has problems, `problems-in-title.server.ts` says so first. */
export function pageTitle(words: string) {
  return [{ title: `${words} – ${SERVICE}` }];
}
