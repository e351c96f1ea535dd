// Where there is no corpus yet, and where the workspace is not trusted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { STATUS } from "./status.mjs";

export const bareTests = [
  {
    // not at the start of the window, where VS Code's number for every extension is the wait for all the others
    name: "the extension is active within 50 ms",
    shot: "12-activation",
    async run(workbench) {
      await workbench.open();
      await workbench.page.waitForTimeout(8000);
      await workbench.startCommand("Tickmark: Choose Corpus Folder");
      await workbench.page.waitForFunction(() =>
        document.querySelector(".quick-input-box input")?.value.startsWith("/"),
      );
      await workbench.page.keyboard.press("Escape");
      // the list is virtual: room for all of it
      await workbench.page.setViewportSize({ width: 1280, height: 2400 });
      await workbench.command("Developer: Show Running Extensions");
      const row = workbench.page
        .locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Tickmark" })
        .first();
      await row.waitFor();
      const text = await row.innerText();
      await workbench.page.setViewportSize({ width: 1280, height: 800 });
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
      const labels = await rows.evaluateAll((all) =>
        all.map((row) => row.getAttribute("aria-label")).filter((label) => label.startsWith("Tickmark")),
      );
      assert.equal(labels.length, 1, labels.join("\n"));
      assert.match(labels[0], /Choose Corpus Folder/);
    },
  },
  {
    name: "Choose Corpus Folder… writes the setting and starts at once",
    shot: "14-chosen",
    async run(workbench) {
      await workbench.page.keyboard.press("Escape");
      await workbench.goTo("note.md", 1, 1);
      await workbench.startCommand("Tickmark: Choose Corpus Folder");
      // the dialog fills itself first: a name typed before its list is there would be lost
      const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "articles" }).waitFor();
      await workbench.page
        .locator(".quick-input-box input")
        .first()
        .fill(`${join(workbench.vscode.workspace, "articles")}/`);
      await rows.filter({ hasText: "articles" }).waitFor({ state: "detached" });
      await workbench.page.locator(".quick-input-widget .monaco-button", { hasText: "Use as Corpus" }).click();
      await workbench.untilStatus(/1 article · up to date/, STATUS, 30_000);
      assert.deepEqual(JSON.parse(readFileSync(join(workbench.vscode.workspace, ".vscode/settings.json"), "utf8")), {
        "tickmark.corpus.folders": ["articles"],
      });
      await workbench.hover("研華");
      await workbench.card("178.65");
    },
  },
];

export const untrustedTests = [
  {
    name: "in a workspace that is not trusted the corpus outside of it, which its own settings name, is not read",
    shot: "18-untrusted",
    async run(workbench) {
      await workbench.open("note.md");
      await workbench.page.locator("text=Restricted Mode").first().waitFor();
      await workbench.untilStatus(/1 article · up to date/, STATUS, 60_000);
      await workbench.hover("研華");
      await workbench.card("178.65");
    },
  },
];
