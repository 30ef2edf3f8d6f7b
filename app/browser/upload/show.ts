/** Puts the main part of an answered page in the place of this page's, and what it says first under the reader's eyes. */
export function showInPlace(html: string): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [main, shown] = [document.querySelector("main"), page.querySelector("main")];
  if (main === null || shown === null) return false;
  document.title = page.title;
  // The browser gives the focus by that mark only once, as a page loads.
  shown.querySelector("[autofocus]")?.removeAttribute("autofocus");
  main.replaceChildren(...shown.childNodes);
  (main.querySelector<HTMLElement>(".govuk-error-summary") ?? main).focus();
  return true;
}
