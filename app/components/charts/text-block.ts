import { EDGE } from "./svg";

/** A part of a drawing that stands below the part before it. */
export interface Block {
  markup: string;
  height: number;
}
export const NOTHING: Block = { markup: "", height: 0 };

export interface Type {
  size: number;
  /** From one line to the next. */
  line: number;
  weight: number;
  fill: string;
  /** Where a line ends, in characters: SVG text does not break by itself. */
  characters: number;
  /** Pixels from the left. */
  from?: number;
}

/** A paragraph, drawn from the top of its block. */
export function textBlock(text: string, { size, line, weight, fill, characters, from = EDGE }: Type): Block {
  const lines = wrap(text, characters);
  const drawn = lines.map((words, place) => `<text x="${from}" y="${place * line + size}">${escaped(words)}</text>`);
  return {
    markup: `<g text-anchor="start" font-size="${size}" font-weight="${weight}" fill="${fill}">${drawn.join("")}</g>`,
    height: lines.length * line,
  };
}

/** Puts blocks below each other, with room between them. */
export function stack(blocks: readonly Block[], gap: number): Block {
  return blocks.reduce((above, block) => {
    if (block.height === 0) return above;
    const top = above.height === 0 ? 0 : above.height + gap;
    const markup = `<g transform="translate(0,${top})">${block.markup}</g>`;
    return { markup: above.markup + markup, height: top + block.height };
  }, NOTHING);
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Breaks a sentence into lines of at most so many characters; a longer word stands alone. */
export function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
