// A workspace in a temporary folder for tests of the real server, from a fixture of several files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer, type TestServer } from "./client.mjs";

export interface TestWorkspace {
  readonly folder: string;
  readonly server: TestServer;
  uri(path: string): string;
  write(path: string, text: string | Uint8Array): void;
  /** Tells the server of changed files as an editor does, and waits until it has read them. */
  touch(...paths: readonly string[]): Promise<void>;
  /** Opens a note whose text holds `‸`; gives its URI, the text without it, and the position. */
  openAt(path: string, marked: string): Promise<{ readonly uri: string; readonly text: string; readonly position: { line: number; character: number } }>;
  close(): Promise<void>;
}

/** Splits `--- path` sections of a fixture into files. */
export function filesOf(fixture: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const part of fixture.split(/^--- /m).slice(1)) {
    const end = part.indexOf("\n");
    files.set(part.slice(0, end).trim(), part.slice(end + 1));
  }
  return files;
}

export async function openWorkspace(fixture: string, settings: object = {}, capabilities?: object, initializationOptions?: object): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-test-"));
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of filesOf(fixture)) write(path, text);
  const server = await startServer([folder], { settings, ...(capabilities ? { capabilities } : {}), ...(initializationOptions ? { initializationOptions } : {}) });
  await server.ready();
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  return {
    folder,
    server,
    uri,
    write,
    async touch(...paths) {
      const before = server.statuses.length;
      await server.changed(paths.map((path) => ({ uri: uri(path), type: 2 })));
      for (let tries = 0; tries < 60 && server.statuses.length === before; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async openAt(path, marked) {
      const at = marked.indexOf("‸");
      const text = marked.replace("‸", "");
      const before = text.slice(0, at).split(/\r\n|\n|\r/);
      await server.open(uri(path), text);
      return { uri: uri(path), text, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Applies text edits of one document, as an editor does. */
export function applyEdits(text: string, edits: readonly { range: { start: { line: number; character: number }; end: { line: number; character: number } }; newText: string }[]): string {
  const starts = [0];
  for (let at = 0; at < text.length; at++) if (text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n")) starts.push(at + 1);
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)), text);
}
