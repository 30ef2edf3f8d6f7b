import { make } from "./make";

/**
 * Puts a button beside a password that lets its owner look at what they type. It is hidden again before the form is sent,
 * since browsers may keep in their lists what is sent as plain text.
 */
export function offerToShow(field: HTMLInputElement): void {
  const button = make("button", {
    type: "button",
    class: "govuk-button govuk-button--secondary",
    "aria-controls": field.id,
  });
  const said = make("div", { class: "govuk-visually-hidden", role: "status" });
  const show = (isShown: boolean) => {
    field.type = isShown ? "text" : "password";
    button.textContent = isShown ? "Hide" : "Show";
    button.setAttribute("aria-label", isShown ? "Hide password" : "Show password");
  };
  show(false);
  button.addEventListener("click", () => {
    const isShown = field.type === "password";
    show(isShown);
    said.textContent = isShown ? "Your password is visible" : "Your password is hidden";
  });
  field.form?.addEventListener("submit", () => show(false));
  field.after(button, said);
}
