import { askEnrolmentToken } from '../client.ts';
import { flagsOf, officeOf, run, stop } from './say.ts';

const USAGE = 'npm run ledger:enrol -- --to URL --token T --series W3 [--district MARK]';

const { values } = flagsOf(
  {
    options: {
      to: { type: 'string' },
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
  const anew = issued.epoch > 1 ? `; ${series} was enrolled before, so this is its epoch ${issued.epoch}` : '';
  process.stdout.write(
    `${[
      `Token for station ${series} of ${issued.district}, good once until ${new Date(issued.lapsesAt).toISOString()}${anew}:`,
      issued.token,
      'Start the station with:',
      `npm start -- --ledger ${office.ledger} --enrol ${issued.token}`,
    ].join('\n')}\n`,
  );
});
