import { EDGE, SOFT_INK } from "./svg";
import { type Block, stack, textBlock } from "./text-block";

/** One kind of mark and what it means. The sample is markup drawn around (0, 0), some 22 pixels wide. */
export interface LegendEntry {
  sample: string;
  words: string;
}

const TYPE = { size: 13, line: 17, weight: 400, fill: SOFT_INK, characters: 47, from: EDGE + 32 };

/** The legend stands inside the drawing, so that it can be read wherever the drawing is taken. */
export function legend(entries: readonly LegendEntry[]): Block {
  const blocks = entries.map(({ sample, words }) => {
    const text = textBlock(words, TYPE);
    return {
      ...text,
      markup: `<g transform="translate(${EDGE + 11},${TYPE.line / 2 + 0.5})">${sample}</g>${text.markup}`,
    };
  });
  return stack(blocks, 8);
}
