const singular = (word) => (word === 'people' ? 'person' : word === 'series' || word === 'yes' ? word : word.replace(/ies$/, 'y').replace(/s$/, ''));
const title = (word) => word.replace(/(^|[^A-Za-z0-9]+)([a-z0-9])/g, (_all, _between, letter) => letter.toUpperCase());

/**
 * The name of a function, from what the address says: `POST /api/events/{id}/submission` is
 * `postEventSubmission`, `GET /api/events` is `getEvents`, `GET /api/events/{id}` is `getEvent`.
 */
export function operationName(verb, route) {
  const parts = route
    .replace(/\$\{([^}]*)\}/g, '{$1}')
    .split('/')
    .filter((part) => part && part !== 'api');
  const words = parts.flatMap((part, index) => {
    if (/^[{:]/.test(part)) return [];
    const next = parts[index + 1];
    const named = next !== undefined && /^[{:]/.test(next);
    return [title(named || (verb === 'post' && next === undefined) ? singular(part) : part)];
  });
  return `${verb}${words.join('')}`;
}
