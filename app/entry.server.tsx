import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { ScriptAddress } from "./components/frame/page-script";
import { RequestNumber } from "./components/frame/request-number";
import { factsOf, RETRY_AFTER_S } from "./platform/faults";
import { loggablePath } from "./platform/loggable-path";
import { sayProblemsInTitle } from "./problems-in-title.server";
import { type AroundThePage, loader } from "./root";

/** A page and its answer; the whole is rendered before the first byte goes out, so never half of one. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  // No loader runs after an action has failed, the root's neither, but the frame stands around error pages too.
  context.staticHandlerContext.loaderData.root ??= await aroundThePage(request, loadContext);
  sayProblemsInTitle(context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const wait = status === 503 ? String(RETRY_AFTER_S) : waitSaid(context);
  if (wait !== null) headers.set("Retry-After", wait);
  return new Response(await rendered(request, context, loadContext), { status, headers });
}

/** What a guard that refused for a while said of how long; the framework does not pass it on. */
function waitSaid({ staticHandlerContext }: EntryContext): string | null {
  const { actionHeaders, loaderHeaders } = staticHandlerContext;
  const said = [actionHeaders, loaderHeaders].flatMap((all) => Object.values(all));
  return said.map((headers) => headers?.get("Retry-After")).find((wait) => wait != null) ?? null;
}

async function aroundThePage(request: Request, context: AppLoadContext): Promise<AroundThePage> {
  try {
    return await loader({ request, context, params: {} });
  } catch {
    return { demonstration: context.app.demonstration, help: context.app.help, reader: "unknown" };
  }
}

function rendered(request: Request, context: EntryContext, { app }: AppLoadContext): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const page = (
      <RequestNumber.Provider value={app.where.requestId}>
        <ScriptAddress.Provider value={context.manifest.entry.module}>
          <RemixServer context={context} url={request.url} />
        </ScriptAddress.Provider>
      </RequestNumber.Provider>
    );
    const { pipe } = renderToPipeableStream(page, {
      onAllReady() {
        const body = new PassThrough();
        resolve(createReadableStreamFromReadable(body));
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

/** One line a fault. A refusal is none, and neither is a sender who left, or was stopped, before the answer. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error) || wasStopped(error)) return;
  const path = loggablePath(new URL(request.url).pathname);
  context.app.log.error("fault", { method: request.method, path, ...factsOf(error) });
};

/** By name, since the class is the server's own and not the one in the built pages. */
function wasStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "BodyTooLarge";
}
