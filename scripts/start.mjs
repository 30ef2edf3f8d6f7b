// `npm start` and `npm run dev`: from a fresh clone to a running portal.
import { spawn } from "node:child_process";
import { build, generate, install, requireNode } from "./prepare.mjs";

const developing = process.argv.includes("--dev");

requireNode();
install();
generate();
if (!developing) build();

const args = developing ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false"] : ["--import", "tsx"];
const portal = spawn(process.execPath, [...args, "scripts/serve.ts"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: developing ? "development" : "production" },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => portal.kill(signal));
portal.on("exit", (code) => process.exit(code ?? 0));
