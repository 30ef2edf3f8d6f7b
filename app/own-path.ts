/**
 * A path of this site to go to next, as one that stood in an address or a form; null for anything that could lead
 * elsewhere: `//evil.example`, `/\evil.example`, `javascript:`, or a path with a tab in it, which a browser would take
 * for the first. What is encoded stays encoded, so nothing hides behind a `%`. `/submit/2025-26` stays as it is.
 */
export function ownPath(text: string | null): string | null {
  if (text === null || !/^\/[\x21-\x7e]*$/.test(text)) return null;
  const base = "https://own.invalid";
  if (!URL.canParse(text, base)) return null;
  const { origin, pathname } = new URL(text, base);
  // `/.//evil.example` is read as `//evil.example` by whoever tidies the path first.
  return origin === base && !/^\/[/\\]/.test(pathname) ? text : null;
}
