// textDocument/documentLink and its resolve: a link over each citation's text, between the brackets (VS Code's own link
// lies over target and label, and touching links replace one another). Resolved when clicked.
import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver/node";
import { citationLinks, resolveCitationLink } from "../../../corpus/src/features/links/citationLinks.ts";
import { rangeOf } from "./convert.ts";
import type { Session } from "./session.ts";

interface LinkData {
  readonly uri: string;
  /** Offset of the citation's link in the note. */
  readonly at: number;
}

export function documentLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] | null {
  const draft = session.draft(textDocument.uri);
  if (!draft?.note) return null;
  return citationLinks(session.desk, draft).map(({ start, end, tooltip, at }) => ({ range: rangeOf(draft, { start, end }), tooltip, data: { uri: textDocument.uri, at } satisfies LinkData }));
}

export function resolveDocumentLink(session: Session, link: DocumentLink): DocumentLink {
  const data = link.data as LinkData | undefined;
  const draft = data && session.draft(data.uri);
  const target = draft && resolveCitationLink(session.desk, draft, data.at);
  return target === undefined ? link : { ...link, target };
}
