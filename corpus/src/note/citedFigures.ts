// Which figures of a quote a link text cites: the last comparable one; of a link text with n figures the last n in order.
import type { Figure } from "../figures/figure.ts";

/** Money of any currency is comparable; so are percentages, percentage points and basis points; else the units must be equal. */
export function isComparable(a: Figure, b: Figure): boolean {
  const rate = ({ kind }: Figure) => kind === "percent" || kind === "percentage_point" || kind === "basis_point";
  if (a.kind === "money" && b.kind === "money") return true;
  if (rate(a) || rate(b)) return rate(a) && rate(b);
  return a.kind === b.kind && a.unit === b.unit;
}

/**
 * The cited figures among those of the quote, in the order of the link text's. `agrees` is given for citations that others
 * wrote: there the one figure that agrees is cited, else the last.
 */
export function citedFigures<F extends Figure>(
  link: readonly Figure[],
  quoted: readonly F[],
  agrees?: (note: Figure, source: Figure) => boolean,
): readonly F[] {
  const [only] = link;
  if (only === undefined || link.length === 1) {
    const agreeing = only && agrees ? quoted.filter((figure) => agrees(only, figure)) : [];
    const comparable = only && !agrees ? quoted.findLast((figure) => isComparable(only, figure)) : undefined;
    const cited = agreeing.length === 1 ? agreeing[0] : (comparable ?? quoted.at(-1));
    return cited === undefined ? [] : [cited];
  }
  const comparable = quoted.filter((figure) => link.some((one) => isComparable(one, figure)));
  const last = (comparable.length >= link.length ? comparable : quoted).slice(-link.length);
  return inOrder(link, last);
}

/** Pairs in order; where that would pair what is not comparable, each takes the last comparable one that is left. */
function inOrder<F extends Figure>(link: readonly Figure[], figures: readonly F[]): readonly F[] {
  if (figures.every((figure, i) => isComparable(link[i] ?? figure, figure))) return figures;
  const left = [...figures];
  const taken = link.toReversed().map((one) => {
    const at = left.findLastIndex((figure) => isComparable(one, figure));
    return left.splice(at < 0 ? left.length - 1 : at, 1)[0];
  });
  return taken.toReversed().filter((figure) => figure !== undefined);
}
