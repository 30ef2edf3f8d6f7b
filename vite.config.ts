import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** No page hydrates, so a change to any source is seen by loading the page again. */
const reloadOnChange: Plugin = {
  name: "reload-on-change",
  handleHotUpdate({ server }) {
    server.ws.send({ type: "full-reload" });
    return [];
  },
};

/** One file for each thing that has a script, and what several use apart, so that none brings along another's. */
const scriptOf = (id: string) => /\/app\/(?:browser\/)?(grid|upload|passkey|session|make|paths)[./]/.exec(id)?.[1];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), reloadOnChange],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  build: {
    assetsInlineLimit: 0,
    rollupOptions: { output: isSsrBuild ? {} : { manualChunks: scriptOf } },
  },
  // What the browser runs takes no package, so there is nothing to bundle while developing.
  optimizeDeps: { noDiscovery: true },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
}));
