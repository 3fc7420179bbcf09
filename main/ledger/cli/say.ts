import { stop } from '#main/program';
import { certificateIn, proofIn, type Trust } from '#main/tls/trust';
import type { Office } from '../client.ts';

/** Flags of every program that speaks to a ledger: its authority, and what this one shows itself. PEM files. */
export const TRUST_FLAGS = {
  'ledger-ca': { type: 'string' },
  'client-cert': { type: 'string' },
  'client-key': { type: 'string' },
} as const;
type TrustFlags = { [flag in keyof typeof TRUST_FLAGS]?: string | undefined };

/** The ledger's address and the administrator's token, from the command line or the environment. */
export function officeOf(
  values: { to?: string | undefined; token?: string | undefined } & TrustFlags,
  usage: string,
): Office {
  const token = values.token ?? process.env.LEDGER_ADMIN_TOKEN;
  if (values.to === undefined || !isWebAddress(values.to))
    stop(`--to needs the ledger's address, such as http://127.0.0.1:7420.\n${usage}`);
  if (!token) stop(`--token needs the administrator's token (or set LEDGER_ADMIN_TOKEN).\n${usage}`);
  return { ledger: values.to, token, trust: trustIn(values, usage) };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function trustIn(values: TrustFlags, usage: string): Trust | null {
  const { 'ledger-ca': authority, 'client-cert': certificate, 'client-key': key } = values;
  if ((certificate === undefined) !== (key === undefined) || (certificate !== undefined && authority === undefined))
    stop(`--client-cert and --client-key belong together, with --ledger-ca.\n${usage}`);
  if (authority === undefined) return null;
  const own = certificate !== undefined && key !== undefined ? proofIn(certificate, key) : null;
  return { authority: certificateIn(authority), own };
}
