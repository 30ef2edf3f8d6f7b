import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// Which room may import from which. A rule nobody can break is worth ten that are written down.

const APP = resolve("app");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm;

function importsOf(path: string): Import[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(IMPORT)].map((match) => {
    const written = match[2] ?? match[3] ?? "";
    const target = written.startsWith("~/")
      ? written.slice(2)
      : written.startsWith(".")
        ? relative(APP, resolve(dirname(path), written))
        : written;
    return { from: relative(APP, path), to: target, typeOnly: match[1] !== undefined };
  });
}

const files = sources(APP).map((path) => relative(APP, path));
const imports = sources(APP).flatMap(importsOf);
const room = (path: string) => path.split("/")[0] ?? "";
const ROOMS = ["domain", "journeys", "db", "platform", "components", "routes", "browser"];
const inside = (to: string) => ROOMS.includes(room(to));

function importsFrom(name: string): Import[] {
  return imports.filter(({ from }) => room(from) === name);
}
/** Every import that some files lead to, types apart: they are gone by the time anything runs. */
function reachedFrom(start: Import[]): Import[] {
  const reached = new Set<Import>();
  const follow = (edges: Import[]) => {
    for (const edge of edges) {
      if (edge.typeOnly || reached.has(edge)) continue;
      reached.add(edge);
      follow(imports.filter(({ from }) => from === `${edge.to}.ts` || from === `${edge.to}.tsx`));
    }
  };
  follow(start);
  return [...reached];
}
function breaking(edges: Import[], allowed: (edge: Import) => boolean): string[] {
  return edges.filter((edge) => !allowed(edge)).map(({ from, to }) => `${from} imports ${to}`);
}

describe("arrows point one way", () => {
  test("the reader of imports sees the tree", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.some(({ from, to }) => from === "db/requests.ts" && to === "domain/requests/event")).toBe(true);
  });

  test("domain imports only domain, zod, and the splitter of CSV", () => {
    const allowed = new Set(["zod", "papaparse"]);
    expect(breaking(importsFrom("domain"), ({ to }) => room(to) === "domain" || allowed.has(to))).toEqual([]);
  });

  test("only the reader of returns knows the splitter of CSV", () => {
    const users = importsFrom("domain").filter(({ to }) => to === "papaparse");
    expect(users.filter(({ from }) => !from.startsWith("domain/returns/")).map(({ from }) => from)).toEqual([]);
  });

  test("db imports domain and db; nothing else imports Prisma", () => {
    const own = (to: string) => ["db", "domain"].includes(room(to)) || !inside(to);
    expect(breaking(importsFrom("db"), ({ to }) => own(to))).toEqual([]);
    const prisma = imports.filter(({ to }) => to.startsWith("@prisma") || to.startsWith("db/generated"));
    expect(prisma.filter(({ from }) => room(from) !== "db").map(({ from }) => from)).toEqual([]);
  });

  test("journeys import db, platform, domain and journeys, and know no request, response or React", () => {
    const rooms = ["journeys", "db", "platform", "domain"];
    const framework = /^(@remix-run|react|express)/;
    const allowed = ({ to }: Import) => (inside(to) ? rooms.includes(room(to)) : !framework.test(to));
    expect(breaking(importsFrom("journeys"), allowed)).toEqual([]);
  });

  test("routes import journeys, components, domain, and of db and platform at most types", () => {
    const allowed = ({ to, typeOnly }: Import) =>
      !["db", "platform"].includes(room(to)) || (typeOnly && room(to) === "db");
    expect(breaking(importsFrom("routes"), allowed)).toEqual([]);
  });

  test("parts beside a route take only types from journeys: the browser's build must not pull in the database", () => {
    const parts = importsFrom("routes").filter(({ from }) => !/\/route\.tsx?$/.test(from));
    expect(breaking(parts, ({ to, typeOnly }) => room(to) !== "journeys" || typeOnly)).toEqual([]);
  });

  test("what the browser runs imports browser, domain and paths, and brings no package along", () => {
    const rooms = ["browser", "domain", "paths"];
    expect(breaking(importsFrom("browser"), ({ to }) => rooms.includes(room(to)))).toEqual([]);
    const reached = reachedFrom(importsFrom("browser"));
    expect(reached.some(({ to }) => to === "domain/returns/check-figures")).toBe(true);
    expect(breaking(reached, ({ to }) => rooms.includes(room(to)))).toEqual([]);
  });

  test("nobody else takes more than types from the browser's part, which its entry loads as it is needed", () => {
    const users = imports.filter(({ from, to }) => room(to) === "browser" && room(from) !== "browser");
    expect(breaking(users, ({ typeOnly }) => typeOnly)).toEqual([]);
  });

  test("components import components, domain and paths only", () => {
    const allowed = ({ to }: Import) => ["components", "domain", "paths"].includes(room(to)) || !inside(to);
    expect(breaking(importsFrom("components"), allowed)).toEqual([]);
  });

  test("a screen's folder never imports another's", () => {
    const screen = (path: string) => path.split("/").slice(0, 3).join("/");
    const between = importsFrom("routes").filter(({ to }) => room(to) === "routes");
    expect(breaking(between, ({ from, to }) => screen(from) === screen(to))).toEqual([]);
  });

  test("platform imports no journey and no route", () => {
    expect(
      breaking(importsFrom("platform"), ({ to }) => !["journeys", "routes", "components"].includes(room(to))),
    ).toEqual([]);
  });
});

/** Journeys that write and record nothing, each with the reason. */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  "journeys/record.ts": "it is what records",
  "journeys/manage/write-as.ts": "those it writes for record what they do",
  "journeys/account/attempts.ts": "it counts; what came of the attempt is recorded",
  "journeys/account/limits.ts": "it counts; what is beyond the limit is in the log of the portal",
  "journeys/manage/tidy-up.ts": "what it deletes nobody can use any more",
  "journeys/manage/dispatch-letters.ts":
    "the deed was the letter, and stands in the outbox with every attempt to send it",
};

/** Journeys of managing that write for nobody who is signed in, each with the reason. */
const NOBODY_ACTS: Readonly<Record<string, string>> = {
  "journeys/manage/write-as.ts": "it is what looks again",
  "journeys/manage/make-admin.ts": "a command of the machine",
  "journeys/manage/restore-drill.ts": "a command of the machine",
  "journeys/manage/tidy-up.ts": "the portal itself",
  "journeys/manage/dispatch-letters.ts": "the portal itself",
  "journeys/manage/write-audit-head.ts": "the portal itself",
};

describe("what each room may say", () => {
  const text = (path: string) => readFileSync(join(APP, path), "utf8");

  test("the clock is read in platform only, and in one place in the browser", () => {
    const clock = /Date\.now\(|new Date\(\)|Math\.random\(/;
    expect(
      files.filter((path) => room(path) !== "platform" && path !== "browser/clock.ts" && clock.test(text(path))),
    ).toEqual([]);
  });

  test("one file knows Lucia", () => {
    expect(imports.filter(({ to }) => to === "lucia").map(({ from }) => from)).toEqual(["platform/sessions.ts"]);
  });

  test("every loader and action says who may call it", () => {
    const exported = /export\s+(?:const|async function|function)\s+(loader|action)\b(.*)/g;
    const found = files
      .filter((path) => room(path) === "routes" || path === "root.tsx")
      .flatMap((path) =>
        [...text(path).matchAll(exported)].map((match) => ({ path, name: match[1], rest: match[2] ?? "" })),
      );
    expect(found.length).toBeGreaterThan(15);
    const unguarded = found.filter(
      ({ rest }) =>
        !/^\s*=\s*for(Everyone|Entrant|SignedIn(?:Unnoticed)?|Officer|Trust|Signatory|Staff|Admin)\(/.test(rest),
    );
    expect(unguarded).toEqual([]);
  });

  test("R31: a journey that changes anything writes it down in the audit log", () => {
    const writers = ["db/write", "journeys/manage/write-as"];
    const writing = importsFrom("journeys").filter(({ to }) => writers.includes(to));
    const recorded = new Set(
      importsFrom("journeys").flatMap(({ from, to }) => (to === "journeys/record" ? [from] : [])),
    );
    expect(recorded.size).toBeGreaterThan(8);
    const silent = writing.map(({ from }) => from).filter((from) => !recorded.has(from) && !(from in NOT_RECORDED));
    expect(silent).toEqual([]);
  });

  test("R12: whoever manages is looked at again as it is written: no journey of theirs writes otherwise", () => {
    const managing = importsFrom("journeys").filter(({ from }) => from.startsWith("journeys/manage/"));
    const past = managing.filter(({ from, to }) => to === "db/write" && !(from in NOBODY_ACTS)).map(({ from }) => from);
    expect(past).toEqual([]);
    expect(managing.filter(({ to }) => to === "journeys/manage/write-as").length).toBeGreaterThan(8);
  });

  test("no file is a drawer", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/;
    expect(files.filter((path) => drawers.test(path))).toEqual([]);
  });

  test("only disclosure control can make a value publishable", () => {
    const cast = /as\s+(unknown\s+as\s+)?Publishable\b/;
    expect(files.filter((path) => !path.startsWith("domain/disclosure/") && cast.test(text(path)))).toEqual([]);
  });
});
