import { expect, test } from "vitest";
import { networkOf } from "./network-of";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:0:1::7", "2001:db8:0:1::/64"],
  ["2001:DB8::1:0:0:0:8", "2001:db8:0:1::/64"],
  ["2001:db8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64"],
  ["2001:db8:0:2::7", "2001:db8:0:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:cb00:7107", "::ffff:cb00:7107"],
  ["::ffff:203.0.113.7", "::ffff:cb00:7107"],
  ["unknown", "unknown"],
])("R33: %s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
