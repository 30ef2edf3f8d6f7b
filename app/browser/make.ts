type Tag = keyof HTMLElementTagNameMap;

/** An element with its attributes and what stands in it. Example: `make("p", { class: "saved" }, "Saved.")`. */
export function make<Name extends Tag>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
}
