import { Button, shortDate, type AppBarItem } from '@yoriai/ui';
import type { EventLine } from '@yoriai/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { eventTitle } from '../events/event-title.js';
import { eventsQuery } from '../events/queries.js';
import { screensNamed } from './screens.js';

/** Events on one look; more are in the list of events. */
const SHOWN = 8;
/** After so long without a key it is asked (milliseconds). */
const PAUSE_MS = 250;

export interface FindDialogProps {
  readonly items: readonly AppBarItem[];
  readonly onClose: () => void;
}

/** A link of the list was followed here: no press beside it, nor one for another tab. */
const isFollowed = ({ target, ctrlKey, metaKey }: MouseEvent): boolean => target instanceof Element && target.closest('a') !== null && !ctrlKey && !metaKey;

/** さがす: screens by name, events by their words, each with the people of it. Enter opens the first; Esc closes, and gives the focus back. */
export function FindDialog({ items, onClose }: FindDialogProps): ReactElement {
  const box = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => box.current?.showModal(), []);
  const leave = (): void => box.current?.close();
  const screens = screensNamed(items, words.trim());
  // The first that was found for what stands in the box; as long as another answer is on its way, none.
  const openFirst = (): void => box.current?.querySelector<HTMLElement>(`.files[data-of="${CSS.escape(words.trim())}"] a`)?.click();
  return (
    <dialog ref={box} className="find" aria-labelledby="find-title" onClose={onClose}>
      <h2 id="find-title">{t('find.title')}</h2>
      <form role="search" className="srch mt3" onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') openFirst();
        }}>
        <label htmlFor="find-words">{t('find.words')}</label>
        <input id="find-words" className="in" type="text" inputMode="search" enterKeyHint="search" autoFocus autoComplete="off" maxLength={60} value={words} onChange={({ target }) => setWords(target.value)} />
      </form>
      {screens.length === 0 ? null : (
        <>
          <h3 className="fs-18 mt4">{t('find.screens')}</h3>
          <ul className="files" data-of={words.trim()} onClick={(event) => isFollowed(event) && leave()}>
            {screens.map(({ href, label }) => (
              <li key={href}>
                <AppLink href={href} className="more">
                  {label}
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <FoundEvents words={usePaused(words.trim())} onGo={leave} />
      <p className="mt5">
        <Button type="button" kind="outline" size="m" onClick={leave}>
          {t('find.close')}
        </Button>
      </p>
    </dialog>
  );
}

function FoundEvents({ words, onGo }: { readonly words: string; readonly onGo: () => void }): ReactElement | null {
  const scope = useLevel('staff') ? 'ward' : 'mine';
  const found = useQuery({ ...eventsQuery({ scope, page: 1, q: words }), enabled: words !== '' });
  if (words === '') return null;
  return (
    <>
      <h3 className="fs-18 mt4">{t('find.events')}</h3>
      <Answer of={found} inside>
        {({ total, items }) => (
          <>
            <p className="sub num" role="status">
              {t('find.count', { count: total })}
            </p>
            <ul className="files" data-of={found.isPlaceholderData ? undefined : words} onClick={(event) => isFollowed(event) && onGo()}>
              {items.slice(0, SHOWN).map((event) => (
                <FoundEvent key={event.id} event={event} />
              ))}
            </ul>
            {total > SHOWN ? (
              <p className="mt3" onClick={(event) => isFollowed(event) && onGo()}>
                <AppLink href={paths.events({ q: words, scope })} className="more">
                  {t('find.all')}
                </AppLink>
              </p>
            ) : null}
          </>
        )}
      </Answer>
    </>
  );
}

/** Nobody has applied. */
const NOBODY: readonly EventLine['state'][] = ['draft', 'submitted', 'returned', 'rejected', 'approved'];

function FoundEvent({ event }: { readonly event: EventLine }): ReactElement {
  return (
    <li>
      <AppLink href={paths.event(event.id)} className="more">
        {eventTitle(event)}
      </AppLink>
      <span className="sub num">{event.startsAt === null ? '' : `　${shortDate(t, event.startsAt)}`}</span>
      {NOBODY.includes(event.state) || event.can.seeApplications !== true ? null : (
        <>
          　<AppLink href={paths.people(event.id)} className="more">{t('find.people', { title: eventTitle(event) })}</AppLink>
        </>
      )}
    </li>
  );
}

/** The words once nobody has typed for a moment. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}
