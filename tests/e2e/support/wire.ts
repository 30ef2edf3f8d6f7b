import { connect, type Socket } from "node:net";

/** A connection to a portal on which a test writes what no browser would. */
export interface Wire {
  send(text: string): void;
  /** Leaves in the middle of whatever is being sent. */
  drop(): void;
  /** Everything that came until the portal closed the connection. */
  readonly answer: Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Every Set-Cookie, in the order in which they came. */
  readonly cookies: readonly string[];
  readonly body: string;
}

export function openWire(origin: string): Wire {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  return {
    send: (text) => void socket.write(text, "latin1"),
    drop: () => void socket.destroy(),
    answer: answerFrom(socket),
  };
}

/** Sends one request as it is written, line by line, and waits for the answer. */
export function exchange(origin: string, lines: readonly string[], body = ""): Promise<Answer> {
  const wire = openWire(origin);
  wire.send(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
  return wire.answer;
}

function answerFrom(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.once("error", reject);
    socket.once("end", () => resolve(read(text)));
  });
}

function read(text: string): Answer {
  const end = text.indexOf("\r\n\r\n");
  const [statusLine = "", ...fields] = text.slice(0, end).split("\r\n");
  const headers = fields.map((field): [string, string] => {
    const colon = field.indexOf(":");
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  });
  const rest = text.slice(end + 4);
  const isChunked = headers.some(([name, value]) => name === "transfer-encoding" && value === "chunked");
  const cookies = headers.filter(([name]) => name === "set-cookie").map(([, cookie]) => cookie);
  return {
    status: Number(statusLine.split(" ")[1]),
    headers: new Map(headers),
    cookies,
    body: isChunked ? joined(rest) : rest,
  };
}

/** The pieces of a body without the sizes that stand between them. */
function joined(chunked: string): string {
  let [body, at] = ["", 0];
  for (;;) {
    const line = chunked.indexOf("\r\n", at);
    const size = Number.parseInt(chunked.slice(at, line), 16);
    if (line < 0 || !(size > 0)) return body;
    body += chunked.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
  }
}
