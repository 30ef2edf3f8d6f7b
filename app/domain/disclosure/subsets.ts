/** Every choice of some of these, in their order, the empty one first. Example: of a and b: none, a, b, both. */
export function subsetsOf<Each>(all: readonly Each[]): readonly (readonly Each[])[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, at) => (bits >> at) % 2 === 1));
}
