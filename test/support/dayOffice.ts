import type { Output } from '#contract/contract';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { TIE_OF_MONDAY } from './dayTies.ts';
import { officeLine } from './officeLine.ts';

type Day = Output<'day'>;

/** A stand-in for the ledger's day: it tells what it is given, of whatever day it is asked. */
export type DayOffice = {
  day: Day;
  /** What a deposit can be made of; none: not told. */
  depositable: Output<'depositable'> | null;
  asked: OfficeRequest[];
  isAway: boolean;
  line(usual: Host): Partial<Host>;
};

export function dayOffice(day: Day): DayOffice {
  const office: DayOffice = {
    ...{ day, depositable: null, asked: [], isAway: false },
    line: (usual) =>
      officeLine(usual, office, (request) => {
        office.asked.push(request);
        if (request.call === 'day')
          return Response.json({ value: { ...office.day, ...dayAsked(request, office.day) } });
        if (request.call === 'depositable' && office.depositable) return Response.json({ value: office.depositable });
        if (request.call === 'batches') return Response.json({ value: { batches: [], more: false } });
        return Response.json({ code: 'office_offline', sentence: 'Not now.' }, { status: 422 });
      }),
  };
  return office;
}

function dayAsked({ input }: OfficeRequest, { day }: Day): { day: Day['day'] } {
  return { day: (input.day as Day['day'] | undefined) ?? day };
}

const MINUTE = 60_000;
/** 8:00 in Quarry Bay, on Monday. */
export const EIGHT = Date.UTC(2026, 10, 23, 16);
const at = (minutes: number) => EIGHT + minutes * MINUTE;

const taken = (cash: number, check: number, card: number) => [
  ...[
    { tender: 'cash' as const, cents: cash },
    { tender: 'check' as const, cents: check },
  ],
  ...[
    { tender: 'money-order' as const, cents: 0 },
    { tender: 'card' as const, cents: card },
  ],
];

function drawer(
  station: string,
  cashierName: string,
  over: Partial<Day['drawers'][number]>,
  brought: readonly [number, number, number] | null,
  differences: NonNullable<Day['drawers'][number]['told']>['differences'] = [],
): Day['drawers'][number] {
  return {
    ...{ batch: `${station}-B0041`, drawer: `${station}-D0041`, station, cashierName },
    ...{ state: 'balanced', at: at(540), receipts: 31 },
    told: brought && {
      ...{ taken: taken(...brought), differences },
      takenCents: brought[0] + brought[1] + brought[2],
    },
    ...over,
  };
}

/** A Monday evening: three drawers counted, one of them short, and one that is being counted. */
export const MONDAY: Day = {
  ...{ day: '2026-11-23', previous: '2026-11-20', next: null, stations: { enrolled: 4, silent: [] } },
  drawers: [
    drawer('W1', 'Layla Haddad', { state: 'approved', at: at(535) }, [141_250, 320_745, 184_620]),
    drawer('W2', 'Paweł Kowalczyk', { at: at(542), receipts: 38 }, [96_845, 411_860, 253_075]),
    drawer(
      'W3',
      'Marisol Ortiz',
      { at: at(544), receipts: 71 },
      [213_935, 941_288, 220_610],
      [
        { tender: 'cash', cents: -425 },
        { tender: 'card', cents: 1_000 },
      ],
    ),
    drawer('W4', 'Sione Tuiasosopo', { state: 'closed', at: at(560), receipts: 22 }, null),
  ],
  atOnce: [
    {
      ...{ personName: 'Marisol Ortiz', drawer: 'W3-D0041', station: 'W3' },
      ...{ other: 'W4-D0041', otherStation: 'W4' },
    },
  ],
  totals: { receipts: 140, taken: taken(452_030, 1_673_893, 658_305), takenCents: 2_784_228 },
  ...TIE_OF_MONDAY,
  waiting: [
    ...[
      {
        ...{ what: 'approve' as const, label: 'W2-B0041', drawer: 'W2-D0041' },
        ...{ personName: 'Paweł Kowalczyk', at: at(542), cents: 761_780 },
      },
      {
        ...{ what: 'count' as const, label: 'W4-D0041', drawer: 'W4-D0041' },
        ...{ personName: 'Sione Tuiasosopo', at: at(560), cents: null },
      },
      {
        ...{ what: 'settle' as const, label: 'W3-D0041-cash', drawer: 'W3-D0041' },
        ...{ personName: 'Marisol Ortiz', at: at(565), cents: -500 },
      },
      {
        ...{ what: 'deposit' as const, label: 'W3-B0041', drawer: 'W3-D0041' },
        ...{ personName: 'Ingrid Solheim', at: at(570), cents: 1_154_298 },
      },
    ],
  ],
  deposits: [
    {
      ...{ deposit: 'L-P0231', state: 'made', isOfDay: true, dueAt: at(1_440), handedAt: null, isLate: false },
      lateReason: null,
    },
    {
      ...{ deposit: 'L-P0219', state: 'handed', isOfDay: false, dueAt: at(-20_000), handedAt: at(-19_005) },
      ...{ isLate: true, lateReason: null },
    },
    {
      ...{
        deposit: 'L-P0226',
        state: 'confirmed',
        isOfDay: false,
        dueAt: at(-9_000),
        handedAt: at(-8_870),
        isLate: true,
      },
      lateReason: { words: 'The armored car broke down' },
    },
  ],
  lateThisMonth: 2,
  lateBatches: null,
  hours: [18, 37, 41, 17, 12, 11, 9, 8, 7, 2].map((receipts, place) => ({
    ...{ hour: 8 + place, receipts },
    usual: [12, 24, 27, 22, 15, 13.5, 12, 13, 10, 3][place] ?? null,
  })),
};
