// An ordinary link as a citation: its destination and title, from the link itself or from its definition.
import type { Citation, Definition } from "./citation.ts";
import type { WrittenLink } from "./readTree.ts";
import { readTarget } from "./readTarget.ts";
import { readTitle } from "./title.ts";

type Destination = Pick<Citation, "target" | "targetRange" | "title" | "titleRange" | "label" | "labelRange" | "definitionRange">;

/** What the destination says, without the link around it; undefined where it leads to no file and no web page. */
export function readDestination(target: string, title: string | undefined): Pick<Citation, "form" | "hint" | "path" | "pathKind" | "url" | "quote" | "quoteEnd"> | undefined {
  const read = readTarget(target);
  switch (read.kind) {
    case "relative":
    case "rooted":
    case "file":
      return {
        form: "link",
        path: read.path,
        pathKind: read.kind,
        ...(read.hint ? { hint: read.hint } : {}),
        ...(title === undefined ? {} : { quote: title }),
      };
    case "web": {
      const quote = read.fragment?.start ?? title;
      return {
        form: "web",
        url: read.url,
        ...(quote === undefined ? {} : { quote }),
        ...(read.fragment?.end === undefined ? {} : { quoteEnd: read.fragment.end }),
      };
    }
    case "other":
      return undefined;
  }
}

const destinationOf = (text: string, link: WrittenLink, definition: Definition | undefined): Destination | undefined => {
  if (link.targetRange) {
    const title = link.titleRange && readTitle(text.slice(link.titleRange.start, link.titleRange.end));
    return {
      target: text.slice(link.targetRange.start, link.targetRange.end),
      targetRange: link.targetRange,
      ...(title === undefined ? {} : { title }),
      ...(link.titleRange ? { titleRange: link.titleRange } : {}),
    };
  }
  if (!definition || !link.labelRange) return undefined;
  return {
    target: definition.target,
    targetRange: definition.targetRange,
    label: text.slice(link.labelRange.start, link.labelRange.end),
    labelRange: link.labelRange,
    definitionRange: definition.range,
    ...(definition.title === undefined ? {} : { title: definition.title }),
    ...(definition.titleRange ? { titleRange: definition.titleRange } : {}),
  };
};

/** The citation of a link; undefined where it points to no file and no web page, or its label is not defined. */
export function linkCitation(text: string, link: WrittenLink, definition: Definition | undefined): Citation | undefined {
  const destination = destinationOf(text, link, definition);
  const read = destination && readDestination(destination.target, destination.title);
  if (!read) return undefined;
  const words = text.slice(link.textRange.start, link.textRange.end);
  return {
    ...destination,
    ...read,
    style: link.targetRange ? "inline" : "reference",
    linkRange: link.range,
    textRange: link.textRange,
    text: words,
    // a place and a quote, or a place under a figure: what no other link has
    evident: read.form === "link" && read.hint !== undefined && (read.quote !== undefined || /[0-9０-９]/.test(words)),
  };
}
