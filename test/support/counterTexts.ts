import { sampleAccounts } from '#main/sample/accounts';
import { seededChance } from '#main/sample/chance';
import { phoneOf } from '#main/sample/places';

/** So many texts as people at a counter type them: names, addresses, phones in pairs, and notes full of numbers. */
export function* counterTexts(count: number, seed: number): Generator<string> {
  const chance = seededChance(seed);
  const digits = (length: number) => Array.from({ length }, () => chance.whole(10)).join('');
  const upTo = (most: number, width = 0) => String(1 + chance.whole(most)).padStart(width, '0');
  const accounts = [...sampleAccounts(2_000, seed, '2026-11-23')].map(({ holder }) => holder);
  const account = () => chance.pick(accounts).accountNumber;
  const parcel = () => chance.pick(accounts).parcel;
  const mark = () => chance.pick([' ', ', ', ' and ', ' / ', '; ', ' & ', ' - ']);
  const phone = () => {
    const [area = '', exchange = '', line = ''] = (phoneOf(chance) || '(360) 555-0142').match(/\d+/g) ?? [];
    return chance.pick([`(${area}) ${exchange}-${line}`, `${area} ${exchange} ${line}`, `${area}-${exchange}-${line}`]);
  };
  const day = () => {
    const [month, date] = [upTo(12, 2), upTo(28, 2)];
    return chance.pick([
      `2026-${month}-${date}`,
      `${month}/${date}/2026`,
      `${month}/${date}/26`,
      `${month}-${date}-26`,
    ]);
  };
  const amount = () => `$${chance.whole(4) ? '' : `${upTo(9)},`}${digits(3)}.${digits(2)}`;
  const check = () => upTo(9_999);
  const known = () => {
    const { customer, serviceAddress, mailingAddress, email } = chance.pick(accounts);
    return chance.pick([
      customer,
      serviceAddress,
      mailingAddress,
      `${customer} ${serviceAddress}`,
      `${customer} ${email}`,
    ]);
  };
  const texts = [
    known,
    () => `tel ${phone()}${mark()}${phone()}`,
    () => `${phone()}${mark()}${phone()}${mark()}${phone()}`,
    () => `accts ${account()}${mark()}${account()}${mark()}${account()}`,
    () => `paid on ${account()}, meant ${account()}, call ${phone()}`,
    () => `parcels ${parcel()}${mark()}${parcel()}${mark()}${parcel()}`,
    () => `${parcel()} ${account()} ${phone()}`,
    () => `checks ${check()}${mark()}${check()}${mark()}${check()}`,
    () => `check ${check()} for ${amount()} and ${check()} for ${amount()}, ${day()}`,
    () => `${day()}${mark()}${day()}${mark()}${day()} at ${upTo(12)}:${digits(2)}`,
    () => `permit SS-2026-${digits(4)}${mark()}SS-2026-${digits(4)}, ${amount()}`,
    () => `permit 2026-${digits(4)} ${day()} ${phone()}`,
    () => `W3-${digits(6)}${mark()}W3-${digits(6)}${mark()}W3-${digits(6)}`,
    () => `routing 125000024 check ${check()} account ends ${digits(4)}`,
    () => `PO Box ${upTo(900)}, Quarry Bay WA 98379-${digits(4)}, ${phone()}`,
    () => `meter ${digits(8)} read ${digits(6)}${mark()}${digits(6)} on ${day()}`,
    () => `invoice ${digits(7)}${mark()}${digits(7)} ${amount()}`,
    () => `card ends ${digits(4)}, approval ${digits(6)}, terminal ${digits(8)}`,
    () => `${known()} ${phone()} ${account()} ${day()}`,
    () => `${upTo(4_800)} Tide St${mark()}${upTo(4_800)} Tide St${mark()}${phone()}`,
  ] as const;
  for (let made = 0; made < count; made++) yield chance.pick(texts)();
}
