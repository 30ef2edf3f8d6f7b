export const SERVICE = "Zero to Two";

/**
 * The `<title>` of a page, for Remix's `meta`. A page that shows an error summary says so first, where a screen reader
 * reads it before anything else: "Error: Sign in – Zero to Two".
 */
export function pageTitle(words: string, { problems = false }: { problems?: boolean } = {}) {
  return [{ title: `${problems ? "Error: " : ""}${words} – ${SERVICE}` }];
}
