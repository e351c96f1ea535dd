// textDocument/references: the passages that name the entity under the cursor, the newest first, a hundred at once.
import type { Location, ReferenceParams } from "vscode-languageserver/node";
import { findReferences } from "../../../corpus/src/features/symbols/references.ts";
import { locationOf, offsetAt } from "./convert.ts";
import type { Session } from "./session.ts";

export function references(session: Session, { textDocument, position }: ReferenceParams): Location[] | null {
  const draft = session.draft(textDocument.uri);
  return draft ? findReferences(session.desk, draft, offsetAt(draft, position)).map(locationOf) : null;
}
