import { post } from "./passkey/post";
import { whatWentWrong } from "./passkey/what-went-wrong";

/** Whether this browser can do what is asked of it here; one that cannot is shown nothing it could not do. */
function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === "function" &&
    "parseRequestOptionsFromJSON" in PublicKeyCredential &&
    "parseCreationOptionsFromJSON" in PublicKeyCredential &&
    "toJSON" in PublicKeyCredential.prototype
  );
}

/** Shows the button beside the field for a code, and gives a passkey in its place. */
export function offerPasskey(box: HTMLElement): void {
  const button = box.querySelector("button");
  const { passkey: address, to = "" } = box.dataset;
  if (button === null || address === undefined || !knowsPasskeys()) return;
  const say = sayIn(box);
  box.hidden = false;
  button.addEventListener("click", () =>
    oneAtATime(button, say, async () => {
      const options = await post<PublicKeyCredentialRequestOptionsJSON>(address, { kind: "ask" });
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = asPasskey(await navigator.credentials.get({ publicKey }));
      return post<Onwards>(address, { kind: "answer", credential: credential.toJSON(), to });
    }),
  );
}

/** Shows the form that adds a passkey, and lets the browser make it. */
export function offerNewPasskey(form: HTMLFormElement): void {
  const box = form.parentElement;
  const name = form.elements.namedItem("name");
  const button = form.querySelector("button");
  const { passkeyNew: address, confirm } = form.dataset;
  if (box === null || button === null || !(name instanceof HTMLInputElement) || address === undefined) return;
  const say = sayIn(box);
  if (!knowsPasskeys()) {
    say("This browser cannot add a passkey here. Try it in another, or bring it up to date.");
    return;
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    oneAtATime(button, say, async () => {
      const options = await post<PublicKeyCredentialCreationOptionsJSON>(address, { kind: "ask" }, confirm);
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      const credential = asPasskey(await navigator.credentials.create({ publicKey }));
      return post<Onwards>(address, { kind: "answer", credential: credential.toJSON(), name: name.value }, confirm);
    });
  });
}

/** Where the portal leads on. */
interface Onwards {
  readonly to: string;
}

/** Does it, leads on, and says what went wrong; pressing twice does it once. */
function oneAtATime(button: HTMLButtonElement, say: (words: string) => void, act: () => Promise<Onwards>): void {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  say("");
  act()
    .then(({ to }) => location.assign(to))
    .catch((error: unknown) => {
      button.removeAttribute("aria-disabled");
      say(whatWentWrong(error));
    });
}

function sayIn(box: HTMLElement): (words: string) => void {
  const line = box.querySelector<HTMLElement>(":scope > [role=alert]");
  return (words) => {
    if (line !== null) line.textContent = words;
  };
}

function asPasskey(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new DOMException("The browser gave no passkey.", "NotAllowedError");
}
