import { sql } from 'drizzle-orm';
import { publicKeyOf } from '#main/chain/ed25519';
import { enrolStation } from '#main/ledger/enrolStation';
import { issueEnrolmentToken } from '#main/ledger/issueEnrolmentToken';
import { lineFor } from '#test/support/journalBuilder';
import { createTestStation, FIRST, newDistrictMark, onEachStore, rowsOf } from '#test/support/ledger';
import { newSeed } from '#test/support/speaker';

const QUARTER_MS = 15 * 60_000;

/** An install that comes with a token and a key of its own. */
const install = (token: string, publicKey = publicKeyOf(newSeed())) => ({ token, publicKey });

onEachStore('enrolment tokens', (on) => {
  let district: string;
  beforeAll(async () => {
    ({ district } = await createTestStation(on.context, { series: 'W1' }));
  });

  const issue = (series: string) => issueEnrolmentToken(on.context, { series, district });
  const codeOf = (token: string) =>
    enrolStation(on.context, install(token)).then(
      ({ epoch }) => epoch,
      (error: { code?: string }) => error.code,
    );

  test('a token works once, and says so the second time', async () => {
    const { token, epoch, replaces } = await issue('W2');
    expect({ epoch, replaces }).toEqual({ epoch: 1, replaces: false });
    expect([await codeOf(token), await codeOf(token)]).toEqual([1, 'enrolment_token_used']);
  });

  test('the same key is answered the same again, as after a lost answer; another key is not', async () => {
    const { token } = await issue('W9');
    const first = install(token);
    const reply = await enrolStation(on.context, first);
    expect(await enrolStation(on.context, first)).toEqual(reply);
    expect(await codeOf(token)).toBe('enrolment_token_used');
    expect(await issue('W9')).toMatchObject({ epoch: 2 });
  });

  test('a newer token replaces the one that was not used', async () => {
    const first = await issue('W3');
    const second = await issue('W3');
    expect([first.replaces, second.replaces]).toEqual([false, true]);
    expect(await codeOf(first.token)).toBe('enrolment_token_replaced');
    expect(await codeOf(second.token)).toBe(1);
    // One that was used is not replaced: this is for a new machine.
    expect(await issue('W3')).toMatchObject({ replaces: false, epoch: 2 });
  });

  test('many that are issued at once leave one that works', async () => {
    const issued = await Promise.all(Array.from({ length: 5 }, () => issue('W4')));
    const outcomes: unknown[] = [];
    for (const { token } of issued) outcomes.push(await codeOf(token));
    expect(outcomes.sort()).toEqual([1, ...Array(4).fill('enrolment_token_replaced')].sort());
    const live = sql`SELECT FROM enrolment_tokens WHERE series = 'W4' AND used_at IS NULL AND replaced_at IS NULL`;
    expect(await rowsOf(on.db, district, live)).toEqual([]);
  });

  test('a token lapses after fifteen minutes, and its successor replaces nothing that worked', async () => {
    const { token } = await issue('W5');
    on.context.at.now += QUARTER_MS;
    expect(await codeOf(token)).toBe('enrolment_token_lapsed');
    expect((await issue('W5')).replaces).toBe(false);
  });

  test('a series that is enrolled anew is told what it has come to: voids and a drawer left open are in it', async () => {
    const told = async () => {
      const { token } = await issueEnrolmentToken(on.context, { series: 'W7', district });
      const { epoch, lastZ, issuedBeforeCents } = await enrolStation(on.context, install(token));
      return [epoch, lastZ, issuedBeforeCents];
    };
    const station = await createTestStation(on.context, { district, series: 'W7' });
    const line = lineFor({ accountNumber: FIRST, charges: [] }, 1_000);
    station.journal.openDrawer();
    station.journal.voidReceipt(station.journal.pay([line]));
    station.journal.pay([line]);
    station.journal.closeDrawer();
    station.journal.openDrawer();
    station.journal.pay([line]);
    await station.send();
    expect(await told()).toEqual([2, 1, 3_000]);
    // Nothing came of the second epoch.
    expect(await told()).toEqual([3, 1, 3_000]);
    const { token } = await issueEnrolmentToken(on.context, { series: 'W8', district });
    expect(await enrolStation(on.context, install(token))).toMatchObject({ epoch: 1, lastZ: 0, issuedBeforeCents: 0 });
  });

  test('a token of another district, one nobody issued, and none at all', async () => {
    const { token } = await issue('W6');
    const [, secret, ledger] = token.split('.');
    expect(await codeOf(`${newDistrictMark()}.${secret}.${ledger}`)).toBe('enrolment_district_unknown');
    expect(await codeOf(`${district}.${'A'.repeat(43)}.${ledger}`)).toBe('enrolment_refused');
    expect(await codeOf('let me in, please')).toBe('enrolment_refused');
    expect(await codeOf(token)).toBe(1);
  });
});
