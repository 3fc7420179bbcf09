import { readFile } from 'node:fs/promises';
import type { LedgerTx } from '#db/ledger/database';
import { ensureDistrict, nextVersion, takeVersionBack } from '#db/ledger/districts';
import { insertLoad, insertPolicy, type LoadRow, latestPolicy, refreshStatistics } from '#db/ledger/loads';
import { mergeAccounts } from '#db/ledger/mergeAccounts';
import { type MergedCharges, mergeCharges } from '#db/ledger/mergeCharges';
import { everybody, type NewPerson } from '#db/ledger/people';
import { canonical, type Json } from '#domain/canonical';
import type { DistrictFile, Policy } from '#domain/district';
import { cents, formatAmount } from '#domain/money';
import { refuse } from '#domain/refusal';
import { CHARGES_FILE } from '#formats/chargesFile';
import { checkStateChart } from './checkStateChart.ts';
import { refuseNewDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { hashFirstPins, mergePeople } from './mergePeople.ts';
import type { LoadReply } from './officeWire.ts';
import { readDistrictFile } from './readDistrictFile.ts';
import type { Spooled } from './spoolLoad.ts';
import { stageFiles } from './stageFiles.ts';

/**
 * Loads a district's files: the first time all of it, later as a dated difference, journalled with who, when and the
 * digests of the files. One transaction: of a load that is refused nothing stays. Files that change nothing make no
 * version, and no file without a charge withdraws all that there are.
 */
export async function loadDistrict(context: LedgerContext, load: Spooled): Promise<LoadReply> {
  const file = readDistrictFile(await readFile(load.district.path, 'utf8'));
  const { district } = file;
  if (!load.isNewDistrict) await refuseNewDistrict(context, district);
  const chart = await checkStateChart(file, load);
  const known = await context.db.inDistrict(district, 'read', (tx) => everybody(tx, district));
  // Hashing a PIN takes its time on purpose, so it is done before the transaction begins.
  const newcomers = await hashFirstPins(context, file.people, new Set(known.map((person) => person.person)));
  const read = { file, newcomers, chart };
  const reply = await context.db.inDistrict(district, 'write', (tx) => merge(tx, context, load, read));
  await refreshStatistics(context.db);
  const { version, changed } = reply;
  context.log.info('district loaded', { district, version, changed, by: load.by });
  return reply;
}

type Read = { file: DistrictFile; newcomers: readonly NewPerson[]; chart: LoadReply['chart'] };

async function merge(tx: LedgerTx, context: LedgerContext, load: Spooled, read: Read): Promise<LoadReply> {
  const { file, newcomers, chart } = read;
  const { district } = file;
  const now = context.now();
  const staged = await stageFiles(tx, district, load, file.chart);
  // From here on the district is locked: payments that arrive meanwhile wait until the load is committed.
  await ensureDistrict(tx, district, context.training, now);
  const version = await nextVersion(tx, district);
  const policy = await mergePolicy(tx, file, version);
  const people = await mergePeople(tx, district, file.people, newcomers, version);
  const accounts = await mergeAccounts(tx, district, version);
  const charges = await mergeCharges(tx, district, version, load.withdrawMissing);
  if (staged.charges === 0 && charges.withdrawn > 0) refuseToWithdrawAll(charges);
  const unchanged = (of: { added: number; changed: number }, all: number) => all - of.added - of.changed;
  const changed = policy === 'added' || [people, accounts, charges].some(isChange) || charges.withdrawn > 0;
  const reply: LoadReply = {
    district,
    version: changed ? version : version - 1,
    changed,
    policy,
    chart,
    people,
    accounts: { ...accounts, unchanged: unchanged(accounts, staged.accounts) },
    charges: { ...charges, unchanged: unchanged(charges, staged.charges) },
  };
  if (changed) await insertLoad(tx, loadRow(load, reply, now));
  else await takeVersionBack(tx, district, version);
  return reply;
}

const isChange = (of: { added: number; changed: number }) => of.added + of.changed > 0;

function loadRow(load: Spooled, reply: LoadReply, now: number): LoadRow {
  return {
    district: reply.district,
    version: reply.version,
    loadedAt: now,
    loadedBy: load.by,
    districtDigest: load.district.digest,
    accountsDigest: load.accounts.digest,
    chargesDigest: load.charges.digest,
    withdrawMissing: load.withdrawMissing,
    counts: reply,
  };
}

/** A file that holds its header alone is a broken export sooner than a district to which nobody owes anything. */
function refuseToWithdrawAll({ withdrawn, missingCents }: MergedCharges): never {
  const open = `${withdrawn === 1 ? 'the only open charge' : `all ${withdrawn} open charges`}, ${formatAmount(cents(missingCents))}`;
  refuse('load_file_wrong', { file: CHARGES_FILE, problem: `names no charge, and so would withdraw ${open}` });
}

async function mergePolicy(tx: LedgerTx, file: DistrictFile, version: number): Promise<LoadReply['policy']> {
  const { people: _people, ...policy } = file;
  const before = await latestPolicy(tx, file.district);
  if (before !== null && textOf(before) === textOf(policy)) return 'unchanged';
  await insertPolicy(tx, policy, version);
  return 'added';
}

const textOf = (policy: Policy) => canonical(policy as unknown as Json);
