// The window tests: the packed extension in a real VS Code, as an analyst uses it, and Neovim as a second client.
//   npm run test:window [-- FILTER…]     only the tests whose name holds one of the words
// Installs the rig where it is absent (setup.sh, as root). Pictures of every test go to out/window/shots, dark and light;
// `--pictures` renews the three of the README. Ends with the plain line `N passed, N failed`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { testNeovim } from "./nvim/run.mjs";
import { citingTests } from "./tests/citing.mjs";
import { bareTests, untrustedTests } from "./tests/folders.mjs";
import { jumpingTests } from "./tests/jumping.mjs";
import { lookingTests } from "./tests/looking.mjs";
import { sampleTests } from "./tests/sample.mjs";
import { writingTests } from "./tests/writing.mjs";
import { openBrowser, startVSCode } from "./vscodeServer.mjs";
import { Workbench } from "./workbench.mjs";
import { makeBareWorkspace, makeSampleWorkspace, makeUntrustedWorkspace, makeWorkspace } from "./workspace.mjs";

const OUT = resolve("out/window");
const filters = process.argv.slice(2).filter((word) => !word.startsWith("-"));
/** The first test of a window opens it, so it always runs where another of that window does. */
const chosen = (tests) => {
  const wanted = tests.filter(({ name }) => !filters.length || filters.some((word) => name.includes(word)));
  return wanted.length ? tests.filter((test, at) => at === 0 || wanted.includes(test)) : [];
};

function mustRun(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed\n${stdout}\n${stderr}`);
  return stdout;
}

let passed = 0;
let failed = 0;
async function step(name, run, onFailure = async () => undefined) {
  const start = performance.now();
  try {
    await run();
    passed++;
    console.log(`ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(
      `FAIL  ${name}\n      ${String(error?.stack ?? error)
        .split("\n")
        .slice(0, 12)
        .join("\n      ")}`,
    );
    await onFailure().catch(() => undefined);
  }
}

async function inVSCode(folder, make, tests, vsix, trusted = true) {
  if (!tests.length) return;
  const workspace = join(OUT, folder, "workspace");
  make(workspace);
  const vscode = await startVSCode({ folder: join(OUT, folder, "vscode"), workspace, vsix, trusted });
  const { browser, page } = await openBrowser();
  try {
    const workbench = new Workbench(vscode, page, join(OUT, "shots"));
    for (const { name, shot, picture, run } of tests)
      await step(
        name,
        async () => {
          await run(workbench);
          if (shot) await workbench.shot(shot);
          if (picture && process.argv.includes("--pictures"))
            await page.screenshot({ path: `test/window/pictures/${picture}.png` });
        },
        () => page.screenshot({ path: join(OUT, "shots", `FAILED-${shot ?? name.slice(0, 20)}.png`) }),
      );
  } finally {
    await browser.close();
    vscode.stop();
  }
}

console.log(mustRun("bash", ["test/window/setup.sh"]).trim());
if (!filters.length) rmSync(join(OUT, "shots"), { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const vsix = `tickmark-${version}.vsix`;
const files = mustRun("npm", ["run", "--silent", "package"]);
await step("the VSIX holds what it needs and at most 3 MB", () => {
  for (const name of [
    "cli.js",
    "extension.js",
    "languageClient.js",
    "worker.js",
    "lexicon.json",
    "terms.json",
    "LICENSE.txt",
    "THIRD-PARTY-NOTICES",
    "package.nls.zh-tw.json",
  ])
    assert.match(files, new RegExp(name.replaceAll(".", "\\.")));
  assert.doesNotMatch(files, /node_modules|\.ts\b|\.map\b|seeds|sample/);
  assert.ok(existsSync(vsix) && readFileSync(vsix).length <= 3e6);
});
await inVSCode(
  "main",
  makeWorkspace,
  chosen([...lookingTests, ...writingTests, ...citingTests, ...jumpingTests]),
  vsix,
);
await inVSCode("sample", makeSampleWorkspace, chosen(sampleTests), vsix);
await inVSCode("bare", makeBareWorkspace, chosen(bareTests), vsix);
await inVSCode("untrusted", makeUntrustedWorkspace, chosen(untrustedTests), vsix, false);
for (const { name, run } of chosen(testNeovim(join(OUT, "nvim")))) await step(name, run);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
