import { readFileSync } from "node:fs";
import { type Portal, startPortal } from "../../tests/e2e/support/portal";
import makeTemplates from "../../tests/e2e/support/template-database";
import { cookieOf, file, page, upload } from "../../tests/e2e/support/upload";
import { type Comparison, quantile } from "./measure";

const UPLOADS = 20;
const LEAST_REQUESTS = 500;
const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
/** Five megabytes of cells: one of the longest checks there are. */
const HEAVY = `${HEADER}\n${`${Array(200).fill('"ab"').join(",")}\n`.repeat(5200)}`;

/** The slowest in a hundred requests of a page, while twenty hostile files are sent at once, beside the same page in calm. */
export async function pagesDuringUploads(): Promise<Comparison[]> {
  await makeTemplates();
  const portal = await startPortal("demonstration");
  const [reader, ...senders] = await Promise.all(
    ["officer2", "officer", "officer2"].map((name) => cookieOf(portal, `${name}@demo.example`)),
  );
  if (reader === undefined) throw new Error("Nobody is signed in.");
  const visit = () => visitUntil(portal, reader, Promise.resolve());
  // The first requests and the first files find nothing warm, and the server's memory grows for a while in any case.
  for (let round = 0; round < 4; round += 1) await visit();
  for (const [place, sender] of senders.entries()) {
    for (const text of [HEAVY, wide(place)]) await upload(portal, sender, file(text));
  }

  const calm = await visit();
  const memory = { before: memoryOf(portal.pid), most: 0 };
  const uploads = Array.from({ length: UPLOADS }, (_, place) =>
    upload(portal, senders[place % senders.length] ?? "", file(place % 4 < 2 ? HEAVY : wide(place % 2))),
  );
  const busy = await visitUntil(portal, reader, Promise.all(uploads), () => {
    memory.most = Math.max(memory.most, memoryOf(portal.pid));
  });
  const answers = (await Promise.all(uploads)).map(({ status }) => status);
  if (answers.some((status) => ![303, 422, 503].includes(status))) throw new Error(`Answered ${answers.join(", ")}.`);
  await portal.stop();

  const [slow, usual] = [quantile(busy, 0.99), quantile(calm, 0.99)];
  return [
    {
      what: `The slowest in a hundred of ${busy.length} requests of a page, while ${UPLOADS} hostile files of 5 MB are sent, beside the same in calm`,
      unit: "ms",
      ours: slow,
      beside: usual,
      is: "times slower",
      ratio: slow / usual,
    },
    {
      what: "The server’s memory at its highest meanwhile, beside that before",
      unit: "MB",
      ours: memory.most,
      beside: memory.before,
      is: "times as much",
      ratio: memory.most / memory.before,
    },
  ];
}

/** A whole return, with columns nobody asked for until the file is full; it is kept. */
function wide(trust: number): string {
  const cells = `${"n".repeat(4000)},`.repeat(190);
  const rows = ["0-12 months,yes,6,5", "12-24 months,yes,8,7", "24-36 months,yes,9,8", "0-18 years,,2140,1675"];
  return [`${HEADER}${",".repeat(190)}`, ...rows.map((row) => `ZD0${trust + 1},,2025-26,${row},,${cells}`)].join("\n");
}

/** How long each request of a page took, in ms, one after the other until something else is done. */
async function visitUntil(portal: Portal, cookie: string, done: Promise<unknown>, each = () => {}): Promise<number[]> {
  const took: number[] = [];
  let isDone = false;
  const ending = done.then(() => {
    isDone = true;
  });
  while (!isDone || took.length < LEAST_REQUESTS) {
    const started = performance.now();
    const { status } = await page(portal, "/submit", cookie);
    took.push(performance.now() - started);
    if (status !== 200) throw new Error(`The page answered ${status}.`);
    each();
  }
  await ending;
  return took;
}

/** What the server itself keeps in memory, in MB. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
