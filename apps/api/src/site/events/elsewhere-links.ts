import { wholeAddress, type Municipality } from '../../open-data/address.js';

/**
 * The place on 地理院地図, the map of the national surveying office, by its address; by its name where there is none. A plain link: nothing of
 * another site is loaded before somebody goes there.
 */
export function mapUrl({ placeName, placeAddress }: { readonly placeName: string; readonly placeAddress: string | null }, municipality: Municipality): string {
  const where = placeAddress ? wholeAddress(placeAddress, municipality) : `${municipality.wardCity}${municipality.wardName} ${placeName}`;
  return `https://maps.gsi.go.jp/?q=${encodeURIComponent(where)}`;
}

/** LINE with these words to send to whomever its user chooses; on a telephone without it a page that offers it. Nothing of LINE is in our page. */
export function lineUrl(words: string): string {
  return `https://line.me/R/share?text=${encodeURIComponent(words)}`;
}
