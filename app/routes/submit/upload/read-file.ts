import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";

export type ReadFile =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: string };

const MEBIBYTE = 1024 * 1024;
const LIMITS = {
  maxFiles: 1,
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

/** The one file of an upload form, within limits. Nothing is kept of a file that is refused here. */
export async function readFile(request: Request): Promise<ReadFile> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return { ok: false, problem: NOTHING_CHOSEN };
  let form: FormData;
  try {
    form = await parseFormData(request, LIMITS);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return { ok: false, problem: NOTHING_CHOSEN };
  return { ok: true, name: shownName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

function problemOf(error: unknown): string {
  const cause = error instanceof FormDataParseError && error.cause !== undefined ? error.cause : error;
  if (cause instanceof MaxFileSizeExceededError || cause instanceof MaxTotalSizeExceededError) return TOO_LARGE;
  if (cause instanceof MaxFilesExceededError) return ONE_FILE;
  if (cause instanceof FormDataParseError || cause instanceof MultipartParseError || cause instanceof TypeError) {
    return BROKEN_OFF;
  }
  throw error;
}

/** A file name is shown and never used as a path: only its last part, without control characters, at most 120 characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 120) || "return.csv";
}
