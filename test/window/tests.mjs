// What is done in the window and what must then be seen, on the screen or on the disk. Each test stands alone but for the
// window, which is opened by the first.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FIGURE, FIGURE_COLUMN } from "./workspace.mjs";

/** VS Code's id of the status item: publisher.name.id. */
const STATUS = "tickmark.tickmark.tickmark.status";
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
  const definition = new RegExp(`^\\[${label}\\]: \\.\\./corpus/2025-11-05-yanhua\\.md#L8,\\d+ ".*178\\.65億元"$`, "m").exec(text) ?? assert.fail(`no definition in:\n${text}`);
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

export const mainTests = [
  {
    name: "the status item counts the articles and says that they are up to date",
    shot: "1-status",
    async run(workbench) {
      await workbench.open("notes/hover.md");
      await workbench.untilStatus(/[\d,]+ articles · up to date/, STATUS, 60_000);
    },
  },
  {
    name: "a card shows on a name in the middle of a run of Han characters",
    shot: "2-hover",
    async run(workbench) {
      await workbench.goTo("hover.md", 1, 1);
      await workbench.hover("研華");
      const card = await workbench.card("Advantech");
      assert.match(card, /研華/);
      assert.match(card, /178\.65/);
    },
  },
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
      assert.ok(readFileSync(join(workbench.vscode.workspace, "notes/end.md"), "utf8").includes(`${citation}，`), "the cursor stands behind the label");
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
      assertCited(await workbench.saved("notes/settings.md", (text) => CITATION.test(text)), `# 研華\n\n${TYPED}\n\n另一段文字不應改變。\n`);
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
      assert.match(await workbench.saved("notes/names.md", (text) => text.includes("爾")), /^據報導艾司摩爾昨日下單。$/m);
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
          await session.send("Input.imeSetComposition", { text: preedit, selectionStart: preedit.length, selectionEnd: preedit.length });
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
  {
    name: "Ctrl+click on a citation opens the article with the cited figure selected",
    shot: "8-ctrl-click",
    async run(workbench) {
      await workbench.goTo("jump.md", 1, 1);
      const [x, y] = await workbench.placeOf("187.4億元");
      await workbench.page.mouse.move(x, y);
      await workbench.page.waitForTimeout(1500);
      await workbench.page.keyboard.down("Control");
      await workbench.page.mouse.move(x + 1, y);
      await workbench.page.waitForTimeout(300);
      await workbench.page.mouse.click(x + 1, y);
      await workbench.page.keyboard.up("Control");
      await workbench.untilTab("long-line.txt");
      await workbench.untilStatus(new RegExp(`Ln 3, Col \\d+ \\(${FIGURE.length} selected\\)`));
      await workbench.untilStatus(/Tickmark Feed/, "status.editor.mode");
      await workbench.page.waitForTimeout(500);
      assert.ok(await workbench.cursorIsVisible(), "the selected figure is on the screen");
      assert.ok(await workbench.placeOf("187.4"), "the figure is drawn");
    },
  },
  {
    name: "F12 on a citation puts the cursor on the cited figure, past column 15,000 of one line, and shows it",
    shot: "9-definition",
    async run(workbench) {
      await workbench.command("View: Close All Editors");
      await workbench.goTo("jump.md", 3, 18);
      await workbench.page.keyboard.press("F12");
      await workbench.untilTab("long-line.txt");
      await workbench.untilStatus(new RegExp(`Ln 3, Col ${FIGURE_COLUMN}(?!\\d)`));
      await workbench.untilStatus(/Tickmark Feed/, "status.editor.mode");
      await workbench.page.waitForTimeout(500);
      assert.ok(await workbench.cursorIsVisible(), "the cursor is on the screen");
      assert.ok(await workbench.placeOf("187.4"), "the figure is drawn");
    },
  },
  {
    name: "a card past column 15,000 has no warning of VS Code's about long lines",
    shot: "10-feed-card",
    async run(workbench) {
      await workbench.hover("187.4億元");
      assert.doesNotMatch(await workbench.card("187.4"), /paused|skipped/i);
    },
  },
  {
    name: "a text file outside the corpus stays plain text",
    async run(workbench) {
      await workbench.goTo("elsewhere.txt", 1, 1);
      await workbench.untilStatus(/Plain Text/, "status.editor.mode");
    },
  },
  {
    name: "the definitions of citations are dimmed, the figure is not",
    shot: "11-dimmed",
    async run(workbench) {
      await workbench.goTo("jump.md", 1, 1);
      const colours = await workbench.editor.locator(".view-line").evaluateAll((lines) =>
        lines.map((line) => {
          const [span] = line.querySelectorAll("span > span");
          return [line.textContent.slice(0, 4), span ? globalThis.getComputedStyle(span).color : ""];
        }),
      );
      assert.deepEqual(Object.fromEntries(colours)["[w3n"], "rgb(128, 128, 128)", JSON.stringify(colours));
    },
  },
  {
    name: "VS Code counts no error of the extension's, and its log has none of the server's",
    shot: "12-log",
    async run(workbench) {
      await workbench.command("Developer: Show Running Extensions");
      const row = workbench.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Tickmark" }).first();
      await row.waitFor();
      assert.doesNotMatch(await row.innerText(), /error/);
      await workbench.page.keyboard.press("Escape");
      await workbench.command("Tickmark: Show Log");
      await workbench.page.waitForTimeout(1500);
      const log = (await workbench.page.locator(".output-view .view-line").allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
      assert.doesNotMatch(log, /failed|Error/i);
    },
  },
];

async function typeAndAcceptHere(workbench) {
  await workbench.type(TYPED);
  assert.match((await workbench.rows())[0], /178\.65/);
  await workbench.page.keyboard.press("Enter");
  await workbench.list.waitFor({ state: "hidden" });
}

/** In the sample alone, as a reader of the README sees it; `picture` names the file under test/window/pictures. */
export const sampleTests = [
  {
    name: "the sample: the card of a name that the sources write otherwise",
    shot: "15-sample-card",
    picture: "card",
    async run(workbench) {
      await workbench.page.setViewportSize({ width: 1040, height: 640 });
      await workbench.open("notes/ai-supply-chain.md");
      await workbench.untilStatus(/articles · up to date/, STATUS, 60_000);
      await workbench.command("View: Toggle Primary Side Bar Visibility");
      await workbench.hover("英伟达");
      assert.match(await workbench.card("NVDA"), /輝達/);
    },
  },
  {
    name: "the sample: figures with their citations to choose from",
    shot: "16-sample-list",
    picture: "list",
    async run(workbench) {
      const lines = readFileSync(join(workbench.vscode.workspace, "notes/ai-supply-chain.md"), "utf8").split("\n");
      const line = lines.findIndex((text) => text.startsWith("展望第四季")) + 1;
      await workbench.page.setViewportSize({ width: 1040, height: 480 });
      await workbench.goTo("ai-supply-chain.md", line, lines[line - 1].length + 1);
      await workbench.page.keyboard.press("Enter");
      await workbench.type("輝達第三季營收");
      assert.match((await workbench.rows())[0], /570/);
    },
  },
  {
    name: "the sample: Ctrl+click leads to the words in the middle of a feed's long line",
    shot: "17-sample-jump",
    picture: "jump",
    async run(workbench) {
      await workbench.page.keyboard.press("Escape");
      await workbench.saved("notes/ai-supply-chain.md");
      const lines = readFileSync(join(workbench.vscode.workspace, "notes/ai-supply-chain.md"), "utf8").split("\n");
      const line = lines.findIndex((text) => text.includes("近39億美元")) + 1;
      await workbench.goTo("ai-supply-chain.md", line, 1);
      await workbench.page.waitForTimeout(1500);
      const [x, y] = await workbench.placeOf("近39億美元");
      await workbench.page.keyboard.down("Control");
      await workbench.page.mouse.move(x, y, { steps: 3 });
      await workbench.page.waitForTimeout(300);
      await workbench.page.mouse.click(x, y);
      await workbench.page.keyboard.up("Control");
      await workbench.untilTab("2025-12-ai-feed.txt");
      await workbench.untilStatus(/Ln 3, Col 157\d\d \(\d+ selected\)/);
      await workbench.untilStatus(/Tickmark Feed/, "status.editor.mode");
      await workbench.page.waitForTimeout(500);
      assert.ok(await workbench.cursorIsVisible());
    },
  },
];

export const bareTests = [
  {
    // not at the start of the window, where VS Code's number for every extension is the wait for all the others
    name: "the extension is active within 50 ms",
    shot: "12-activation",
    async run(workbench) {
      await workbench.open();
      await workbench.page.waitForTimeout(8000);
      await workbench.page.keyboard.press("F1");
      await workbench.page.locator(".quick-input-box input").first().fill(">Tickmark: Choose Corpus Folder");
      await workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Choose Corpus Folder" }).first().waitFor();
      await workbench.page.keyboard.press("Enter");
      await workbench.page.waitForFunction(() => document.querySelector(".quick-input-box input")?.value.startsWith("/"));
      await workbench.page.keyboard.press("Escape");
      await workbench.command("Developer: Show Running Extensions");
      const row = workbench.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Tickmark" }).first();
      await workbench.page.locator(".runtime-extensions-editor .monaco-list-row").first().hover();
      await workbench.page.waitForTimeout(500);
      await workbench.page.mouse.wheel(0, 5000);
      await row.waitFor();
      const text = await row.innerText();
      const [, milliseconds] = /Activation: (\d+)\s*ms/.exec(text) ?? assert.fail(text);
      console.log(`      activation: ${milliseconds} ms`);
      assert.ok(Number(milliseconds) <= 50, text);
      assert.doesNotMatch(text, /error/);
    },
  },
  {
    name: "without a corpus folder nothing shows but the command that chooses one",
    shot: "13-no-corpus",
    async run(workbench) {
      await workbench.page.keyboard.press("Escape");
      await workbench.goTo("note.md", 1, 1);
      await workbench.page.waitForTimeout(2000);
      assert.equal(await workbench.page.locator(`[id="${STATUS}"]`).count(), 0, "no status item");
      await workbench.page.keyboard.press("F1");
      await workbench.page.locator(".quick-input-box input").first().fill(">Tickmark");
      const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
      await rows.first().waitFor();
      const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label")).filter((label) => label.startsWith("Tickmark")));
      assert.equal(labels.length, 1, labels.join("\n"));
      assert.match(labels[0], /Choose Corpus Folder/);
    },
  },
  {
    name: "Choose Corpus Folder… writes the setting and starts at once",
    shot: "14-chosen",
    async run(workbench) {
      await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Choose Corpus Folder" }).first().click();
      const input = workbench.page.locator(".quick-input-box input").first();
      await workbench.page.waitForFunction(() => document.querySelector(".quick-input-box input")?.value.startsWith("/"));
      await input.fill(`${join(workbench.vscode.workspace, "articles")}/`);
      await workbench.page.waitForTimeout(500);
      await workbench.page.locator(".quick-input-action .monaco-button", { hasText: "Use as Corpus" }).or(workbench.page.locator(".quick-input-widget .monaco-button").first()).first().click();
      await workbench.untilStatus(/1 article · up to date/, STATUS, 30_000);
      assert.deepEqual(JSON.parse(readFileSync(join(workbench.vscode.workspace, ".vscode/settings.json"), "utf8")), { "tickmark.corpus.folders": ["articles"] });
      await workbench.hover("研華");
      await workbench.card("178.65");
    },
  },
];
