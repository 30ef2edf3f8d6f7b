import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

// What holds passkeys, in software (Web Authentication, level 3, sections 6.1 and 6.5): enough of it to be right, and to
// be wrong in each way that has to be noticed.

/** A passkey as it is made for one site, with the key that only its device has. */
export interface TestPasskey {
  readonly id: string;
  /** What the browser sends once it was made. */
  readonly made: object;
  /** What the browser sends as proof; a counter that is not given goes on by one. */
  prove(challenge: string, how?: Partial<How> & { counter?: number }): object;
}

interface How {
  readonly origin: string;
  readonly rpId: string;
  /** Whether the person has shown who they are to the device. */
  readonly verified: boolean;
  readonly type: "webauthn.create" | "webauthn.get";
}

const HERE = { origin: "http://localhost:3000", rpId: "localhost", verified: true };
const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

export function makePasskey(challenge: string, how: Partial<How> = {}): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  // ES256: an elliptic curve key on P-256 (RFC 9053, table 19).
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(credentialId.length);
  const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cose]);
  const authData = Buffer.concat([authenticatorData({ ...HERE, ...how }, 0, ATTESTED), attested]);
  let used = 0;
  return {
    id,
    made: {
      ...asCredential(id),
      response: {
        clientDataJSON: clientData(challenge, { ...HERE, type: "webauthn.create", ...how }),
        attestationObject: base64url(
          isoCBOR.encode(
            new Map<string, string | Uint8Array | Map<string, string>>([
              ["fmt", "none"],
              ["attStmt", new Map()],
              ["authData", Uint8Array.from(authData)],
            ]),
          ),
        ),
        transports: ["internal"],
      },
    },
    prove(asked, { counter = used + 1, ...otherwise } = {}) {
      used = counter;
      const data = authenticatorData({ ...HERE, ...otherwise }, counter);
      const clientDataJSON = clientData(asked, { ...HERE, type: "webauthn.get", ...otherwise });
      const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, "base64url"))]);
      return {
        ...asCredential(id),
        response: {
          clientDataJSON,
          authenticatorData: base64url(data),
          signature: base64url(sign("sha256", signed, privateKey)),
        },
      };
    },
  };
}

function asCredential(id: string) {
  return { id, rawId: id, type: "public-key", clientExtensionResults: {} };
}

function clientData(challenge: string, { type, origin }: Pick<How, "type" | "origin">): string {
  return base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}

function authenticatorData({ rpId, verified }: Pick<How, "rpId" | "verified">, counter: number, more = 0): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | (verified ? VERIFIED : 0) | more]), count]);
}
