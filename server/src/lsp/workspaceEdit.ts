// Edits of notes as a workspace edit that the client takes: versioned where it can, so that one made for an older text is
// refused, and annotated where it can show each before it is done.
import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { NoteEdit } from "../../../corpus/src/features/citing/noteEdit.ts";
import { rangeOf, type Lined } from "./convert.ts";
import type { Session } from "./session.ts";

export interface EditedFile {
  readonly uri: string;
  /** Of the open document; null where it is not open. */
  readonly version: number | null;
  readonly lined: Lined;
  readonly edits: readonly NoteEdit[];
}

export function workspaceEdit(session: Session, files: readonly EditedFile[]): WorkspaceEdit {
  const can = session.capabilities.workspace?.workspaceEdit;
  if (!can?.documentChanges) return { changes: Object.fromEntries(files.map(({ uri, lined, edits }) => [uri, edits.map((edit) => plain(lined, edit))])) };
  const annotations: Record<string, ChangeAnnotation> = {};
  const identify = ({ label, description }: NonNullable<NoteEdit["confirm"]>): string => {
    const id = `${label} ${description}`;
    annotations[id] = { label, description, needsConfirmation: true };
    return id;
  };
  const documentChanges = files.map(({ uri, version, lined, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map((edit): TextEdit | AnnotatedTextEdit => (edit.confirm && can.changeAnnotationSupport ? { ...plain(lined, edit), annotationId: identify(edit.confirm) } : plain(lined, edit))),
  }));
  return { documentChanges, ...(Object.keys(annotations).length ? { changeAnnotations: annotations } : {}) };
}

const plain = (lined: Lined, edit: NoteEdit): TextEdit => ({ range: rangeOf(lined, edit), newText: edit.newText });
