import { make } from "./make";

/** Buttons that print the codes and copy them, with what they are for. */
export function offerToKeep(box: HTMLElement): void {
  const said = make("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf(box));
      said.textContent = "Copied. Paste them where you keep passwords.";
    } catch {
      said.textContent = "Your browser did not let us copy them. Select them and copy them yourself.";
    }
  };
  box.append(
    make(
      "div",
      { class: "codes-to-keep__ways" },
      button("Print", () => print()),
      button("Copy", () => void copy()),
      said,
    ),
  );
}

function textOf(box: HTMLElement): string {
  const lines = [...box.querySelectorAll<HTMLElement>("h2, p, li")];
  return lines.map(({ textContent }) => textContent?.trim() ?? "").join("\n");
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", class: "govuk-button govuk-button--secondary" }, words);
  made.addEventListener("click", press);
  return made;
}
