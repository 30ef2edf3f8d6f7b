import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { buildPortal } from "../../../scripts/prepare.mjs";
import { type Holds, serve, templateOf } from "./portal";

/** Makes one database of each kind by really starting on nothing; every test then begins with a copy. */
export default async function makeTemplates() {
  // Quickly done: what a test starts is never older than its source.
  buildPortal();
  // For many runs in a row on the same sources, as `npm run test:mutation-guards` makes them.
  if (process.env.TEST_TEMPLATES === "kept" && existsSync(templateOf("england"))) return;
  rmSync(dirname(templateOf("demonstration")), { recursive: true, force: true });
  mkdirSync(dirname(templateOf("demonstration")), { recursive: true });
  for (const holds of ["demonstration", "england"] satisfies Holds[]) {
    const portal = await serve(holds, templateOf(holds), `${dirname(templateOf(holds))}/mail`);
    await portal.stop();
  }
}
