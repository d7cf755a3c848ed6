/** The municipality whose events these are. */
export interface Municipality {
  /** Prefecture and city that the ward is in, e.g. 大阪府大阪市. */
  readonly wardCity: string;
  readonly wardName: string;
}

/** 大阪府 and 大阪市 of 大阪府大阪市. */
export function prefectureAndCity({ wardCity }: Pick<Municipality, 'wardCity'>): { prefecture: string; city: string } {
  const [, prefecture = '', city = ''] = /^(.{2,3}?[都道府県])(.*)$/u.exec(wardCity) ?? [];
  return { prefecture, city };
}

/** A prefecture, a city, a district or a ward, named before the first number; 市場 and 区民 are none. */
const ELSEWHERE = /^(?:東京都|北海道|大阪府|京都府|[^\d０-９\s]{2,3}県|[^\d０-９\s]{1,7}?(?:市(?!場)|郡|区(?!民|役所)))/u;

/** The street of an address in the ward, without city and ward; null where the address names another place. */
export function streetHere(address: string, municipality: Municipality): string | null {
  const { wardCity, wardName } = municipality;
  const begin = [wardCity, prefectureAndCity(municipality).city].find((each) => address.startsWith(each)) ?? '';
  const street = address.slice(begin.length);
  if (street.startsWith(wardName)) return street.slice(wardName.length);
  return ELSEWHERE.test(street) ? null : street;
}

/** What hosts write begins with the ward or with its street, and is made whole; what names another place stays as it is written. */
export function wholeAddress(address: string | null, municipality: Municipality): string {
  if (!address) return '';
  const street = streetHere(address, municipality);
  return street === null ? address : municipality.wardCity + municipality.wardName + street;
}
