// The index on disk as a client sees it: opened at the next start, shared by two servers, done without where it cannot be written.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { startServer } from "./client.mjs";

// however small the corpus, its index is on disk
process.env["TICKMARK_DISK_FROM"] = "0";

const ARTICLES = 80;

/** A workspace of more articles than are read without workers. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-index-"));
  mkdirSync(join(folder, "corpus"));
  for (let i = 0; i < ARTICLES; i++) writeFileSync(join(folder, `corpus/${i}.md`), `---\ntitle: 台積電訂單${i}\ndate: 2025-11-0${(i % 9) + 1}\n---\n\n台積電第${i + 1}批訂單金額為${i + 100}.5億元。\n`);
  return folder;
}

const start = (folder: string, settings: object = {}) => startServer([folder], { settings, initializationOptions: { storage: join(folder, "storage") } });
type Server = Awaited<ReturnType<typeof start>>;

async function cardOf(server: Server, folder: string, words: string): Promise<string> {
  const uri = pathToFileURL(join(folder, "notes/x.md")).href;
  const text = `# 筆記\n\n${words}\n`;
  await server.open(uri, text);
  const card = await server.request("textDocument/hover", { textDocument: { uri }, position: { line: 2, character: words.search(/\d+\.5/) + 1 } });
  await server.close(uri);
  return JSON.stringify(card);
}

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = makeFolder();
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the next start opens the index and reads only what changed, came or went meanwhile", () =>
  withFolder(async (folder) => {
    const first = await start(folder);
    assert.equal((await first.ready()).articles, ARTICLES);
    assert.match(await cardOf(first, folder, "台積電第8批訂單金額為107.5億元"), /corpus\/7\.md/);
    await first.stop();
    const [index] = readdirSync(join(folder, "storage/index"));
    assert.ok(existsSync(join(folder, "storage/index", index!, "manifest")));
    writeFileSync(join(folder, "corpus/7.md"), "---\ntitle: 台積電訂單\ndate: 2025-11-08\n---\n\n台積電第8批訂單金額為999.5億元。\n");
    rmSync(join(folder, "corpus/8.md"));
    const second = await start(folder);
    assert.equal((await second.ready()).articles, ARTICLES - 1);
    assert.match(await cardOf(second, folder, "台積電第8批訂單金額為999.5億元"), /corpus\/7\.md/);
    assert.doesNotMatch(await cardOf(second, folder, "台積電第9批訂單金額為108.5億元"), /corpus\/8\.md/);
    await second.stop();
  }));

test("two servers share one index, and the one that may not write builds nothing and waits for nothing", () =>
  withFolder(async (folder) => {
    const writer = await start(folder);
    await writer.ready();
    const reader = await start(folder);
    assert.equal((await reader.ready()).articles, ARTICLES);
    assert.match(await cardOf(reader, folder, "台積電第8批訂單金額為107.5億元"), /corpus\/7\.md/);
    assert.equal((await reader.request("tickmark/rebuild", {})).articles, ARTICLES);
    assert.match(await cardOf(reader, folder, "台積電第8批訂單金額為107.5億元"), /corpus\/7\.md/);
    writeFileSync(join(folder, "corpus/7.md"), "---\ntitle: 台積電訂單\ndate: 2025-11-08\n---\n\n台積電第8批訂單金額為888.5億元。\n");
    await reader.changed([{ uri: pathToFileURL(join(folder, "corpus/7.md")).href, type: 2 }]);
    await reader.request("tickmark/settled", {});
    assert.match(await cardOf(reader, folder, "台積電第8批訂單金額為888.5億元"), /corpus\/7\.md/);
    await writer.stop();
    await reader.stop();
  }));

test("where the index cannot be written the corpus is read all the same, and one line says so", () =>
  withFolder(async (folder) => {
    writeFileSync(join(folder, "file"), "");
    const server = await start(folder, { index: { folder: "file/inner" } });
    assert.equal((await server.ready()).articles, ARTICLES);
    assert.match(await cardOf(server, folder, "台積電第8批訂單金額為107.5億元"), /corpus\/7\.md/);
    assert.equal(server.log.filter(({ message }) => /kept in memory only/.test(message)).length, 1);
    await server.stop();
  }));
