import type { Headed, Result } from "../observatory";

// The test of the content security policy, of a site that is reached by HTTPS.

type Policy = ReadonlyMap<string, ReadonlySet<string>>;

const BROAD = new Set(["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"]);
const BROAD_OR_INLINE = new Set([...BROAD, "'unsafe-inline'", "data:"]);
const PASSIVE = ["img-src", "media-src"];
const ANYTHING: ReadonlySet<string> = new Set(["*"]);

const SHORTEST = "img-src".length - 1;

export function policyResult(headers: Headed): Result {
  const policy = policyOf(headers.get("content-security-policy") ?? []);
  if (policy === "invalid") return "csp-header-invalid";
  if (policy.size === 0) {
    return headers.has("content-security-policy-report-only")
      ? "csp-not-implemented-but-reporting-enabled"
      : "csp-not-implemented";
  }
  const of = (directive: string) => policy.get(directive) ?? policy.get("default-src") ?? ANYTHING;
  const styles = withoutOverruled(of("style-src"));
  const scripts = trusted(withoutOverruled(of("script-src")));
  if (scripts === "invalid") return "csp-header-invalid";
  if (some(scripts, BROAD_OR_INLINE) || some(of("object-src"), BROAD)) return "csp-implemented-with-unsafe-inline";
  const active = [...policy].filter(([directive]) => ![...PASSIVE, "script-src"].includes(directive));
  if ([...active.flatMap(([, sources]) => [...sources]), ...scripts].some(isInsecure)) {
    return "csp-implemented-with-insecure-scheme";
  }
  if (scripts.has("'unsafe-eval'") || styles.has("'unsafe-eval'")) return "csp-implemented-with-unsafe-eval";
  if (
    PASSIVE.flatMap((directive) => [...(policy.get(directive) ?? policy.get("default-src") ?? [])]).some(isInsecure)
  ) {
    return "csp-implemented-with-insecure-scheme-in-passive-content-only";
  }
  if (some(styles, BROAD_OR_INLINE)) return "csp-implemented-with-unsafe-inline-in-style-src-only";
  const others = policy.get("default-src");
  return others?.size === 1 && others.has("'none'")
    ? "csp-implemented-with-no-unsafe-default-src-none"
    : "csp-implemented-with-no-unsafe";
}

/** Whether a policy that can be read has a directive. */
export function policySays(headers: Headed, directive: string): boolean {
  const policy = policyOf(headers.get("content-security-policy") ?? []);
  return policy !== "invalid" && policy.has(directive);
}

/** Of several policies, a directive that two have allows what both allow. */
function policyOf(texts: readonly string[]): Policy | "invalid" {
  const whole = new Map<string, ReadonlySet<string>>();
  for (const text of texts) {
    if (text.trim().length < SHORTEST) return "invalid";
    const seen = new Set<string>();
    for (const [name = "", ...sources] of text.split(";").map((entry) => entry.trim().toLowerCase().split(/\s+/))) {
      if (name === "") continue;
      if (seen.has(name)) return "invalid";
      seen.add(name);
      const before = whole.get(name);
      const allowed = before === undefined ? sources : sources.filter((source) => before.has(source));
      whole.set(name, new Set(allowed.length === 0 ? ["'none'"] : allowed));
    }
  }
  return whole;
}

const hasNonceOrHash = (sources: ReadonlySet<string>) =>
  [...sources].some((source) => /^'(?:sha256|sha384|sha512|nonce)-/.test(source));

/** A browser that knows nonces and hashes takes no notice of 'unsafe-inline' beside them. */
function withoutOverruled(sources: ReadonlySet<string>): ReadonlySet<string> {
  return hasNonceOrHash(sources) ? new Set([...sources].filter((source) => source !== "'unsafe-inline'")) : sources;
}

/** With 'strict-dynamic', which is nothing without a nonce or a hash, only those count. */
function trusted(sources: ReadonlySet<string>): ReadonlySet<string> | "invalid" {
  if (!sources.has("'strict-dynamic'")) return sources;
  if (!hasNonceOrHash(sources)) return "invalid";
  const counts = (source: string) => source !== "'self'" && ![...BROAD].some((broad) => source.startsWith(broad));
  return new Set([...sources].filter(counts));
}

const some = (sources: ReadonlySet<string>, bad: ReadonlySet<string>) => [...sources].some((source) => bad.has(source));
const isInsecure = (source: string) => source.startsWith("http:") || source.startsWith("ftp:");
