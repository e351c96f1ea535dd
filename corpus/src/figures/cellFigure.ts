import type { CellContext } from "../text/passage.ts";
import type { Figure } from "./figure.ts";
import type { Line } from "./line.ts";
export function cellFigure(_line: Line, _cell: CellContext): Figure | undefined { return undefined; }
