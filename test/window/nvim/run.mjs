// Neovim, headless, as a second client of `tickmark lsp --stdio`: it has nothing of VS Code's, and a person's keys.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { FIGURE_COLUMN, makeWorkspace } from "../workspace.mjs";

/** The tests; Neovim runs once, when the first is asked for. */
export function testNeovim(folder) {
  let answers;
  const run = () => {
    if (answers) return answers;
    const workspace = join(folder, "workspace");
    makeWorkspace(workspace);
    const out = join(folder, "answers.json");
    rmSync(out, { force: true });
    mkdirSync(join(folder, "home"), { recursive: true });
    const env = {
      ...process.env,
      HOME: join(folder, "home"),
      NODE: process.execPath,
      SERVER: resolve("dist/cli.js"),
      WORKSPACE: workspace,
      OUT: out,
    };
    const { status, stderr } = spawnSync(
      "nvim",
      ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", "test/window/nvim/client.lua"],
      { env, encoding: "utf8", timeout: 60_000 },
    );
    answers = JSON.parse(readFileSync(out, "utf8"));
    assert.equal(status, 0, answers.error ?? stderr);
    return answers;
  };
  return [
    { name: "Neovim: a card on a name", run: () => assert.match(run().hover, /研華[^]*178\\?\.65/) },
    {
      name: "Neovim: a figure is completed with its citation",
      run() {
        const { label, edits } = run().completion;
        assert.match(label, /178\.65/);
        assert.match(edits, /\[178\.65億元\]\[[a-z2-9]{4}\]/);
        assert.match(edits, /\]: \.\.\/corpus\/2025-11-05-yanhua\.md#L8,\d+ "/);
      },
    },
    {
      name: "Neovim: go to definition puts the cursor on the cited figure past column 15,000",
      run() {
        const { file, line, character, at } = run().jumped;
        assert.match(file, /corpus\/long-line\.txt$/);
        assert.deepEqual([line, character + 1, at], [3, FIGURE_COLUMN, "187.4億元"]);
      },
    },
    { name: "Neovim: the server ends when it is told to", run: () => assert.deepEqual(run().exit, [0, 0]) },
  ];
}
