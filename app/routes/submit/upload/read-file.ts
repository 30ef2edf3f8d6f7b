import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartRequest,
} from "@remix-run/multipart-parser";

export type ReadFile =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array; readonly seen: string }
  | { readonly ok: false; readonly problem: string };

const MEBIBYTE = 1024 * 1024;
const LIMITS = {
  maxFileSize: 5 * MEBIBYTE,
  maxParts: 20,
  maxTotalSize: 6 * MEBIBYTE,
  maxHeaderSize: 8 * 1024,
};

const NOTHING_CHOSEN = "Choose the CSV file with your return, then upload it.";
const TOO_LARGE =
  "That file is larger than 5 MB. A return is a few lines: save only the sheet with your return as CSV.";
const ONE_FILE = "Choose one file. A return is one CSV file.";
const BROKEN_OFF = "The upload broke off before the file had arrived whole. Choose the file again and upload it.";

/**
 * The one file of an upload form, within limits. Nothing is kept of a file that is refused here. The parts are taken
 * as they are: a `File` of the platform would hold each file two more times, where the engine does not see it.
 */
export async function readFile(request: Request): Promise<ReadFile> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return { ok: false, problem: NOTHING_CHOSEN };
  let file: ReadFile = { ok: false, problem: NOTHING_CHOSEN };
  let seen = "";
  try {
    for await (const part of parseMultipartRequest(request, LIMITS)) {
      if (part.name === "seen" && !part.isFile) seen = part.text;
      if (!part.isFile) continue;
      if (file.ok) return { ok: false, problem: ONE_FILE };
      const { name, filename = "", size } = part;
      // A browser sends a file without a name and without bytes where none was chosen.
      if (name === "file" && (filename !== "" || size > 0))
        file = { ok: true, name: shownName(filename), bytes: part.bytes, seen };
    }
  } catch (error) {
    return { ok: false, problem: problemOf(error, request) };
  }
  return file.ok ? { ...file, seen } : file;
}

function problemOf(error: unknown, request: Request): string {
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return TOO_LARGE;
  // The sender left, or sent no form: a part that cannot be named is a TypeError.
  if (request.signal.aborted || error instanceof MultipartParseError || error instanceof TypeError) return BROKEN_OFF;
  throw error;
}

/** A file name is shown and never used as a path: only its last part, without control characters, at most 120 characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 120) || "return.csv";
}
