import { defineConfig } from "vite";

/**
 * The two programs that serve, each in one file and as the plain JavaScript that Node starts with at once: the portal,
 * and what checks files beside it. The pages are built apart, by the framework.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/portal",
    sourcemap: true,
    rollupOptions: {
      input: { serve: "scripts/serve.ts", "checker-process": "app/platform/checker-process.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
