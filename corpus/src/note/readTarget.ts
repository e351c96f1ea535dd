// What a link's destination points to: a file with a place in it, a web page with a quoted text, or something that is no
// source. Any encoding is read; NFC equals NFD.
import type { PlaceHint } from "./citation.ts";
import { decodePercent } from "./percent.ts";
import { readTextFragment, type TextFragment } from "./textFragment.ts";
import { unescapeMarkdown } from "./unescapeMarkdown.ts";

/**
 * relative: `path` counts from the note's folder; rooted: it begins with `/`, which VS Code's Markdown takes for the
 * workspace folder; file: an absolute path (`/c:/x` with its drive, `//host/x` with its host).
 */
export type Target =
  | { readonly kind: "relative" | "rooted" | "file"; readonly path: string; readonly hint?: PlaceHint }
  | { readonly kind: "web"; readonly url: string; readonly fragment?: TextFragment }
  | { readonly kind: "other" };

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]+):/;
const DRIVE = /^[A-Za-z]:[\\/]/;
const PLACE = /^L?(\d{1,9})(?:[,:C](\d{1,9}))?(?:$|-)/i;

/** 1-based line and column of a fragment `L6,4`, `L6`, `6,4`, `L6C4` or the start of a range; undefined for any other. */
export function readHint(fragment: string): PlaceHint | undefined {
  const match = PLACE.exec(fragment);
  if (!match || Number(match[1]) < 1) return undefined;
  const line = Number(match[1]);
  return match[2] === undefined || Number(match[2]) < 1 ? { line } : { line, column: Number(match[2]) };
}

/** Parts a path from its fragment: at the last `#` if a place follows there, for names may hold one, else at the first. */
function partAtFragment(target: string): readonly [string, string] {
  const last = target.lastIndexOf("#");
  const at = last >= 0 && readHint(target.slice(last + 1)) ? last : target.indexOf("#");
  return at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at + 1)];
}

/** Raw backslashes part folders, as on Windows; encoded ones belong to a name. */
const decodedPath = (path: string): string => decodePercent(path.replaceAll("\\", "/")).normalize("NFC");

const withHint = (kind: "relative" | "rooted" | "file", path: string, fragment: string): Target => {
  const hint = readHint(fragment);
  return hint ? { kind, path, hint } : { kind, path };
};

/** Reads a destination as written (without angle brackets). */
export function readTarget(written: string): Target {
  const target = unescapeMarkdown(written).trim();
  const scheme = DRIVE.test(target) ? undefined : SCHEME.exec(target)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") {
    const at = target.indexOf("#");
    const fragment = at < 0 ? undefined : readTextFragment(target.slice(at + 1));
    const url = at < 0 ? target : target.slice(0, at);
    return fragment ? { kind: "web", url, fragment } : { kind: "web", url };
  }
  const [path, fragment] = partAtFragment(target);
  if (scheme === "file") {
    const location = path.slice(5).replaceAll("\\", "/");
    const [, host = "", rest = ""] = /^\/\/([^/]*)(.*)$/.exec(location) ?? ["", "", location];
    const absolute = decodedPath(rest.startsWith("/") ? rest : `/${rest}`);
    return withHint(
      "file",
      host === "" || host.toLowerCase() === "localhost" ? absolute : `//${host}${absolute}`,
      fragment,
    );
  }
  if (scheme !== undefined) return { kind: "other" };
  if (path === "") return { kind: "other" };
  const decoded = decodedPath(path);
  if (DRIVE.test(decoded)) return withHint("file", `/${decoded}`, fragment);
  if (decoded.startsWith("//")) return withHint("file", decoded, fragment);
  return withHint(decoded.startsWith("/") ? "rooted" : "relative", decoded, fragment);
}
