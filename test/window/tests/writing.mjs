// Writing: the list opens while Chinese is typed, what is accepted stands in the note on the disk, settings hold at once.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TYPED = "研華第三季營收";
/** The figure with its label, and the definition that belongs to it. */
const CITATION = /\[178\.65億元\]\[([a-z2-9]{4})\]/;

async function setting(workbench, settings) {
  const path = join(workbench.vscode.workspace, ".vscode/settings.json");
  mkdirSync(join(path, ".."), { recursive: true });
  const old = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  writeFileSync(path, JSON.stringify({ ...old, ...settings }, null, 1));
  await workbench.page.waitForTimeout(1500);
}

/** Figure, label and definition are there, the definition last and on a line of its own, everything else unchanged. */
function assertCited(text, before) {
  const [citation, label] = CITATION.exec(text) ?? assert.fail(`no citation in:\n${text}`);
  const definition =
    new RegExp(`^\\[${label}\\]: \\.\\./corpus/2025-11-05-yanhua\\.md#L8,\\d+ ".*178\\.65億元"$`, "m").exec(text) ??
    assert.fail(`no definition in:\n${text}`);
  assert.ok(text.indexOf(definition[0]) > text.indexOf(citation), "the definition stands below the figure");
  assert.equal(text.split(citation).length, 2, "the figure stands once");
  assert.equal(text.replace(citation, "").replace(definition[0], "").trimEnd(), before.trimEnd());
}

async function typeAndAccept(workbench, { file, line, column, pause }) {
  await workbench.goTo(file, line, column);
  await workbench.type(TYPED);
  const rows = await workbench.rows();
  assert.match(rows[0], /178\.65/, rows.join("\n"));
  if (pause) await workbench.page.waitForTimeout(pause);
  await workbench.page.keyboard.press("Enter");
  await workbench.list.waitFor({ state: "hidden" });
}

async function undoTakesItBack(workbench, file, before) {
  await workbench.page.keyboard.press("Escape");
  await workbench.page.keyboard.press("Control+z");
  const text = await workbench.saved(file);
  assert.equal(text, before, "one undo takes figure, label and definition back");
}

async function typeAndAcceptHere(workbench) {
  await workbench.type(TYPED);
  assert.match((await workbench.rows())[0], /178\.65/);
  await workbench.page.keyboard.press("Enter");
  await workbench.list.waitFor({ state: "hidden" });
}

export const writingTests = [
  {
    name: "the list opens by itself while Chinese is typed, the figure first",
    shot: "3-list",
    async run(workbench) {
      await workbench.page.keyboard.press("Escape");
      await workbench.goTo("middle.md", 3, 1);
      await workbench.type(TYPED);
      const rows = await workbench.rows();
      assert.match(rows[0], /178\.65/, rows.join("\n"));
    },
  },
  {
    name: "accepted at once in the middle of a note: figure, label and definition, and one undo takes all back",
    shot: "4-accepted-middle",
    async run(workbench) {
      await workbench.page.keyboard.press("Enter");
      await workbench.list.waitFor({ state: "hidden" });
      const before = `# 研華\n\n${TYPED}\n\n另一段文字不應改變。\n`;
      assertCited(await workbench.saved("notes/middle.md", (text) => CITATION.test(text)), before);
      await undoTakesItBack(workbench, "notes/middle.md", before);
      await workbench.page.keyboard.press("Control+y");
      await workbench.saved("notes/middle.md", (text) => CITATION.test(text));
    },
  },
  {
    name: "accepted at once at the very end of a note without a final newline",
    shot: "5-accepted-end",
    async run(workbench) {
      const start = readFileSync(join(workbench.vscode.workspace, "notes/end.md"), "utf8");
      await typeAndAccept(workbench, { file: "end.md", line: 3, column: 4 });
      assertCited(await workbench.saved("notes/end.md", (text) => CITATION.test(text)), start + TYPED);
      await workbench.page.keyboard.press("Escape");
      await workbench.type("，");
      const [citation] = CITATION.exec(await workbench.saved("notes/end.md", (text) => text.includes("，")));
      assert.ok(
        readFileSync(join(workbench.vscode.workspace, "notes/end.md"), "utf8").includes(`${citation}，`),
        "the cursor stands behind the label",
      );
      await workbench.page.keyboard.press("Control+z");
      await undoTakesItBack(workbench, "notes/end.md", start + TYPED);
      await workbench.page.keyboard.press("Control+y");
      await workbench.saved("notes/end.md", (text) => CITATION.test(text));
    },
  },
  {
    name: "accepted after a pause, with its documentation shown, the note is the same",
    shot: "6-accepted-pause",
    async run(workbench) {
      await typeAndAccept(workbench, { file: "settings.md", line: 3, column: 1, pause: 1500 });
      assertCited(
        await workbench.saved("notes/settings.md", (text) => CITATION.test(text)),
        `# 研華\n\n${TYPED}\n\n另一段文字不應改變。\n`,
      );
    },
  },
  {
    name: "a name is completed in the middle of a run, and the list stays shut when it was accepted",
    shot: "6b-name",
    async run(workbench) {
      await workbench.goTo("names.md", 3, 4);
      await workbench.type("艾司摩");
      const rows = await workbench.rows();
      assert.match(rows[0], /^艾司摩爾/, rows.join("\n"));
      await workbench.page.keyboard.press("Enter");
      assert.match(
        await workbench.saved("notes/names.md", (text) => text.includes("爾")),
        /^據報導艾司摩爾昨日下單。$/m,
      );
      await workbench.page.waitForTimeout(1000);
      assert.equal(await workbench.list.count(), 0, "no list over the name that was accepted");
    },
  },
  {
    name: "nothing opens while an input method composes, the list opens at the commit",
    shot: "6c-composed",
    async run(workbench) {
      const session = await workbench.page.context().newCDPSession(workbench.page);
      await workbench.goTo("names.md", 5, 1);
      const commit = async (preedits, text) => {
        for (const preedit of preedits) {
          await session.send("Input.imeSetComposition", {
            text: preedit,
            selectionStart: preedit.length,
            selectionEnd: preedit.length,
          });
          await workbench.page.waitForTimeout(250);
          assert.equal(await workbench.list.count(), 0, `a list over the preedit ${preedit}`);
        }
        await session.send("Input.insertText", { text });
        await workbench.page.waitForTimeout(150);
      };
      await commit(["y", "yan", "ㄧㄢˊ", "yan'hua"], "研華");
      await workbench.page.keyboard.press("Escape");
      await commit(["di'san", "di'san'ji"], "第三季");
      await workbench.page.keyboard.press("Escape");
      await commit(["ying", "ying'shou"], "營收");
      assert.match((await workbench.rows())[0], /178\.65/);
    },
  },
  {
    name: "with the nudge off the list stays shut until Alt+/ is pressed",
    async run(workbench) {
      await setting(workbench, { "tickmark.suggest.nudge": "off" });
      await workbench.goTo("names.md", 7, 1);
      await workbench.type(TYPED);
      await workbench.page.waitForTimeout(1000);
      assert.equal(await workbench.list.count(), 0);
      await workbench.page.keyboard.press("Alt+/");
      assert.match((await workbench.rows())[0], /178\.65/);
      await workbench.page.keyboard.press("Escape");
      await workbench.saved("notes/names.md");
      await setting(workbench, { "tickmark.suggest.nudge": "onMatch" });
    },
  },
  {
    name: "a changed setting holds without restart: citations are written inline",
    shot: "7-inline",
    async run(workbench) {
      await setting(workbench, { "tickmark.citation.style": "inline" });
      await workbench.goTo("settings.md", 5, 11);
      await workbench.page.keyboard.press("Enter");
      await typeAndAcceptHere(workbench);
      const text = await workbench.saved("notes/settings.md", (one) => one.includes("](../"));
      assert.match(text, /研華第三季營收\[178\.65億元\]\(\.\.\/corpus\/2025-11-05-yanhua\.md#L8,\d+ ".*178\.65億元"\)/);
      await setting(workbench, { "tickmark.citation.style": "reference" });
    },
  },
];
