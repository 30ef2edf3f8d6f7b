const SAVE_AS =
  "Open it in the program it came from, choose Save As, pick “CSV UTF-8 (Comma delimited)”, and send that.";
const COPY_OUT = "Copy the figures into the template for your trust and send that.";

/** The first bytes of files that are often given a name ending in .csv. Source: the formats' own specifications. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly words: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    words: `an Excel workbook of the older kind (.xls), or one protected by a password, not a CSV file. ${SAVE_AS}`,
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], words: `a PDF document, not a CSV file. ${COPY_OUT}` },
  { bytes: [0x89, 0x50, 0x4e, 0x47], words: `a picture (PNG), not a CSV file. ${COPY_OUT}` },
  { bytes: [0xff, 0xd8, 0xff], words: `a picture (JPEG), not a CSV file. ${COPY_OUT}` },
  { bytes: [0x47, 0x49, 0x46, 0x38], words: `a picture (GIF), not a CSV file. ${COPY_OUT}` },
  { bytes: [0x1f, 0x8b], words: "a compressed file (gzip), not a CSV file. Unpack it and send the CSV file inside." },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], words: `a Word document (RTF), not a CSV file. ${COPY_OUT}` },
];

const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Names of parts that stand in clear in a zipped document. */
const ZIPPED: readonly { readonly part: string; readonly words: string }[] = [
  { part: "opendocument.spreadsheet", words: `an OpenDocument spreadsheet (.ods), not a CSV file. ${SAVE_AS}` },
  {
    part: "Index/Document.iwa",
    words: "a Numbers spreadsheet, not a CSV file. Open it in Numbers, choose File, Export To, CSV, and send that.",
  },
  { part: "word/", words: `a Word document (.docx), not a CSV file. ${COPY_OUT}` },
];
const WORKBOOK = `an Excel workbook (.xlsx) or another zipped file, not a CSV file. ${SAVE_AS}`;

/**
 * What a file really is, by its content and whatever its name, with how to get a CSV file out of it; null where nothing
 * says that it is not text. Example: bytes that begin with PK are "an Excel workbook (.xlsx) or another zipped file, …".
 */
export function otherFileType(bytes: Uint8Array): string | null {
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (ZIP.some(begins)) {
    const start = latin(bytes.subarray(0, 4096));
    return ZIPPED.find(({ part }) => start.includes(part))?.words ?? WORKBOOK;
  }
  return SIGNATURES.find(({ bytes: signature }) => begins(signature))?.words ?? null;
}

const WEB_PAGE = /^\s*<(?:!doctype|html|head|body|table|meta|style|div)\b/i;
const XML = /^\s*<(?:\?xml|workbook)\b/i;

/** As `otherFileType`, for what only shows once the bytes are text: Excel opens web pages and XML named .csv or .xls. */
export function otherTextType(text: string): string | null {
  const start = text.slice(0, 1000);
  if (WEB_PAGE.test(start)) return `a web page, not a CSV file. ${SAVE_AS}`;
  if (XML.test(start)) return `an XML document, not a CSV file. ${SAVE_AS}`;
  return null;
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
