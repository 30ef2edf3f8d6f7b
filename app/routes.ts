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
  route("submit/:year/waiting", "routes/submit/waiting/route.tsx"),
  route("submit/:year/form", "routes/submit/form/route.tsx"),
  route("submit/:year/form/keep", "routes/submit/keep/route.ts"),
  route("submit/:year/marked.csv", "routes/submit/marked/route.ts"),
  route("submit/:year/other-answer", "routes/submit/other-answer/route.tsx"),
  route("submit/:year/not-held", "routes/submit/not-held/route.tsx"),
  route("submit/:year/refused", "routes/submit/refused/route.tsx"),
  route("submit/:year/clarification", "routes/submit/clarification/route.tsx"),
  route("submit/:year/confirm", "routes/submit/confirm/route.tsx"),
  route("submit/:year/check", "routes/submit/check/route.tsx"),
  route("submit/:year/declare", "routes/submit/declare/route.tsx"),
  route("submit/:year/template.csv", "routes/submit/template/route.ts"),
  route("submit/:year/receipt", "routes/submit/receipt/route.tsx"),
  route("submit/:year/receipt/file", "routes/submit/receipt-file/route.ts"),
  route("submit/:year/amend", "routes/submit/amend/route.ts"),
  route("submit/:year/versions", "routes/submit/versions/route.tsx"),
  route("submit/:year/reply", "routes/submit/reply/route.tsx"),

  route("chase", "routes/chase/home/route.tsx"),
  route("chase/:year", "routes/chase/tracker/route.tsx"),
  route("chase/:year/:ods", "routes/chase/request/route.tsx"),
  route("chase/:year/:ods/accept", "routes/chase/accept/route.tsx"),
  route("chase/:year/:ods/write", "routes/chase/write/route.tsx"),
  route("chase/:year/:ods/versions", "routes/chase/versions/route.tsx"),

  route("publish", "routes/publish/home/route.tsx"),
  route("publish/:year", "routes/publish/round/route.tsx"),

  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
