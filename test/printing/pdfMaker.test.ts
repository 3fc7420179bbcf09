import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { pdfMaker } from '#printing/pdfMaker';
import { slipPdf } from '#printing/slipPdf';
import { goldenSlips } from '#test/support/slipCases';

const FONTS = 'node_modules/dejavu-fonts-ttf/ttf';
const fonts = {
  regular: `${FONTS}/DejaVuSansMono.ttf`,
  bold: `${FONTS}/DejaVuSansMono-Bold.ttf`,
  rest: `${FONTS}/DejaVuSansCondensed.ttf`,
  strong: `${FONTS}/DejaVuSansCondensed-Bold.ttf`,
};
const PROGRAM = join(process.cwd(), 'printing', 'pdfWorker.ts');
const MADE_AT = Date.parse('2026-11-23T18:43:00Z');
const slips = Object.values(goldenSlips());

test('what the thread makes is what is made here, several at once, and again after it ended', async () => {
  const make = pdfMaker(PROGRAM, fonts, 20);
  const here = await Promise.all(slips.map((slip) => slipPdf(slip, fonts, MADE_AT)));
  const made = () => Promise.all(slips.map((slip) => make(slip, MADE_AT)));
  const sizes = here.map((bytes) => bytes.length);
  expect((await made()).map((bytes, place) => Buffer.compare(bytes, here[place] ?? Buffer.of()))).toEqual(
    sizes.map(() => 0),
  );
  await sleep(200);
  expect((await made()).map((bytes) => bytes.length)).toEqual(sizes);
});

test('nobody else waits while a PDF is made', async () => {
  const make = pdfMaker(PROGRAM, fonts);
  const [slip] = slips;
  if (!slip) throw new Error('the golden slips are gone');
  await make(slip, MADE_AT);
  let isDone = false;
  const done = make(slip, MADE_AT).finally(() => {
    isDone = true;
  });
  // The work of a PDF would fit between two of these, if it were done here.
  let turns = 0;
  for (; !isDone; turns++) await new Promise((resolve) => setImmediate(resolve));
  await done;
  expect(turns).toBeGreaterThan(20);
});

test('a thread that cannot start, or breaks, fails the PDF and not the program; the next one gets a new thread', async () => {
  const [slip] = slips;
  if (!slip) throw new Error('the golden slips are gone');
  await expect(pdfMaker('/nowhere/pdfWorker.js', fonts)(slip, MADE_AT)).rejects.toThrow('pdfWorker.js');
  const make = pdfMaker(PROGRAM, { ...fonts, bold: '/nowhere/bold.ttf' });
  await expect(make(slip, MADE_AT)).rejects.toThrow('ENOENT');
  await expect(make(slip, MADE_AT)).rejects.toThrow('ENOENT');
});

test('a thread without work keeps no program running', () => {
  const program = `
    import { pdfMaker } from ${JSON.stringify(pathToFileURL(join('printing', 'pdfMaker.ts')).href)};
    const bytes = await pdfMaker(${JSON.stringify(PROGRAM)}, ${JSON.stringify(fonts)})(${JSON.stringify(slips[0])}, 0);
    console.log(bytes.length > 1000);`;
  const begun = performance.now();
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(said).toBe('true\n');
  expect(performance.now() - begun).toBeLessThan(15_000);
});
