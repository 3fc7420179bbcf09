import type { Facts } from './facts.ts';

const at = (f: Facts) => `${f.host}:${f.port}`;

/** What a person is told about e-mail: each what is wrong and what to do. Part of the closed list of refusals. */
export const mailSentences = {
  mail_unreachable: (f) => `Nothing answers at ${at(f)}. Check host and port, and the network.`,
  mail_silent: (f) =>
    `What is at ${at(f)} does not answer as a mail server in time. Check the port, and which TLS belongs to it.`,
  mail_certificate: (f) =>
    `The certificate of ${f.host} is not trusted here, or is for another name. Check the host, or ask who runs it.`,
  mail_no_tls: (f) => `The server at ${at(f)} does not offer this kind of TLS. Choose the other one, or another port.`,
  mail_login: (f) => `The server ${f.host} refuses this user and password. Correct them.`,
  mail_password_lost: () => 'The password of the mail server cannot be read on this machine any more. Type it again.',
  mail_sender: (f) => `The server ${f.host} does not send messages from ${f.from}. Use an address that it knows.`,
  mail_recipient: (f) => `The server ${f.host} refuses the address ${f.to}. Correct it, or choose another way.`,
  mail_content: (f) => `The server ${f.host} refuses this message. Ask who runs it, or print it instead.`,
  mail_later: (f) => `The server ${f.host} cannot take the message now. Try again in some minutes.`,
  mail_in_doubt: (f) =>
    `The server ${f.host} fell silent when it had the message. It may have arrived; a second one is the same message.`,
  mail_not_private: () =>
    'Without TLS others can read passwords and slips on the way. Choose TLS or STARTTLS; “none” is for this machine itself only.',
  mail_password_needed: () => 'Another server or user needs its own password. Type it.',
  message_unknown: () => 'There is no such message. Choose one from the list.',
  message_over: () => 'This message needs nothing any more. Look at the list again.',
  message_address_needed: () => 'There is no e-mail address to send this to. Type one.',
  message_may_have_arrived: () =>
    'This message may have arrived. Print the receipt again from its own page: that copy is marked DUPLICATE.',
  message_printed_already: () =>
    'The slip came out on paper already. Print the receipt again from its own page: that copy is marked DUPLICATE.',
  mail_not_set: () => 'This station has no mail server yet. A supervisor sets one under “E-mail server”.',
} as const satisfies Record<string, (facts: Facts) => string>;
