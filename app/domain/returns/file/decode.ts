import { problemOf } from "../catalogue";
import type { Problem } from "../problem";
import { repairDoubleEncoding } from "./double-encoding";
import { TYPED_HEADINGS } from "./headings";
import { decodeWindows1252 } from "./windows-1252";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly problems: readonly Problem[];
}

/**
 * The text of a file; null where the bytes are not text. Strict UTF-8 first; what is not UTF-8 is Windows-1252, unless
 * its dashes and apostrophes are those of an old Macintosh, which is asked about.
 * Example: `0`, byte 96, `12` is not UTF-8, so it is Windows-1252 and reads `0–12`, with a note.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const decoded = decodeAsWritten(bytes);
  if (decoded === null) return null;
  const { text, ...rest } = isAscii(decoded, bytes) || wasTyped(decoded) ? decoded : withRepair(decoded);
  return { ...rest, text: withoutStrays(text) };
}

/** As many characters as bytes of UTF-8: nothing but ASCII, so nothing to repair. */
function isAscii({ text, encoding }: Decoded, bytes: Uint8Array): boolean {
  return encoding === "utf-8" && text.length === bytes.length;
}

function decodeAsWritten(bytes: Uint8Array): Decoded | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeMarked(bytes, marked);
  const text = strictly("utf-8", bytes);
  if (text === null) return decodeSingleBytes(bytes);
  return isBinary(text) ? null : { text, encoding: "utf-8", problems: [] };
}

/** Text that the portal took from a form and wrote itself: what looks damaged was typed so. */
function wasTyped({ text, encoding }: Decoded): boolean {
  return encoding === "utf-8" && text.startsWith(TYPED_START);
}

const TYPED_START = Object.values(TYPED_HEADINGS).join(",");

type Marked = "utf-8" | "utf-16le" | "utf-16be";

function markedEncoding(bytes: Uint8Array): Marked | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function decodeMarked(bytes: Uint8Array, encoding: Marked): Decoded | null {
  const text = strictly(encoding, bytes);
  if (text === null && encoding === "utf-8") return decodeSingleBytes(bytes.subarray(3));
  if (text === null || isBinary(text)) return null;
  if (encoding === "utf-8") return { text, encoding, problems: [] };
  return noted(text, encoding, "The file is “Unicode Text” (UTF-16), not UTF-8; we read it as that.");
}

function strictly(encoding: Marked, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withRepair(decoded: Decoded): Decoded {
  const { text, repaired, clean } = repairDoubleEncoding(decoded.text);
  if (clean && !repaired) return decoded;
  const problem = clean
    ? problemOf("encoding", { fact: "The file was encoded twice (â€“ for a dash, say); we put its characters right." })
    : problemOf("encoding-unsure", {
        fact: "Some characters of the file were damaged before it reached us, and not all could be repaired.",
      });
  return { ...decoded, text, problems: [...decoded.problems, problem] };
}

function decodeSingleBytes(bytes: Uint8Array): Decoded | null {
  if (isMacintosh(bytes)) {
    const text = new TextDecoder("macintosh").decode(bytes);
    const problem = problemOf("encoding-unsure", {
      fact: "The file seems to come from an old Macintosh program (Mac Roman).",
    });
    return isBinary(text) ? null : { text, encoding: "macintosh", problems: [problem] };
  }
  const text = decodeWindows1252(bytes);
  return isBinary(text)
    ? null
    : noted(text, "windows-1252", "The file is in the Windows-1252 encoding, not UTF-8; we read it as that.");
}

function noted(text: string, encoding: Encoding, fact: string): Decoded {
  return { text, encoding, problems: [problemOf("encoding", { fact })] };
}

/**
 * Mac Roman writes dashes as D0 and D1 and apostrophes as D4 and D5. In Windows-1252 these are Ð, Ñ, Ô and Õ, which do
 * not stand between figures or inside English words; its own dashes and quotation marks are 91 to 97.
 */
function isMacintosh(bytes: Uint8Array): boolean {
  let found = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    if (byte >= 0x91 && byte <= 0x97) return false;
    const [before, after] = [bytes[i - 1] ?? 0, bytes[i + 1] ?? 0];
    if ((byte === 0xd0 || byte === 0xd1) && isFigureOrSpace(before) && isFigureOrSpace(after)) found = true;
    if ((byte === 0xd4 || byte === 0xd5) && isSmallLetter(before) && isSmallLetter(after)) found = true;
  }
  return found;
}

function isFigureOrSpace(byte: number): boolean {
  return byte === 0x20 || isFigure(byte);
}
function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;
const STRAYS = /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]+/gu;

/**
 * Takes out control characters that no text holds. Between two figures they stay, for something was lost there: `1`,
 * NUL, `2` is not 12, and a count that holds one is refused.
 */
function withoutStrays(text: string): string {
  return text.replace(STRAYS, (strays, at: number) => {
    const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + strays.length)];
    return isFigure(before) && isFigure(after) ? strays : "";
  });
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** One character in fifty that no text holds. Fewer are strays. Counted without a list of them, which could be long. */
function isBinary(text: string): boolean {
  if (!CONTROL.test(text)) return false;
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls * 50 > text.length;
}

/** Tabs, line ends and page ends, 9 to 13, are text; 127 to 159 are the upper half. */
function isControl(code: number): boolean {
  return code < 32 ? code < 9 || code > 13 : code >= 127 && code <= 159;
}
