import type { Input, Output } from '#contract/contract';
import type { MailSafety } from '#domain/mailServer';
import type { Placed, Trouble } from '../refusal.ts';
import { type Focus, focusOn } from '../ui/focus.ts';

export type MailField = 'host' | 'port' | 'user' | 'password' | 'from' | 'to';

/** The mail server as it is typed. `password` empty: the kept one stays. */
export type MailServerForm = Record<MailField, string> & {
  safety: MailSafety;
  busy: 'saving' | 'testing' | null;
  trouble: Placed | null;
  /** To whom a test message went. */
  tested: string | null;
  focus: Focus;
};

export type MailServerAction =
  | { did: 'typed'; field: MailField; text: string }
  | { did: 'chose'; safety: MailSafety }
  | { did: 'wentTo'; place: string }
  | { did: 'sent'; what: 'saving' | 'testing' }
  | { did: 'tested'; to: string }
  | { did: 'refused'; trouble: Trouble };

const PORTS: Record<MailSafety, string> = { starttls: '587', tls: '465', none: '25' };

/** The form as the dialog opens it, from what is set. */
export function mailServerBegun(server: Output<'mail'>['server']): MailServerForm {
  const { host = '', safety = 'starttls', user = '', from = '' } = server ?? {};
  const port = server ? String(server.port) : PORTS[safety];
  const rest = { busy: null, trouble: null, tested: null, focus: { on: 'host', turn: 0 } };
  return { host, port, safety, user, password: '', from, to: '', ...rest };
}

export function mailServerReducer(form: MailServerForm, action: MailServerAction): MailServerForm {
  switch (action.did) {
    case 'typed':
      return { ...form, trouble: null, tested: null, [action.field]: action.text };
    case 'chose': {
      // A port that nobody changed follows the kind of TLS.
      const port = form.port === PORTS[form.safety] ? PORTS[action.safety] : form.port;
      return { ...form, safety: action.safety, port, trouble: null, tested: null };
    }
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: action.what, trouble: null, tested: null };
    case 'tested':
      return { ...form, busy: null, tested: action.to };
    case 'refused': {
      const under = fieldOf(action.trouble);
      const trouble = { under, sentence: action.trouble.sentence };
      return { ...form, busy: null, trouble, focus: focusOn(form.focus, under) };
    }
  }
}

/** What is still missing before the server can be used, or a test be sent. */
export function mailServerNotYet(form: MailServerForm, isTest: boolean): 'host' | 'port' | 'from' | 'to' | null {
  if (form.host.trim() === '') return 'host';
  if (!/^\d{1,5}$/.test(form.port.trim())) return 'port';
  if (form.from.trim() === '') return 'from';
  return isTest && form.to.trim() === '' ? 'to' : null;
}

/** What is sent of it. */
export function mailLoginOf(form: MailServerForm): Pick<Input<'sendTestMail'>, 'server' | 'password'> {
  const { host, port, safety, user, from, password } = form;
  const server = { host: host.trim(), port: Number(port), safety, user: user.trim(), from: from.trim() };
  return { server, ...(password === '' ? {} : { password }) };
}

const FIELDS: Partial<Record<string, MailField | 'safety'>> = {
  mail_unreachable: 'host',
  mail_certificate: 'host',
  mail_silent: 'port',
  mail_no_tls: 'safety',
  mail_not_private: 'safety',
  mail_login: 'password',
  mail_password_needed: 'password',
  mail_password_lost: 'password',
  mail_sender: 'from',
};

/** The field in which a trouble is mended. */
function fieldOf({ code, facts }: Trouble): string {
  if (code === 'bad_input')
    return (
      String(facts.field ?? '')
        .split(' ')
        .at(-1) ?? ''
    );
  return FIELDS[code ?? ''] ?? 'to';
}
