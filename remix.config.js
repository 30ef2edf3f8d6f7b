/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // v3_lazyRouteDiscovery stays off: one crafted GET of its manifest costs seconds of processor time.
    v3_lazyRouteDiscovery: false,
  },
};
