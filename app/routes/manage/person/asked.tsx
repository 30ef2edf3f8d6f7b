import { Inset } from "~/components/inset";
import { formatMoment } from "~/domain/calendar/day";

/** That somebody asked for help because they cannot give a code, and waits for it. */
export function Asked({ name, at }: { name: string; at: Date }) {
  return (
    <Inset>
      <p>
        {name} asked for help with a lost phone on {formatMoment(at.getTime())}. They gave the right password and have
        no recovery code at hand.
      </p>
      <p>
        <a href="#access">Start a reset</a>
      </p>
    </Inset>
  );
}
