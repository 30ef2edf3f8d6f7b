import express from "express";
import { expect, test } from "vitest";
import { exchange } from "../../tests/e2e/support/wire";
import { serving } from "../../tests/support/serving";
import { finishedPages } from "./finished-pages";

/** A portal of one page that says how often it was made, and whom the framework answers with 202. */
async function portal(headers: Record<string, string> = {}, status = 200) {
  let made = 0;
  const world = { edition: "1" };
  const render = async () => {
    made += 1;
    return new Response(`page ${made}`, { status, headers });
  };
  const pages = finishedPages({ render, edition: async () => world.edition });
  const origin = await serving(express().use(pages, (_request, response) => void response.status(202).end()));
  const get = (path: string, ...fields: string[]) => exchange(origin, [`GET ${path} HTTP/1.1`, "Host: x", ...fields]);
  return { get, world };
}

test("a page is made once for all visitors, and anew for another address and another edition", async () => {
  const { get, world } = await portal();
  expect((await get("/compare")).body).toBe("page 1");
  expect((await get("/compare")).body).toBe("page 1");
  expect((await get("/compare?takes=yes")).body).toBe("page 2");
  world.edition = "2";
  expect((await get("/compare")).body).toBe("page 3");
});

test("R28: a finished page is given to nobody who is signed in, whatever other cookies there are", async () => {
  const { get } = await portal();
  for (const cookie of ["sid=a", "__Host-sid=a", "x=y; __Host-sid=a", "x=y;sid=a"]) {
    expect([cookie, (await get("/", `Cookie: ${cookie}`)).status]).toEqual([cookie, 202]);
  }
  expect((await get("/", "Cookie: x=y; aside=z")).status).toBe(200);
});

test("R28: what sets a cookie is no finished page, and neither is what went wrong", async () => {
  const setting = await portal({ "Set-Cookie": "sid=somebody" });
  expect((await setting.get("/")).status).toBe(202);
  const failing = await portal({}, 500);
  expect((await failing.get("/")).status).toBe(202);
});

test("only public pages are finished", async () => {
  const { get } = await portal();
  for (const path of ["/submit", "/sign-in", "/compare.data", "/compare/trends/x"]) {
    expect([path, (await get(path)).status]).toEqual([path, 202]);
  }
});
