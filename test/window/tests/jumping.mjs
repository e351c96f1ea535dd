// From a citation to the words in the article, past column 15,000 of one line, and what is seen there.
import assert from "node:assert/strict";
import { FIGURE, FIGURE_COLUMN } from "../workspace.mjs";

export const jumpingTests = [
  {
    name: "Ctrl+click on a citation opens the article with the cited figure selected",
    shot: "8-ctrl-click",
    async run(workbench) {
      await workbench.goTo("jump.md", 1, 1);
      await workbench.follow("187.4億元");
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
      const row = workbench.page
        .locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Tickmark" })
        .first();
      await row.waitFor();
      assert.doesNotMatch(await row.innerText(), /error/);
      await workbench.page.keyboard.press("Escape");
      await workbench.command("Tickmark: Show Log");
      await workbench.page.waitForTimeout(1500);
      const log = (await workbench.page.locator(".output-view .view-line").allInnerTexts())
        .join("\n")
        .replaceAll("\u00a0", " ");
      assert.doesNotMatch(log, /failed|Error/i);
    },
  },
];
