import type { Person } from '#contract/shapes';
import type { StationDb } from '#db/station/open';
import { personOf, recordPinAttempt, wrongPinsInARow } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { refuse } from '#domain/refusal';
import { pinIs } from '#main/chain/pin';

/** Checks PINs one after another, so that many tries at once cannot slip past the lock. */
export type PinCheck = {
  /** The person behind a PIN; refuses a wrong one and says how many tries are left. Every try is written down. */
  prove(person: string, pin: string): Promise<Person>;
};

/** Wrong PINs in a row are counted up to so many rounds: whole ones, so that a count that stops there still locks. */
const ROUNDS_COUNTED = 20;

export function createPinCheck(db: StationDb, now: () => number): PinCheck {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    prove(person, pin) {
      const proof = turn.then(() => prove(db, now, person, pin));
      turn = proof.catch(() => {});
      return proof;
    },
  };
}

async function prove(db: StationDb, now: () => number, person: string, pin: string): Promise<Person> {
  const policy = currentPolicy(db) ?? refuse('station_not_ready');
  const known = personOf(db, person);
  if (!known?.active) refuse('person_unknown');
  const { pinAttemptsMax, pinLockMinutes } = policy.limits;
  const refuseLocked = () => {
    const wrong = wrongPinsInARow(db, person, pinAttemptsMax * ROUNDS_COUNTED);
    const lockedFor = pinLockMinutes * 60_000 - Math.abs(now() - (wrong[0]?.triedAt ?? 0));
    if (wrong.length > 0 && wrong.length % pinAttemptsMax === 0 && lockedFor > 0)
      refuse('pin_locked', { name: known.name, minutes: Math.ceil(lockedFor / 60_000) });
    return wrong.length;
  };
  refuseLocked();
  const passed = await pinIs(pin, { salt: known.pinSalt, hash: known.pinHash, cost: known.pinCost });
  recordPinAttempt(db, person, now(), passed);
  if (!passed) {
    const wrong = refuseLocked();
    refuse('pin_wrong', { left: pinAttemptsMax - (wrong % pinAttemptsMax) });
  }
  return { person: known.person, name: known.name, role: known.role };
}
