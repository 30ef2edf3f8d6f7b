import { spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import { startPortal } from "../../tests/e2e/support/portal";
import makeTemplates from "../../tests/e2e/support/template-database";
import { type Comparison, median, rates } from "./measure";

const ROUNDS = 3;

/** Requests a second of `/`, beside a bare Node server that sends the same bytes. Each server is a process of its own, loaded in turn. */
export async function homeBesideBareNode(): Promise<Comparison[]> {
  await makeTemplates();
  const portal = await startPortal("demonstration");
  const page = Buffer.from(await (await fetch(portal.origin)).arrayBuffer());
  const bare = spawn(process.execPath, ["scripts/bench/bare-server.mjs"], { stdio: ["pipe", "pipe", "inherit"] });
  bare.stdin.end(page);
  const [port] = await once(bare.stdout, "data");
  const bareOrigin = `http://localhost:${String(port).trim()}`;

  const measured = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    measured.bare.push(await requestsASecond(bareOrigin));
    measured.ours.push(await requestsASecond(portal.origin));
  }
  bare.kill();
  await portal.stop();
  const what = `Requests of / (${page.length.toLocaleString("en-GB")} bytes), beside a bare Node server that sends the same bytes`;
  return [rates(what, "requests a second", median(measured.ours), median(measured.bare))];
}

async function requestsASecond(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: 10, duration: 4 });
  if (non2xx > 0 || errors > 0) throw new Error(`${url} did not answer every request.`);
  return requests.average;
}
