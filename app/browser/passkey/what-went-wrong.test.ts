import { expect, test } from "vitest";
import { Refused, whatWentWrong } from "./what-went-wrong";

test("R6: what a browser calls it is said in a sentence", () => {
  expect(whatWentWrong(new DOMException("The operation timed out.", "NotAllowedError"))).toBe(
    "No passkey was given: it was cancelled, it took too long, or this device has none for your account. Try again, or use a code.",
  );
  expect(whatWentWrong(new DOMException("", "InvalidStateError"))).toContain(
    "holds a passkey for your account already",
  );
});

test("R6: what the portal says is said as it is", () => {
  expect(whatWentWrong(new Refused("Your account has no passkey."))).toBe("Your account has no passkey.");
});

test("R6: what nobody foresaw has a sentence too", () => {
  expect(whatWentWrong(new TypeError("x is not a function"))).toContain("Load the page again");
  expect(whatWentWrong(undefined)).toContain("Load the page again");
});
