import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChainHash, canonicalText, GENESIS, type Head, type Link, verifyChain } from "./chain";
import type { WrittenEntry } from "./entry";

const keyed =
  (key: string): ChainHash =>
  (previous, text) =>
    createHmac("sha256", key).update(previous).update(text).digest("hex");
const hash = keyed("the portal’s key");

const ENTRY: WrittenEntry = {
  at: "2026-11-23T12:00:00.000Z",
  by: "person1",
  trust: "ZD01",
  did: "return-declared",
  about: "2025-26 ZD01",
  detail: '{"version":1}',
  outcome: "done",
  requestId: "r1",
  address: "203.0.113.7",
  agent: "a browser",
};

function chained(entries: readonly WrittenEntry[], by: ChainHash = hash): Link[] {
  const links: Link[] = [];
  for (const [place, entry] of entries.entries()) {
    const previous = links.at(-1)?.hash ?? GENESIS;
    links.push({ id: place + 1, entry, previous, hash: by(previous, canonicalText(entry)) });
  }
  return links;
}

const LOG = chained(Array.from({ length: 9 }, (_, place) => ({ ...ENTRY, about: `entry ${place + 1}` })));
const headAt = (id: number, log: readonly Link[] = LOG): Head => {
  const link = log.find((one) => one.id === id);
  return { at: "2026-11-23T23:00:00.000Z", id, hash: link?.hash ?? GENESIS };
};
const renumbered = (links: readonly Link[]) => links.map((link, place) => ({ ...link, id: place + 1 }));
const faultOf = (links: readonly Link[], heads: readonly Head[] = [], given = 0) =>
  verifyChain(links, hash, { heads, given }).fault;
const at = (id: number): Link => {
  const link = LOG[id - 1];
  if (link === undefined) throw new Error(`The log has no entry ${id}.`);
  return link;
};
const withEntry = (id: number, change: Partial<WrittenEntry>) =>
  LOG.map((link) => (link.id === id ? { ...link, entry: { ...link.entry, ...change } } : link));

test("a log as it was written has no fault, and says what it holds", () => {
  expect(verifyChain(LOG, hash, { heads: [headAt(0), headAt(4), headAt(9)], given: 9 })).toEqual({
    entries: 9,
    first: at(1),
    last: at(9),
    headsAgreed: 3,
    fault: null,
  });
  expect(faultOf([])).toBeNull();
});

test("entries that say different things have different texts, wherever one field ends and the next begins", () => {
  const one = canonicalText({ ...ENTRY, did: "ab", about: "c" });
  expect(canonicalText({ ...ENTRY, did: "a", about: "bc" })).not.toBe(one);
  expect(canonicalText({ ...ENTRY, did: 'ab","c', about: "" })).not.toBe(one);
  expect(canonicalText({ ...ENTRY, by: null })).not.toBe(canonicalText({ ...ENTRY, by: "null" }));
});

describe("R31: what was done to a log is found and named", () => {
  test("a byte flipped in an entry, in its detail, in its hash, in the hash before it", () => {
    expect(faultOf(withEntry(5, { by: "person2" }))).toEqual({ kind: "changed", id: 5 });
    expect(faultOf(withEntry(5, { detail: '{"version":2}' }))).toEqual({ kind: "changed", id: 5 });
    expect(faultOf(withEntry(9, { outcome: "refused" }))).toEqual({ kind: "changed", id: 9 });
    const flipped = (text: string) => (text.startsWith("a") ? "b" : "a") + text.slice(1);
    const inHash = LOG.map((link) => (link.id === 5 ? { ...link, hash: flipped(link.hash) } : link));
    expect(faultOf(inHash)).toEqual({ kind: "changed", id: 5 });
    const inPrevious = LOG.map((link) => (link.id === 5 ? { ...link, previous: flipped(link.previous) } : link));
    expect(faultOf(inPrevious)).toEqual({ kind: "changed", id: 5 });
  });

  test("the last rows dropped, known by a head or by the ids that were given", () => {
    expect(faultOf(LOG.slice(0, 8), [headAt(9)])).toEqual({ kind: "cut off", id: 9 });
    expect(faultOf(LOG.slice(0, 6), [], 9)).toEqual({ kind: "cut off", id: 7 });
    expect(faultOf([], [headAt(3)])).toEqual({ kind: "cut off", id: 1 });
  });

  test("a row taken out, with its gap left or closed", () => {
    const without = LOG.filter(({ id }) => id !== 5);
    expect(faultOf(without)).toEqual({ kind: "missing", id: 5 });
    expect(faultOf(renumbered(without))).toEqual({ kind: "missing", id: 5 });
    expect(faultOf(LOG.slice(1))).toEqual({ kind: "missing", id: 1 });
    expect(faultOf(renumbered(LOG.slice(1)))).toEqual({ kind: "missing", id: 1 });
  });

  test("two rows swapped: neighbours, and others", () => {
    const swapped = (a: number, b: number) =>
      renumbered(LOG.map((link) => (link.id === a ? at(b) : link.id === b ? at(a) : link)));
    expect(faultOf(swapped(5, 6))).toEqual({ kind: "out of order", id: 5 });
    expect(faultOf(swapped(8, 9))).toEqual({ kind: "out of order", id: 8 });
    expect(faultOf(swapped(3, 7))).toEqual({ kind: "out of order", id: 3 });
    expect(faultOf([at(1), at(3), at(2)])).toEqual({ kind: "missing", id: 2 });
    expect(faultOf([at(1), at(2), at(2)])).toEqual({ kind: "out of order", id: 2 });
  });

  test("one row inserted: forged, or a copy of another", () => {
    const inserted = (place: number, link: Link) =>
      renumbered([...LOG.slice(0, place), { ...link, previous: LOG[place - 1]?.hash ?? GENESIS }, ...LOG.slice(place)]);
    const forged = { ...at(1), hash: keyed("a guess")(at(4).hash, canonicalText(ENTRY)) };
    expect(faultOf(inserted(4, forged))).toEqual({ kind: "inserted", id: 5 });
    expect(faultOf(renumbered([...LOG.slice(0, 4), at(2), ...LOG.slice(4)]))).toEqual({ kind: "inserted", id: 5 });
    expect(faultOf(renumbered([...LOG.slice(0, 4), at(7), ...LOG.slice(4)]))).toEqual({ kind: "inserted", id: 5 });
    // At the end nothing follows, so it reads as an entry that is not as the portal wrote it.
    expect(faultOf(inserted(9, forged))).toEqual({ kind: "changed", id: 10 });
  });

  test("all rows hashed anew: without the key at once, with it by the first head that it does not fit", () => {
    const entries = LOG.map(({ entry, id }) => (id === 3 ? { ...entry, by: "person2" } : entry));
    expect(faultOf(chained(entries, keyed("a guess")))).toEqual({ kind: "changed", id: 1 });
    const rewritten = chained(entries);
    expect(faultOf(rewritten)).toBeNull();
    expect(faultOf(rewritten, [headAt(2), headAt(6)])).toEqual({ kind: "rewritten", id: 6 });
    expect(verifyChain(rewritten, hash, { heads: [headAt(2), headAt(6)] }).headsAgreed).toBe(1);
  });
});

test("a part of a log is verified from a link that was verified before", () => {
  const after = { id: 4, hash: at(4).hash };
  expect(verifyChain(LOG.slice(4), hash, { heads: [headAt(4)], after }).fault).toBeNull();
  expect(verifyChain(LOG.slice(5), hash, { heads: [], after }).fault).toEqual({ kind: "missing", id: 5 });
  expect(verifyChain(withEntry(7, { at: "" }).slice(4), hash, { heads: [], after }).fault).toEqual({
    kind: "changed",
    id: 7,
  });
});

const anyEntry = fc.record<WrittenEntry>({
  at: fc.string(),
  by: fc.option(fc.string()),
  trust: fc.option(fc.string()),
  did: fc.string(),
  about: fc.string({ unit: "grapheme" }),
  detail: fc.json({ maxDepth: 1 }),
  outcome: fc.constantFrom("done", "refused"),
  requestId: fc.uuid(),
  address: fc.ipV4(),
  agent: fc.string({ unit: "binary" }),
});

/** One thing that whoever can write the database, and has no key, can do to it. */
const anyChange = fc.oneof(
  fc.record({ does: fc.constant("field" as const), place: fc.nat(), field: fc.nat(), to: fc.option(fc.string()) }),
  fc.record({ does: fc.constant("hash" as const), place: fc.nat(), to: fc.string() }),
  fc.record({ does: fc.constant("previous" as const), place: fc.nat(), to: fc.string() }),
  fc.record({ does: fc.constant("id" as const), place: fc.nat(), to: fc.nat() }),
  fc.record({ does: fc.constant("drop" as const), place: fc.nat(), renumber: fc.boolean() }),
  fc.record({ does: fc.constant("swap" as const), place: fc.nat(), with: fc.nat() }),
  fc.record({ does: fc.constant("copy" as const), place: fc.nat(), to: fc.nat() }),
  fc.record({ does: fc.constant("insert" as const), place: fc.nat(), entry: anyEntry }),
);
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never;

function changed(log: readonly Link[], change: Change): Link[] {
  const place = change.place % log.length;
  const edit = (by: (link: Link) => Link) => log.map((link, index) => (index === place ? by(link) : link));
  switch (change.does) {
    case "field": {
      const fields = Object.keys(ENTRY);
      return edit((link) => ({
        ...link,
        entry: { ...link.entry, [fields[change.field % fields.length] ?? ""]: change.to },
      }));
    }
    case "hash":
      return edit((link) => ({ ...link, hash: change.to }));
    case "previous":
      return edit((link) => ({ ...link, previous: change.to }));
    case "id":
      // No other entry can have it: ids are the table's primary key.
      return edit((link) => ({ ...link, id: log.length + 1 + change.to })).sort((a, b) => a.id - b.id);
    case "drop": {
      const left = log.filter((_, index) => index !== place);
      return change.renumber ? renumbered(left) : left;
    }
    case "swap": {
      const other = change.with % log.length;
      return renumbered(
        log.map((link, index) => log[index === place ? other : index === other ? place : index] ?? link),
      );
    }
    case "copy": {
      const to = change.to % (log.length + 1);
      return renumbered([...log.slice(0, to), ...log.slice(place, place + 1), ...log.slice(to)]);
    }
    case "insert": {
      const previous = log[place - 1]?.hash ?? GENESIS;
      const forged = {
        id: 0,
        entry: change.entry,
        previous,
        hash: keyed("a guess")(previous, canonicalText(change.entry)),
      };
      return renumbered([...log.slice(0, place), forged, ...log.slice(place)]);
    }
  }
}

test("R31: whatever single thing is done to a log without its key, it is found, and the log before it is not blamed", () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 12 }), anyChange, (entries, change) => {
      const log = chained(entries);
      const now = changed(log, change);
      fc.pre(JSON.stringify(now) !== JSON.stringify(log));
      const firstDifference = log.findIndex((link, place) => JSON.stringify(link) !== JSON.stringify(now[place]));
      const fault = faultOf(now, [headAt(log.length, log)], log.length);
      expect(fault).not.toBeNull();
      expect(fault?.id).toBeGreaterThanOrEqual(
        Math.min(firstDifference < 0 ? log.length : firstDifference, log.length) + 1,
      );
    }),
    { numRuns: 500 },
  );
});

test("R31: a log that was hashed anew with the key is found by any head from after the change", () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (entries, which, later) => {
      const log = chained(entries);
      const place = which % entries.length;
      const head = headAt(place + 1 + (later % (entries.length - place)), log);
      const rewritten = chained(
        entries.map((entry, index) => (index === place ? { ...entry, at: `${entry.at} ` } : entry)),
      );
      expect(faultOf(rewritten, [head])).toEqual({ kind: "rewritten", id: head.id });
    }),
  );
});
