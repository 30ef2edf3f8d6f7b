import "@remix-run/node";

// Loaders and actions send values as they are, dates and maps included, and their types say so.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
