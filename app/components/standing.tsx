import { STANDINGS, type Standing } from "../domain/people/account";
import { Tag, type Tone } from "./tag";

const TONES: Readonly<Record<Standing, Tone>> = {
  active: "good",
  "set-up": "waiting",
  invited: "waiting",
  expired: "bad",
  closed: "bad",
  "no-trust": "neutral",
  ended: "neutral",
};

/** How an account stands, in words on a colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  return <Tag tone={TONES[standing]}>{STANDINGS[standing]}</Tag>;
}
