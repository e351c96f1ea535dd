// Every request's function and the session, in one module that is loaded after `initialize` was answered.
export { codeActions, resolveCodeAction } from "./codeActions.ts";
export { addCitation, carry, citeIn, copyAsCitation, paste } from "./citing.ts";
export { codeLens } from "./codeLens.ts";
export { completion, resolveCompletion } from "./completion.ts";
export { decide } from "./decideEntity.ts";
export { definition } from "./definition.ts";
export { documentLinks, resolveDocumentLink } from "./documentLinks.ts";
export { documentSymbols } from "./documentSymbols.ts";
export { hover } from "./hover.ts";
export { inlineCompletion } from "./inlineCompletion.ts";
export { nudge } from "./nudge.ts";
export { references } from "./references.ts";
export { willRenameFiles } from "./renameFiles.ts";
export { Session } from "./session.ts";
export { keepUpToDate, readCorpus, rebuildIndex, watchGlobs } from "./corpusUpdates.ts";
export { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
export { workspaceSymbols } from "./workspaceSymbols.ts";
