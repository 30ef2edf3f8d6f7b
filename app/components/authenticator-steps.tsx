import { Button } from "./button";
import { Details } from "./details";
import { firstSentence } from "./field-problems";
import { CodeInput } from "./fields/code-input";

export const ENTER_THE_CODE = "Enter the code from your app.";

export interface ToSetUp {
  qr: string;
  key: string;
  uri: string;
}

/** The key of an authenticator app as a QR code, as a link and as text, and the code that proves it has arrived. */
export function AuthenticatorSteps({ toSetUp, problem }: { toSetUp: ToSetUp; problem: string | undefined }) {
  const { qr, key, uri } = toSetUp;
  return (
    <form method="post">
      <ol className="steps">
        <li>
          <h2 className="govuk-heading-m">Open an authenticator app on your phone</h2>
          <p>
            Any will do: Microsoft Authenticator, Google Authenticator, 1Password, or the Passwords app of an iPhone. If
            you have none, get one from your phone’s app store.
          </p>
          <p>
            No phone? A password manager on your computer that shows one-time codes, such as 1Password or Bitwarden,
            works too: choose “I cannot scan it” below and copy the key.
          </p>
        </li>
        <li>
          <h2 className="govuk-heading-m">Add an account in it by scanning this QR code</h2>
          {/* Made by the server from the key alone. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is drawn by app/platform/qr.ts */}
          <div className="qr" dangerouslySetInnerHTML={{ __html: qr }} />
          <Details summary="I cannot scan it">
            <p>
              Type this key into the app, as a time-based key: <code className="key">{key}</code>
            </p>
            <p>
              If the app is on this phone or computer, you may be able to <a href={uri}>open it with this key</a>.
            </p>
          </Details>
        </li>
        <li>
          <h2 className="govuk-heading-m">Enter the code that it shows</h2>
          <CodeInput
            name="code"
            label="Code"
            hint="Six digits. It changes every half minute."
            error={firstSentence(problem)}
          />
          <Button>Continue</Button>
        </li>
      </ol>
    </form>
  );
}
