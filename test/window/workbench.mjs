// The workbench as a person uses it: open, go to a line and column, hover, type, choose, look. Relies on VS Code's own
// markup: lines are not in the document's order, spaces are U+00A0, only visible lines exist; so what was written is read
// from the disk, and where the cursor is from the status bar.
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export class Workbench {
  constructor(vscode, page, shots) {
    this.vscode = vscode;
    this.page = page;
    this.shots = shots;
    this.editor = page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
    this.list = page.locator(".suggest-widget.visible");
  }

  /** Opens the workspace, with a file where one is named. */
  async open(file) {
    const { base, workspace, authority } = this.vscode;
    const payload = file
      ? `&payload=${encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://${authority}${join(workspace, file)}`]]))}`
      : "";
    await this.page.goto(`${base}/?folder=${encodeURIComponent(workspace)}${payload}`, { waitUntil: "commit" });
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    if (file) await this.editor.locator(".view-line").first().waitFor({ timeout: 60_000 });
  }

  /** A picture in the dark and in the light theme; VS Code follows the page's colour scheme without losing what is open. */
  async shot(name) {
    for (const [colorScheme, theme] of [
      ["light", ".monaco-workbench.vs:not(.vs-dark)"],
      ["dark", ".monaco-workbench.vs-dark"],
    ]) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(theme).waitFor();
      await this.page.waitForTimeout(250);
      const path = join(this.shots, `${name}-${colorScheme}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await this.page.screenshot({ path });
    }
  }

  untilStatus(pattern, id = "status.editor.selection", timeout = 20_000) {
    return this.page.waitForFunction(
      ([item, source]) => new RegExp(source).test(document.getElementById(item)?.textContent ?? ""),
      [id, pattern.source],
      { timeout },
    );
  }
  async status(id = "status.editor.selection") {
    return (await this.page.locator(`[id="${id}"]`).innerText()).replace(/\s+/g, " ").trim();
  }
  untilTab(name) {
    return this.page.waitForFunction(
      (wanted) =>
        document.querySelector(".editor-group-container.active .tab.active")?.getAttribute("data-resource-name") ===
        wanted,
      name,
      { timeout: 20_000 },
    );
  }

  async choose(text, row) {
    const input = this.page.locator(".quick-input-box input").first();
    await input.waitFor();
    await input.fill(text);
    // the row that Enter takes: the list still shows older rows while it is filtered
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: row }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }
  /** A command that asks for something: returns while its question is open. */
  async startCommand(title) {
    await this.page.keyboard.press("F1");
    await this.choose(`>${title}`, title);
  }
  async command(title) {
    await this.startCommand(title);
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }
  /** 1-based; Quick Open takes name:line:column. */
  async goTo(file, line, column) {
    await this.page.keyboard.press("Control+p");
    await this.choose(`${file}:${line}:${column}`, basename(file));
    await this.untilTab(basename(file));
    await this.untilStatus(new RegExp(`Ln ${line}, Col ${column}(?!\\d)`));
  }
  async type(text, delay = 40) {
    await this.page.keyboard.type(text, { delay });
  }

  /** Middle of the first drawn run of text that begins with `text`, in page coordinates. */
  async placeOf(text) {
    const place = await this.editor.locator(".view-line").evaluateAll((lines, wanted) => {
      for (const line of lines) {
        const nodes = document.createTreeWalker(line, 4);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const at = node.data.replaceAll("\u00a0", " ").indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }
      }
      return undefined;
    }, text);
    if (!place) throw new Error(`not on the screen: ${text}`);
    return place;
  }
  /** The same once it stands still: lenses and wrapping move lines after they are drawn. */
  async settledPlaceOf(text) {
    for (let last; ;) {
      const place = await this.placeOf(text);
      if (place.join() === last) return place;
      last = place.join();
      await this.page.waitForTimeout(700);
    }
  }
  /** Ctrl+click once VS Code has its links. */
  async follow(text) {
    await this.editor.locator(".detected-link, .detected-link-active").first().waitFor();
    const [x, y] = await this.settledPlaceOf(text);
    await this.page.mouse.move(x - 1, y);
    await this.page.keyboard.down("Control");
    await this.page.mouse.move(x, y);
    await this.page.waitForTimeout(300);
    await this.page.mouse.click(x, y);
    await this.page.keyboard.up("Control");
  }
  async hover(text) {
    const [x, y] = await this.settledPlaceOf(text);
    await this.page.mouse.move(x + 200, y + 250);
    await this.page.mouse.move(x, y, { steps: 5 });
  }
  /** The open card; waits until it holds `text`. */
  async card(text) {
    const card = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content", { hasText: text }).first();
    await card.waitFor({ timeout: 15_000 });
    return (await card.innerText()).replaceAll("\u00a0", " ");
  }
  /** Labels of the open list, in its order. */
  async rows() {
    await this.list.locator(".monaco-list-row").first().waitFor({ timeout: 15_000 });
    return this.list
      .locator(".monaco-list-row")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
  }
  /** Whether the cursor is drawn inside the editor's own area. */
  cursorIsVisible() {
    return this.editor
      .locator(".cursor")
      .first()
      .evaluate((cursor) => {
        const { x, y, height } = cursor.getBoundingClientRect();
        const area = cursor.closest(".monaco-editor").getBoundingClientRect();
        return x >= area.x && x <= area.right && y >= area.y && y + height <= area.bottom;
      });
  }

  /** Saves the active editor and returns what is on the disk; `settled` says when it is the saved text. */
  async saved(file, settled = () => true) {
    await this.page.keyboard.press("Control+s");
    for (let tries = 0; ; tries++) {
      await this.page.waitForTimeout(50);
      const clean = await this.page.locator(".editor-group-container.active .tab.active.dirty").count();
      const text = readFileSync(join(this.vscode.workspace, file), "utf8");
      if (!clean && settled(text)) return text;
      if (tries > 60) throw new Error(`not as expected on the disk: ${text}`);
    }
  }
}
