import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Portal } from "../../app/server";

/** The built pages, or, while developing, pages that Vite makes anew as their source changes. */
export async function loadPages(development: boolean): Promise<Pick<Portal, "build" | "developing">> {
  if (!development) {
    const build: ServerBuild = await import(pathToFileURL("build/server/index.js").href);
    return { build, developing: null };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    developing: vite.middlewares,
  };
}
