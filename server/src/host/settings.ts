// The settings `tickmark.*`, with their defaults, read from whatever the client or a settings file gives. A value of the
// wrong kind is left out and said once, never thrown.

export interface Settings {
  readonly corpusFolders: readonly string[];
  readonly corpusInclude: readonly string[];
  readonly corpusExclude: readonly string[];
  readonly notesInclude: readonly string[];
  readonly notesExclude: readonly string[];
  readonly citationStyle: "reference" | "inline";
  readonly citationInsert: "withCitation" | "plain";
  readonly figureForm: "source" | "note";
  readonly entityForm: "sentence" | "source";
  readonly suggestNudge: "onMatch" | "afterAt" | "off";
  readonly hoverOtherSources: number;
  readonly citationUpdateOnRename: "prompt" | "always" | "never";
  readonly codeLensNotes: boolean;
  readonly codeLensArticles: boolean;
  readonly inlineSuggest: boolean;
  /** Where indexes are kept; empty for the client's or the system's own place. */
  readonly indexFolder: string;
}

export const DEFAULT_SETTINGS: Settings = {
  corpusFolders: ["corpus"],
  corpusInclude: ["**/*.{md,txt}"],
  corpusExclude: ["**/.git/**", "**/node_modules/**"],
  notesInclude: ["**/*.md"],
  notesExclude: ["**/README.md", "**/CHANGELOG.md", "**/LICENSE.md", "**/CONTRIBUTING.md", "**/.git/**", "**/node_modules/**"],
  citationStyle: "reference",
  citationInsert: "withCitation",
  figureForm: "source",
  entityForm: "sentence",
  suggestNudge: "onMatch",
  hoverOtherSources: 3,
  citationUpdateOnRename: "prompt",
  codeLensNotes: true,
  codeLensArticles: false,
  inlineSuggest: true,
  indexFolder: "",
};

/** The key under `tickmark.` of each setting, and the values it takes. */
const KEYS: { readonly [Name in keyof Settings]: { readonly key: string; readonly one?: readonly string[] } } = {
  corpusFolders: { key: "corpus.folders" },
  corpusInclude: { key: "corpus.include" },
  corpusExclude: { key: "corpus.exclude" },
  notesInclude: { key: "notes.include" },
  notesExclude: { key: "notes.exclude" },
  citationStyle: { key: "citation.style", one: ["reference", "inline"] },
  citationInsert: { key: "citation.insert", one: ["withCitation", "plain"] },
  figureForm: { key: "figure.form", one: ["source", "note"] },
  entityForm: { key: "entity.form", one: ["sentence", "source"] },
  suggestNudge: { key: "suggest.nudge", one: ["onMatch", "afterAt", "off"] },
  hoverOtherSources: { key: "hover.otherSources" },
  citationUpdateOnRename: { key: "citation.updateOnRename", one: ["prompt", "always", "never"] },
  codeLensNotes: { key: "codeLens.notes" },
  codeLensArticles: { key: "codeLens.articles" },
  inlineSuggest: { key: "inlineSuggest" },
  indexFolder: { key: "index.folder" },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

function fits(name: keyof Settings, value: unknown): boolean {
  const standard = DEFAULT_SETTINGS[name];
  if (Array.isArray(standard)) return Array.isArray(value) && value.every((one) => typeof one === "string" && one.trim() !== "");
  if (typeof standard === "boolean") return typeof value === "boolean";
  if (typeof standard === "number") return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 20;
  const { one } = KEYS[name];
  return typeof value === "string" && (!one || one.includes(value));
}

/** The value at a dotted path: `corpus.folders` in `{corpus: {folders}}` or `{"corpus.folders"}`. */
function valueAt(section: unknown, key: string): unknown {
  if (!isRecord(section)) return undefined;
  if (key in section) return section[key];
  let at: unknown = section;
  for (const part of key.split(".")) at = isRecord(at) ? at[part] : undefined;
  return at;
}

/**
 * Settings from the section `tickmark` as a client sends it (nested or dotted keys). What is absent or null keeps its
 * default; `warn` hears of each value that is not of the setting's kind.
 */
export function readSettings(section: unknown, warn: (message: string) => void): Settings {
  const given = Object.entries(KEYS).flatMap(([name, { key, one }]) => {
    const value = valueAt(section, key);
    if (value === undefined || value === null) return [];
    if (fits(name as keyof Settings, value)) return [[name, value]];
    warn(`setting tickmark.${key}: ${JSON.stringify(value)} is not ${one ? `one of ${one.join(", ")}` : "of its kind"}; the default is used`);
    return [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(given) };
}
