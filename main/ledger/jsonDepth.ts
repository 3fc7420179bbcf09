/** Nothing that is sent here has more lists and objects within each other. */
const DEPTH_MAX = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{`; what ends them is two further in ASCII. */
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);

/**
 * Whether a JSON text has more lists and objects within each other than anything that is meant: a few megabytes of open
 * brackets would take hundreds to read.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (OPENS.has(code)) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (OPENS.has(code - 2)) depth -= 1;
  }
  return false;
}
