/** Keys as printed on the keyboard: `Ctrl+Enter` as one cap, `Tab 1–9` as two, `+` as itself. */
export function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((one) => <kbd key={one}>{one.replace(/(?<=.)\+/, ' ')}</kbd>);
}
