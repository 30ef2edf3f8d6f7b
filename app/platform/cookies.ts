import type { Request, Response } from "express";

/** The cookies of one request. What its action sets, the loaders that follow in the same request go by already. */
export interface Cookies {
  current(): string | null;
  /** Sends a cookie along, whatever the answer will be. */
  set(cookie: string): void;
}

export function cookiesOf(request: Request, response: Response): Cookies {
  let current = request.headers.cookie ?? null;
  return {
    current: () => current,
    set(cookie) {
      response.append("Set-Cookie", cookie);
      const [pair = ""] = cookie.split(";", 1);
      const name = pair.slice(0, pair.indexOf("=") + 1);
      const others = (current ?? "").split(/;\s*/).filter((other) => other !== "" && !other.startsWith(name));
      current = [...others, pair].join("; ");
    },
  };
}
