const SAVE_AS =
  "Open it in the program it came from, choose Save As, pick “CSV UTF-8 (Comma delimited)”, and send that.";
const COPY_OUT = "Copy the figures into the template for your trust and send that.";

/** What a file is instead of CSV, and how to get a CSV file out of it. */
export interface OtherType {
  /** As in "a PDF document". */
  readonly name: string;
  readonly remedy: string;
}

/** The first bytes of files that are often given a name ending in .csv. Source: the formats' own specifications. */
const SIGNATURES: readonly (OtherType & { readonly bytes: readonly number[] })[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: "an Excel workbook of the older kind (.xls), or one protected by a password",
    remedy: SAVE_AS,
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: "a PDF document", remedy: COPY_OUT },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: "a picture (PNG)", remedy: COPY_OUT },
  { bytes: [0xff, 0xd8, 0xff], name: "a picture (JPEG)", remedy: COPY_OUT },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: "a picture (GIF)", remedy: COPY_OUT },
  { bytes: [0x1f, 0x8b], name: "a compressed file (gzip)", remedy: "Unpack it and send the CSV file inside." },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: "a Word document (RTF)", remedy: COPY_OUT },
];

const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];
/** Names of parts that stand in clear in a zipped document. */
const ZIPPED: readonly (OtherType & { readonly part: string })[] = [
  { part: "opendocument.spreadsheet", name: "an OpenDocument spreadsheet (.ods)", remedy: SAVE_AS },
  {
    part: "Index/Document.iwa",
    name: "a Numbers spreadsheet",
    remedy: "Open it in Numbers, choose File, Export To, CSV, and send that.",
  },
  { part: "word/", name: "a Word document (.docx)", remedy: COPY_OUT },
];
const WORKBOOK: OtherType = { name: "an Excel workbook (.xlsx) or another zipped file", remedy: SAVE_AS };

/**
 * What a file really is, by its content and whatever its name; null where nothing says that it is not text.
 * Example: bytes that begin with PK are "an Excel workbook (.xlsx) or another zipped file".
 */
export function otherFileType(bytes: Uint8Array): OtherType | null {
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (ZIP.some(begins)) {
    const start = latin(bytes.subarray(0, 4096));
    return ZIPPED.find(({ part }) => start.includes(part)) ?? WORKBOOK;
  }
  return SIGNATURES.find(({ bytes: signature }) => begins(signature)) ?? null;
}

const SHEET = /\.(?:xlsx?|xlsm|xlsb|ods|numbers)$/i;
const DOCUMENT = /\.(?:pdf|docx?|rtf|odt|png|jpe?g|gif|zip)$/i;

/**
 * As `otherFileType`, by the name alone, for whoever chooses a file: what it is called is no proof of what it is.
 * Example: "Return 2025-26.XLSX" is a spreadsheet, and "return.csv" may be anything.
 */
export function otherTypeByName(name: string): OtherType | null {
  if (SHEET.test(name)) return { name: "a spreadsheet", remedy: SAVE_AS };
  return DOCUMENT.test(name) ? { name: "a document", remedy: COPY_OUT } : null;
}

/** What only shows once the bytes are text: Excel opens web pages and XML named .csv or .xls, and saves `mhtml`. */
const TEXT_TYPES: readonly (OtherType & { readonly begins: RegExp })[] = [
  {
    begins: /^\s*<(?:!--|(?:!doctype|html|head|body|table|meta|style|div)\b)|^\s*mime-version:/i,
    name: "a web page",
    remedy: SAVE_AS,
  },
  { begins: /^\s*<(?:\?xml|workbook)\b/i, name: "an XML document", remedy: SAVE_AS },
  { begins: /^\s*%PDF-/, name: "a PDF document", remedy: COPY_OUT },
  { begins: /^\s*(?:\{\s*"|\[\s*\{)/, name: "a JSON file", remedy: COPY_OUT },
];

/** As `otherFileType`, for a file whose bytes are text. */
export function otherTextType(text: string): OtherType | null {
  const start = text.slice(0, 1000);
  return TEXT_TYPES.find(({ begins }) => begins.test(start)) ?? null;
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
