// workspace/symbol: entities by any name, in any script, and articles by their titles.
import { SymbolKind, type SymbolInformation, type WorkspaceSymbolParams } from "vscode-languageserver/node";
import { findSymbols } from "../../../corpus/src/features/symbols/workspaceSymbols.ts";
import { locationOf } from "./convert.ts";
import type { Session } from "./session.ts";

export const workspaceSymbols = (session: Session, { query }: WorkspaceSymbolParams): SymbolInformation[] =>
  findSymbols(session.desk, session.typeAhead, query).map(({ name, container, kind, place }) => ({
    name,
    containerName: container,
    kind: kind === "article" ? SymbolKind.File : SymbolKind.Object,
    location: locationOf(place),
  }));
