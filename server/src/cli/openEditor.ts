// Opens VS Code on a folder with this checkout as its extension, where VS Code's `code` is on the PATH.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { distFolder } from "../host/tables.ts";

const NAMES = process.platform === "win32" ? ["code.cmd", "code.exe"] : ["code"];

/** The command `code` of the PATH; undefined where there is none. */
const findCode = (): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** True if VS Code was started. It goes on after this process ends. */
export function openEditor(folder: string): boolean {
  const code = findCode();
  if (code === undefined) return false;
  const child = spawn(code, [`--extensionDevelopmentPath=${dirname(distFolder())}`, folder, join(folder, "notes/ai-supply-chain.md")], {
    detached: true,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  child.on("error", () => undefined);
  child.unref();
  return true;
}
