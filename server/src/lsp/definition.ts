// textDocument/definition: one place, with what it was asked from and the paragraph around it.
import type { DefinitionLink, DefinitionParams, Location } from "vscode-languageserver/node";
import { findDefinition } from "../../../corpus/src/features/definition/definition.ts";
import { uriOfPath } from "../host/paths.ts";
import { locationOf, offsetAt, rangeOf, rangeOfPlace } from "./convert.ts";
import type { Session } from "./session.ts";

export function definition(session: Session, { textDocument, position }: DefinitionParams): DefinitionLink[] | Location | null {
  const draft = session.draft(textDocument.uri);
  const found = draft && findDefinition(session.desk, draft, offsetAt(draft, position));
  if (!found) return null;
  if (!session.capabilities.textDocument?.definition?.linkSupport) return locationOf(found.selection);
  return [
    {
      originSelectionRange: rangeOf(draft, found.origin),
      targetUri: uriOfPath(found.selection.path),
      targetRange: rangeOfPlace(found.around),
      targetSelectionRange: rangeOfPlace(found.selection),
    },
  ];
}
