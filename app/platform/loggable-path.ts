/** What stands before the secret part of a letter's link. */
const BEFORE_A_TOKEN = new Set(["invitation", "forgotten-password", "email"]);
/** No part of an address of ours is longer, and every token is. */
const LONGEST = 24;

/**
 * A path as the log may keep it, without what opens an account to whoever reads it: `/invitation/nN3…` is
 * `/invitation/…`, and so is what only looks like a token, wherever it stands. The router reads `%69nvitation` and
 * `INVITATION` as `invitation`, so they are read so here.
 */
export function loggablePath(path: string): string {
  const parts = decoded(path).split("/");
  return parts
    .map((part, place) => {
      const isToken = part !== "" && BEFORE_A_TOKEN.has(parts[place - 1]?.toLowerCase() ?? "");
      return isToken || part.length > LONGEST ? "…" : part;
    })
    .join("/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
