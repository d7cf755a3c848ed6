import { translator, withoutReadings, type Lang } from '@yoriai/ui';

/** What hosts write about most; each has ready-made words. */
export const MESSAGE_STARTS = ['bring', 'place', 'thanks'] as const;

/** Ready-made words in all languages: the App has those of its reader alone, and a message goes to readers of each. */
export const messageStarts = MESSAGE_STARTS.map((start) => {
  const words = (lang: Lang): { title: string; text: string } => {
    const t = translator(lang);
    return { title: withoutReadings(t(`message.start.${start}.title`)), text: withoutReadings(t(`message.start.${start}.text`)) };
  };
  return { start, japanese: words('ja'), easy: words('ja-easy'), english: words('en') };
});
