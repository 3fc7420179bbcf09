import type { NoticeWhat } from '#domain/notice';

/**
 * What messages and notices say, in every language that has them. English always stands; the other language stands under
 * it. A translator adds one more entry here.
 */
export type MailWords = {
  /** Of the dates in its sentences. */
  locale: string;
  receipt: (label: string) => string;
  notice: (label: string) => string;
  received: (cents: string, date: string) => string;
  attached: (label: string) => string;
  cancelled: (label: string) => string;
  noticeTitle: string;
  account: string;
  amount: string;
  undone: Record<NoticeWhat, (cents: string, label: string) => string>;
  unexpected: string;
};

const en: MailWords = {
  locale: 'en-US',
  receipt: (label) => `Receipt ${label}`,
  notice: (label) => `Notice about receipt ${label}`,
  received: (cents, date) => `We received your payment of ${cents} on ${date}. Thank you.`,
  attached: (label) => `Receipt ${label} is attached as a PDF. It is your proof: please keep it.`,
  cancelled: (label) =>
    `Receipt ${label} has been cancelled since then. The PDF is attached, but it proves no payment.`,
  noticeTitle: 'Notice to the account holder',
  account: 'Account',
  amount: 'Amount',
  undone: {
    voided: (cents, label) =>
      `Receipt ${label} was cancelled. Its payment of ${cents} on your account does not count any more.`,
    reversed: (cents, label) =>
      `Receipt ${label} was recorded by mistake. Its payment of ${cents} on your account does not count any more.`,
    refunded: (cents, label) =>
      `Of receipt ${label}, ${cents} on your account was paid back. That part does not count any more.`,
    moved_off: (cents, label) =>
      `Of receipt ${label}, ${cents} was recorded on your account by mistake. It was moved to where it belongs.`,
    moved_on: (cents, label) => `Of receipt ${label}, ${cents} belongs to your account. It was moved there.`,
    moved_within: (cents, label) =>
      `Of receipt ${label}, ${cents} was moved to another charge of your account. The amount is the same.`,
    tender_corrected: (cents, label) =>
      `How ${cents} of receipt ${label} was paid had been recorded wrongly and was put right. The amount is the same.`,
    credit_returned: (cents, label) =>
      `Credit of ${cents} that receipt ${label} had used stands on your account again.`,
  },
  unexpected: 'If you did not expect this, please call or visit us:',
};

const es: MailWords = {
  locale: 'es-US',
  receipt: (label) => `Recibo ${label}`,
  notice: (label) => `Aviso sobre el recibo ${label}`,
  received: (cents, date) => `Recibimos su pago de ${cents} el ${date}. Gracias.`,
  attached: (label) => `El recibo ${label} va adjunto en PDF. Es su comprobante: guárdelo, por favor.`,
  cancelled: (label) => `Después, el recibo ${label} fue anulado. El PDF va adjunto, pero no comprueba ningún pago.`,
  noticeTitle: 'Aviso al titular de la cuenta',
  account: 'Cuenta',
  amount: 'Importe',
  undone: {
    voided: (cents, label) => `El recibo ${label} fue anulado. Su pago de ${cents} en su cuenta ya no cuenta.`,
    reversed: (cents, label) =>
      `El recibo ${label} se registró por error. Su pago de ${cents} en su cuenta ya no cuenta.`,
    refunded: (cents, label) =>
      `Del recibo ${label} se devolvieron ${cents} de su cuenta. Esa parte del pago ya no cuenta.`,
    moved_off: (cents, label) =>
      `Del recibo ${label}, ${cents} se registraron en su cuenta por error. Se pasaron a donde corresponde.`,
    moved_on: (cents, label) => `Del recibo ${label}, ${cents} corresponden a su cuenta. Se pasaron a ella.`,
    moved_within: (cents, label) =>
      `Del recibo ${label}, ${cents} se pasaron a otro cargo de su cuenta. El importe es el mismo.`,
    tender_corrected: (cents, label) =>
      `La forma de pago de ${cents} del recibo ${label} se registró mal y se corrigió. El importe es el mismo.`,
    credit_returned: (cents, label) =>
      `El crédito de ${cents} que había usado el recibo ${label} está otra vez en su cuenta.`,
  },
  unexpected: 'Si no esperaba este aviso, llámenos o visítenos:',
};

const ru: MailWords = {
  locale: 'ru-RU',
  receipt: (label) => `Квитанция ${label}`,
  notice: (label) => `Уведомление о квитанции ${label}`,
  received: (cents, date) => `Мы получили ваш платёж ${cents} ${date}. Спасибо.`,
  attached: (label) => `Квитанция ${label} приложена в формате PDF. Это подтверждение оплаты, сохраните её.`,
  cancelled: (label) => `С тех пор квитанция ${label} аннулирована. Файл PDF приложен, но оплату он не подтверждает.`,
  noticeTitle: 'Уведомление владельцу счёта',
  account: 'Счёт',
  amount: 'Сумма',
  undone: {
    voided: (cents, label) => `Квитанция ${label} аннулирована. Платёж ${cents} по вашему счёту больше не учитывается.`,
    reversed: (cents, label) =>
      `Квитанция ${label} была записана по ошибке. Платёж ${cents} по вашему счёту больше не учитывается.`,
    refunded: (cents, label) =>
      `По квитанции ${label} возвращено ${cents} с вашего счёта. Эта часть больше не учитывается.`,
    moved_off: (cents, label) =>
      `По квитанции ${label} сумма ${cents} была записана на ваш счёт по ошибке. Она перенесена туда, где ей место.`,
    moved_on: (cents, label) =>
      `По квитанции ${label} сумма ${cents} относится к вашему счёту. Она перенесена на него.`,
    moved_within: (cents, label) =>
      `По квитанции ${label} сумма ${cents} перенесена на другое начисление вашего счёта. Сумма не изменилась.`,
    tender_corrected: (cents, label) =>
      `Способ оплаты ${cents} по квитанции ${label} был записан неверно и исправлен. Сумма не изменилась.`,
    credit_returned: (cents, label) =>
      `Аванс ${cents}, который был использован по квитанции ${label}, снова на вашем счёте.`,
  },
  unexpected: 'Если вы этого не ожидали, позвоните или зайдите к нам:',
};

const OTHERS: Partial<Record<string, MailWords>> = { es, ru };

/** English first, then the other language where there are words in it. */
export function mailWordsIn(language: string): readonly [MailWords, ...MailWords[]] {
  const other = OTHERS[language];
  return other ? [en, other] : [en];
}
