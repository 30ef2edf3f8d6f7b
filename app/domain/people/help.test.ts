import { expect, test } from "vitest";
import { howToReach } from "./help";

test("help is reached by email, and by telephone where there is one", () => {
  expect(howToReach({ email: "help@portal.example", phone: null })).toBe("email help@portal.example");
  expect(howToReach({ email: "help@portal.example", phone: "020 7946 0000" })).toBe(
    "email help@portal.example or telephone 020 7946 0000",
  );
});
