/**
 * Fields that a person types, by the label that stands at them: a refusal never speaks in the program's own words. A
 * test holds these against the labels of the screens.
 */
const LABELS: Readonly<Record<string, string>> = {
  text: 'Find',
  payer: 'Payer',
  email: 'E-mail',
  words: 'In words',
  slip: 'Slip',
  reason: 'Reason',
  checkNumber: 'Number',
  serial: 'Serial',
  lastFour: 'Last four',
  approvalCode: 'Approval',
  name: 'Name',
  address: 'Address',
  parcel: 'Parcel',
};

/** What the screens call a field; one that has no label there keeps its own name. */
export function fieldName(field: string): string {
  return Object.hasOwn(LABELS, field) ? (LABELS[field] ?? field) : field;
}
