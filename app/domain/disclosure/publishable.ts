import { auditRelease } from "./audit";
import { type ReleaseContent, releaseContentSchema } from "./release-content";
import { type Round, roundContent } from "./round-content";

declare const audited: unique symbol;

/**
 * Content that passed the disclosure audit. Only this file can make one, and the store of releases takes nothing else:
 * an unchecked count on its way to a public page is a type error.
 */
export type Publishable<Content> = Content & { readonly [audited]: true };

/** Thrown where content would let a hidden count be known. The message names cells, never counts. */
export class WouldReveal extends Error {
  override readonly name = "WouldReveal";
  constructor(readonly failures: readonly string[]) {
    super(`This release would reveal counts that are to be hidden. ${failures.join(" ")}`);
  }
}

/** Thrown where stored content is not that of a release. */
export class UnreadableRelease extends Error {
  override readonly name = "UnreadableRelease";
}

/**
 * The complete content of one release of one year: hidden, added up, and audited, on its own and beside the earlier
 * releases of the year. Throws WouldReveal where the audit finds that a hidden count could be worked out or a footnote
 * may not be published, and a RangeError where `previous` is not of an earlier year or `earlier` not of this one.
 */
export function publishRound(round: Round): Publishable<ReleaseContent> {
  return audit(roundContent(round), round.earlier);
}

/** The content of a stored release, audited again on its own. Throws UnreadableRelease or WouldReveal. */
export function readPublished(json: unknown): Publishable<ReleaseContent> {
  const read = releaseContentSchema.safeParse(json);
  if (read.success) return audit(read.data);
  const places = read.error.issues.map(({ path }) => path.join(".") || "the whole");
  throw new UnreadableRelease(
    `This is not the content of a release: see ${[...new Set(places)].slice(0, 5).join(", ")}.`,
  );
}

function audit(content: ReleaseContent, earlier: readonly ReleaseContent[] = []): Publishable<ReleaseContent> {
  const { failures } = auditRelease(content, earlier);
  if (failures.length > 0) throw new WouldReveal(failures);
  return content as Publishable<ReleaseContent>;
}
