import { request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** The ways in which a browser, or somebody who is none, can ask the framework for one route. */
export const WAYS = {
  document: { method: "GET", address: (path) => path },
  head: { method: "HEAD", address: (path) => path },
  data: { method: "GET", address: (path) => dataOf(path) },
  // Remix runs the loader of the named route alone: no guard of a parent stands before it.
  "data of the route alone": {
    method: "GET",
    address: (path, id) => dataOf(path, `_routes=${encodeURIComponent(id)}`),
  },
  form: { method: "POST", address: (path) => path },
  "form by script": { method: "POST", address: (path) => dataOf(path) },
} as const satisfies Record<string, { method: string; address: (path: string, id: string) => string }>;
export type Way = keyof typeof WAYS;

function dataOf(path: string, query = ""): string {
  const { pathname, search } = new URL(path, "http://own.invalid");
  const asked = [search.slice(1), query].filter((part) => part !== "").join("&");
  return `${pathname === "/" ? "/_root" : pathname}.data${asked === "" ? "" : `?${asked}`}`;
}

const FORM = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };

/** Asks for an address as a browser would that sends this cookie. */
export function ask(origin: string, method: string, path: string, cookie: string, body = ""): Promise<Answer> {
  const sent = method === "POST" ? { ...FORM, "Content-Length": Buffer.byteLength(body) } : {};
  const headers = {
    Host: "portal.example",
    Accept: "text/html",
    ...(cookie === "" ? {} : { Cookie: cookie }),
    ...sent,
  };
  return new Promise((resolve, reject) => {
    const asked = request({ port: new URL(origin).port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject).end(body);
  });
}
