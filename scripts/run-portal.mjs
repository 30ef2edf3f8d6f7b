import { spawn } from "node:child_process";

/** With source maps, a fault's entry in the log names the sources. */
export const BUILT_PORTAL = ["--enable-source-maps", "build/portal/serve.js"];

/**
 * Runs the portal, passes on what it is asked to stop with, and ends as it ends.
 * @param {{ developing: boolean }} how
 */
export function runPortal({ developing }) {
  const args = developing
    ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "scripts/serve.ts"]
    : BUILT_PORTAL;
  // The framework wants NODE_ENV=production of whatever is not developed; only who says so themselves means the real thing.
  const trial = process.env.NODE_ENV === "production" ? {} : { DEPLOYMENT: "trial" };
  const portal = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...trial, ...process.env, NODE_ENV: developing ? "development" : "production" },
  });
  let asked = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      asked = true;
      portal.kill(signal);
    });
  }
  // Without a code the portal died of a signal: a fault, unless that was asked for.
  portal.on("exit", (code) => process.exit(code ?? (asked ? 0 : 1)));
}
