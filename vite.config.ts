import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** No page hydrates, so a change to its source is seen by loading it again. */
const reloadOnChange: Plugin = {
  name: "reload-on-change",
  handleHotUpdate({ server }) {
    server.ws.send({ type: "full-reload" });
    return [];
  },
};

export default defineConfig({
  plugins: [remix(remixConfig), reloadOnChange],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  build: { assetsInlineLimit: 0 },
  // No page hydrates, so there is nothing to bundle for the browser while developing.
  optimizeDeps: { noDiscovery: true },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
});
