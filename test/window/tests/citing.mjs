// Citing what is there already: a plain figure by its quick fix, the figure that the editor proposes as ghost text, and a
// figure of an article, copied into a note or put at the cursor of the last one. One undo takes each back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ARTICLE = "2025-11-05-yanhua.md";
const LINE = 8;

const onDisk = (workbench, file) => readFileSync(join(workbench.vscode.workspace, file), "utf8");
/** 1-based column of words in the article's only paragraph. */
const columnOf = (workbench, words) => onDisk(workbench, `corpus/${ARTICLE}`).split("\n")[LINE - 1].indexOf(words) + 1;

/**
 * Saves the note and compares it with `before`: `words`, citing `figure`, stand in place of `plain`, or at ‸, the definition
 * is the last line, and nothing else has changed.
 */
async function assertCited(workbench, file, before, { plain, words, figure }) {
  const [ahead, behind] = plain ? before.split(plain) : before.split("‸");
  const source = before.replace("‸", "");
  const text = await workbench.saved(file, (one) => one !== source && one.includes("#L"));
  const [, label] =
    text.slice(ahead.length).match(/^\[[^\]]+\]\[([a-z2-9]{4})\]/) ?? assert.fail(`no link in:\n${text}`);
  const column = columnOf(workbench, figure);
  const target = `${relative(dirname(file), "corpus")}/${ARTICLE}#L${LINE},${column}`;
  const start = `${ahead}[${words}][${label}]${behind.trimEnd()}\n\n[${label}]: ${target} "`;
  assert.ok(text.startsWith(start), `not as expected:\n${text}\ninstead of:\n${start}…`);
  assert.match(text.slice(start.length), new RegExp(`^[^"\\n]*${figure.replace(".", "\\.")}[^"\\n]*"\\n?$`));
}

/** Ctrl+Z once, and the note on the disk is as it was. */
async function undoTakesItBack(workbench, file, before) {
  await workbench.page.keyboard.press("Control+z");
  assert.equal(
    await workbench.saved(file, (text) => text === before),
    before,
    "one undo takes link and definition back",
  );
  await workbench.page.keyboard.press("Control+y");
  await workbench.saved(file, (text) => text !== before);
}

async function openArticleAt(workbench, words) {
  await workbench.goTo(ARTICLE, LINE, columnOf(workbench, words) + 1);
}

export const citingTests = [
  {
    name: "a plain figure of a note: its quick fix is listed with the source",
    shot: "7b-quick-fix",
    async run(workbench) {
      const row = workbench.page.locator(".action-widget .monaco-list-row", { hasText: "Cite this figure" }).first();
      // asked before VS Code has the note's actions, the menu says that there are none and stays so: ask again
      for (let tries = 0; tries < 6 && !(await row.isVisible()); tries++) {
        await workbench.page.keyboard.press("Escape");
        await workbench.goTo("cite.md", 3, 12);
        await workbench.page.keyboard.press("Control+.");
        await row.waitFor({ timeout: 5000 }).catch(() => undefined);
      }
      await row.waitFor();
      assert.match(await row.innerText(), /178\.65億元 — 窗邊財經, 2025-11-05/);
    },
  },
  {
    name: "the quick fix wraps the figure, and one undo takes link and definition back",
    shot: "7c-quick-fix-done",
    async run(workbench) {
      const before = onDisk(workbench, "notes/cite.md");
      await workbench.page.locator(".action-widget .monaco-list-row", { hasText: "Cite this figure" }).first().click();
      await workbench.editor.locator(".view-line", { hasText: `#L${LINE}` }).waitFor();
      await assertCited(workbench, "notes/cite.md", before, {
        plain: "178.7億元",
        words: "178.7億元",
        figure: "178.65億元",
      });
      await undoTakesItBack(workbench, "notes/cite.md", before);
    },
  },
  {
    name: "the figure that would follow shows as ghost text once the list is closed",
    shot: "7d-ghost",
    async run(workbench) {
      await workbench.goTo("ghost.md", 3, 1);
      // as an input method commits it, in one piece: the list opens once, and closed it stays shut
      await workbench.page.keyboard.insertText("研華第三季營收為");
      await workbench.rows();
      await workbench.page.keyboard.press("Escape");
      await workbench.list.waitFor({ state: "hidden" });
      await workbench.editor
        .locator(".ghost-text-decoration, .ghost-text", { hasText: "178.65億元" })
        .first()
        .waitFor({ timeout: 15_000 });
      assert.equal(await workbench.list.count(), 0);
    },
  },
  {
    name: "Tab accepts the ghost text with its citation, and one undo takes figure and definition back",
    shot: "7e-ghost-accepted",
    async run(workbench) {
      const before = onDisk(workbench, "notes/ghost.md").replace("\n\n\n\n", "\n\n研華第三季營收為‸\n\n");
      await workbench.page.keyboard.press("Tab");
      await workbench.editor.locator(".view-line", { hasText: `#L${LINE}` }).waitFor();
      await assertCited(workbench, "notes/ghost.md", before, { words: "178.65億元", figure: "178.65億元" });
      await undoTakesItBack(workbench, "notes/ghost.md", before.replace("‸", ""));
    },
  },
  {
    name: "a figure of an article is copied as a citation, and pasted into a note with label and definition",
    shot: "7f-pasted",
    async run(workbench) {
      await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const before = onDisk(workbench, "notes/paste.md");
      await openArticleAt(workbench, "178.65億元");
      await workbench.command("Tickmark: Copy as Citation");
      await workbench.page.locator(".part.statusbar", { hasText: "Citation copied" }).waitFor();
      await workbench.goTo("paste.md", 3, "研華上季營收".length + 1);
      await workbench.page.keyboard.press("Control+v");
      await workbench.editor.locator(".view-line", { hasText: `#L${LINE}` }).waitFor();
      const marked = before.replace("研華上季營收", "研華上季營收‸");
      await assertCited(workbench, "notes/paste.md", marked, { words: "178.65億元", figure: "178.65億元" });
      await undoTakesItBack(workbench, "notes/paste.md", before);
    },
  },
  {
    name: "a sentence copied from a note brings its definition along, its target written for the new folder",
    shot: "7g-carried",
    async run(workbench) {
      const before = onDisk(workbench, "notes/desk/carried.md");
      await workbench.goTo("paste.md", 3, 1);
      await workbench.page.keyboard.press("Shift+End");
      await workbench.untilStatus(/\(\d+ selected\)/);
      await workbench.page.keyboard.press("Control+c");
      await workbench.goTo("carried.md", 3, 1);
      await workbench.page.keyboard.press("Control+v");
      await workbench.editor.locator(".view-line", { hasText: `#L${LINE}` }).waitFor();
      const marked = before.replace("\n\n\n\n", "\n\n研華上季營收‸，另見附表。\n\n");
      await assertCited(workbench, "notes/desk/carried.md", marked, { words: "178.65億元", figure: "178.65億元" });
      await undoTakesItBack(workbench, "notes/desk/carried.md", before);
    },
  },
  {
    name: "a figure of an article is cited at the cursor of the last note, and one undo takes it back",
    shot: "7h-last-note",
    async run(workbench) {
      const before = onDisk(workbench, "notes/last.md");
      await workbench.goTo("last.md", 3, "研華上季年增".length + 1);
      await openArticleAt(workbench, "12.4%");
      await workbench.command("Tickmark: Cite in the Last Note");
      await workbench.untilTab("last.md");
      await workbench.editor.locator(".view-line", { hasText: `#L${LINE}` }).waitFor();
      const marked = before.replace("研華上季年增", "研華上季年增‸");
      await assertCited(workbench, "notes/last.md", marked, { words: "12.4%", figure: "12.4%" });
      await undoTakesItBack(workbench, "notes/last.md", before);
    },
  },
];
