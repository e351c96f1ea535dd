// The corpus as the real server reads it: encodings, line ends, bad input, changes on disk, several folders, the roots.
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openWorkspace, type TestWorkspace } from "./workspace.ts";

const TITLE = "遠東電纜接單創新高";
const BODY = "遠東電纜公司宣布第三季營收達45.6億元,年增23.5%,法人預估全年獲利將超過12億元。";

const definitionOf = async (workspace: TestWorkspace, marked: string, path = `notes/${Math.random().toString(36).slice(2)}.md`) => {
  const { uri, position } = await workspace.openAt(path, marked);
  const answer = await workspace.server.request("textDocument/definition", { textDocument: { uri }, position });
  return answer?.[0] as { targetUri: string; targetSelectionRange: { start: { line: number; character: number }; end: { line: number; character: number } } } | undefined;
};
const NOTE = "遠東電纜第三季營收達45.‸6億元。\n";

async function withCorpus(bytes: Uint8Array | string, check: (workspace: TestWorkspace) => Promise<void>, name = "corpus/a.txt") {
  const workspace = await openWorkspace("--- notes/x.md\n# x\n");
  try {
    workspace.write(name, bytes);
    mkdirSync(join(workspace.folder, "corpus"), { recursive: true });
    await workspace.server.configure({});
    await workspace.touch(name);
    await check(workspace);
  } finally {
    await workspace.close();
  }
}

const utf16 = (text: string, mark: boolean): Uint8Array => Buffer.concat([mark ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0), Buffer.from(text, "utf16le")]);
// 遠東電纜 in Big5, made once with iconv: Node encodes UTF-8 and UTF-16 only
const ENCODINGS: readonly (readonly [string, Uint8Array])[] = [
  ["UTF-8", Buffer.from(`${TITLE}\n${BODY}\n`)],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${TITLE}\n${BODY}\n`)],
  ["UTF-16 with its mark", utf16(`${TITLE}\n${BODY}\n`, true)],
  ["CRLF", Buffer.from(`${TITLE}\r\n${BODY}\r\n`)],
  ["CR", Buffer.from(`${TITLE}\r${BODY}\r`)],
];

for (const [name, bytes] of ENCODINGS)
  test(`a file in ${name} is read and jumped into at the right column`, () =>
    withCorpus(bytes, async (workspace) => {
      const place = await definitionOf(workspace, NOTE);
      assert.deepEqual(place?.targetSelectionRange.start, { line: 1, character: BODY.indexOf("45.6") });
    }));

test("files added, changed, renamed and deleted while running are picked up", async () => {
  await withCorpus(`${TITLE}\n${BODY}\n`, async (workspace) => {
    assert.ok(await definitionOf(workspace, NOTE));
    workspace.write("corpus/a.txt", `更新\n\n${TITLE}\n${BODY.replace("45.6", "47.8")}\n`);
    await workspace.touch("corpus/a.txt");
    assert.equal(await definitionOf(workspace, NOTE), undefined);
    assert.ok(await definitionOf(workspace, NOTE.replace("45.‸6", "47.‸8")));
    renameSync(join(workspace.folder, "corpus/a.txt"), join(workspace.folder, "corpus/新 名.txt"));
    await workspace.touch("corpus/a.txt", "corpus/新 名.txt");
    const moved = await definitionOf(workspace, NOTE.replace("45.‸6", "47.‸8"));
    assert.equal(moved?.targetUri, workspace.uri("corpus/新 名.txt"));
    rmSync(join(workspace.folder, "corpus/新 名.txt"));
    await workspace.touch("corpus/新 名.txt");
    assert.equal(await definitionOf(workspace, NOTE.replace("45.‸6", "47.‸8")), undefined);
  });
});

test("a bad file costs one line in the log and nothing else", async () => {
  const workspace = await openWorkspace(`--- corpus/good.txt\n${TITLE}\n${BODY}\n--- corpus/empty.txt\n--- corpus/broken.md\n---\ntitle: [unclosed\n---\n# 標題\n\n內文有3億元。\n--- notes/x.md\n# x\n`);
  try {
    workspace.write("corpus/binary.md", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256));
    workspace.write("corpus/long.txt", `${"數".repeat(3_000_000)}\n`);
    await workspace.touch("corpus/binary.md", "corpus/long.txt");
    const { problems } = workspace.server.statuses.at(-1)!;
    assert.ok(problems >= 2, `problems ${problems}`);
    assert.ok(await definitionOf(workspace, NOTE));
    const first = workspace.server.log.map(({ message }) => message).join("\n");
    assert.match(first, /broken\.md:?\d*: /);
  } finally {
    await workspace.close();
  }
});

test("a corpus folder may be a link; a link inside it that leads out is not followed", async () => {
  const outside = await openWorkspace("--- secret/s.txt\n機密\n機密公司營收為99.9億元。\n--- real/a.txt\n公開\n公開公司營收為88.8億元。\n--- ws/notes/x.md\n# x\n");
  await outside.server.stop();
  symlinkSync(join(outside.folder, "real"), join(outside.folder, "ws/corpus"), "dir");
  symlinkSync(join(outside.folder, "secret"), join(outside.folder, "real/inner"), "dir");
  const { startServer } = await import("./client.mjs");
  const server = await startServer([join(outside.folder, "ws")]);
  try {
    assert.equal((await server.ready()).articles, 1);
  } finally {
    await server.stop();
    rmSync(outside.folder, { recursive: true, force: true });
  }
});

test("a citation that climbs out of the roots is told, not read", async () => {
  const workspace = await openWorkspace(`--- corpus/a.txt\n${TITLE}\n${BODY}\n--- notes/x.md\n# x\n`);
  writeFileSync(join(workspace.folder, "../tickmark-outside.txt"), "外面45.6億元\n");
  try {
    const text = '見[45.6億元][abcd]。\n\n[abcd]: ../../tickmark-outside.txt#L1,3 "外面45.6億元"\n';
    const uri = workspace.uri("notes/out.md");
    await workspace.server.open(uri, text);
    const hover = await workspace.server.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 12 } });
    assert.match(hover.contents.value, /Outside/);
    assert.equal(await workspace.server.request("textDocument/definition", { textDocument: { uri }, position: { line: 0, character: 12 } }), null);
  } finally {
    rmSync(join(workspace.folder, "../tickmark-outside.txt"));
    await workspace.close();
  }
});

test("several corpus folders, include and exclude globs", async () => {
  const workspace = await openWorkspace(
    `--- one/a.txt\n甲\n甲公司營收為11.1億元。\n--- two/b.md\n# 乙\n\n乙公司營收為22.2億元。\n--- two/draft/c.md\n# 丙\n\n丙公司營收為33.3億元。\n--- notes/x.md\n# x\n`,
    { corpus: { folders: ["one", "two"], exclude: ["draft/**"] } },
  );
  try {
    assert.equal(workspace.server.statuses.at(-1)?.articles, 2);
  } finally {
    await workspace.close();
  }
});

test("progress is shown while the corpus is read, and ends", async () => {
  const workspace = await openWorkspace(`--- corpus/a.txt\n${TITLE}\n${BODY}\n--- notes/x.md\n# x\n`);
  try {
    const kinds = workspace.server.progress.map(({ value }) => value.kind);
    assert.equal(kinds[0], "begin");
    assert.equal(kinds.at(-1), "end");
    assert.ok(workspace.server.registrations.some(({ method }) => method === "workspace/didChangeWatchedFiles"));
  } finally {
    await workspace.close();
  }
});
