import { type CountReading, exact, MISSING, reading, unclear } from "./reading";

const NOTHING_COUNTED =
  /^(?:(?:nil|none|zero|nought|no) )(?:children|referrals?|patients?|cases?|contacts?|cyp|young people|return|recorded|received|seen|accessed)(?: (?:were |was )?(?:referred|received|seen|accessed|recorded|made))?(?: in (?:the|this) (?:year|period))?$/;
const NOT_HELD =
  /\bnot[- ]?held\b|\b(?:does not|do not|doesn[’']t|don[’']t) hold\b|\b(?:no(?: information| data| figures?| records?)?|nothing|none) (?:is |are )?held\b|^held by\b/;
const NOT_APPLICABLE =
  /\bnot applicable\b|\bnot commissioned\b|\bservice not (?:provided|offered|available)\b|\bno service\b|\b(?:do not|does not|don[’']t|doesn[’']t) (?:accept|take)\b|\b(?:age|band) not (?:taken|accepted)\b|^not (?:taken|accepted)$/;
/** Section 1(1)(a) is the duty to say whether information is held: cited alone, it stands for "not held". */
const DUTY_TO_SAY =
  /^[([]?(?:foia? )?(?:section|sect|sec|s)\.? ?1 ?\(1\) ?\(a\)(?:,? (?:of )?(?:the )?(?:foia?|act|freedom of information act)(?: 2000)?)?[)\]]?$/;
/** Section 1 gives the right to information, and nothing is refused under it. */
const SECTION = /\b(?:section|sect|sec|s)\.? ?(?!1(?!\d))(\d{1,2})(?!\d)(?: ?\((\d)\))?/;
const REFUSED = /\brefus|\bcost limit\b|\bappropriate limit\b|\bfees limit\b|\bvexatious\b/;
const WITHHELD =
  /^[[(]?(?:suppress|redact|withheld|with-held|exempt|hidden|masked|removed|not (?:disclosed|shown|published|released|disclosable)|disclos|small number|low number|too (?:few|small|low)|personal data|data protection)/;
const PLACEHOLDER =
  /^(?:data |information |figures? )?(?:to be |tbc\b|tba\b|tbd\b|to follow|pending|awaiting|awaited|being |in progress|see |refer to |please see |as (?:above|below|per)|ditto|same as|included (?:in|above|below|with)|attached|waiting|coming)/;
const NOT_AVAILABLE =
  /^(?:data |information |figures? |numbers? )?(?:(?:is |are )?(?:not|un|currently not) ?(?:available|known|collected|recorded|reported|reportable|captured|provided|answered|stated|extractable)|unknown|unavailable|unable to |cannot |can[’']t |could not |no (?:data|information|figures?|record)|not yet |missing|none available)/;

/** Answers in words: not held, refused under a section, withheld, not applicable. Null for anything else. */
export function readStatement(text: string): CountReading | null {
  if (!/[a-z]/.test(text)) return null;
  if (NOTHING_COUNTED.test(text)) return reading(exact(0));
  if (NOT_HELD.test(text) || DUTY_TO_SAY.test(text)) return reading({ kind: "not-held" });
  const section = sectionNamed(text);
  if (REFUSED.test(text)) return reading({ kind: "refused", section });
  if (section !== null) return section.startsWith("s40") ? unclear("withheld") : reading({ kind: "refused", section });
  if (NOT_APPLICABLE.test(text)) return reading({ kind: "not-applicable" });
  if (WITHHELD.test(text)) return unclear("withheld");
  if (PLACEHOLDER.test(text)) return reading({ kind: "missing" }, "placeholder");
  if (NOT_AVAILABLE.test(text)) return MISSING;
  return null;
}

/** `s12` for "section 12", "S.12" or "refused s12"; null where no section of the Act is named. */
function sectionNamed(text: string): string | null {
  const [, number, part] = SECTION.exec(text) ?? [];
  if (number === undefined) return null;
  return part === undefined ? `s${number}` : `s${number}(${part})`;
}
