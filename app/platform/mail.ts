import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";

export interface Envelope {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface Mail {
  send(letter: Envelope): Promise<void>;
}

/** A server that hangs gives up its letter to the next try; the library's own limits are minutes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Who writes to everybody, whatever they write about. */
export interface Sender {
  /** What mail comes from; nobody needs to read it. */
  readonly from: string;
  /** Where answers go: a mailbox that somebody reads. */
  readonly replyTo: string;
}

const SENDER_NAME = "Zero to Two, Parent-Infant Foundation";

/** Through an SMTP server. */
export function smtpMail(url: string, sender: Sender): Mail {
  // To another computer nothing goes unencrypted: a letter may hold the link that opens an account.
  const transport = nodemailer.createTransport({ url, requireTLS: !isThisComputer(url), ...TIMEOUTS });
  return {
    async send(letter) {
      await transport.sendMail(messageOf(letter, sender));
    },
  };
}

const isThisComputer = (url: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);

/** Into a folder, one file a letter: what a first start does until SMTP_URL is set. */
export function folderMail(folder: string, sender: Sender): Mail {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(letter) {
      const { message } = await composer.sendMail(messageOf(letter, sender));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${letter.id}.eml`), message, { mode: 0o600 });
    },
  };
}

/** The letter's id is its Message-ID, so that a second copy can be recognised. */
function messageOf({ id, to, subject, body }: Envelope, { from, replyTo }: Sender) {
  return {
    // As objects: a comma or a bracket in the text cannot add a recipient.
    from: { name: SENDER_NAME, address: from },
    replyTo: { name: "", address: replyTo },
    to: { name: "", address: to },
    subject,
    text: body,
    messageId: `<${id}@${from.slice(from.indexOf("@") + 1)}>`,
    // RFC 3834, 5: a mailbox that answers for somebody who is away does not answer this.
    headers: { "Auto-Submitted": "auto-generated" },
  };
}
