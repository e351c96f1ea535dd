// Whether a figure of the index is the one that was written at a place.
import type { FigureAt } from "../../corpus/src/index/figureAt.ts";
import type { Told } from "./corpusOfFacts.ts";

export const isWithin = (figure: FigureAt, { path, line, start, end }: Told): boolean => figure.chunk.path === path && figure.line === line && figure.start < end && figure.end > start;
