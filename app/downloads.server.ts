import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A CSV file to be saved, and never to be opened in the page: its name is made by us, of codes and years. */
export function csvDownload(text: string, fileName: string): Response {
  return fileDownload(text, fileName, "text/csv; charset=utf-8");
}

/** A CSV file of any length, sent as fast as it is taken and made as it is sent. */
export function csvStream(parts: AsyncIterable<string>, fileName: string): Response {
  return fileDownload(createReadableStreamFromReadable(Readable.from(parts)), fileName, "text/csv; charset=utf-8");
}

/** Bytes as somebody sent them: whatever they are, no browser is to make anything of them. */
export function bytesDownload(bytes: Uint8Array, fileName: string): Response {
  return fileDownload(Uint8Array.from(bytes), fileName, "application/octet-stream");
}

function fileDownload(body: BodyInit, fileName: string, type: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Content-Security-Policy": "sandbox",
    },
  });
}
