import type { EventDetail } from '@yoriai/api-client';
import { Badge, Chips } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import type { StillAnswer } from './still-answers.js';

/** Of an event that was put off: how many said that they still come, and those alone who have not answered. */
export function AnswerChips({ event, answers, chosen }: { readonly event: EventDetail; readonly answers: ReadonlyMap<string, StillAnswer>; readonly chosen: StillAnswer | undefined }): ReactElement | null {
  if (answers.size === 0) return null;
  const count = (answer: StillAnswer): number => [...answers.values()].filter((each) => each === answer).length;
  return (
    <div className="mt3">
      <Chips
        label={t('weather.people.filter')}
        renderLink={appLink}
        chips={[
          { href: paths.people(event.id), label: t('weather.people.everybody'), on: chosen === undefined },
          { href: paths.people(event.id, { answer: 'none' }), label: t('weather.people.none', { count: count('none') }), on: chosen === 'none' },
          { href: paths.people(event.id, { answer: 'yes' }), label: t('weather.people.yes', { count: count('yes') }), on: chosen === 'yes' },
        ]}
      />
    </div>
  );
}

/** What one of them said; nothing for whoever is not asked. */
export function AnswerBadge({ answer }: { readonly answer: StillAnswer | undefined }): ReactElement | null {
  if (answer === undefined) return null;
  return (
    <Badge icon={answer === 'yes' ? 'tick' : 'hourglass'} tone={answer === 'yes' ? 'good' : 'wait'}>
      {t(`weather.people.answer.${answer}`)}
    </Badge>
  );
}
