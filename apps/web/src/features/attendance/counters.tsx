import type { ReceptionList } from '@yoriai/api-client';
import { Counted, Meter } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { withWalkIns } from './reception.js';
import { doorAct, useDoor } from './use-door.js';

/** How many are here, and + − for those who came without an application. */
export function Counters({ list, open }: { readonly list: ReceptionList; readonly open: boolean }): ReactElement {
  const { counts, expectedParticipants, expectedVolunteers } = list;
  return (
    <section className="counters mt5" aria-label={t('app.day.counts')}>
      <dl className="num">
        {expectedParticipants > 0 || counts.participants > 0 ? (
          <div>
            <dt>{t('app.day.participants')}</dt>
            <dd>
              <Counted first text={t('app.unit.people-of', { count: counts.participants, of: expectedParticipants })} />
            </dd>
            <dd>
              <Meter value={counts.participants} of={expectedParticipants} />
            </dd>
          </div>
        ) : null}
        {expectedVolunteers > 0 ? (
          <div>
            <dt>{t('app.day.volunteers')}</dt>
            <dd>
              <Counted first text={t('app.unit.people-of', { count: counts.volunteers, of: expectedVolunteers })} />
            </dd>
            <dd>
              <Meter value={counts.volunteers} of={expectedVolunteers} tone="good" />
            </dd>
          </div>
        ) : null}
      </dl>
      <WalkIns list={list} open={open} />
    </section>
  );
}

function WalkIns({ list, open }: { readonly list: ReceptionList; readonly open: boolean }): ReactElement {
  const door = useDoor(list.eventId);
  const change = (undo: boolean): void =>
    door.mutate(doorAct({ undo, subjectKind: 'walk-in', heads: 1, foresee: (before) => withWalkIns(before, undo ? -1 : 1) }));
  return (
    <div className="walk">
      <p id="walk-ins">
        <b className="strong walk-h">{t('app.day.walk-ins')}</b>
        <br />
        <span className="sub">{t('app.day.walk-ins.hint')}</span>
      </p>
      <div className="stepper" role="group" aria-labelledby="walk-ins">
        <button type="button" onClick={() => change(true)} aria-label={t('app.day.fewer')}>
          −
        </button>
        <output className="num" aria-live="polite">
          <Counted text={t('app.unit.heads', { count: list.counts.walkIns })} />
        </output>
        <button type="button" className="plus" onClick={() => change(false)} aria-label={t('app.day.more')}>
          ＋
        </button>
      </div>
      {open ? null : <span className="vh">{t('app.day.not-now')}</span>}
      <FailureBanner error={door.error} />
    </div>
  );
}
