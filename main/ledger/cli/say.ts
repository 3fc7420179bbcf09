import { stop } from '#main/program';

/** The ledger's address and the administrator's token, from the command line or the environment. */
export function officeOf(
  values: { to?: string | undefined; token?: string | undefined },
  usage: string,
): { ledger: string; token: string } {
  const token = values.token ?? process.env.LEDGER_ADMIN_TOKEN;
  if (values.to === undefined || !isWebAddress(values.to))
    stop(`--to needs the ledger's address, such as http://127.0.0.1:7420.\n${usage}`);
  if (!token) stop(`--token needs the administrator's token (or set LEDGER_ADMIN_TOKEN).\n${usage}`);
  return { ledger: values.to, token };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
