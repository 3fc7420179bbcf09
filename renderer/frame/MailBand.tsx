import { clock } from '../format.ts';
import { mail as words } from '../messages/mail.ts';
import { useQuery } from '../page.ts';
import { Band } from '../ui/Band.tsx';
import type { Station } from './station.ts';

const { band } = words;

/** What waits for an e-mail server, or was given up: calm, since no payment waits for it. */
export function MailBand({ station }: { station: Station }) {
  const mail = useQuery('mail', {}).value;
  if (!mail) return null;
  if (mail.failing && mail.waiting > 0) {
    return (
      <Band tone="warn" head={band.failing(clock(mail.failing.since, station.timeZone))}>
        {mail.failing.sentence} {band.waiting(mail.waiting)}
      </Band>
    );
  }
  if (mail.state === 'unset' && mail.waiting > 0) {
    return (
      <Band tone="warn" head={band.unset(mail.waiting)}>
        {band.unsetSay[station.person?.role === 'supervisor' ? 'supervisor' : 'other']}
      </Band>
    );
  }
  if (mail.failed === 0) return null;
  return (
    <Band tone="warn" head={band.failed(mail.failed)}>
      {band.failedSay}
    </Band>
  );
}
