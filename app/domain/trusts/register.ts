import type { Trust } from "./trust";

/** The trusts of a collection, by code, in the order of their file, and the other names they are known by. */
export interface Register {
  readonly trusts: ReadonlyMap<string, Trust>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** Builds a register from its trusts and, by code, their aliases. The last of two trusts with one code is kept. */
export function registerOf(
  trusts: Iterable<Trust>,
  aliases: ReadonlyMap<string, readonly string[]> = new Map(),
): Register {
  return { trusts: new Map([...trusts].map((trust) => [trust.ods, trust])), aliases };
}

/** NHS organisation codes, in ASCII. Source: requirement R21. */
export const ODS_CODE = /^[A-Z0-9]{3,6}$/;

/** A code as people type it, in the register's writing: `" rv5 "` is `RV5`. Letters are never swapped for figures. */
export function normaliseOds(written: string): string {
  return written.trim().toUpperCase();
}

/** The trust with a code, however it is cased and spaced; null where the register has none. */
export function trustByOds(register: Register, written: string): Trust | null {
  return register.trusts.get(normaliseOds(written)) ?? null;
}

/**
 * Every trust with an official name or alias that reads the same, ignoring case, punctuation, a leading "The", and "&"
 * for "and". Nothing is guessed: `SLaM` finds South London and Maudsley, `Greater Manchester` finds no trust, because
 * an area is not a trust. More than one answer means that the name does not say which.
 */
export function trustsNamed(register: Register, written: string): readonly Trust[] {
  const wanted = plainName(written);
  if (wanted === "") return [];
  return [...register.trusts.values()].filter((trust) =>
    [trust.name, ...(register.aliases.get(trust.ods) ?? [])].some((name) => plainName(name) === wanted),
  );
}

function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['‘’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}
