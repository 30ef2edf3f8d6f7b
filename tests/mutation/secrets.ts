import type { Guard, GuardTest } from "./guards";

// What keeps the portal from starting with secrets that are none, and what is sealed from opening as something else.

const keys = (named: string): GuardTest => ({ file: "app/platform/keys.test.ts", named });
const settings = (named: string): GuardTest => ({ file: "app/platform/settings.test.ts", named });
const sealing = (named: string): GuardTest => ({ file: "app/platform/sealing.test.ts", named });

export const SECRETS_GUARDS: readonly Guard[] = [
  {
    name: "R34 Production is given its secrets",
    file: "app/platform/settings.ts",
    piece: "readKeys(production ? env : withKeptSecrets(env, secretsFile))",
    becomes: "readKeys(withKeptSecrets(env, secretsFile))",
    tests: [settings("R34: production names everything")],
  },
  {
    name: "R34 Production is reached over HTTPS",
    file: "app/platform/settings.ts",
    piece: "[isHttps(env.PUBLIC_ORIGIN),",
    becomes: "[env.PUBLIC_ORIGIN !== undefined,",
    tests: [settings("R34: production needs a public origin")],
  },
  {
    name: "R34 Production is no demonstration",
    file: "app/platform/settings.ts",
    piece: `[env.DEMO === "0",`,
    becomes: `[env.DEMO !== "",`,
    tests: [settings("R34: production is no demonstration")],
  },
  {
    name: "R34 Production sends its letters",
    file: "app/platform/settings.ts",
    piece: "[isSmtp(env.SMTP_URL),",
    becomes: "[true,",
    tests: [settings("R34: production is no demonstration")],
  },
  {
    name: "R34 A missing secret is named",
    file: "app/platform/keys.ts",
    piece: "for (const name of SECRETS) if (!texts[name])",
    becomes: "for (const name of SECRETS) if (texts[name] === name)",
    tests: [keys("R34: every secret that is missing")],
  },
  {
    name: "R34 A short secret is refused",
    file: "app/platform/keys.ts",
    piece: "if (bytes.length < BYTES) return",
    becomes: "if (bytes.length < 1) return",
    tests: [keys("R34: a short secret")],
  },
  {
    name: "R34 An example is no secret",
    file: "app/platform/keys.ts",
    piece: `if (EXAMPLE.test(text)) return "an example, not a secret";`,
    becomes: "",
    tests: [{ file: "app/platform/keys.test.ts" }],
  },
  {
    name: "R34 No secret serves twice",
    file: "app/platform/keys.ts",
    piece: "if (twin !== undefined) faults.push(",
    becomes: "if (twin === found[0] && twin === found[1]) faults.push(",
    tests: [keys("R34: no two secrets")],
  },
  {
    name: "R34 What was sealed about one opens as no other's",
    file: "app/platform/sealing.ts",
    piece: `      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(about))`,
    becomes: `      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(about.slice(0, 0)))`,
    tests: [sealing("R34: what was sealed")],
  },
  {
    name: "R34 The secrets of a trial are their owner's alone",
    file: "app/platform/kept-secrets.ts",
    piece: "mode: 0o600,",
    becomes: "mode: 0o644,",
    tests: [{ file: "app/platform/kept-secrets.test.ts", named: "R34: a trial makes the secrets" }],
  },
];
