// The least a Node server can do: the same bytes for every request. Reads them from standard input, prints its port.
import { createServer } from "node:http";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const page = Buffer.concat(chunks);

const server = createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": page.length });
  response.end(page);
}).listen(0, () => console.log(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
