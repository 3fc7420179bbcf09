import { readFileSync } from 'node:fs';
import { contract } from '#contract/contract';
import { ACCOUNT_COLUMNS } from '#formats/accountsFile';
import { CHARGE_COLUMNS } from '#formats/chargesFile';
import { START_FLAGS } from '#main/start/options';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('the README names every call, in the row of those who may', () => {
  for (const [name, { who }] of Object.entries(contract)) {
    const row = typeof who === 'string' ? who.replace('-', ' ') : who.join(', ');
    expect(readme).toMatch(new RegExp(`^\\| ${row} \\|.*\`${name}\``, 'm'));
  }
});

test('the README names every flag of the start, every column of the files, and only scripts that are there', () => {
  for (const flag of START_FLAGS.match(/--[a-z-]+/g) ?? []) expect(readme).toContain(`| \`${flag}`);
  for (const column of [...Object.keys(ACCOUNT_COLUMNS), ...Object.keys(CHARGE_COLUMNS)]) {
    expect(readme).toContain(`\`${column}\``);
  }
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !scripts[name])).toEqual([]);
});
