import { UPLOAD_LIMITS } from "../../domain/returns/file/context";
import { otherTypeByName } from "../../domain/returns/file/file-type";

const MEBIBYTE = 1024 * 1024;

/** A size as people read it. Example: 3_400 bytes are "3 KB", 5_000_000 are "4.8 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < MEBIBYTE) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / MEBIBYTE).toFixed(1)} MB`;
}

export interface Misgiving {
  readonly sentence: string;
  /** The portal would refuse it unread, so that sending it is of no use. */
  readonly isFinal: boolean;
}

export const TOO_LARGE =
  "That file is larger than 5 MB. A return is a few lines: save only the sheet with your return as CSV.";

/**
 * What is plainly wrong with a file before it is sent; null where nothing is. What it is called is no proof, so such a
 * file may be sent all the same. Example: `return.xlsx` is told how it becomes a CSV file.
 */
export function misgivingAbout({ name, size }: { readonly name: string; readonly size: number }): Misgiving | null {
  if (size > UPLOAD_LIMITS.bytes) return { sentence: TOO_LARGE, isFinal: true };
  const other = otherTypeByName(name);
  if (other !== null) return { sentence: `${name} looks like ${other.name}. ${other.remedy}`, isFinal: false };
  if (size === 0) return { sentence: `${name} is empty. Save your return again and choose it again.`, isFinal: false };
  return null;
}
