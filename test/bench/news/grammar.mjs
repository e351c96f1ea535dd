// Templates of sentences: `{slot}` is filled by a function, `(a|b|c)` is one of them, as deep as one likes; all else is text.
// A template is parsed once and rendered hundreds of thousands of times.

/** Parses a template. ASCII brackets, bars and braces are the language's own: text uses the full-width ones. */
export function parseTemplate(text) {
  let at = 0;
  const sequence = (inside) => {
    const nodes = [];
    let literal = "";
    const flush = () => {
      if (literal) nodes.push(literal);
      literal = "";
    };
    while (at < text.length) {
      const sign = text[at];
      if (inside && (sign === "|" || sign === ")")) break;
      at++;
      if (sign === "{") {
        flush();
        const end = text.indexOf("}", at);
        nodes.push({ slot: text.slice(at, end) });
        at = end + 1;
      } else if (sign === "(") {
        flush();
        const choices = [];
        do {
          choices.push(sequence(true));
        } while (text[at++] === "|");
        nodes.push({ choices });
      } else literal += sign;
    }
    flush();
    return nodes;
  };
  return sequence(false);
}

/** Puts the slots' functions into parsed nodes. Throws on a slot that no function fills. */
export function bindSlots(nodes, slots) {
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    if (node.choices) return { choices: node.choices.map((one) => bindSlots(one, slots)) };
    const fill = slots[node.slot];
    if (!fill) throw new Error(`no function fills {${node.slot}}`);
    return { fill };
  });
}

/** Writes a bound template to `context.out`; slots' functions see what has been written. */
export function render(nodes, context) {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (typeof node === "string") context.out += node;
    else if (node.fill) {
      // a fill may write to `out` itself: `+=` would read it before
      const text = node.fill(context);
      context.out += text;
    } else render(node.choices[Math.floor(context.next() * node.choices.length)], context);
  }
}

/** How many sentences a template can make, its slots counted as one each. */
export const variants = (nodes) => nodes.reduce((product, node) => product * (node.choices ? node.choices.reduce((sum, one) => sum + variants(one), 0) : 1), 1);
