import { windows1252Byte } from "./windows-1252";

/** A character that begins a sequence of UTF-8, then those that can only continue one, all as Windows-1252 shows them. */
const CONTINUES = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
const SEQUENCE = new RegExp(
  `[\u00C2-\u00DF]${CONTINUES}|[\u00E0-\u00EF]${CONTINUES}{2}|[\u00F0-\u00F4]${CONTINUES}{3}`,
  "g",
);
/** What is left of a sequence whose end was lost, and the mark of a character that was. */
const BROKEN = /â€|Ã[^a-zà-ÿ]|\uFFFD/;

export interface Repaired {
  readonly text: string;
  readonly repaired: boolean;
  /** False where something that looks damaged is left. */
  readonly clean: boolean;
}

/**
 * Undoes UTF-8 that was read as Windows-1252 and saved again, twice over if need be.
 * Example: `0â€“12 months` becomes `0–12 months`; `Childrenâ€™s` becomes `Children’s`.
 */
export function repairDoubleEncoding(text: string): Repaired {
  let now = text;
  for (let times = 0; times < 3; times++) {
    const next = now.replace(SEQUENCE, decodeSequence);
    if (next === now) break;
    now = next;
  }
  return { text: now, repaired: now !== text, clean: !BROKEN.test(now) };
}

function decodeSequence(sequence: string): string {
  const bytes = Uint8Array.from(sequence, (character) => windows1252Byte(character) ?? 0);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return sequence;
  }
}
