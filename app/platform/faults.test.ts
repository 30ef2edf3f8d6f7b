import { expect, test } from "vitest";
import { factsOf, isBusy } from "./faults";

class PrismaClientKnownRequestError extends Error {
  override name = "PrismaClientKnownRequestError";
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

test("the log is told what kind of fault it was and where, and nothing that anybody entered", () => {
  const inner = new PrismaClientKnownRequestError('Argument email: "canary@trust.example"\n    at canary', "P2002");
  const facts = factsOf(new TypeError("canary of several\n    at canary lines", { cause: inner }));
  expect(facts).toMatchObject({
    kind: "TypeError",
    cause: { kind: "PrismaClientKnownRequestError", code: "P2002" },
  });
  expect(JSON.stringify(facts)).toContain("faults.test.ts");
  expect(JSON.stringify(facts)).not.toContain("canary");
  expect(JSON.stringify(factsOf("canary"))).not.toContain("canary");
});

test("a fault without a message still says where it was", () => {
  expect(JSON.stringify(factsOf(new Error()))).toContain("faults.test.ts");
});

test("a busy database is known by its name, whichever copy of the class threw it, and by Prisma's code", () => {
  expect(isBusy(Object.assign(new Error("The database is busy."), { name: "DatabaseBusy" }))).toBe(true);
  expect(isBusy(new PrismaClientKnownRequestError("", "P1008"))).toBe(true);
  expect(isBusy(new PrismaClientKnownRequestError("", "P2002"))).toBe(false);
  expect(isBusy("DatabaseBusy")).toBe(false);
});
