import { request } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { Headed } from "./observatory";

export interface Answer {
  readonly status: number;
  /** By name in lower case, each value apart. */
  readonly headers: Headed;
  readonly body: string;
}

export interface Question {
  readonly path: string;
  readonly method?: string;
  /** Besides the Host of the portal, as a TLS proxy would pass it on. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks a portal by plain HTTP, as the proxy in front of it does, for `https://portal.example`. */
export function ask(origin: string, { path, method = "GET", headers = {}, body = "" }: Question): Promise<Answer> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { port, path, method, headers: { Host: "portal.example", ...headers }, agent: false };
    const asked = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: new Map(Object.entries(answer.headersDistinct).map(([name, values]) => [name, values ?? []])),
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject).end(body);
  });
}

const EXAMPLES: Readonly<Record<string, string>> = { year: "2025-26", ods: "ZD01" };

/** An address of every route of the built server, so that a new one is asked too without anybody thinking of it. */
export function addressesOf({ routes }: ServerBuild): string[] {
  const paths = Object.values(routes).flatMap((route) => (route?.parentId === undefined ? [] : [route.path ?? ""]));
  return paths.map((path) => {
    const filled = path.replace("*", "nowhere").replace(/:(\w+)/g, (_, name: string) => EXAMPLES[name] ?? "example");
    return `/${filled}`;
  });
}
