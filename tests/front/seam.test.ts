import { expect, test } from "vitest";
import { builtPages, builtPortal, type PortalOptions } from "../support/built-portal";

// What reaches a loader or an action through everything that stands in front: here one that says what it was sent.

async function echo(options: PortalOptions = {}) {
  const build = await builtPages();
  const said = ({ request }: { request: Request }) =>
    Response.json({ url: request.url, headers: Object.fromEntries(request.headers) });
  const route = { id: "echo", path: "*", module: { default: undefined, loader: said, action: said } };
  const portal = await builtPortal({ ...options, build: { ...build, routes: { echo: route } } });
  const read = ({ body }: { body: string }) => JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? "null");
  return {
    get: async (path: string, ...fields: string[]) => read(await portal.get(path, ...fields)),
    post: async (path: string, ...fields: string[]) => read(await portal.post(path, "a=b", ...fields)),
  };
}

const OF_THE_WAY = ["X-Forwarded-Host: x", "X-Forwarded-Proto: y", "X-Forwarded-Port: 1", "Forwarded: host=z"];

test("a loader is told the configured address, and nothing a forger says of the way", async () => {
  const { get } = await echo();
  const { url, headers } = await get("/submit?takes=yes", "Host: localhost:81", ...OF_THE_WAY, "X-Forwarded-For: 1");
  expect(url).toBe("https://portal.example/submit?takes=yes");
  expect(headers).toEqual({ host: "portal.example", connection: "close" });
});

test("behind a proxy it is told the addresses besides", async () => {
  const { get } = await echo({ proxyHops: 1 });
  const { headers } = await get("/submit", ...OF_THE_WAY, "X-Forwarded-For: 203.0.113.7");
  expect(headers).toEqual({ host: "portal.example", connection: "close", "x-forwarded-for": "203.0.113.7" });
});

test("an action is told no Origin, which has been looked at, and which a proxy may have changed", async () => {
  const { post } = await echo();
  const { url, headers } = await post("/sign-in", "Host: localhost:81", "Origin: https://up.stream");
  expect(url).toBe("https://portal.example/sign-in");
  expect(headers.host).toBe("portal.example");
  expect(headers.origin).toBeUndefined();
});

test("no cookie comes through whose name a decoder would change, or that it would stumble over", async () => {
  const { get } = await echo();
  const { headers } = await get("/submit", "Cookie: %5F%5FHost-sid=forged; stray=%; __Host-sid=a");
  expect(headers.cookie).toBe("__Host-sid=a");
});

test("a path that could be another host’s stays a path of ours", async () => {
  const { get } = await echo();
  expect((await get("//elsewhere.example/x")).url).toBe("https://portal.example//elsewhere.example/x");
});
