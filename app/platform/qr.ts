import { encode } from "uqr";

/** As wide as the standard asks for (ISO/IEC 18004), or a phone may not find the code on the page. */
const QUIET_ZONE = 4;
const PIXELS_EACH = 4;

/**
 * A picture of the text for a phone to read. Error correction M: about 15 in 100 modules may be unreadable. Black on a
 * white ground of its own, whatever the page's colours, and without a style, which the content security policy forbids.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => runs(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`))
    .join("");
  const width = size * PIXELS_EACH;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${width}" height="${width}" shape-rendering="crispEdges" role="img" aria-label="QR code"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

interface Run {
  readonly x: number;
  readonly length: number;
}

/** The dark modules of a row that stand side by side. */
function runs(row: readonly boolean[]): Run[] {
  const drawn = row.map((dark) => (dark ? "#" : " ")).join("");
  return Array.from(drawn.matchAll(/#+/g), ({ 0: run, index }) => ({ x: index, length: run.length }));
}
