// textDocument/references: where notes and corpus name the entity under the cursor, the newest first, a hundred at once; of a
// passage of an article the citations in notes.
import type { Location, ReferenceParams } from "vscode-languageserver/node";
import { findReferences } from "../../../corpus/src/features/symbols/references.ts";
import { locationOf, offsetAt } from "./convert.ts";
import type { Session } from "./session.ts";

export async function references(session: Session, { textDocument, position }: ReferenceParams): Promise<Location[] | null> {
  const draft = session.draft(textDocument.uri);
  if (!draft) return null;
  await session.notesLoaded;
  const today = new Date().toISOString().slice(0, 10);
  return findReferences(session.desk, draft, offsetAt(draft, position), session.notes(), today).map(locationOf);
}
