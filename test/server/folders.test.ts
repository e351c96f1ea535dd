// A window of two workspace folders: a citation copied from an article of one is right in the notes of both, pasted with our help
// or without; what a file: URL names outside the roots is reported and not read.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { startServer, type TestServer } from "./client.mjs";

const ARTICLE = "---\ntitle: 輝達第三季營收\ndate: 2025-11-20\n---\n\n輝達第三季營收為570.06億美元。\n";
let base: string;
let server: TestServer;
const uri = (path: string): string => pathToFileURL(join(base, path)).href;
const write = (path: string, text: string): void => {
  mkdirSync(join(base, path, ".."), { recursive: true });
  writeFileSync(join(base, path), text);
};

before(async () => {
  base = mkdtempSync(join(tmpdir(), "tickmark-folders-"));
  write("desk/corpus/nvda.md", ARTICLE);
  write("other/notes/n.md", "營收達。\n");
  write("outside/secret.md", "輝達第三季營收為999億美元。\n");
  server = await startServer([join(base, "desk"), join(base, "other")]);
  await server.ready();
});
after(async () => {
  await server.stop();
  rmSync(base, { recursive: true, force: true });
});

const figure = { start: { line: 5, character: 9 }, end: { line: 5, character: 9 } };

test("copied in a window of two folders, a citation leads to its article from the notes of both", async () => {
  await server.open(uri("desk/corpus/nvda.md"), ARTICLE);
  const copied: { text: string } = await server.request("tickmark/copyCitation", { uri: uri("desk/corpus/nvda.md"), range: figure });
  assert.match(copied.text, /^\[570\.06億美元\]\(file:\/\/\/.*\/desk\/corpus\/nvda\.md#L6,9 "[^"]*570\.06億美元"\)$/);
  for (const [note, target] of [["desk/n.md", "corpus/nvda.md"], ["other/notes/n.md", "../../desk/corpus/nvda.md"]] as const) {
    // as it stands
    await server.open(uri(note), `營收達${copied.text}。\n`);
    const [place] = [await server.request("textDocument/definition", { textDocument: { uri: uri(note) }, position: { line: 0, character: 5 } })].flat();
    assert.equal(place.targetUri ?? place.uri, uri("desk/corpus/nvda.md"), note);
    // by our paste
    const pasted: { text: string; edits: { newText: string }[] } = await server.request("tickmark/paste", { uri: uri(note), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: copied.text, carried: { definitions: [] } });
    assert.ok(pasted.edits.some(({ newText }) => newText.includes(`: ${target}#L6,9 "`)), JSON.stringify(pasted));
  }
});

test("a file: URL that leads outside is told as such, and nothing of it is shown", async () => {
  await server.open(uri("other/notes/out.md"), `輝達營收[999億美元](${uri("outside/secret.md")}#L1,8 "輝達第三季營收為999億美元")。\n`);
  const at = { textDocument: { uri: uri("other/notes/out.md") }, position: { line: 0, character: 40 } };
  assert.match((await server.request("textDocument/hover", at)).contents.value, /Outside the corpus/);
  assert.equal(await server.request("textDocument/definition", at), null);
});

test("an article with unsaved changes says why a changed figure is not copied", async () => {
  await server.open(uri("desk/corpus/nvda.md"), ARTICLE.replace("570.06", "571.06"));
  assert.deepEqual(await server.request("tickmark/copyCitation", { uri: uri("desk/corpus/nvda.md"), range: figure }), { refused: "edited" });
});
