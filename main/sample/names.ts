import type { AccountHolder } from '#domain/account';
import type { Chance } from './chance.ts';
import { ORIGINS, type Origin } from './origins.ts';

/** Who lives at an address: how the name stands on the bill, and the language of the slip beside English. */
export type Customer = { name: string; language: AccountHolder['language']; email: string };

const TRADES = [
  'Marine',
  'Plumbing',
  'Bakery',
  'Laundromat',
  'Dental',
  'Roofing',
  'Espresso',
  'Storage',
  'Landscaping',
  'Fisheries',
  'Hardware',
  'Cannery',
  'Optical',
];
const PLACES = [
  'Harbor',
  'Quarry Bay',
  'Rainier',
  'Cascade',
  'Skagit',
  'Heron',
  'Tide',
  'Alder',
  'Olympic',
  'Orchard',
  'Sound',
];
const FORMS = ['Inc.', 'LLC', 'LLC', '& Sons', 'Co.', 'Cooperative'];
const ASSOCIATIONS = ['Court HOA', 'Condominium Association', 'Community Church', 'Elementary School', 'Mobile Park'];
const INITIALS = [...'ABCDEFGHJKLMNPRSTVW'];

/** A household's name as bills print it: `Nguyễn, Minh Châu`, `Hale, Dorothea & Frank`, `Okafor Family Trust`. */
export function household(chance: Chance): Customer {
  const origin = originOf(chance);
  const given = chance.pick(origin.given);
  const family = familyOf(chance.pick(origin.family), given, origin);
  return {
    name: billName(chance, origin, family, given),
    language: origin.language,
    email: emailOf(chance, given, family),
  };
}

/** A business, an association or a school. */
export function business(chance: Chance): Customer {
  const family = chance.pick(originOf(chance).family);
  const name = chance.likely(25)
    ? `${chance.pick(PLACES)} ${chance.pick(ASSOCIATIONS)}`
    : chance.likely(50)
      ? `${family} ${chance.pick(TRADES)} ${chance.pick(FORMS)}`
      : chance.likely(20)
        ? `The “${chance.pick(PLACES)}” ${chance.pick(TRADES)}, ${chance.pick(FORMS)}`
        : `${chance.pick(PLACES)} ${chance.pick(TRADES)} ${chance.pick(FORMS)}`;
  return { name, language: 'en', email: chance.likely(70) ? `billing${chance.whole(1_000)}@example.com` : '' };
}

/** A name of the kind that stands after `c/o` on a mailing address. */
export function careOf(chance: Chance): string {
  const family = chance.pick(originOf(chance).family);
  return chance.likely(50) ? `${family} Property` : `${chance.pick(originOf(chance).given)} ${family}`;
}

function billName(chance: Chance, origin: Origin, family: string, given: string): string {
  if (chance.likely(3)) return `${family} Family Trust`;
  if (chance.likely(5)) return `${family}-${familyOf(chance.pick(origin.family), given, origin)}, ${given}`;
  if (chance.likely(12)) return `${family}, ${given} & ${chance.pick(origin.given)}`;
  if (origin.language === 'vi' && chance.likely(55)) return `${family}, ${given} ${chance.pick(origin.given)}`;
  if (origin.language === 'en' && chance.likely(25)) return `${family}, ${given} ${chance.pick(INITIALS)}.`;
  return `${family}, ${given}`;
}

/** Russian families name a woman with one letter more: Petrov, Petrova; Смирнов, Смирнова. */
function familyOf(family: string, given: string, origin: Origin): string {
  if (origin.language !== 'ru' || !/[aая]$/.test(given) || !/([eo]v|[еоё]в)$/.test(family)) return family;
  return family + (family.endsWith('v') ? 'a' : 'а');
}

function originOf(chance: Chance): Origin {
  let lot = chance.whole(100);
  for (const origin of ORIGINS) {
    lot -= origin.share;
    if (lot < 0) return origin;
  }
  return chance.pick(ORIGINS);
}

function emailOf(chance: Chance, given: string, family: string): string {
  if (!chance.likely(55)) return '';
  const plain = `${given}.${family}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z.]/g, '');
  const name = plain.length > 4 ? plain : 'resident';
  return `${name}${chance.whole(90) + 10}@example.${chance.pick(['com', 'net', 'org'])}`;
}
