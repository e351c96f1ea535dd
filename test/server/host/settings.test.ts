// Settings, globs and roots: what the host takes from outside.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DEFAULT_SETTINGS, readSettings } from "../../../server/src/host/settings.ts";
import { findRoots, mayRead } from "../../../server/src/host/roots.ts";
import { pathFilter, walk } from "../../../server/src/host/walk.ts";

test("nested and dotted keys are read, absent and null ones keep their defaults", () => {
  const warn = () => assert.fail("no warning expected");
  assert.deepEqual(readSettings({ corpus: { folders: ["a"] } }, warn).corpusFolders, ["a"]);
  assert.deepEqual(readSettings({ "corpus.folders": ["b"] }, warn).corpusFolders, ["b"]);
  assert.deepEqual(readSettings({ corpus: { folders: null } }, warn).corpusFolders, ["corpus"]);
  assert.deepEqual(readSettings(undefined, warn), DEFAULT_SETTINGS);
});

test("a value of the wrong kind is said and left out", () => {
  const said: string[] = [];
  const settings = readSettings({ citation: { style: "footnote" }, corpus: { folders: "corpus" }, hover: { otherSources: -1 } }, (message) => said.push(message));
  assert.equal(settings.citationStyle, "reference");
  assert.deepEqual(settings.corpusFolders, ["corpus"]);
  assert.equal(said.length, 3);
  assert.match(said.join("\n"), /tickmark\.citation\.style: "footnote" is not one of reference, inline/);
});

test("globs take what is included and not excluded", () => {
  const wanted = pathFilter(["**/*.{md,txt}"], ["**/drafts/**"]);
  assert.ok(wanted("a.md") && wanted("深/層/b.TXT"));
  assert.ok(!wanted("a.html") && !wanted("drafts/a.md") && !wanted("x/drafts/y/a.md"));
});

test("roots are real folders once each; nothing outside them may be read; links inside are passed over", () => {
  const base = mkdtempSync(join(tmpdir(), "tickmark-roots-"));
  try {
    mkdirSync(join(base, "w/corpus/sub"), { recursive: true });
    mkdirSync(join(base, "outside"));
    writeFileSync(join(base, "w/corpus/sub/a.txt"), "a");
    writeFileSync(join(base, "outside/s.txt"), "s");
    symlinkSync(join(base, "outside"), join(base, "w/corpus/link"), "dir");
    symlinkSync(join(base, "outside/s.txt"), join(base, "w/corpus/s.txt"));
    symlinkSync(join(base, "w/corpus"), join(base, "w/again"), "dir");
    const { roots, missing } = findRoots([join(base, "w")], ["corpus", "again", "nowhere"]);
    assert.equal(roots.length, 1);
    assert.deepEqual(missing, [join(base, "w/nowhere")]);
    assert.deepEqual([...walk(roots[0]!, () => true, () => assert.fail())].map(({ path }) => path), [join(base, "w/corpus/sub/a.txt")]);
    assert.ok(mayRead(roots, join(base, "w/corpus/sub/a.txt")));
    assert.ok(!mayRead(roots, join(base, "w/corpus/link/s.txt")));
    assert.ok(!mayRead(roots, join(base, "w/corpus/s.txt")));
    assert.ok(!mayRead(roots, join(base, "w/corpus/../../outside/s.txt")));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
