import type { Headed, Result } from "../observatory";

// The test of cookies: of each, the worst that can be said of it, and of all, the worst of those.

const FROM_BEST_TO_WORST = [
  "cookies-without-secure-flag-but-protected-by-hsts",
  "cookies-without-secure-flag",
  "cookies-session-without-secure-flag-but-protected-by-hsts",
  "cookies-samesite-flag-invalid",
  "cookies-anticsrf-without-samesite-flag",
  "cookies-session-without-httponly-flag",
  "cookies-session-without-secure-flag",
] as const;
type Fault = (typeof FROM_BEST_TO_WORST)[number];

export function cookiesResult(headers: Headed, hasHsts: boolean): Result {
  const cookies = (headers.get("set-cookie") ?? []).map(read);
  if (cookies.length === 0) return "cookies-not-found";
  const faults = cookies.flatMap((cookie) => faultsOf(cookie, hasHsts));
  const worst = FROM_BEST_TO_WORST.findLast((fault) => faults.includes(fault));
  if (worst !== undefined) return worst;
  return cookies.every(({ flags }) => flags.has("samesite"))
    ? "cookies-secure-with-httponly-sessions-and-samesite"
    : "cookies-secure-with-httponly-sessions";
}

interface Cookie {
  readonly name: string;
  readonly flags: ReadonlyMap<string, string>;
}

function read(text: string): Cookie {
  const [pair = "", ...rest] = text.split(";");
  const flags = rest.map((flag): [string, string] => {
    const [name = "", value = ""] = flag.split("=");
    return [name.trim().toLowerCase(), value.trim().toLowerCase()];
  });
  return { name: pair.split("=")[0]?.trim().toLowerCase() ?? "", flags: new Map(flags) };
}

function faultsOf({ name, flags }: Cookie, hasHsts: boolean): Fault[] {
  const isSession = name.includes("login") || name.includes("sess");
  const isSecure = flags.has("secure");
  const sameSite = flags.get("samesite");
  const isOddlySame = sameSite !== undefined && !["lax", "strict", "none"].includes(sameSite);
  const faults: [boolean, Fault][] = [
    [isOddlySame || (sameSite === "none" && !isSecure), "cookies-samesite-flag-invalid"],
    [!isSecure && hasHsts, "cookies-without-secure-flag-but-protected-by-hsts"],
    [!isSecure && !hasHsts, "cookies-without-secure-flag"],
    [name.includes("csrf") && sameSite === undefined, "cookies-anticsrf-without-samesite-flag"],
    [isSession && !isSecure && hasHsts, "cookies-session-without-secure-flag-but-protected-by-hsts"],
    [isSession && !isSecure && !hasHsts, "cookies-session-without-secure-flag"],
    [isSession && !flags.has("httponly"), "cookies-session-without-httponly-flag"],
  ];
  return faults.filter(([isSo]) => isSo).map(([, fault]) => fault);
}
