import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GlMapping, unknownPlace } from '#formats/glMapping';
import { flagsOf, run, stop } from '#main/program';
import { exportGl, findGl, glPlacesKnown, type Office } from '../client.ts';
import { fetchGl } from '../fetchGl.ts';
import { refuseUnwritable } from '../refuseUnwritable.ts';
import { officeOf, TRUST_FLAGS } from './say.ts';

const USAGE = `npm run ledger:gl -- --to URL --token T [--district MARK] [--number N | --through DAY]
  [--by PERSON [--layout batch|day]] [--mapping FILE] FILE.csv`;

const { values, positionals } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      ...TRUST_FLAGS,
      token: { type: 'string' },
      district: { type: 'string' },
      number: { type: 'string' },
      through: { type: 'string' },
      by: { type: 'string' },
      layout: { type: 'string' },
      mapping: { type: 'string' },
    },
    allowPositionals: true,
  },
  USAGE,
);

void run(async () => {
  const [file, ...more] = positionals;
  if (!file || more.length > 0) stop(`Name the file to write.\n${USAGE}`);
  const { number, through, by, layout } = values;
  if (number !== undefined && through !== undefined) stop(`Name a number or a day, not both.\n${USAGE}`);
  const makes = by !== undefined && through !== undefined;
  if (by !== undefined && !makes) stop(`--by exports closed days: name the last of them with --through.\n${USAGE}`);
  if (layout !== undefined && !makes)
    stop(
      `An export keeps the layout in which it went out: --layout is for a new one, with --by and --through.\n${USAGE}`,
    );
  const mapping = values.mapping === undefined ? null : mappingIn(String(values.mapping));
  await refuseUnwritable(file);
  const district = values.district === undefined ? {} : { district: String(values.district) };
  const office = officeOf(values, USAGE);
  if (mapping !== null) await refuseUnknownPlace(office, district, mapping);
  const found =
    by !== undefined && through !== undefined
      ? await exportGl(office, { commandId: randomUUID(), by, through, layout: layout ?? 'batch', ...district })
      : await findGl(office, {
          ...(number === undefined ? {} : { number }),
          ...(through === undefined ? {} : { through }),
          ...district,
        });
  const sha256 = await fetchGl(office, { ...found, ...district }, file, mapping);
  const lines = `${found.lines} ${found.lines === 1 ? 'line' : 'lines'}`;
  // Who compares the file must get its own sum; that of the export is what its entry in the journal tells.
  const unmapped = mapping === null ? '' : `SHA-256 of the export before the mapping: ${found.sha256}\n`;
  process.stdout.write(`GL export ${found.number}, ${lines}, written to ${file}.\nSHA-256 ${sha256}\n${unmapped}`);
});

function mappingIn(file: string): GlMapping {
  const read = GlMapping.safeParse(json(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return stop(`${file}: ${issue?.path.join('.')} – ${issue?.message}. Correct the file.`);
}

/** A place that is mistyped would go out under its own name, and nobody would see why. */
async function refuseUnknownPlace(office: Office, district: { district?: string }, mapping: GlMapping): Promise<void> {
  const unknown = unknownPlace(mapping, await glPlacesKnown(office, district));
  if (unknown !== null)
    stop(`${values.mapping}: accounts.${unknown} – is no place of the district’s chart. Correct the file.`);
}

function json(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    return stop(`${file} is not readable JSON. Correct the file.`);
  }
}
