/**
 * A path of this site to go to after signing in; null for anything that could lead elsewhere, as `//evil.example`,
 * `/\evil.example`, `javascript:` or a path with a tab in it. `/submit/2025-26` stays as it is.
 */
export function ownPath(text: string | null): string | null {
  if (text === null || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return null;
  const base = "https://own.invalid";
  return URL.canParse(text, base) && new URL(text, base).origin === base ? text : null;
}
