import { readFileSync } from 'node:fs';

/** The colour roles of one theme, read off the style sheet itself. */
function roles(block: RegExp): Map<string, string> {
  const css = readFileSync('renderer/style/tokens.css', 'utf8');
  const body = block.exec(css)?.[1] ?? '';
  return new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name ?? '', hex ?? '']));
}

const THEMES = { light: roles(/:root \{([^}]*)\}/), dark: roles(/\[data-theme="dark"\] \{([^}]*)\}/) };

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = ['ink', 'muted', 'faint', 'good', 'over', 'short'].flatMap((ink) =>
  ['paper', 'surface', 'sunken', 'selected'].map((ground) => [ink, ground]),
);
const FILLS = [
  ['accent-ink', 'accent'],
  ['warn', 'warn-fill'],
  ['ink', 'warn-fill'],
  ['short', 'short-fill'],
  ['ink', 'short-fill'],
];
const EDGES = ['paper', 'surface'].flatMap((ground) => [
  ['edge', ground],
  ['focus', ground],
]);

describe.each(Object.entries(THEMES))('in the %s theme', (_, theme) => {
  const measured = ([ink, ground]: string[]) => contrast(theme.get(ink ?? '') ?? '', theme.get(ground ?? '') ?? '');
  test.each([...TEXT, ...FILLS])('%s can be read on %s', (ink, ground) => {
    expect(measured([ink ?? '', ground ?? ''])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(EDGES)('%s stands out from %s', (ink, ground) => {
    expect(measured([ink ?? '', ground ?? ''])).toBeGreaterThanOrEqual(3);
  });
});

test.each(['paper', 'surface'])('bug: in the dark theme the selected row is told from the others on %s', (ground) => {
  expect(contrast(THEMES.dark.get('selected') ?? '', THEMES.dark.get(ground) ?? '')).toBeGreaterThanOrEqual(1.35);
});
