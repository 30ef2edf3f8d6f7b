import { Button } from "~/components/button";
import { TextInput } from "~/components/fields/text-input";
import { paths } from "~/paths";

/**
 * Adding a passkey is the browser's own doing, so the form waits for its script, which shows it where the browser knows
 * passkeys, and says above it what went wrong.
 */
export function NewPasskeyForm({ suggestedName }: { suggestedName: string }) {
  return (
    <section aria-labelledby="add">
      <h2 id="add">Add a passkey</h2>
      <noscript>
        <p>Only a script can ask your browser for a passkey, and scripts are switched off in it.</p>
      </noscript>
      <div className="passkey">
        <p className="govuk-error-message" role="alert" />
        <form
          data-passkey-new={paths.account.newPasskey()}
          data-confirm={paths.account.confirm({ to: paths.account.passkeys() })}
          hidden
        >
          <TextInput
            name="name"
            label="Name"
            hint="As you will know it again, as in “Work laptop” or “Key on my key ring”."
            value={suggestedName}
            width={20}
          />
          <Button>Add a passkey</Button>
        </form>
      </div>
    </section>
  );
}
