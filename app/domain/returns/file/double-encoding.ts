import { windows1252Byte } from "./windows-1252";

/**
 * A character that begins a sequence of UTF-8, then those that can only continue one, all as Windows-1252 shows them.
 * Only what stands for something that an English text holds: accents, punctuation, signs. `É’` is what it says.
 */
const CONTINUES = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
const SEQUENCE = new RegExp(`[ÂÃÄÅ]${CONTINUES}|[áâï]${CONTINUES}{2}|ð${CONTINUES}{3}`, "g");
/** What a no-break space leaves behind once it was saved as an ordinary one, or as none. */
const HALF_A_SPACE = /Â(?=[ \d"\t\r\n,;|]|$)/g;
/** What is left of a sequence whose end was lost, and the mark of a character that was. */
const BROKEN = /â€|Ã(?!\p{L})|\uFFFD/u;

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
  now = now.replace(HALF_A_SPACE, "");
  return { text: now, repaired: now !== text, clean: !BROKEN.test(now) };
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeSequence(sequence: string): string {
  const bytes = Uint8Array.from(sequence, (character) => windows1252Byte(character) ?? 0);
  try {
    return UTF_8.decode(bytes);
  } catch {
    return sequence;
  }
}
