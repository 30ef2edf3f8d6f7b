// `npm start` and `npm run dev`: from a fresh clone to a running portal.
import { build, generate, install, requireNode } from "./prepare.mjs";
import { runPortal } from "./run-portal.mjs";

const developing = process.argv.includes("--dev");

requireNode();
install();
generate();
if (!developing) build();
runPortal({ developing });
