/**
 * A passkey in place of a code. It needs a script, which shows it where the browser knows passkeys, and says below it
 * what went wrong.
 */
export function PasskeyButton({ action, to }: { action: string; to: string }) {
  return (
    <div className="passkey" data-passkey={action} data-to={to} hidden>
      <button type="button" className="govuk-button govuk-button--secondary">
        Use a passkey instead
      </button>
      <p className="govuk-error-message" role="alert" />
    </div>
  );
}
