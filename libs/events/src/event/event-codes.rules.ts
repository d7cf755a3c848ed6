/** No 0/O, 1/I/L: read aloud on the phone and typed from a poster. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
/** 令和 1 is 2019; fiscal years before it have no number in this form. */
const REIWA_OFFSET = 2018;

/** `R8-0001`: the first event of the fiscal year 令和8. */
export function eventNumber(fiscalYear: number, count: number): string {
  return `R${fiscalYear - REIWA_OFFSET}-${String(count).padStart(4, '0')}`;
}

/** So many characters that people can tell apart, made of a signature (base64url or any text). */
export function codeOf(signature: string, length: number): string {
  let number = BigInt(`0x${Buffer.from(signature).toString('hex')}`);
  let code = '';
  for (let index = 0; index < length; index += 1) {
    code += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return code;
}
