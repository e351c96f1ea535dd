// Whether two keys differ by one slip of the hand: a unit wrong, left out, put in, or two neighbours swapped.

/** At most one edit apart; `prefix` forgives what `key` has beyond the typed part. */
export function isOneSlip(typed: string, key: string, prefix: boolean): boolean {
  if (!prefix && Math.abs(typed.length - key.length) > 1) return false;
  let at = 0;
  while (at < typed.length && at < key.length && typed.charCodeAt(at) === key.charCodeAt(at)) at++;
  if (at === typed.length) return prefix || key.length - at <= 1;
  const rest = (from: number, to: number): boolean => {
    const left = typed.slice(from);
    return prefix ? key.startsWith(left, to) : key.slice(to) === left;
  };
  return (
    rest(at + 1, at + 1) ||
    rest(at + 1, at) ||
    rest(at, at + 1) ||
    (typed.charCodeAt(at) === key.charCodeAt(at + 1) &&
      typed.charCodeAt(at + 1) === key.charCodeAt(at) &&
      rest(at + 2, at + 2))
  );
}
