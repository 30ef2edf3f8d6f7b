/** Where in the log a page begins: `before` an entry, or `after` one; null at the newest. */
export function readPlace(query: URLSearchParams): { below: number } | { above: number } | null {
  const id = (name: string) => (/^\d{1,15}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : null);
  const [below, above] = [id("before"), id("after")];
  if (below !== null) return { below };
  return above === null ? null : { above };
}
