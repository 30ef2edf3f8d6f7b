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

/** Through an SMTP server; the letter's id is its Message-ID, so that a second copy can be recognised. */
export function smtpMail(url: string, from: string): Mail {
  // To another computer nothing goes unencrypted: a letter may hold the link that opens an account.
  const transport = nodemailer.createTransport({ url, requireTLS: !isThisComputer(url), ...TIMEOUTS });
  return {
    async send({ id, to, subject, body }) {
      await transport.sendMail({
        from,
        // As an object: a comma or a bracket in the text cannot add a recipient.
        to: { name: "", address: to },
        subject,
        text: body,
        messageId: `<${id}@${from.slice(from.indexOf("@") + 1)}>`,
      });
    },
  };
}

const isThisComputer = (url: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);

/** Into a folder, one file a letter: what a first start does until SMTP_URL is set. */
export function folderMail(folder: string, from: string): Mail {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send({ id, to, subject, body }) {
      const { message } = await composer.sendMail({ from, to: { name: "", address: to }, subject, text: body });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 });
    },
  };
}
