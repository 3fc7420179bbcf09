import { refuse } from '#domain/refusal';

/** Where a printer listens. */
export type PrinterAddress = { host: string; port: number };

/** Reads `192.168.1.40:9100`, `counter-3.local:9100` or `[fe80::1]:9100`. Refuses `printer_address_wrong`. */
export function printerAddress(text: string): PrinterAddress {
  const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535) refuse('printer_address_wrong');
  return { host, port };
}
