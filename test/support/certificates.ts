import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of a certificate and its key, both PEM. */
export type Pair = { certificate: string; key: string };

const DAY = 86_400_000;
const dateOf = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** An authority of its own in a folder. */
export function authorityIn(folder: string, name: string): Pair {
  const pair = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', pair.key];
  openssl('req', '-x509', ...key, '-subj', `/CN=${name}`, '-days', '30', '-out', pair.certificate);
  return pair;
}

/** A certificate of that authority for a machine. `lapsed`: it ended yesterday. */
export function certified(folder: string, by: Pair, name: string, { host = '127.0.0.1', lapsed = false } = {}): Pair {
  const pair = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
  const [request, extra, index] = ['csr', 'ext', 'index'].map((end) => join(folder, `${name}.${end}`)) as [
    string,
    string,
    string,
  ];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', pair.key];
  openssl('req', ...key, '-subj', `/CN=${name}`, '-out', request);
  const isAddress = /^[\d.]+$/.test(host);
  writeFileSync(extra, `subjectAltName=${isAddress ? 'IP' : 'DNS'}:${host}\n`);
  writeFileSync(index, '');
  writeFileSync(`${index}.serial`, '01\n');
  const config = join(folder, `${name}.cnf`);
  writeFileSync(
    config,
    `[ca]\ndefault_ca=a\n[a]\ndatabase=${index}\nserial=${index}.serial\nnew_certs_dir=${folder}\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n`,
  );
  const now = Date.now();
  const dates = ['-startdate', dateOf(now - 10 * DAY), '-enddate', dateOf(now + (lapsed ? -DAY : 10 * DAY))];
  const signed = ['-cert', by.certificate, '-keyfile', by.key, '-extfile', extra];
  openssl('ca', '-batch', '-notext', '-config', config, ...signed, ...dates, '-in', request, '-out', pair.certificate);
  return pair;
}
