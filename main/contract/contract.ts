import type * as z from 'zod';
import { accountCalls } from './accountCalls.ts';
import { attachmentCalls } from './attachmentCalls.ts';
import { batchCalls } from './batchCalls.ts';
import { changeOrderCalls } from './changeOrderCalls.ts';
import { custodyCalls } from './custodyCalls.ts';
import { dayCalls } from './dayCalls.ts';
import { daySeen } from './daySeen.ts';
import type { Where } from './definition.ts';
import { depositCalls } from './depositCalls.ts';
import { drawerCalls } from './drawerCalls.ts';
import { formCalls } from './formCalls.ts';
import { glCalls } from './glCalls.ts';
import { heldCalls } from './heldCalls.ts';
import { mailCalls } from './mailCalls.ts';
import { officePaperCalls } from './officePaper.ts';
import { officeReceiptCalls } from './officeReceiptCalls.ts';
import { paymentCalls } from './paymentCalls.ts';
import { printCalls } from './printCalls.ts';
import { receiptCalls } from './receiptCalls.ts';
import { reportCalls } from './reportCalls.ts';
import { safeCountCalls } from './safeCountCalls.ts';
import { sessionCalls } from './sessionCalls.ts';
import { trayCalls } from './trayCalls.ts';
import { undoCalls } from './undoCalls.ts';

/**
 * Every command, action and query there is. The loopback routes, the preload's allow-list, the page's client, the
 * permission check and cache invalidation are all derived from this one list.
 */
export const contract = {
  ...sessionCalls,
  ...accountCalls,
  ...drawerCalls,
  ...trayCalls,
  ...paymentCalls,
  ...formCalls,
  ...receiptCalls,
  ...undoCalls,
  ...printCalls,
  ...mailCalls,
  ...custodyCalls,
  ...safeCountCalls,
  ...changeOrderCalls,
  ...batchCalls,
  ...depositCalls,
  ...dayCalls,
  ...reportCalls,
  ...daySeen,
  ...glCalls,
  ...heldCalls,
  ...officeReceiptCalls,
  ...attachmentCalls,
  ...officePaperCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller sends. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a use-case receives, parsed. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
/** What a caller is answered. */
export type Output<N extends CallName> = z.output<Contract[N]['output']>;

type OfKind<K, W> = {
  [N in CallName]: Contract[N]['kind'] extends K ? (Contract[N]['where'] extends W ? N : never) : never;
}[CallName];
export type CommandName = OfKind<'command', Where>;
export type ActionName = OfKind<'action', Where>;
export type QueryName = OfKind<'query', Where>;
/** What a station does by itself. */
export type StationCommand = OfKind<'command', 'station'>;
export type StationQuery = OfKind<'query', 'station'>;
/** What the ledger does for whoever asks from a station. */
export type OfficeCommand = OfKind<'command', 'office'>;
export type OfficeQuery = OfKind<'query', 'office'>;
export type OfficeName = OfficeCommand | OfficeQuery;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

export function isOfficeName(name: CallName): name is OfficeName {
  return contract[name].where === 'office';
}
