import { expect, test } from "vitest";
import type { Count } from "./count";
import { countInWords } from "./in-words";

test.each<[Count, string]>([
  [{ kind: "exact", value: 12 }, "12"],
  [{ kind: "exact", value: 0 }, "0"],
  [{ kind: "exact", value: 1234567 }, "1,234,567"],
  [{ kind: "exact", value: 123 }, "123"],
  [{ kind: "range", lo: 0, hi: 4 }, "0 to 4"],
  [{ kind: "range", lo: 101, hi: null }, "101 or more"],
  [{ kind: "not-held" }, "not held"],
  [{ kind: "refused", section: "s12" }, "refused under section 12"],
  [{ kind: "refused", section: "s40(2)" }, "refused under section 40(2)"],
  [{ kind: "refused", section: null }, "refused"],
  [{ kind: "not-applicable" }, "not applicable"],
  [{ kind: "missing" }, "not answered"],
  [{ kind: "unclear" }, "not clear"],
])("%o reads %s", (count, words) => expect(countInWords(count)).toBe(words));

test("no two kinds read alike", () => {
  const kinds: Count[] = [
    { kind: "exact", value: 0 },
    { kind: "range", lo: 0, hi: 0 },
    { kind: "not-held" },
    { kind: "refused", section: null },
    { kind: "not-applicable" },
    { kind: "missing" },
    { kind: "unclear" },
  ];
  expect(new Set(kinds.map(countInWords)).size).toBe(kinds.length);
});
