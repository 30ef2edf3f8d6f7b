import { isIPv6 } from "node:net";

/**
 * By what an address is counted. One subscriber has all of an IPv6 /64, and could come from another of its addresses each
 * time, so `2001:db8:0:1::7` and `2001:DB8::1:0:0:0:8` are both `2001:db8:0:1::/64`. An IPv4 address is counted as it is,
 * also where it is written as IPv6, as in `::ffff:cb00:7107`.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  // A URL writes every address in one way.
  const written = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  if (written.startsWith("::ffff:")) return written;
  const [before = [], after = []] = written.split("::").map((half) => half.split(":").filter((part) => part !== ""));
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
