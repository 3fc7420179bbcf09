import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Output } from '#contract/contract';
import { contactOf } from '#db/station/contact';
import { ATTACHMENT_BYTES_MAX } from '#domain/attachment';
import { sha256OfBytes } from '#main/chain/sha256';
import { fetchJournal } from '#main/ledger/fetchJournal';
import { fetchScans } from '#main/ledger/fetchScans';
import { stationKey } from '#main/sync/stationKey';
import { AttachmentReply, type AttachmentSent } from '#main/sync/wire';
import type { Day } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, chargesCsv, districtFile, FIRST } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { SUPPLIES } from '../support/paidOut.ts';
import { PINS } from '../support/quarryBay.ts';
import { createSpeaker } from '../support/speaker.ts';
import type { Caller } from '../support/station.ts';
import { atWallTime } from '../support/wallClock.ts';

/* A scanned receipt from the counter to the office: a real station, a real ledger, and a line that can be cut or worse. */

const SOLHEIM = 'i.solheim';
const AUDITOR = 's.park';

let district: DistrictAtWork;
let counter: Day['station'];
let ortiz: Caller;
let drawer: string;
/** What becomes of a file on its way. */
let onTheWay: (init: RequestInit) => RequestInit;
let sent: string[];

beforeAll(async () => {
  district = await districtAtWork({
    file: { ...districtFile('quarry-bay', { people: PEOPLE }), paidOut: { maxCents: 5_000 } },
    accounts: accountsCsv(accountRow(FIRST)),
    charges: chargesCsv(),
    series: ['W3', 'W4'],
    start: atWallTime('08:00', Date.parse('2026-11-23'), '2026-11-23'),
    onTheWay(path, init) {
      if (path !== '/v1/attachments' || !init) return init;
      sent.push(path);
      return onTheWay(init);
    },
  });
  counter = district.stations.get('W3')?.station as Day['station'];
  ortiz = await counter.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  await district.settled();
});
afterAll(() => district.close());
beforeEach(() => {
  onTheWay = (init) => init;
  sent = [];
  counter.ledger.line = 'up';
});

/** The bytes of another scan. */
const scan = (size = 80) => Buffer.from(`%PDF-1.7\n% scan ${randomUUID()}\n`.padEnd(size, '.'));

/** Pays 1.00 out against a scanned receipt; answers the slip's label. */
async function paidOut(bytes: Buffer): Promise<string> {
  const { name, sha256 } = await ortiz.ask('attachReceipt', { name: 'stamps.pdf', base64: bytes.toString('base64') });
  const about = { attachment: { name, sha256 }, reason: 'Stamps for the counter' };
  const asked = { drawer, pieces: { 100: 1 }, place: SUPPLIES, ...about };
  const { mark } = await ortiz.ask('paidOutProposal', asked);
  const yes = { mark, person: SOLHEIM, pin: PINS.get(SOLHEIM) ?? '' };
  return (await ortiz.tell('payOut', { ...asked, approval: (await ortiz.ask('approve', yes)).approval })).label;
}

async function slip(label: string): Promise<Output<'otherSlips'>['slips'][number] | undefined> {
  return (await ortiz.ask('otherSlips', {})).slips.find((one) => one.label === label);
}
const isSent = async (label: string) => (await slip(label))?.attachment?.isSent;

/** Waits until a slip's file is sent, for at most so many seconds of the station's time. */
async function comesUp(label: string, seconds = 60): Promise<boolean> {
  for (let passed = 0; passed < seconds; passed++) {
    await counter.wait(1);
    if (await isSent(label)) return true;
  }
  return false;
}

/** What an auditor opens at the other station's screen, or how that is refused. */
async function opened(bytes: Buffer): Promise<Buffer | string> {
  const auditor = await (district.stations.get('W4') as Day).station.signedIn(AUDITOR);
  const input = { sha256: sha256OfBytes(bytes) };
  const answer = await auditor.door.call('officeAttachment', input);
  if (!answer.ok) return 'refusal' in answer ? answer.refusal.code : answer.failure;
  return Buffer.from((answer.value as Output<'officeAttachment'>).base64, 'base64');
}

test('goes up after its entry and is opened at any station’s screen, the same byte for byte', async () => {
  const bytes = scan(ATTACHMENT_BYTES_MAX);
  const label = await paidOut(bytes);
  expect(await comesUp(label)).toBe(true);
  expect(bytes.equals((await opened(bytes)) as Buffer)).toBe(true);
  expect(await ortiz.refused('officeAttachment', { sha256: sha256OfBytes(bytes) })).toBe('not_permitted');
});

test('offline it is kept, and says so; entries go first once the line is there again', async () => {
  counter.ledger.line = 'down';
  const bytes = scan();
  const label = await paidOut(bytes);
  expect(await comesUp(label, 30)).toBe(false);
  expect(await opened(bytes)).toBe('attachment_awaited');
  counter.ledger.line = 'up';
  expect(await comesUp(label)).toBe(true);
  expect(await opened(bytes)).toEqual(bytes);
});

test('a file that breaks on its way holds up no entry, and goes up after a restart of the station', async () => {
  onTheWay = () => {
    throw new TypeError('the line broke');
  };
  const bytes = scan();
  const label = await paidOut(bytes);
  expect(await comesUp(label, 30)).toBe(false);
  expect(sent.length).toBeGreaterThan(1);
  // The entries are all there, and the talk stands as it does on any good day.
  expect((await ortiz.ask('station', {})).sync).toMatchObject({ state: 'online', unsent: 0, refusedAtSequence: null });
  await counter.restart();
  ortiz = await counter.signedIn('m.ortiz');
  onTheWay = (init) => init;
  expect(await comesUp(label)).toBe(true);
  expect(await opened(bytes)).toEqual(bytes);
});

test('one that was altered on its way is refused by its signature, rests, and does not keep the next one from going up', async () => {
  onTheWay = (init) => altered(init, (file) => Buffer.concat([file, Buffer.from('!')]));
  const bytes = scan();
  const label = await paidOut(bytes);
  expect(await comesUp(label, 30)).toBe(false);
  expect(sent).toHaveLength(1);
  expect((await ortiz.ask('station', {})).sync.state).toBe('online');
  onTheWay = (init) => init;
  const next = await paidOut(scan());
  expect(await comesUp(next)).toBe(true);
  expect(await isSent(label)).toBe(false);
  expect(await comesUp(label, 600)).toBe(true);
  expect(await opened(bytes)).toEqual(bytes);
});

test('the same bytes for two paid-outs go up once', async () => {
  const bytes = scan();
  const first = await paidOut(bytes);
  expect(await comesUp(first)).toBe(true);
  const second = await paidOut(bytes);
  await counter.wait(20);
  expect(await isSent(second)).toBe(true);
  expect(sent).toHaveLength(1);
});

test('the ledger takes what an entry names and nothing else, and the same again as there already', async () => {
  const bytes = scan();
  const label = await paidOut(bytes);
  expect(await comesUp(label)).toBe(true);
  const head = counter.look.$client.prepare('SELECT max(sequence) AS sequence FROM entries').get() as {
    sequence: number;
  };
  const one = { epoch: 1, sequence: head.sequence, base64: bytes.toString('base64') };
  expect(AttachmentReply.parse((await post(one)).body)).toEqual({ outcome: 'exists' });
  const codeOf = async (over: Partial<AttachmentSent>) => (await post({ ...one, ...over })).body.code;
  expect(await codeOf({ sequence: 1 })).toBe('attachment_unnamed');
  expect(await codeOf({ sequence: 9_999 })).toBe('attachment_unnamed');
  expect(await codeOf({ epoch: 2 })).toBe('attachment_unnamed');
  expect(await codeOf({ base64: scan().toString('base64') })).toBe('attachment_altered');
  const large = await post({ ...one, base64: Buffer.alloc(ATTACHMENT_BYTES_MAX + 2_000).toString('base64') });
  expect([large.status, large.body.code]).toEqual([413, 'request_too_large']);
});

test('an auditor takes the scans out beside the journal that names them, and hears which are not up yet', async () => {
  const bytes = scan();
  const label = await paidOut(bytes);
  expect(await comesUp(label)).toBe(true);
  onTheWay = () => {
    throw new TypeError('the line broke');
  };
  const late = await paidOut(scan());
  await counter.settled();
  const [journal, folder] = [join(district.folder, 'w3.jsonl'), join(district.folder, 'scans')];
  await fetchJournal(district.office, { series: 'W3' }, journal);
  expect(await fetchScans(district.office, { journal }, folder)).toMatchObject({ awaited: [late] });
  expect(readFileSync(join(folder, `${label}.pdf`))).toEqual(bytes);
  // Taken out again they are the same files; another one of that name is not written over.
  await fetchScans(district.office, { journal }, folder);
  writeFileSync(join(folder, `${label}.pdf`), 'notes of mine');
  await expect(fetchScans(district.office, { journal }, folder)).rejects.toThrow('is there already');
  const stranger = { ...district.office, token: contactOf(counter.look)?.token ?? '' };
  await expect(fetchScans(stranger, { journal }, folder)).rejects.toMatchObject({ code: 'ledger_token_wrong' });
});

/** Sends a file as the counter's own station does. */
async function post(sentFile: AttachmentSent) {
  const { token, counterReserved } = contactOf(counter.look) ?? { token: '', counterReserved: 0 };
  const speaker = createSpeaker(district.office.ledger, 'quarry-bay/W3/1', (await stationKey(counter.host)) ?? '');
  hand = Math.max(hand, counterReserved) + 1;
  Object.assign(speaker, { token, counter: hand });
  const { status, body } = await speaker.ask('/v1/attachments', { json: sentFile });
  return { status, body: body as { code?: string } };
}
/** The counter that was spoken with by hand. */
let hand = 0;

/** A request whose file was altered where nobody looks. */
function altered(init: RequestInit, alter: (file: Buffer) => Buffer): RequestInit {
  const said = JSON.parse(gunzipSync(init.body as Uint8Array).toString('utf8')) as AttachmentSent;
  const base64 = alter(Buffer.from(said.base64, 'base64')).toString('base64');
  return { ...init, body: gzipSync(JSON.stringify({ ...said, base64 })) };
}
