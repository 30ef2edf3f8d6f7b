import { index, type RouteConfig, route } from "@remix-run/route-config";

// The site's table of contents: one line a screen. The verb is the folder.
export default [
  index("routes/compare/home/route.tsx"),
  route("compare", "routes/compare/year/route.tsx"),
  route("compare/trends", "routes/compare/trends/route.tsx"),

  route("sign-in", "routes/account/sign-in/route.tsx"),
  route("sign-out", "routes/account/sign-out/route.ts"),

  route("submit", "routes/submit/home/route.tsx"),
  route("submit/:year", "routes/submit/year/route.tsx"),
  route("submit/:year/upload", "routes/submit/upload/route.tsx"),
  route("submit/:year/confirm", "routes/submit/confirm/route.tsx"),
  route("submit/:year/check", "routes/submit/check/route.tsx"),
  route("submit/:year/declare", "routes/submit/declare/route.tsx"),
  route("submit/:year/template.csv", "routes/submit/template/route.ts"),
  route("submit/:year/receipt", "routes/submit/receipt/route.tsx"),

  route("chase", "routes/chase/home/route.tsx"),
  route("chase/:year", "routes/chase/tracker/route.tsx"),
  route("chase/:year/:ods", "routes/chase/request/route.tsx"),
  route("chase/:year/:ods/accept", "routes/chase/accept/route.ts"),

  route("publish", "routes/publish/home/route.tsx"),
  route("publish/:year", "routes/publish/round/route.tsx"),

  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
