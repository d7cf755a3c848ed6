import type { EventDetail, UpdateEventRequest } from '@yoriai/api-client';
import { Banner, Button } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { changesIn } from './changes.js';
import { withPatch } from './content.js';
import { useInitiativeNames } from './initiatives.js';
import type { QuestionStep } from './steps.js';

export interface ConflictProps {
  readonly step: QuestionStep;
  readonly mine: UpdateEventRequest;
  readonly theirs: EventDetail;
  readonly onKeep: (theirs: EventDetail) => void;
  readonly onTake: (theirs: EventDetail) => void;
}

/** Somebody else was faster: both texts side by side, and two buttons. Nothing is lost until one is pressed. */
export function Conflict({ step, mine, theirs, onKeep, onTake }: ConflictProps): ReactElement {
  const rows = changesIn(theirs, withPatch(theirs, mine), useInitiativeNames()).filter((row) => row.step === step);
  return (
    <Banner kind="note" role="alert" className="mt5" title={t('app.conflict.title')}>
      <p>{t('app.conflict.body')}</p>
      <dl className="dfl mt4">
        {rows.map((row) => (
          <div className="dfr ch" key={row.id}>
            <dt>{row.term}</dt>
            <dd>
              <p className="old">
                <span className="lb">{t('app.conflict.theirs')}</span>
                <span className="pre">{row.before || t('ui.check.none')}</span>
              </p>
              <p className="new">
                <span className="lb">{t('app.conflict.mine')}</span>
                <span className="pre">{row.value || t('ui.check.none')}</span>
              </p>
            </dd>
          </div>
        ))}
      </dl>
      <p className="btns mt4">
        <Button type="button" size="m" onClick={() => onKeep(theirs)}>
          {t('app.conflict.keep')}
        </Button>
        <Button type="button" size="m" kind="outline" onClick={() => onTake(theirs)}>
          {t('app.conflict.take')}
        </Button>
      </p>
    </Banner>
  );
}
