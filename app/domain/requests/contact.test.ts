import { expect, test } from "vitest";
import { addressBounces, arrivedSinceLastContact, chasersThatArrived, lastContact } from "./contact";
import { history } from "./history.fixture";

test("the last contact is the last message to the trust", () => {
  expect(lastContact(history())).toBeNull();
  expect(lastContact(history("sent 2024-03-21", "chased 2024-04-15", "acknowledged 2024-04-16"))).toMatchObject({
    kind: "chased",
    on: "2024-04-15",
  });
});

test("what came since the last contact is what a person has still to read", () => {
  const kinds = (...lines: string[]) => arrivedSinceLastContact(history(...lines)).map(({ kind }) => kind);
  expect(kinds("sent 2024-03-21", "acknowledged 2024-03-22", "chased 2024-04-15")).toEqual([]);
  expect(kinds("sent 2024-03-21", "chased 2024-04-15", "note 2024-04-15", "acknowledged 2024-04-16")).toEqual([
    "acknowledged",
  ]);
});

test("an address bounces while the last message to it came back", () => {
  expect(addressBounces(history("sent 2024-03-21"))).toBe(false);
  expect(addressBounces(history("sent 2024-03-21", "chased 2024-04-15", "bounced 2024-04-15"))).toBe(true);
  expect(addressBounces(history("sent 2024-03-21", "bounced 2024-03-21", "sent 2024-03-22"))).toBe(false);
  expect(addressBounces(history("sent 2024-03-21", "bounced 2024-03-21", "delivered 2024-03-22"))).toBe(false);
});

test("a chaser that came back did not arrive", () => {
  const events = history("sent 2024-03-21", "chased 2024-04-15", "bounced 2024-04-15", "chased 2024-04-16");
  expect(chasersThatArrived(events).map(({ on }) => on)).toEqual(["2024-04-16"]);
  const later = history("sent 2024-03-21", "chased 2024-04-15", "chased 2024-04-16", "bounced 2024-04-16");
  expect(chasersThatArrived(later).map(({ on }) => on)).toEqual(["2024-04-15"]);
});
