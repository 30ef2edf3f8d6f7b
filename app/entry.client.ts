// What runs in the browser, by the form it makes better. No page hydrates: each works as it came, before and without this.
const grid = document.querySelector<HTMLFormElement>("form[data-grid]");
if (grid !== null) import("./browser/grid").then(({ enhanceGrid }) => enhanceGrid(grid), stayPlain);

const upload = document.querySelector<HTMLFormElement>("form[data-upload]");
if (upload !== null) import("./browser/upload").then(({ enhanceUpload }) => enhanceUpload(upload), stayPlain);

/** The script did not arrive: nothing is missing that the form needs. */
function stayPlain() {}

export {};
