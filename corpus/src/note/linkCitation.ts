// An ordinary link as a citation: its destination and title, from the link itself or from its definition.
import type { Citation, Definition } from "./citation.ts";
import type { WrittenLink } from "./readTree.ts";
import { readTarget } from "./readTarget.ts";
import { readTitle } from "./title.ts";

/** What a destination and a title say, without the link around them. */
export type ReadDestination = Pick<Citation, "form" | "hint" | "path" | "pathKind" | "url" | "quote" | "quoteEnd">;

/** Reads a destination as written; undefined where it leads to no file and no web page. */
export function readDestination(target: string, title: string | undefined): ReadDestination | undefined {
  const read = readTarget(target);
  switch (read.kind) {
    case "relative":
    case "rooted":
    case "file":
      return { form: "link", path: read.path, pathKind: read.kind, hint: read.hint, quote: title };
    case "web":
      return { form: "web", url: read.url, quote: read.fragment?.start ?? title, quoteEnd: read.fragment?.end };
    case "other":
      return undefined;
  }
}

/** What each definition says: many links share one. */
const read = new WeakMap<Definition, ReadDestination | "none">();

function readDefinition(definition: Definition): ReadDestination | undefined {
  const known = read.get(definition) ?? readDestination(definition.target, definition.title) ?? "none";
  read.set(definition, known);
  return known === "none" ? undefined : known;
}

/** The citation of a link; undefined where it points to no file and no web page, or its label is not defined. */
export function linkCitation(
  text: string,
  link: WrittenLink,
  definition: Definition | undefined,
): Citation | undefined {
  const { targetRange, titleRange, labelRange } = link;
  const target = targetRange ? text.slice(targetRange.start, targetRange.end) : definition?.target;
  if (target === undefined) return undefined;
  const title = targetRange ? titleRange && readTitle(text.slice(titleRange.start, titleRange.end)) : definition?.title;
  const destination = targetRange || !definition ? readDestination(target, title) : readDefinition(definition);
  if (!destination) return undefined;
  const words = text.slice(link.textRange.start, link.textRange.end);
  const referred = targetRange ? undefined : definition;
  // every field by name: a long note has thousands of citations, and spread objects cost twenty times as much
  return {
    form: destination.form,
    style: targetRange ? "inline" : "reference",
    linkRange: link.range,
    textRange: link.textRange,
    text: words,
    label: referred && labelRange ? text.slice(labelRange.start, labelRange.end) : undefined,
    labelRange: referred ? labelRange : undefined,
    target,
    targetRange: targetRange ?? referred?.targetRange,
    title,
    titleRange: targetRange ? titleRange : referred?.titleRange,
    definitionRange: referred?.range,
    hint: destination.hint,
    path: destination.path,
    pathKind: destination.pathKind,
    url: destination.url,
    quote: destination.quote,
    quoteEnd: destination.quoteEnd,
    // a place and a quote, or a place under a figure: what no other link has
    evident:
      destination.form === "link" &&
      destination.hint !== undefined &&
      (destination.quote !== undefined || /[0-9０-９]/.test(words)),
  };
}
