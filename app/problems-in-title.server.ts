import type { EntryContext, MetaDescriptor } from "@remix-run/node";

/**
 * A page that answers a form with what is wrong with it says so first in its title, where a screen reader reads it before
 * anything else: "Error: Sign in – Zero to Two". Here for all of them, since `meta` is not told what an action answered.
 */
export function sayProblemsInTitle({ staticHandlerContext, routeModules }: EntryContext): void {
  const { actionData, errors, statusCode } = staticHandlerContext;
  const [answered] = Object.keys(actionData ?? {});
  if (answered === undefined || errors !== null || statusCode < 400) return;
  const page = routeModules[answered];
  const titled = page?.meta;
  if (page === undefined || titled === undefined) return;
  routeModules[answered] = { ...page, meta: (args) => titled(args)?.map(withError) };
}

function withError(described: MetaDescriptor): MetaDescriptor {
  return "title" in described ? { title: `Error: ${described.title}` } : described;
}
