// What the download of a file is measured beside: the least a server can do to send one. No session, no permission, no range.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

const folder = process.env.FOLDER;

const server = createServer(async (request, response) => {
  try {
    const file = await open(join(folder, normalize(request.url)), 'r');
    const { size } = await file.stat();
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
    createReadStream('', { fd: file }).pipe(response);
  } catch {
    response.writeHead(404).end();
  }
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('files ready'));
