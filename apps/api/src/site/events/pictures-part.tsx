import type { ReactElement } from 'react';
import type { ShownSpot } from '@yoriai/events';
import { hostLang, type Translate } from '@yoriai/ui';

/** 作業の前とあと on the page of an event that is over: the pictures that its host let everybody see. */
export function PicturesPart({ t, slug, spots }: { readonly t: Translate; readonly slug: string; readonly spots: readonly ShownSpot[] }): ReactElement | null {
  if (spots.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="pictures">
      <h2 id="pictures">{t('picture.site.title')}</h2>
      <ul className="pairs">
        {spots.map((spot) => (
          <li key={spot.id}>
            <h3 lang={hostLang(t)}>{spot.place}</h3>
            <div className="pair">
              {(['before', 'after'] as const).map((side) =>
                spot[side] === null ? null : (
                  <figure key={side}>
                    <img src={`/events/${slug}/pictures/${spot[side]}`} alt={t('picture.alt', { place: spot.place, side: t(`picture.${side}`) })} loading="lazy" />
                    <figcaption>{t(`picture.${side}`)}</figcaption>
                  </figure>
                ),
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
