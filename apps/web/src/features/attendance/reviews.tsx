import { postEventReviewSettlement, type ReceptionList, type ReceptionReview, type SettlementRequest } from '@yoriai/api-client';
import { Button, timeOfDay } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { receptionQuery } from '../events/queries.js';
import { keepingOf } from './reception.js';

/** 確認が必要: acts that contradicted themselves, with what is known and three ways on. あとで puts one off, on this screen. */
export function Reviews({ list }: { readonly list: ReceptionList }): ReactElement | null {
  const [later, setLater] = useState<readonly string[]>([]);
  if (list.reviews.length === 0) return null;
  const shown = list.reviews.filter(({ nonce }) => !later.includes(nonce));
  const count = list.reviews.length - shown.length;
  return (
    <section className="mt6" aria-labelledby="reviews">
      <h2 id="reviews" className="num">
        {t('app.review.title', { count: list.reviews.length })}
      </h2>
      <p className="mt1">{t('app.review.lead')}</p>
      <ul className="mt3 stack">
        {shown.map((review) => (
          <Review key={review.nonce} eventId={list.eventId} review={review} putOff={() => setLater([...later, review.nonce])} />
        ))}
      </ul>
      {count === 0 ? null : (
        <Button type="button" kind="text" size="m" onClick={() => setLater([])}>
          {t('app.review.show', { count })}
        </Button>
      )}
    </section>
  );
}

interface ReviewProps {
  readonly eventId: string;
  readonly review: ReceptionReview;
  readonly putOff: () => void;
}

function Review({ eventId, review, putOff }: ReviewProps): ReactElement {
  const client = useQueryClient();
  const name = review.name ?? t('app.review.nobody');
  const settlement = useAct(
    (verdict: SettlementRequest['verdict']) => postEventReviewSettlement(eventId, review.nonce, { verdict }),
    () => client.invalidateQueries({ queryKey: receptionQuery(eventId).queryKey }),
  );
  const keeping = keepingOf(review);
  const sending = (verdict: string, word: string): string => (settlement.pending && settlement.variables === verdict ? t('app.sending') : word);
  return (
    <li className="ask note">
      <p className="strong">{review.act === 'undo' ? `${t('app.review.undo')}　${name}` : name}</p>
      <p className="sub num">
        {timeOfDay(t, review.at)}　{t('app.unit.heads', { count: review.heads })}
      </p>
      <p className="mt1">{sentence(review.reason)}</p>
      <FailureBanner error={settlement.error} />
      <div className="btns mt3">
        <Button type="button" kind="outline" size="m" about={name} onClick={() => settlement.act('keep')}>
          {sending('keep', t(keeping))}
        </Button>
        {review.act === 'undo' ? null : (
          <Button type="button" kind="stop" size="m" about={name} onClick={() => settlement.act('drop')}>
            {sending('drop', t('app.review.drop'))}
          </Button>
        )}
        <Button type="button" kind="text" size="m" about={name} onClick={putOff}>
          {t('app.review.later')}
        </Button>
      </div>
    </li>
  );
}
