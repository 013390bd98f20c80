// A bare node:http server that answers every request with the same bytes.
import { createServer } from "node:http";

const body = Buffer.from(process.argv[2]);
const server = createServer((request, response) => {
  response.writeHead(200, {
    "content-type": "application/json",
    "x-amzn-requestid": "00000000-0000-4000-8000-000000000001",
    "content-length": body.length,
  });
  response.end(body);
});
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`),
);
process.on("SIGTERM", () => process.exit(0));
