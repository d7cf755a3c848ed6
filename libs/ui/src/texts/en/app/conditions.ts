import type { appConditions as ja } from '../../ja/app/conditions.js';

/** Texts of `app`, conditions of an approval, en. Flat keys; `{{name}}` is a placeholder. */
export const appConditions = {
  'app.condition.until': 'By {{date}}',
  'app.condition.first': 'Before publishing',
  'app.next.meet-conditions': 'Something to do before publishing',
  'app.next.meet-conditions.body': 'The ward approved it on conditions. Meet those listed below and report them. You can publish once the ward has confirmed.',
  'app.next.meet-conditions.button': 'See the conditions',
  'app.task.condition': 'A condition of “{{title}}” is waiting',
  'app.task.condition.button': 'See the condition',
  'app.hub.publication.after-conditions': 'Once the conditions of the approval are met',
  'app.task.confirm': 'Confirm a condition of “{{title}}”',
  'app.task.confirm.button': 'See the report',
  'app.evidence.add': 'Add a photo or PDF',
  'app.evidence.hint': '8 MB at most',
  'app.evidence.photo': 'Photo {{n}}',
  'app.evidence.paper': 'Paper {{n}} (PDF)',
  'app.evidence.arrived': 'arrived {{date}} ({{size}})',
  'app.evidence.remove': 'Remove',
  'app.next.do-procedures': 'Procedures before publishing',
  'app.next.do-procedures.body': 'Report each when you have it. You can publish once the ward has confirmed.',
  'app.next.do-procedures.button': 'See the procedures',
  'app.task.procedure': 'A procedure of “{{title}}” is waiting',
  'app.task.procedure.button': 'See the procedures',
  'app.task.withdraw': '{{count}} authorities to tell that it is off',
  'app.task.withdraw.button': 'See whom',
} as const satisfies Record<keyof typeof ja, string>;
