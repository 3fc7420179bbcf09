/**
 * Whether nine digits are an ABA routing number: weights 3, 7, 1 repeated must sum to a multiple of ten.
 * Source: American Bankers Association, routing number policy.
 */
export function isRoutingNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  const weights = [3, 7, 1];
  const weighted = [...digits].reduce((total, digit, place) => total + Number(digit) * (weights[place % 3] ?? 0), 0);
  return weighted % 10 === 0;
}

/** Which of two numbers is a routing number by its check digit. Where `both` or `neither` is, only a person can tell. */
export function routingAmong(first: string, second: string): 'first' | 'second' | 'both' | 'neither' {
  if (isRoutingNumber(first)) return isRoutingNumber(second) ? 'both' : 'first';
  return isRoutingNumber(second) ? 'second' : 'neither';
}
