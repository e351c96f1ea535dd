import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import version from "tickmark:grammar-version";
import { indexFolder, indexHome, removeLeftovers, removeOldIndexes, type HomeOptions } from "../../../server/src/store/indexFolder.ts";
import { segmentName } from "../../../server/src/store/names.ts";
import { tryLock } from "../../../server/src/store/writerLock.ts";
import { testFolder } from "./folder.ts";

const OPTIONS: HomeOptions = { setting: "", workspaceFolders: ["/desk"], env: {}, platform: "linux", user: "/home/lin" };
const ROOTS = [{ path: "/desk/corpus", real: "/archive/news" }];

test("the setting names the home, else the client, else the system's cache folder", () => {
  const home = (more: Partial<HomeOptions>): string => indexHome({ ...OPTIONS, ...more });
  assert.equal(home({ setting: "/fast/index", storage: "/storage" }), "/fast/index");
  assert.equal(home({ setting: "~/index" }), "/home/lin/index");
  assert.equal(home({ setting: "~" }), "/home/lin");
  assert.equal(home({ setting: " .tickmark/index " }), "/desk/.tickmark/index");
  assert.equal(home({ setting: "index", workspaceFolders: [] }), "/home/lin/index");
  assert.equal(home({ storage: "/storage/tickmark" }), "/storage/tickmark/index");
  assert.equal(home({ storage: "relative" }), "/home/lin/.cache/tickmark");
  assert.equal(home({ env: { XDG_CACHE_HOME: "/var/cache" } }), "/var/cache/tickmark");
  assert.equal(home({ env: { XDG_CACHE_HOME: "not/absolute" } }), "/home/lin/.cache/tickmark");
  assert.equal(home({ platform: "darwin", user: "/Users/lin" }), "/Users/lin/Library/Caches/tickmark");
  assert.equal(home({ platform: "win32", env: { LOCALAPPDATA: "/C/Local" } }), "/C/Local/tickmark");
});

test("other roots, other names for them and another way of reading have folders of their own", () => {
  const paths = [
    indexFolder("/home", ROOTS, ["a"]),
    indexFolder("/home", ROOTS, ["b"]),
    indexFolder("/home", [{ path: "/other/corpus", real: "/archive/news" }], ["a"]),
    indexFolder("/home", [...ROOTS, { path: "/x", real: "/x" }], ["a"]),
  ];
  assert.equal(new Set(paths.map(({ path }) => path)).size, 4);
  assert.equal(new Set(paths.map(({ key }) => key)).size, 4);
  const two = [...ROOTS, { path: "/x", real: "/x" }];
  assert.deepEqual(indexFolder("/home", two, ["a"]), indexFolder("/home", [...two].reverse(), ["a"]));
});

test("the grammar's version is a hash that the build made", () => assert.match(version, /^[0-9a-f]{12}$/));

test("indexes of the same roots by other versions go, unless one is being written; nothing else is touched", (t) => {
  const home = testFolder(t);
  const mine = indexFolder(home, ROOTS, ["now"]);
  const old = indexFolder(home, ROOTS, ["before"]);
  const written = indexFolder(home, ROOTS, ["being written"]);
  const withMore = indexFolder(home, ROOTS, ["with a stranger's file"]);
  const others = indexFolder(home, [{ path: "/x", real: "/x" }], ["before"]);
  for (const { path } of [mine, old, written, withMore, others]) {
    mkdirSync(path, { recursive: true });
    for (const name of ["manifest", segmentName(3), `${segmentName(4)}.0123456789ab.tmp`]) writeFileSync(join(path, name), "");
  }
  writeFileSync(join(withMore.path, "thesis.docx"), "");
  mkdirSync(join(home, "index"));
  writeFileSync(join(home, "segment-1-00000000"), "");
  const elsewhere = testFolder(t);
  writeFileSync(join(elsewhere, "manifest"), "");
  symlinkSync(elsewhere, indexFolder(home, ROOTS, ["a link"]).path);
  const locking = tryLock(written.path);
  removeOldIndexes(mine.path);
  assert.ok(!existsSync(old.path));
  assert.equal(readdirSync(mine.path).length, 3);
  assert.equal(readdirSync(others.path).length, 3);
  assert.equal(readdirSync(written.path).length, 4);
  assert.deepEqual(readdirSync(withMore.path), ["thesis.docx"]);
  assert.deepEqual(readdirSync(elsewhere), ["manifest"]);
  assert.ok(existsSync(join(home, "index")) && existsSync(join(home, "segment-1-00000000")));
  if (locking.state === "held") locking.lock.release();
});

test("what is not in the manifest goes, and only what has our names", (t) => {
  const folder = testFolder(t);
  const kept = segmentName(5);
  const ours = [segmentName(4), `${segmentName(6)}.0123456789ab.tmp`, "manifest.0123456789ab.tmp", "writer.lock.0123456789abcdef.aside"];
  const others = [kept, "manifest", "writer.lock", "notes.md", "segment-5", "segment-5-xyz.tmp", "manifest.bak"];
  for (const name of [...ours, ...others]) writeFileSync(join(folder, name), "");
  removeLeftovers(folder, new Set([kept]));
  assert.deepEqual(readdirSync(folder).sort(), others.sort());
  removeLeftovers(join(folder, "none"), new Set());
});
