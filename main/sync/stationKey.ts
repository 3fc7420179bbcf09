import { SEED_BYTES } from '#main/chain/ed25519';
import type { Host } from '#main/host';

/** Under which name the secret half of a station's key lies with its passwords. */
const STATION_KEY = 'station-key';

/** The secret half of this station's key; null where none is kept, or it cannot be opened on this machine. */
export function stationKey({ secrets }: Pick<Host, 'secrets'>): Promise<string | null> {
  return secrets.read(STATION_KEY);
}

/**
 * The secret that an install enrols with: the one that it made before, when the answer was lost, or a new one. It is kept
 * before anybody hears of its public half.
 */
export async function keyToEnrolWith(host: Pick<Host, 'secrets' | 'random'>): Promise<string> {
  const before = await stationKey(host);
  if (before !== null) return before;
  const seed = Buffer.from(host.random(SEED_BYTES)).toString('base64url');
  await host.secrets.keep(STATION_KEY, seed);
  return seed;
}
