// The sample workspace as a reader of the README sees it; its pictures are taken here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { STATUS } from "./status.mjs";

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
      await workbench.follow("近39億美元");
      await workbench.untilTab("2025-12-ai-feed.txt");
      await workbench.untilStatus(/Ln 3, Col 157\d\d \(\d+ selected\)/);
      await workbench.untilStatus(/Tickmark Feed/, "status.editor.mode");
      await workbench.page.waitForTimeout(500);
      assert.ok(await workbench.cursorIsVisible());
    },
  },
];
