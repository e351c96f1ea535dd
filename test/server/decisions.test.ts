// What analysts decide about names, over the real server: offered as code actions, written as one row, shown everywhere within
// a second, read from colleagues' files, and neither read nor written without trust.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { openWorkspace, type TestWorkspace } from "./workspace.ts";

const FIXTURE = `--- corpus/a.md
---
title: 新廠動工
date: 2025-11-20
publisher: 測試財經
---
曜宸月營收為12億元，年增20%。曜宸的毛利率為31%。
--- corpus/b.md
---
title: 面板報價
date: 2025-11-21
publisher: 測試財經
---
面板報價本月持平，業者看淡。
`;
const FILE = ".tickmark/entities.tsv";

const opened: TestWorkspace[] = [];
async function open(more = "", options?: object): Promise<TestWorkspace> {
  const workspace = await openWorkspace(FIXTURE + more, {}, undefined, options);
  opened.push(workspace);
  return workspace;
}
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close();
});

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly command: { readonly command: string; readonly arguments: readonly unknown[] };
}

let notes = 0;
/** The choices for what stands between two `‸`, or at one. */
async function choicesAt(workspace: TestWorkspace, marked: string): Promise<readonly Action[]> {
  const note = await workspace.openAt(`notes/n${notes++}.md`, marked);
  const end = note.text.indexOf("‸");
  const text = note.text.replace("‸", "");
  if (end >= 0) {
    await workspace.server.close(note.uri);
    await workspace.server.open(note.uri, text);
  }
  const range = { start: note.position, end: end < 0 ? note.position : { line: 0, character: end } };
  return (await workspace.server.request("textDocument/codeAction", { textDocument: { uri: note.uri }, range, context: { diagnostics: [], only: ["refactor.tickmark.entity"], triggerKind: 1 } })) ?? [];
}
async function choose(workspace: TestWorkspace, marked: string, title: RegExp): Promise<void> {
  const actions = await choicesAt(workspace, marked);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action, `${title} is not among ${actions.map((one) => one.title).join(", ")}`);
  await workspace.server.request("workspace/executeCommand", action.command);
}
async function card(workspace: TestWorkspace, marked: string): Promise<string> {
  const { uri, position } = await workspace.openAt(`notes/n${notes++}.md`, marked);
  return (await workspace.server.request("textDocument/hover", { textDocument: { uri }, position }))?.contents.value ?? "";
}
const rows = (workspace: TestWorkspace): readonly string[] => readFileSync(join(workspace.folder, FILE), "utf8").split("\n");

test("selected words become a company: one row is written, and hover knows it at once, in the other script as well", async () => {
  const workspace = await open();
  assert.doesNotMatch(await card(workspace, "看好曜‸宸。\n"), /company/);
  const start = performance.now();
  await choose(workspace, "看好‸曜宸‸。\n", /曜宸” is a company/);
  assert.match(await card(workspace, "看好曜‸宸。\n"), /曜宸[\s\S]*12/);
  assert.match(await card(workspace, "看好曜‸宸的成长。\n"), /曜宸/);
  assert.ok(performance.now() - start < 3000);
  const [header, row, end] = rows(workspace);
  assert.equal(header, "action\tid\tname\ttype\tby\tdate");
  assert.match(row ?? "", /^confirm\t曜宸\t曜宸\tcompany\t[^\t]*\t\d{4}-\d\d-\d\d$/);
  assert.equal(end, "");
});

test("a second decision is a second row, the first stays as it was", async () => {
  const workspace = await open(`--- ${FILE}\naction\tid\tname\ttype\tby\tdate\nreject\tfoo\tfoo\t\tan\t2025-01-01`);
  const before = readFileSync(join(workspace.folder, FILE), "utf8");
  await choose(workspace, "看好‸曜宸‸。\n", /is a product/);
  const now = readFileSync(join(workspace.folder, FILE), "utf8");
  assert.ok(now.startsWith(`${before}\nconfirm\t曜宸\t曜宸\tproduct\t`));
  assert.equal(now.split("\n").length, 4);
});

test("words that are the same as a known firm get its card", async () => {
  const workspace = await open();
  await choose(workspace, "看好‸輝逹‸。\n", /is the same as 輝達/);
  assert.match(await card(workspace, "看好輝‸逹。\n"), /NVDA/);
});

test("what is not a name is none any more", async () => {
  const workspace = await open();
  assert.match(await card(workspace, "看好輝‸達。\n"), /NVDA/);
  await choose(workspace, "看好輝‸達。\n", /輝達” is not a name/);
  assert.equal(await card(workspace, "看好輝‸達。\n"), "");
  assert.match(await card(workspace, "看好Nvi‸dia。\n"), /NVDA/);
});

test("a colleague's file is read when it changes, and what it no longer says is forgotten", async () => {
  const workspace = await open();
  workspace.write(FILE, "action\tid\tname\ttype\tby\tdate\nconfirm\tyaochen\t曜宸\tcompany\tmei\t2025-11-30\n");
  const start = performance.now();
  await workspace.touch(FILE);
  assert.match(await card(workspace, "看好曜‸宸。\n"), /company[\s\S]*12/);
  assert.ok(performance.now() - start < 1500, `${performance.now() - start} ms`);
  workspace.write(FILE, "action\tid\tname\ttype\tby\tdate\n");
  await workspace.touch(FILE);
  assert.doesNotMatch(await card(workspace, "看好曜‸宸。\n"), /company/);
});

test("in a workspace that is not trusted the file is neither read nor written", async () => {
  const workspace = await open(`--- ${FILE}\naction\tid\tname\ttype\tby\tdate\nconfirm\tyaochen\t曜宸\tcompany\tmei\t2025-11-30\n`, { trusted: false });
  const before = readFileSync(join(workspace.folder, FILE), "utf8");
  assert.doesNotMatch(await card(workspace, "看好曜‸宸。\n"), /company/);
  assert.deepEqual(await choicesAt(workspace, "看好‸曜宸‸。\n"), []);
  await workspace.server.request("workspace/executeCommand", { command: "tickmark.decide", arguments: [workspace.uri("notes/x.md"), { action: "confirm", id: "a", name: "曜宸", type: "company" }] });
  assert.equal(readFileSync(join(workspace.folder, FILE), "utf8"), before);
});

const outside = mkdtempSync(join(tmpdir(), "tickmark-outside-"));
after(() => rmSync(outside, { recursive: true, force: true }));

test("a folder of decisions that leads out of the workspace is not written into", async () => {
  const workspace = await open();
  symlinkSync(outside, join(workspace.folder, ".tickmark"));
  await choose(workspace, "看好‸曜宸‸。\n", /is a company/);
  assert.ok(!existsSync(join(outside, "entities.tsv")));
});
