import { KICK, KICK_AT_ONCE, slipBytes } from '../escpos.ts';
import type { PrinterAddress } from './address.ts';
import { type Conversation, converse } from './conversation.ts';
import type { Printer, PrinterState, PrintOutcome } from './printer.ts';
import { ASK_AT_THE_END, ASK_STATUS, STATUS_BYTES, stateAtTheEnd, stateOf } from './printerStatus.ts';

/** How long each step may take, in ms. A slip's own time grows with its bytes: slow printers take 40 of them a second. */
export type Patience = { connectMs: number; statusMs: number; slipMs: number; byteMs: number };

const PATIENCE: Patience = { connectMs: 2_000, statusMs: 2_000, slipMs: 8_000, byteMs: 25 };

/**
 * An ESC/POS printer at a TCP address. The bytes are made by node-thermal-printer, but sent from here: its own sending
 * is content when the kernel has taken them, which is no proof of paper, and it takes any answer for a good one. Here a
 * slip is sent only to a printer that says it is ready, and counts as printed only when it says that it got to the end.
 */
export function networkPrinter(address: PrinterAddress, patience: Patience = PATIENCE): Printer {
  return {
    kind: 'network',
    name: `${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}`,
    status: async () => {
      const line = await converse(address, patience.connectMs);
      if (line === null) return 'unreachable';
      const state = await askedState(line, patience);
      line.end();
      return state;
    },
    print: async ({ slip, kick }) => {
      const bytes = slipBytes(slip);
      const line = await converse(address, patience.connectMs);
      if (line === null) return { outcome: 'not_printed', state: 'unreachable', kicked: false };
      const state = await askedState(line, patience);
      const kicked = kick && sendKick(line, state);
      if (state === 'ready') return { ...(await sendSlip(line, bytes, patience)), kicked };
      line.end();
      return { outcome: 'not_printed', state, kicked };
    },
  };
}

/** A printer that takes the connection and says nothing is as good as absent, and is called so. */
async function askedState(line: Conversation, patience: Patience): Promise<PrinterState> {
  line.write(ASK_STATUS);
  return stateOf(await line.answer(STATUS_BYTES, patience.statusMs));
}

/** The drawer must open without paper too: there is change to give. Whoever does not answer gets no pulse to keep for later. */
function sendKick(line: Conversation, state: PrinterState): boolean {
  if (state === 'unreachable' || state === 'busy') return false;
  line.write(state === 'ready' ? KICK : KICK_AT_ONCE);
  return true;
}

/** After the first byte has left there is no certain failure any more: printed, or in doubt. */
async function sendSlip(
  line: Conversation,
  bytes: Uint8Array,
  patience: Patience,
): Promise<Omit<PrintOutcome, 'kicked'>> {
  line.write(bytes);
  line.write(ASK_AT_THE_END);
  const [answer] = await line.answer(1, patience.slipMs + patience.byteMs * bytes.length);
  const state = stateAtTheEnd(answer);
  if (state === 'ready') {
    line.end();
    return { outcome: 'printed', state };
  }
  line.abort();
  return { outcome: 'in_doubt', state: state ?? 'unreachable' };
}
