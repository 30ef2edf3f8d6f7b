import { SummaryList } from "~/components/summary-list";
import { Warning } from "~/components/warning";
import { dayInLondon, formatDay } from "~/domain/calendar/day";
import { FEW_CODES, leftInWords, RECOVERY_CODES } from "~/domain/people/recovery-code";
import type { OwnAccount } from "~/journeys/account/own-account";
import { paths } from "~/paths";

type SecondFactorProps = Omit<OwnAccount, "lastSignInAt">;

/** How somebody signs in, with a way to change each part of it. */
export function SecondFactor({ authenticatorSince, recoveryCodesLeft, passkeyNames }: SecondFactorProps) {
  return (
    <section aria-labelledby="how">
      <h2 id="how">How you sign in</h2>
      {recoveryCodesLeft < FEW_CODES && (
        <Warning>
          {leftInWords(recoveryCodesLeft)}. <a href={paths.account.recoveryCodes()}>Make new ones</a> before you need
          them.
        </Warning>
      )}
      <SummaryList
        rows={[
          {
            key: "Password",
            value: "Chosen by you",
            action: { href: paths.account.password(), text: "Change", about: "password" },
          },
          {
            key: "Authenticator app",
            value:
              authenticatorSince === null
                ? "None"
                : `In use since ${formatDay(dayInLondon(authenticatorSince.getTime()))}`,
            action: { href: paths.account.authenticator(), text: "Replace", about: "authenticator app" },
          },
          {
            key: "Recovery codes",
            value: `${recoveryCodesLeft} of ${RECOVERY_CODES} left`,
            action: { href: paths.account.recoveryCodes(), text: "Make new", about: "recovery codes" },
          },
          {
            key: "Passkeys",
            value: passkeyNames.length === 0 ? "None" : passkeyNames.join(", "),
            action: {
              href: paths.account.passkeys(),
              text: passkeyNames.length === 0 ? "Add" : "Add or remove",
              about: passkeyNames.length === 0 ? "a passkey" : "passkeys",
            },
          },
        ]}
      />
    </section>
  );
}
