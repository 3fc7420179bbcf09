import type { AccountHolder } from '#domain/account';
import { cents } from '#domain/money';
import { writeScanline } from '#formats/scanline';
import { sampleAccounts } from '#main/sample/accounts';
import { type Chance, seededChance } from '#main/sample/chance';
import { SAMPLE_DAY } from '#main/sample/writeSample';
import { POLICY } from '#test/support/quarryBay';

type Search = (holder: AccountHolder, chance: Chance) => string;

/** Ways in which people look for an account. Each is used as often as any other. */
const SEARCHES: Record<string, Search> = {
  'a whole number': (holder) => holder.accountNumber,
  'a number without dashes': (holder) => holder.accountNumber.replaceAll('-', ''),
  'a number as it is being typed': (holder, chance) => holder.accountNumber.slice(0, 4 + chance.whole(5)),
  'a number without its route': (holder) => holder.accountNumber.slice(3),
  'a whole name': (holder) => holder.customer,
  'a name as it is being typed': (holder, chance) => holder.customer.slice(0, 3 + chance.whole(5)),
  'a word in the middle of a name': (holder) => words(holder.customer).at(-1) ?? holder.customer,
  'two beginnings of names': (holder) => beginnings(holder.customer, 3),
  'a name and a house number': (holder) => `${words(holder.customer)[0]} ${words(holder.serviceAddress)[0]}`,
  'an address': (holder) => holder.serviceAddress,
  'an address as it is being typed': (holder, chance) => holder.serviceAddress.slice(0, 5 + chance.whole(6)),
  'a street': (holder) => words(holder.serviceAddress)[1] ?? holder.serviceAddress,
  'a phone': (holder) => holder.phone,
  'a phone without its area': (holder) => holder.phone.slice(-8),
  'a phone as it is being typed': (holder) => holder.phone.replaceAll('-', '').slice(0, 6),
  'a parcel': (holder) => holder.parcel,
  'a parcel as it is being typed': (holder) => holder.parcel.slice(0, 7),
  'one letter': (holder) => holder.customer.slice(0, 1),
  'two letters': (holder) => holder.customer.slice(0, 2),
  'three letters': (holder) => holder.customer.slice(0, 3),
  'one digit': (_, chance) => String(chance.whole(10)),
  'two digits': (_, chance) => String(10 + chance.whole(90)),
  'three digits': (_, chance) => String(100 + chance.whole(900)),
  'a word that nobody has': (_, chance) => `xq${chance.whole(1_000_000).toString(36)}`,
  'a name and a word that nobody has': (holder) => `${holder.customer} zzyzx`,
  'a number that nobody has': (_, chance) => `99-${10_000 + chance.whole(90_000)}`,
  'a common word': (_, chance) => chance.pick(['st', 'ave', 'n', 'llc', 'van', 'de', 'smith', 'nguyen', 'rd', 'dr']),
  'a bill line': (holder) => billLine(holder),
  'two names that nobody has together': (holder) => `${words(holder.customer)[0]} zzyzxes`,
};

/** Of those that have them. */
const SOME: readonly { name: string; has: (holder: AccountHolder) => boolean; ways: Record<string, Search> }[] = [
  {
    name: 'permit, ',
    has: (holder) => holder.permits.length > 0,
    ways: {
      whole: (holder) => holder.permits[0] ?? '',
      'without dashes': (holder) => (holder.permits[0] ?? '').replaceAll('-', ''),
      'its last digits': (holder) => (holder.permits[0] ?? '').slice(-4),
      'as it is being typed': (holder, chance) => (holder.permits[0] ?? '').slice(0, 2 + chance.whole(9)),
    },
  },
  {
    name: 'contract, ',
    has: (holder) => holder.contract !== '',
    ways: {
      whole: (holder) => holder.contract,
      'its digits': (holder) => holder.contract.replaceAll(/\D/g, ''),
      'as it is being typed': (holder, chance) => holder.contract.slice(0, 2 + chance.whole(6)),
    },
  },
  {
    name: 'e-mail, ',
    has: (holder) => holder.email !== '',
    ways: {
      whole: (holder) => holder.email,
      'its name': (holder) => holder.email.split('@')[0] ?? '',
      'its host': (holder) => holder.email.slice(holder.email.indexOf('@')),
      'as it is being typed': (holder, chance) => holder.email.slice(0, 3 + chance.whole(20)),
    },
  },
  {
    name: 'notes and mail, ',
    has: (holder) => /:/.test(holder.notes) || /c\/o|Box/.test(holder.mailingAddress),
    ways: {
      'a word': (holder) => words(holder.notes || holder.mailingAddress)[2] ?? 'box',
      'where bills go': (holder) => holder.mailingAddress,
      'what is noted': (holder) => holder.notes || 'PO Box 12',
    },
  },
  {
    name: 'misspelt, ',
    has: (holder) => /^[^\s,]{5,},/.test(holder.customer),
    ways: {
      'a letter left out': (holder, chance) => misspelt(holder, chance, (before, after) => before + after.slice(1)),
      'a letter too many': (holder, chance) => misspelt(holder, chance, (before, after) => `${before}q${after}`),
      'another letter': (holder, chance) => misspelt(holder, chance, (before, after) => `${before}q${after.slice(1)}`),
      'two letters swapped': (holder, chance) =>
        misspelt(holder, chance, (before, [one = '', two = '', ...after]) => before + two + one + after.join('')),
      'family and given name': (holder, chance) =>
        `${misspelt(holder, chance, (before, after) => before + after.slice(1))} ${words(holder.customer).at(-1) ?? ''}`,
      'a street': (holder, chance) => `${holder.serviceAddress.slice(0, -4)}${chance.pick(['a', 'e', 'n'])}`,
    },
  },
];

/** Of those whose names are written in Cyrillic, or with accents: as they are written, and as others type them. */
const OTHER_LETTERS: Record<string, Search> = {
  'as it is written': (holder) => holder.customer,
  'its beginning': (holder) => holder.customer.slice(0, 4),
  'its last word': (holder) => words(holder.customer).at(-1) ?? holder.customer,
  'without accents': (holder) => holder.customer.normalize('NFD').replaceAll(/\p{M}/gu, ''),
};

const CYRILLIC = /\p{Script=Cyrillic}/u;
const ACCENTED = /[^\p{Script=Cyrillic}\p{ASCII}’ʻ]/u;

/**
 * Searches over every field, always the same ones for the same sample.
 * @param each how often each way is used
 */
export function searches(accounts: number, each: number): { way: string; text: string }[] {
  const holders = [...sampleAccounts(accounts, 1, SAMPLE_DAY)].map((account) => account.holder);
  const chance = seededChance(7);
  const mixed: { way: string; text: string; lot: number }[] = [];
  const add = (ways: Record<string, Search>, of: string, from: readonly AccountHolder[]) => {
    for (const [name, search] of Object.entries(ways)) {
      for (let time = 0; time < each; time++) {
        const text = search(chance.pick(from), chance).slice(0, 100);
        mixed.push({ way: of + name, text, lot: chance.whole(1_000_000) });
      }
    }
  };
  add(SEARCHES, '', holders);
  add(
    OTHER_LETTERS,
    'Cyrillic, ',
    holders.filter((holder) => CYRILLIC.test(holder.customer)),
  );
  add(
    OTHER_LETTERS,
    'accented, ',
    holders.filter((holder) => ACCENTED.test(holder.customer)),
  );
  for (const { name, has, ways } of SOME) add(ways, name, holders.filter(has));
  return mixed.sort((left, right) => left.lot - right.lot).map(({ way, text }) => ({ way, text }));
}

/** The family name with a slip somewhere behind its first letter. */
function misspelt(holder: AccountHolder, chance: Chance, slip: (before: string, after: string) => string): string {
  const family = words(holder.customer)[0] ?? holder.customer;
  const at = 1 + chance.whole(family.length - 2);
  return slip(family.slice(0, at), family.slice(at));
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word.length > 1);
}

function beginnings(text: string, letters: number): string {
  return words(text)
    .map((word) => word.slice(0, letters))
    .join(' ');
}

function billLine(holder: AccountHolder): string {
  const [template] = POLICY.scanlines;
  if (!template) throw new Error('the sample district has a bill line');
  const parts = { account: holder.accountNumber, date: '', rate: '', grossCents: cents(9_640), netCents: cents(8_640) };
  return writeScanline(template, parts);
}
