// The tables that ship beside the bundle (dist/lexicon.json, dist/terms.json), read once, when first wanted.
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadLexicon, type CompiledLexicon } from "../../../corpus/src/entities/lexicon.ts";
import type { ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { loadTerms } from "../../../corpus/src/statements/terms.ts";

/** The folder of the running bundle: dist/. Tests name it by TICKMARK_DIST. */
export const distFolder = (): string => process.env["TICKMARK_DIST"] ?? dirname(realpathSync(process.argv[1] ?? "."));

const readJson = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** The tables of the folder `dist`; throws where the build is incomplete. `withLexicon` false gives discovery alone. */
export function loadTables(dist: string, withLexicon = true): ReadingTables {
  const lexicon = withLexicon ? (readJson(dist, "lexicon.json") as CompiledLexicon) : { format: 1, entities: [] };
  return { lexicon: loadLexicon(lexicon), terms: loadTerms(readJson(dist, "terms.json")) };
}
