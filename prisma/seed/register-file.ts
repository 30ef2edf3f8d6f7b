import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { readRegister } from "../../app/domain/trusts/read-register";
import type { Register } from "../../app/domain/trusts/register";

/** A register that ships with the portal. One of ours that cannot be read is a bug. */
export function registerFile(path: string): Register {
  const read = readRegister(Papa.parse<string[]>(readFileSync(path, "utf8")).data);
  if (!read.ok) throw new Error(`${path}\n${read.problems.map(({ message }) => message).join("\n")}`);
  return read.register;
}
