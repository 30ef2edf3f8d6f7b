import { expect, test } from "vitest";
import { maskedAddress } from "./masked-address";

test.each([
  ["nadia.khan@trust.nhs.uk", "n***@trust.nhs.uk"],
  ["n@trust.nhs.uk", "n***@trust.nhs.uk"],
  ['"a@b"@trust.nhs.uk', '"***@trust.nhs.uk'],
])("%s is told as %s", (address, told) => {
  expect(maskedAddress(address)).toBe(told);
});
