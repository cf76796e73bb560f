// Gives every YAML file of a folder to yaml-language-server, as an editor does, and prints what it reports:
// node languageServer.mjs FOLDER SCHEMA
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, schema] = process.argv.slice(2);
const require = createRequire(new URL('../peers/package.json', import.meta.url));
const binary = require.resolve('yaml-language-server/bin/yaml-language-server');
const server = spawn(process.execPath, [binary, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });

const settings = {
  yaml: {
    schemas: { [pathToFileURL(schema).href]: '*.yaml' },
    validate: true,
    schemaStore: { enable: false },
  },
};
const files = readdirSync(folder).map((name) => `${folder}/${name}`);
const waiting = new Set(files.map((file) => pathToFileURL(file).href));
const found = [];
let buffer = Buffer.alloc(0);
let id = 0;

function send(message) {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function received(message) {
  if (message.method === 'workspace/configuration')
    send({ id: message.id, result: message.params.items.map(({ section }) => settings[section] ?? {}) });
  else if (message.id !== undefined && message.method !== undefined) send({ id: message.id, result: null });
  else if (message.id === 1) opened();
  else if (message.method === 'textDocument/publishDiagnostics' && waiting.delete(message.params.uri)) {
    const { uri, diagnostics } = message.params;
    for (const one of diagnostics) found.push({ file: uri, line: one.range.start.line + 1 });
    if (waiting.size > 0) return;
    console.log(JSON.stringify(found));
    server.kill();
  }
}

function opened() {
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });
  for (const file of files) {
    const uri = pathToFileURL(file).href;
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text: readFileSync(file, 'utf8') } },
    });
  }
}

server.stdout.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())[1]);
    if (buffer.length < end + 4 + length) return;
    const text = buffer.subarray(end + 4, end + 4 + length).toString();
    buffer = buffer.subarray(end + 4 + length);
    received(JSON.parse(text));
  }
});

send({
  id: ++id,
  method: 'initialize',
  params: {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { workspace: { configuration: true } },
    initializationOptions: {},
  },
});
