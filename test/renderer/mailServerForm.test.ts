import {
  type MailServerForm,
  mailLoginOf,
  mailServerBegun,
  mailServerNotYet,
  mailServerReducer,
} from '#renderer/overlays/mailServerForm';

const SET = {
  host: 'mail.example.org',
  port: 587,
  safety: 'starttls' as const,
  user: 'counter',
  from: 'a@example.org',
};
const refused = (form: MailServerForm, code: string, facts = {}) =>
  mailServerReducer(form, { did: 'refused', trouble: { code: code as never, facts, sentence: 'No. Do it.' } });

test('it opens as it is set, without the password', () => {
  expect(mailServerBegun(SET)).toMatchObject({ ...SET, port: '587', password: '' });
  expect(mailLoginOf(mailServerBegun(SET))).toEqual({ server: SET });
});

test('a port that nobody changed follows the kind of TLS; one that was typed stays', () => {
  const blank = mailServerBegun(null);
  expect([blank.safety, blank.port]).toEqual(['starttls', '587']);
  const tls = mailServerReducer(blank, { did: 'chose', safety: 'tls' });
  expect(tls.port).toBe('465');
  const typed = mailServerReducer(tls, { did: 'typed', field: 'port', text: '2525' });
  expect(mailServerReducer(typed, { did: 'chose', safety: 'none' }).port).toBe('2525');
});

test('what is missing is named in the order of the fields', () => {
  const type = (form: MailServerForm, field: 'host' | 'port' | 'from' | 'to', text: string) =>
    mailServerReducer(form, { did: 'typed', field, text });
  let form = type(mailServerBegun(null), 'port', 'x');
  for (const [field, text] of [
    ['host', 'mail.example.org'],
    ['port', '587'],
    ['from', 'a@example.org'],
    ['to', 'b@example.org'],
  ] as const) {
    expect(mailServerNotYet(form, true)).toBe(field);
    form = type(form, field, text);
  }
  expect(mailServerNotYet(form, true)).toBeNull();
  expect(mailServerNotYet(type(form, 'to', ''), false)).toBeNull();
});

test.each([
  ['mail_unreachable', 'host'],
  ['mail_certificate', 'host'],
  ['mail_silent', 'port'],
  ['mail_no_tls', 'safety'],
  ['mail_not_private', 'safety'],
  ['mail_login', 'password'],
  ['mail_password_needed', 'password'],
  ['mail_sender', 'from'],
  ['mail_recipient', 'to'],
  ['mail_later', 'to'],
])('%s stands under the field in which it is mended, and the hand goes there', (code, under) => {
  const form = refused(mailServerBegun(SET), code);
  expect(form.trouble).toEqual({ under, sentence: 'No. Do it.' });
  expect(form.focus.on).toBe(under);
});

test('a field that the station cannot read is named by its path; typing takes the sentence away', () => {
  const form = refused(mailServerBegun(SET), 'bad_input', { field: 'server from' });
  expect(form.trouble?.under).toBe('from');
  expect(mailServerReducer(form, { did: 'typed', field: 'from', text: 'b' }).trouble).toBeNull();
});
