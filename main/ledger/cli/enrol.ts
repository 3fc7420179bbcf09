import { flagsOf, run, stop } from '#main/program';
import { askEnrolmentToken } from '../client.ts';
import type { TokenReply } from '../officeWire.ts';
import { officeOf, TRUST_FLAGS } from './say.ts';

const USAGE = 'npm run ledger:enrol -- --to URL --token T --series W3 [--district MARK]';

const { values } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      ...TRUST_FLAGS,
      token: { type: 'string' },
      series: { type: 'string' },
      district: { type: 'string' },
    },
  },
  USAGE,
);

void run(async () => {
  const { series, district } = values;
  if (series === undefined) stop(`--series needs the station's mark, such as W3.\n${USAGE}`);
  const office = officeOf(values, USAGE);
  const issued = await askEnrolmentToken(office, { series, ...(district === undefined ? {} : { district }) });
  process.stdout.write(
    `${[
      `Token for station ${series} of ${issued.district}, good once until ${new Date(issued.lapsesAt).toISOString()}:`,
      issued.token,
      ...warnings(series, issued),
      'Start the station with:',
      `npm start -- --ledger ${office.ledger} --enrol ${issued.token}`,
    ].join('\n')}\n`,
  );
});

/** What somebody who only wanted a token may not have meant. */
function warnings(series: string, { replaces, epoch }: TokenReply): string[] {
  const earlier = `The token that was issued for ${series} before and not used does not work any more.`;
  const retires =
    `Careful: there is a station ${series} already. When this token is used, that one is retired: the ledger takes ` +
    `nothing more from it, and the new one counts its receipts as ${series}.${epoch}. Let the old one send everything first.`;
  return [...(replaces ? [earlier] : []), ...(epoch > 1 ? [retires] : [])];
}
