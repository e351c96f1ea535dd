// The words that a URL's text fragment points at: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll to Text Fragment).
import { decodePercent } from "./percent.ts";

export interface TextFragment {
  readonly start: string;
  readonly end?: string;
}

/** The first text directive of a fragment (without its `#`); undefined where there is none. */
export function readTextFragment(fragment: string): TextFragment | undefined {
  const directive = fragment.indexOf(":~:");
  if (directive < 0) return undefined;
  const text = fragment
    .slice(directive + 3)
    .split("&")
    .find((part) => part.startsWith("text="));
  if (text === undefined) return undefined;
  const parts = text.slice(5).split(",");
  if (parts[0]?.endsWith("-")) parts.shift();
  if (parts.at(-1)?.startsWith("-")) parts.pop();
  const [start = "", end] = parts.map((part) => decodePercent(part).trim());
  if (start === "") return undefined;
  return end ? { start, end } : { start };
}
