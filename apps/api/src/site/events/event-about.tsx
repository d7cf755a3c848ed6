import type { ReactElement } from 'react';
import { Lines, type Translate } from '@yoriai/ui';
import { programmeIn } from './programme.js';

export interface EventAboutProps {
  readonly t: Translate;
  readonly description: string;
  /** The event has a programme of its own: lines with times in the description stay text. */
  readonly plain: boolean;
  /** Of what is told, where it is not that of the page. */
  readonly lang: 'ja' | undefined;
}

/** What the host tells at length; times of a programme stand in a column of their own. */
export function EventAbout({ t, description, plain, lang }: EventAboutProps): ReactElement {
  const programme = plain ? null : programmeIn(description);
  const words = programme === null ? [description] : [programme.before, programme.after].filter((text) => text !== '');
  return (
    <>
      {programme === null ? null : (
        <section className="sec2" aria-labelledby="programme">
          <h2 id="programme">{t('site.event.programme')}</h2>
          <ol className="pg">
            {programme.points.map((point) => (
              <li key={`${point.at} ${point.what}`}>
                <b className="num">{point.at}</b>
                <span lang={lang}>{point.what}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {words.length === 0 ? null : (
        <section className="sec2" aria-labelledby="about">
          <h2 id="about">{t('site.event.about')}</h2>
          {words.map((text) => (
            <p key={text} lang={lang}>
              <Lines text={text} />
            </p>
          ))}
        </section>
      )}
    </>
  );
}
