// Makes the module `tickmark:fold-classes`: the equivalence classes of Traditional and Simplified characters, found by
// union-find over opencc-js's dictionaries (OpenCC, Apache-2.0). Characters outside the BMP would change the UTF-16
// length and stay themselves.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const CHARACTERS = ["TSCharacters", "STCharacters", "TWVariantsRev", "HKVariantsRev"];
const PHRASES = ["TSPhrases", "TWVariantsRevPhrases", "HKVariantsRevPhrases"];

async function entries(name) {
  try {
    const { default: text } = await import(pathToFileURL(require.resolve(`opencc-js/dict/${name}`)).href);
    return text.split("|").map((row) => row.split(" "));
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return [];
    throw error;
  }
}

/** The classes of two and more characters, each a string, its smallest code unit first. */
export async function foldClasses() {
  const parent = new Map();
  const root = (unit) => {
    let at = unit;
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at);
    return at;
  };
  const join = (a, b) => {
    if (a.length !== 1 || b.length !== 1 || a === b) return;
    const [x, y] = [root(a), root(b)].sort();
    parent.set(x, x);
    parent.set(y, x);
  };
  for (const name of CHARACTERS) {
    const rows = await entries(name);
    if (!rows.length && name !== "TWVariantsRev" && name !== "HKVariantsRev") throw new Error(`opencc-js has no ${name}`);
    for (const [from, ...to] of rows) for (const one of to) join(from, one);
  }
  for (const name of PHRASES)
    for (const [from, to] of await entries(name))
      if (to !== undefined && from.length === to.length) for (let i = 0; i < from.length; i++) join(from[i], to[i]);
  const classes = new Map();
  for (const unit of parent.keys()) {
    const first = root(unit);
    classes.set(first, [...(classes.get(first) ?? []), unit]);
  }
  return [...classes.values()].map((units) => units.sort().join("")).filter((units) => units.length > 1).sort();
}

export const foldTablePlugin = {
  name: "fold-classes",
  setup(build) {
    build.onResolve({ filter: /^tickmark:fold-classes$/ }, ({ path }) => ({ path, namespace: "fold-classes" }));
    build.onLoad({ filter: /.*/, namespace: "fold-classes" }, async () => ({
      contents: JSON.stringify((await foldClasses()).join(" ")),
      loader: "json",
    }));
  },
};
