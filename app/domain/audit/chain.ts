import type { WrittenEntry } from "./entry";

/** What stands before the first entry. */
export const GENESIS = "0".repeat(64);

/** An entry in its place: `id` counts from 1 without a gap, `previous` is the hash of the entry before it. */
export interface Link {
  readonly id: number;
  readonly entry: WrittenEntry;
  readonly previous: string;
  readonly hash: string;
}

/** The last entry of the log at some instant, kept outside the database. Before the first entry: 0 and GENESIS. */
export interface Head {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly id: number;
  readonly hash: string;
}

/** The keyed hash of a text that stands after `previous`: 64 hexadecimal digits. */
export type ChainHash = (previous: string, text: string) => string;

/**
 * An entry as the text that is hashed: a JSON array in a fixed order, so that no two entries have the same one. Its
 * place needs no saying: it is that of the entry before it, whose hash goes in as well.
 */
export function canonicalText(entry: WrittenEntry): string {
  const { at, by, trust, did, about, detail, outcome, requestId, address, agent } = entry;
  return JSON.stringify(["audit entry 1", at, by, trust, did, about, detail, outcome, requestId, address, agent]);
}

/** What is wrong with a log, and the first entry it shows at. */
export interface Fault {
  /**
   * `changed`: the entry is not as the portal wrote it, or the portal never wrote it. `missing`: no entry has this id, or
   * the one that stood here was taken out and the others moved up. `out of order`: the portal wrote it, but not here.
   * `inserted`: it stands between two entries that follow one another. `cut off`: the log ends before this entry, which
   * was there. `rewritten`: all entries follow one another, but the head that was kept outside names another hash.
   */
  readonly kind: "changed" | "missing" | "out of order" | "inserted" | "cut off" | "rewritten";
  readonly id: number;
}

export interface Verified {
  readonly entries: number;
  readonly first: Link | null;
  readonly last: Link | null;
  /** How many heads name an entry that is there with their hash. */
  readonly headsAgreed: number;
  readonly fault: Fault | null;
}

interface Known {
  /** Kept outside the database, in any order. */
  readonly heads: readonly Head[];
  /** How many entries the database itself remembers to have given an id; 0 where that is not known. */
  readonly given?: number;
  /** The link to go on from, where the part before it was verified already. */
  readonly after?: Pick<Link, "id" | "hash"> | null;
}

/** Takes a log link by link, in the order of ids, and says at the end what is wrong with it. */
export interface ChainReader {
  take(link: Link): void;
  end(): Verified;
}

/**
 * Reads a log of any length in one pass. It goes on past the first fault, because what comes later tells what it was:
 * an entry that reads as forged was inserted where the next one follows on the one before it, and changed otherwise.
 */
export function chainReader(hash: ChainHash, { heads, given = 0, after = null }: Known): ChainReader {
  const begin = { id: after?.id ?? 0, hash: after?.hash ?? GENESIS };
  const headsOf = new Map<number, Head[]>();
  for (const head of heads) headsOf.set(head.id, [...(headsOf.get(head.id) ?? []), head]);
  let end: Pick<Link, "id" | "hash"> = begin;
  let [entries, headsAgreed] = [0, 0];
  let [first, last]: [Link | null, Link | null] = [null, null];
  let suspect: Suspect | null = null;
  let fault: Fault | null = null;

  const compareWithHeads = ({ id, hash: found }: Pick<Link, "id" | "hash">) => {
    for (const head of headsOf.get(id) ?? []) {
      if (head.hash === found) headsAgreed += 1;
      else fault ??= { kind: "rewritten", id };
    }
  };
  compareWithHeads(begin);

  return {
    take(link) {
      entries += 1;
      first ??= link;
      last = link;
      if (suspect !== null) return observe(suspect, link);
      if (fault !== null) return;
      const genuine = hash(link.previous, canonicalText(link.entry)) === link.hash;
      if (link.id > end.id + 1) fault = { kind: "missing", id: end.id + 1 };
      else if (link.id <= end.id) fault = { kind: "out of order", id: link.id };
      else if (!genuine || link.previous !== end.hash) {
        suspect = { link, genuine, follows: end.hash, next: null, successor: false, copy: false };
      } else compareWithHeads(link);
      end = link;
    },
    end() {
      fault ??= suspect && explain(suspect);
      const known = Math.max(given, ...heads.map(({ id }) => id));
      if (fault === null && known > end.id) fault = { kind: "cut off", id: end.id + 1 };
      return { entries, first, last, headsAgreed, fault };
    },
  };
}

/** Verifies a log that is at hand as a whole. Example: a log without entries and heads has no fault. */
export function verifyChain(links: Iterable<Link>, hash: ChainHash, known: Known): Verified {
  const reader = chainReader(hash, known);
  for (const link of links) reader.take(link);
  return reader.end();
}

/** The first link that does not follow, and what was seen after it. */
interface Suspect {
  readonly link: Link;
  /** Whether its own hash is right: then the portal wrote it, though not here. */
  readonly genuine: boolean;
  /** The hash it should have followed. */
  readonly follows: string;
  next: Link | null;
  /** Whether the link that does follow comes later. */
  successor: boolean;
  /** Whether the same link stands elsewhere too. */
  copy: boolean;
}

function observe(suspect: Suspect, link: Link) {
  suspect.next ??= link;
  if (link.previous === suspect.follows) suspect.successor = true;
  if (link.hash === suspect.link.hash) suspect.copy = true;
}

function explain({ link, genuine, follows, next, successor, copy }: Suspect): Fault {
  const { id } = link;
  // Two neighbours that were swapped look like an insertion, but for the second, on which the first follows.
  const between = next?.previous === follows && link.previous !== next.hash;
  if (copy || between) return { kind: "inserted", id };
  if (!genuine) return { kind: "changed", id };
  return { kind: successor ? "out of order" : "missing", id };
}
