// What runs in the browser, by the part of a page it makes better. No page hydrates: each works as it came, before and
// without this.
const grid = document.querySelector<HTMLFormElement>("form[data-grid]");
if (grid !== null) import("./browser/grid").then(({ enhanceGrid }) => enhanceGrid(grid), stayPlain);

const upload = document.querySelector<HTMLFormElement>("form[data-upload]");
if (upload !== null) import("./browser/upload").then(({ enhanceUpload }) => enhanceUpload(upload), stayPlain);

const passkey = document.querySelector<HTMLElement>("[data-passkey]");
const newPasskey = document.querySelector<HTMLFormElement>("form[data-passkey-new]");
if (passkey !== null || newPasskey !== null) {
  import("./browser/passkey").then(({ offerPasskey, offerNewPasskey }) => {
    if (passkey !== null) offerPasskey(passkey);
    if (newPasskey !== null) offerNewPasskey(newPasskey);
  }, stayPlain);
}

const passwords = document.querySelectorAll<HTMLInputElement>(".password > input");
if (passwords.length > 0)
  import("./browser/password").then(({ offerToShow }) => passwords.forEach(offerToShow), stayPlain);

const codes = document.querySelector<HTMLElement>("[data-codes-to-keep]");
if (codes !== null) import("./browser/recovery-codes").then(({ offerToKeep }) => offerToKeep(codes), stayPlain);

const session = document.querySelector<HTMLFormElement>("form[data-session-ends-in]");
if (session !== null) import("./browser/session").then(({ watchSession }) => watchSession(session), stayPlain);

/** The script did not arrive: nothing is missing that the form needs. */
function stayPlain() {}

export {};
