import type { OfferedTender } from '#contract/tenderShapes';

/** By what a check or money order is known again: zeros before its number are nothing. */
export function paperOf(
  tender: Extract<OfferedTender, { kind: 'check' | 'money-order' }>,
  { paperMark }: { paperMark(...printed: readonly string[]): string },
): string {
  const bare = (digits: string) => digits.replace(/^0+(?=\d)/, '');
  return tender.kind === 'check'
    ? paperMark('check', tender.routing, bare(tender.bankAccount), bare(tender.checkNumber))
    : paperMark('money order', tender.issuer, bare(tender.serial));
}
