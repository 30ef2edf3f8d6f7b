import { openedFor } from "../../../app/paths";
import { sessionCookie } from "../../support/session-cookie";
import type { Portal } from "./portal";
import { type Answer, exchange } from "./wire";

export interface Part {
  /** The whole value of Content-Disposition behind `form-data; `. */
  readonly disposition: string;
  readonly body: string;
}

const BOUNDARY = "----WebKitFormBoundaryOfTheTests";
export const UPLOAD = "/submit/2025-26/upload";
export const FORM = "/submit/2025-26/form";
export const WAITING = "/submit/2025-26/waiting";

/** The trust that each cookie's owner acts for: an upload is sent from a page that was opened for it. */
const trusts = new Map<string, string>();

/** The Cookie header of somebody who has signed in. */
export async function cookieOf(portal: Portal, email: string): Promise<string> {
  const { name, value, ods } = await sessionCookie(portal.databaseUrl, email);
  const cookie = `Cookie: ${name}=${value}`;
  trusts.set(cookie, ods ?? "");
  return cookie;
}

/** A file as bytes in Latin-1, since that is what goes over the wire. */
export const bytesOf = (text: string) => Buffer.from(text, "utf8").toString("latin1");

export const file = (body: string, name = "return.csv"): Part => ({
  disposition: `name="file"; filename="${bytesOf(name)}"`,
  body: bytesOf(body),
});

/** Sends the upload form with these parts and waits for the answer. */
export function upload(portal: Portal, cookie: string, ...parts: readonly Part[]): Promise<Answer> {
  const { head, body } = uploadOf(cookie, ...parts);
  return exchange(portal.origin, head, body);
}

/** An upload as it is written to a connection, whole or in pieces. */
export function uploadOf(cookie: string, ...parts: readonly Part[]): { head: string[]; body: string } {
  const written = parts.map(({ disposition, body }) => {
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/csv\r\n\r\n${body}\r\n`;
  });
  const body = `${written.join("")}--${BOUNDARY}--\r\n`;
  const sentTo = openedFor(trusts.get(cookie) ?? "", UPLOAD);
  return { head: [...headOf(sentTo, `multipart/form-data; boundary=${BOUNDARY}`, body), cookie], body };
}

export function page(portal: Portal, path: string, cookie: string): Promise<Answer> {
  return exchange(portal.origin, [`GET ${path} HTTP/1.1`, "Host: localhost", cookie]);
}

function headOf(path: string, type: string, body: string): string[] {
  return [
    `POST ${path} HTTP/1.1`,
    "Host: localhost",
    "Sec-Fetch-Site: same-origin",
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
  ];
}
