// The files below a folder whose path fits a pattern, sorted.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** @param {string} folder @param {RegExp} pattern @returns {string[]} paths beginning with `folder` */
export const globSync = (folder, pattern) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => pattern.test(path))
    .sort();
