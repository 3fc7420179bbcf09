/** First digits and lengths under which the card schemes issue (ISO/IEC 7812-1 and the schemes' published ranges). */
const ISSUERS: readonly { first: RegExp; lengths: readonly number[] }[] = [
  { first: /^4/, lengths: [13, 16, 19] },
  { first: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { first: /^3[47]/, lengths: [15] },
  { first: /^(6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { first: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { first: /^3(0[0-5]|[689])/, lengths: [14, 15, 16, 17, 18, 19] },
  { first: /^62/, lengths: [16, 17, 18, 19] },
  { first: /^(50|5[6-8]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/**
 * Whether a text holds what looks like a payment card number: an issuer's range, its length and the Luhn check digit,
 * its groups together or apart by up to two marks that are no letters. A card number never enters this system (PCI DSS).
 */
export function holdsCardNumber(text: string): boolean {
  for (const run of text.normalize('NFKC').matchAll(/\d+(?:[^\p{L}\p{N}]{1,2}\d+)*/gu)) {
    const groups = run[0].split(/\D+/);
    for (let from = 0; from < groups.length; from++) {
      let digits = '';
      for (let to = from; to < groups.length && digits.length <= 19; to++) {
        digits += groups[to];
        if (isCardNumber(digits)) return true;
      }
    }
  }
  return false;
}

function isCardNumber(digits: string): boolean {
  return (
    ISSUERS.some((issuer) => issuer.lengths.includes(digits.length) && issuer.first.test(digits)) && passesLuhn(digits)
  );
}

/** The Luhn formula (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
